/** What whoever starts a server reads first. */

import type { Config } from './config';

export type Greeting = {
  readonly config: Config;
  readonly port: number;
  /** Who a request without a token is; null: nobody, requests must be signed. */
  readonly localToken: string | null;
  /** The demo data was moved to today. */
  readonly moved: boolean;
  /** One line for each channel that is not set up. */
  readonly absent: readonly string[];
};

export function greeting({ config, port, localToken, moved, absent }: Greeting): string {
  const { shop, database, data, desk } = config;
  const here = `http://localhost:${port}`;
  const lines = [
    `Earshot listens at ${here}/alexa for ${shop.name} (${shop.alexaLocales.join(', ')}).`,
    ...(localToken ? forDevelopers(here, localToken) : []),
    ...absent,
    desk.kind === 'embedded'
      ? `People answer at ${here}/desk; "npm run desk -- add" lets one in.`
      : `People answer in ${desk.kind}.`,
    `Conversations lie in ${database ? 'PostgreSQL' : data}; the demo shop in ${data}${moved ? ', moved to today' : ''}.`,
    ...(localToken
      ? [
          '"npm start -- --fresh" begins anew.',
          "Requests to this computer's own address may come unsigned; whatever a tunnel forwards, or carries a signature, is verified.",
        ]
      : []),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function forDevelopers(here: string, token: string): readonly string[] {
  return [
    '',
    `Open ${here}/ to talk to it, or /chat#token=${token} to write to it.`,
    'Or talk to it in a second terminal with "npm run talk", and say:',
    '  reorder my coffee',
    '  where is my dog food',
    '  what does shipping cost',
    '',
    `Fake: the shop, its goods, its shoppers and their payments. Without a token you are Ana (token ${token}).`,
  ];
}
