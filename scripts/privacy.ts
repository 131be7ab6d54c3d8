/** `npm run privacy`: exports or erases what is kept of somebody, and lets go of what is old. See `--help`. */

import { createInterface } from 'node:readline/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { tidy } from '../lambda/house/chores';
import { type Config, readConfig } from '../lambda/house/config';
import type { Earshot } from '../lambda/house/earshot';
import { NO_RULES, SPANS } from '../lambda/services/limits/buying-rules';
import { type DataSubject, erase, exportOf } from '../lambda/services/privacy/erasure';
import { CHANNELS } from '../lambda/vocabulary/heard';
import { openForCommand } from './open-house';

const HELP = `npm run privacy -- <command>

  export --shopper ID                   what is kept of a shopper, as JSON
  export --channel NAME --address ID    what was held from an address: the channel's own id of it (amzn1.ask.account.…),
                                        or an e-mail address or a number as people write it
  erase  --shopper ID                   all of it goes, at the desk too; asks first, unless there is --yes
  erase  --channel NAME --address ID
  unlimited --shopper ID                limits and voice code of a shopper go, and voices may buy again
                                        (nothing was set: it says so, and exits with 1)
  tidy                                  what is older than "retention" in shop/shop.json goes now; a server does it every hour

NAME is one of ${CHANNELS.join(', ')}.

It opens the store the server uses: set the same DATABASE_URL, EARSHOT_SECRET or EARSHOT_DATA.
`;

type Work = (house: Earshot, config: Config) => Promise<object>;
type Asked = { readonly work: Work /** What goes for good; null: nothing does. */; readonly goes: string | null };

/** `confirm` is asked before anything goes for good. */
export type Terminal = { print(text: string): void; confirm(question: string): Promise<boolean> };

/** null: that is no command. Throws where an option is not known. */
function asked(args: readonly string[]): Asked | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      shopper: { type: 'string' },
      channel: { type: 'string' },
      address: { type: 'string' },
      yes: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [command] = positionals;
  if (values.help || positionals.length !== 1) return null;
  if (command === 'tidy') return { work: (house, { shop }) => tidy(house, { shop }), goes: null };
  const whose = whoseOf(values);
  if (!whose) return null;
  if (command === 'export') return { work: (house) => exportOf(whose, house), goes: null };
  if (command === 'unlimited') return 'shopper' in whose ? { work: lift(whose.shopper), goes: null } : null;
  if (command !== 'erase') return null;
  const name = 'shopper' in whose ? whose.shopper : `${whose.channel} ${whose.address}`;
  return { work: (house) => erase(whose, house), goes: values.yes ? null : name };
}

/** Answers what is set from now on. A mistyped id is told, and leaves nothing behind. */
function lift(shopper: string): Work {
  return async ({ store: { buyingRules: rules } }) => {
    if (isDeepStrictEqual(await rules.of(shopper), NO_RULES)) throw new NothingSetError(shopper);
    for (const span of SPANS) await rules.setMost(shopper, span, null);
    await rules.setOff(shopper, false);
    await rules.setCode(shopper, null);
    return rules.of(shopper);
  };
}

class NothingSetError extends Error {
  override readonly name = 'NothingSetError';

  constructor(shopper: string) {
    super(`${shopper} has set no limits and no voice code: nothing was changed. Is the id right?`);
  }
}

type Named = { readonly shopper?: string; readonly channel?: string; readonly address?: string };

function whoseOf({ shopper, channel: name, address }: Named): DataSubject | null {
  if (shopper) return name || address ? null : { shopper };
  const channel = CHANNELS.find((one) => one === name);
  return channel && address ? { channel, address } : null;
}

/** Answers the exit code. */
export async function privacy(args: readonly string[], { print, confirm }: Terminal): Promise<number> {
  const wish = asked(args);
  if (!wish) {
    print(HELP);
    return 1;
  }
  const { work, goes } = wish;
  if (goes !== null && !(await confirm(`Erase everything that is kept of ${goes}, for good? (yes/no) `))) {
    print('Nothing was erased.\n');
    return 1;
  }
  const config = readConfig();
  const house = await openForCommand(config);
  try {
    print(`${JSON.stringify(await work(house, config), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NothingSetError)) throw error;
    print(`${error.message}\n`);
    return 1;
  } finally {
    await house.close();
  }
}

/** Nobody can answer where there is no terminal: `--yes` says it there. */
async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const said = await lines.question(question);
  lines.close();
  return said.trim().toLowerCase() === 'yes';
}

if (require.main === module) {
  privacy(process.argv.slice(2), { print: (text) => void process.stdout.write(text), confirm }).then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    },
  );
}
