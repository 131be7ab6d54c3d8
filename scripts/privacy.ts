/** `npm run privacy`: exports or erases what is kept of somebody, and lets go of what is old. See `--help`. */

import { parseArgs } from 'node:util';
import pino from 'pino';
import { tidy } from '../lambda/chores';
import { type Config, readConfig } from '../lambda/config';
import { erase, exportOf, type Whose } from '../lambda/erasure';
import { type Earshot, openEarshot } from '../lambda/open';
import { createLog } from '../lambda/operations/log';
import { openPhones } from '../lambda/operations/phones';
import type { ChannelName } from '../lambda/turn';

const HELP = `npm run privacy -- <command>

  export --shopper ID           what is kept of a shopper, as JSON
  export --address CHANNEL:ID   of a guest, by the channel's address: alexa:amzn1.ask.account.…, web:…
  erase  --shopper ID           all of it goes, at the desk too
  erase  --address CHANNEL:ID
  tidy                          what is older than "retention" in shop/shop.json goes now; a server does it every hour

It opens the store the server uses: set the same DATABASE_URL, EARSHOT_SECRET or EARSHOT_DATA.
`;

const CHANNELS: readonly ChannelName[] = ['alexa', 'web', 'whatsapp', 'telegram', 'email'];

type Work = (house: Earshot, config: Config) => Promise<object>;

/** null: that is no command. Throws where an option is not known. */
function asked(args: readonly string[]): Work | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { shopper: { type: 'string' }, address: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [command] = positionals;
  if (values.help || positionals.length !== 1) return null;
  if (command === 'tidy') return (house, { shop }) => tidy(house, { shop });
  const whose = whoseOf(values.shopper, values.address);
  if (!whose) return null;
  if (command === 'export') return (house) => exportOf(whose, house);
  return command === 'erase' ? (house) => erase(whose, house) : null;
}

function whoseOf(shopper: string | undefined, address: string | undefined): Whose | null {
  if (shopper) return address ? null : { shopper };
  const [, name, rest] = /^([a-z]+):(.+)$/.exec(address ?? '') ?? [];
  const channel = CHANNELS.find((one) => one === name);
  return channel && rest ? { channel, address: rest } : null;
}

/** Answers the exit code. */
export async function privacy(args: readonly string[], print: (text: string) => void): Promise<number> {
  const work = asked(args);
  if (!work) {
    print(HELP);
    return 1;
  }
  const config = readConfig();
  const log = createLog({ level: 'error', to: pino.destination(2) });
  const calendar = () => Date.now() + config.calendarShift;
  const { channels, desk } = await openPhones({ config, log }, calendar);
  const { shop, locales, data: folder, database, secret, publicUrl } = config;
  const house = await openEarshot({
    ...{ shop, locales, folder, database, secret, publicUrl, channels, log, calendar },
    ...(desk ? { desk } : {}),
    migrates: false,
  });
  try {
    print(`${JSON.stringify(await work(house, config), null, 2)}\n`);
    return 0;
  } finally {
    await house.close();
  }
}

if (require.main === module) {
  privacy(process.argv.slice(2), (text) => process.stdout.write(text)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    },
  );
}
