/** What whoever starts a server reads first. */

import type { Config } from './config';

export type Greeting = {
  readonly config: Config;
  readonly port: number;
  /** Locales Alexa is answered in: what shop.json has of a draft is none yet. */
  readonly spoken: readonly string[];
  /** What only developers get; null: requests must be signed, and there is no console. */
  readonly local: Local | null;
  /** The demo data was moved to today. */
  readonly moved: boolean;
  /** One line for each channel that is not set up. */
  readonly absent: readonly string[];
};

type Local = {
  /** Who a request without a token is; null: a guest. */
  readonly token: string | null;
  /** The console's key: it opens the console, and unsigned requests may show it. */
  readonly key: string;
  readonly hasConsole: boolean;
};

export function greeting({ config, port, spoken, local, moved, absent }: Greeting): string {
  const { shop, database, data, desk } = config;
  const here = `http://localhost:${port}`;
  const lines = [
    `Earshot listens at ${here}/alexa for ${shop.name} (${spoken.join(', ')}).`,
    ...(local ? forDevelopers(here, local) : []),
    ...absent,
    desk.kind === 'embedded'
      ? `People answer at ${here}/desk; "npm run desk -- add marta --name Marta" lets one in.`
      : `People answer in ${desk.kind}.`,
    `Conversations lie in ${database ? 'PostgreSQL' : data}; the demo shop in ${data}${moved ? ', moved to today' : ''}.`,
    ...(local ? ['"npm start -- --fresh" begins anew.', whoPasses(config)] : []),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function forDevelopers(here: string, { token, key, hasConsole }: Local): readonly string[] {
  return [
    '',
    ...(hasConsole
      ? [`Open ${here}/console?key=${key} to talk to it; from then on this browser needs only ${here}/.`]
      : []),
    `Write to it at ${here}/chat${token ? `#token=${token}` : ''}, as a shopper would on the phone.`,
    'Or talk to it in a second terminal with "npm run talk", and say:',
    '  reorder my coffee',
    '  where is my dog food',
    '  what does shipping cost',
    '',
    ...(token
      ? [`Fake: the shop, its goods, its shoppers and their payments. Without a token you are Ana (token ${token}).`]
      : []),
  ];
}

function whoPasses({ publicUrl }: Config): string {
  return publicUrl === null
    ? "Requests to this computer's own address may come unsigned; whatever a tunnel forwards, or carries a signature, is verified."
    : 'EARSHOT_URL is set: unsigned requests must come from this computer and carry the header X-Earshot-Key with the key of the link.';
}
