/** `npm run report`: what shoppers said and got no answer to, the most frequent first, and what became of offers. See `--help`. */

import { parseArgs } from 'node:util';
import { readConfig } from '../lambda/house/config';
import { OFFER } from '../lambda/intents/CartCheckout';
import { CONFIRM } from '../lambda/intents/parts/purchase-state';
import {
  groupsOf,
  MISSED_KINDS,
  type MissedGroup,
  type MissedKind,
  type MissedSince,
} from '../lambda/services/insight/missed';
import type { OfferFigures } from '../lambda/services/insight/offers';
import type { Store } from '../lambda/services/store';
import { openForCommand } from './open-house';

const HELP = `npm run report -- [--days 30] [--language it] [--most 40] [--json]

What shoppers said and got no answer to, by kind, the most frequent first: how often, in how many conversations, when last, the language,
and the words without what was personal in them. An Alexa speaker sends no words: what it did not understand is counted by what was asked.

Below it, how often shoppers were offered to order what waits in their cart, and how often they took it up. --json leaves it out.

It reads the store the server uses: set the same DATABASE_URL, EARSHOT_SECRET or EARSHOT_DATA.
`;

const TITLES: Readonly<Record<MissedKind, string>> = {
  unheard: 'Not understood (a sentence for locales/<language>/sentences.json, or an intent that is missing)',
  unwritten: 'Nothing is written about it (a file for shop/content)',
  unsold: 'Asked for, and not on the shelves',
};

/** To order what waits in the cart. */
const OF_CART = { offer: OFFER, leadsTo: CONFIRM };

const DAY_MS = 24 * 3_600_000;
const PAGE = 1_000;

type Wish = {
  readonly days: number;
  readonly language: string | null;
  readonly most: number;
  readonly isJson: boolean;
};

/** null: the help is wanted, or needed. */
function wishIn(args: readonly string[]): Wish | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      days: { type: 'string', default: '30' },
      language: { type: 'string' },
      most: { type: 'string', default: '40' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { days, most, language = null, json, help } = values;
  const areNumbers = [days, most].every((text) => /^[1-9]\d{0,5}$/.test(text));
  if (help || positionals.length > 0 || !areNumbers) return null;
  return { days: Number(days), most: Number(most), language, isJson: json };
}

/** Answers the exit code. */
export async function report(args: readonly string[], print: (text: string) => void): Promise<number> {
  const wish = wishIn(args);
  if (!wish) {
    print(HELP);
    return 1;
  }
  const house = await openForCommand(readConfig());
  try {
    const since = Date.now() - wish.days * DAY_MS;
    const lines = await linesSince(since, house.store);
    const groups = groupsOf(lines).filter(({ locale }) => wish.language === null || locale === wish.language);
    if (wish.isJson) print(`${JSON.stringify(groups, null, 2)}\n`);
    else print(`${written(groups, wish)}\n${offered(await house.store.offers.count(OF_CART, since))}`);
    return 0;
  } finally {
    await house.close();
  }
}

/** Page by page; what shares the last moment of a page is read again with the next, and counted once. */
async function linesSince(since: number, { missed }: Pick<Store, 'missed'>): Promise<readonly MissedSince[]> {
  const all: MissedSince[] = [];
  for (let from = since, most = PAGE; ; ) {
    const page = await missed.since(from, most);
    const last = page.at(-1)?.at ?? from;
    const isWhole = page.length < most;
    all.push(...(isWhole ? page : page.filter(({ at }) => at < last)));
    if (isWhole) return all;
    // A page of one moment alone is read again, larger.
    most = last === from ? most * 2 : PAGE;
    from = last;
  }
}

function written(groups: readonly MissedGroup[], { days, most }: Wish): string {
  if (groups.length === 0) return `Nothing was missed in ${days} days.\n`;
  const parts = MISSED_KINDS.flatMap((kind) => {
    const these = groups.filter((group) => group.kind === kind);
    if (these.length === 0) return [];
    const rest = these.length - most;
    return [
      `${TITLES[kind]}\n`,
      ...these.slice(0, most).map((group) => `${lineOf(group)}\n`),
      ...(rest > 0 ? [`  … and ${rest} more (--most ${these.length})\n`] : []),
      '\n',
    ];
  });
  return parts.join('').trimEnd().concat('\n');
}

/** In every language. */
function offered({ made, taken }: OfferFigures): string {
  if (made === 0) return 'No cart was offered.\n';
  return `Carts offered: ${made}; taken up: ${taken} (${Math.round((100 * taken) / made)} %).\n`;
}

function lineOf({ times, conversations, last, locale, words, topic }: MissedGroup): string {
  const day = new Date(last).toISOString().slice(0, 10);
  const what = words === null ? '(no words)' : words.replace(/\s+/g, ' ');
  const about = topic === null ? '' : `  [${topic}]`;
  return `${String(times).padStart(6)} × in ${String(conversations).padStart(4)}  ${day}  ${locale}  ${what}${about}`;
}

if (require.main === module) {
  report(process.argv.slice(2), (text) => void process.stdout.write(text)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    },
  );
}
