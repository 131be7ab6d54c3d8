/** One size of catalogue, in a process of its own: written by one run, opened and asked by another. `write|ask FILE COUNT LANGUAGE`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../lambda/language/hearing/classifier/random';
import { createGoodsNaming } from '../../lambda/language/hearing/goods-naming';
import { createHearing } from '../../lambda/language/hearing/hear';
import { restsOf } from '../../lambda/language/hearing/slip-keys';
import { openGoodsIndex } from '../../lambda/providers/goods/index';
import { type Call, ok, refused } from '../../lambda/services/commerce/call';
import { createGoods, type Goods } from '../../lambda/services/commerce/goods';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { LOCALES, type MadeUp, madeUp, type Tongue } from './generated-goods';
import { since } from './hearing-under-test';

const PAGE = 500;
const ASKED = 400;
const ORDER = { en: 'order some', it: 'ordina' } as const;

export type Wrote = { readonly ms: number };
export type Answered = {
  /** Processor time until the first product was heard and resolved, the language read before; and each after it. */
  readonly openMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly megabytes: number;
  /** By how it was said. */
  readonly heard: Readonly<Record<string, Recall>>;
  /** Something is offered, of a hundred names of what is not sold, of those with a slip, and of what is not sold of a brand. */
  readonly falselyOffered: number;
  readonly falselyOfferedSlipped: number;
  readonly otherBrandOffered: number;
};
/** Of a hundred: what was meant is among what is offered; other goods are, and not it; for the rest nothing is. */
export type Recall = { readonly found: number; readonly others: number };

const call: Call = {
  locale: '',
  deadline: Number.POSITIVE_INFINITY,
  signal: new AbortController().signal,
  traceId: '',
};

function notSoldIn(language: Tongue): readonly string[] {
  const file = join(LOCALES, '..', 'test', 'language', `goods.${language}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly notSold: readonly string[] }).notSold;
}

/** `goods`: none where they are to be there already. */
async function open(folder: string, goods: readonly MadeUp[]) {
  const unavailable = async () => refused<never>({ kind: 'unavailable' });
  const catalogue = {
    ...{ edition: () => 'made up', find: unavailable, byIds: unavailable },
    page: async (after: string | null) => {
      const [from, to] = [Number(after ?? 0), Number(after ?? 0) + PAGE];
      if (goods.length === 0) return unavailable();
      const page = goods.slice(from, to).map(({ product }) => product);
      return ok({ goods: page, next: to < goods.length ? String(to) : null }, 0);
    },
  };
  const store = openGoodsIndex({ file: join(folder, 'goods.sqlite'), now: Date.now, restsOf });
  const naming = createGoodsNaming(LOCALES);
  const made = createGoods({ catalogue, source: catalogue, naming, store, now: Date.now });
  return { goods: made, close: () => store.close() };
}

async function write(folder: string, count: number, language: Tongue): Promise<Wrote> {
  const { goods, close } = await open(folder, madeUp(count, language, new Set(notSoldIn(language))));
  const from = process.cpuUsage();
  await goods.ready(language);
  const ms = since(from);
  close();
  return { ms };
}

/** Brands of nobody here, and like none. */
const STRANGE = ['jaskel', 'wythorp', 'huckmann', 'kirbyte', 'uttershaw', 'ignoble', 'edgecott', 'yarrowby'];

/** One letter of a longer word is left out, doubled or exchanged: never the first. */
function slipped(text: string, random: (below: number) => number): string {
  const words = text.split(' ');
  const at = words.findIndex((word) => word.length >= 6);
  const word = words[at];
  if (word === undefined) return text;
  const place = 1 + random(word.length - 2);
  const wrong = ['', word.charAt(place).repeat(2), 'e'][random(3)] ?? '';
  return words.with(at, word.slice(0, place) + wrong + word.slice(place + 1)).join(' ');
}

const ENDINGS: Readonly<Record<string, string>> = { a: 'e', e: 'i', o: 'i' };
/** As near as a rule comes. */
const PLURAL = {
  en: (noun: string) => noun.replace(/([^s])$/, '$1s'),
  it: (noun: string) => noun.replace(/[aeo]$/, (ending) => ENDINGS[ending] ?? ending),
} as const;

/** As shoppers say one of the goods. */
const MANNERS: Readonly<Record<string, (one: MadeUp, random: (below: number) => number, language: Tongue) => string>> =
  {
    'its name': ({ product }) => product.name.voiceTitle ?? product.name.title,
    'brand and kind': ({ brand, noun }) => `${brand} ${noun}`,
    'kind, then brand': ({ brand, noun }) => `${noun} ${brand}`,
    plural: ({ brand, noun }, _random, language) => `${brand} ${PLURAL[language](noun)}`,
    'part of the title': ({ brand, noun, of }, _random, language) =>
      language === 'en' ? `${of[0]} ${noun} ${brand}` : `${noun} ${of[0]} ${brand}`,
    'brand and scent': ({ brand, of }) => `${brand} ${of.at(-1)}`,
    'with a slip': ({ brand, noun }, random) => slipped(`${brand} ${noun}`, random),
    'plural with a slip': ({ brand, noun }, random, language) => slipped(`${PLURAL[language](noun)} ${brand}`, random),
  };

async function ask(folder: string, count: number, language: Tongue): Promise<Answered> {
  const notSold = notSoldIn(language);
  const all = madeUp(count, language, new Set(notSold));
  const random = randomFrom(11);
  const asked = Object.entries(MANNERS).flatMap(([manner, say]) =>
    Array.from({ length: ASKED }, () => all[random(all.length)] as MadeUp).map((one) => ({
      manner,
      id: one.product.id,
      text: `${ORDER[language]} ${say(one, random, language)}`,
    })),
  );
  const hearing = createHearing({ directory: LOCALES, intents: INTENT_SLOTS, today: () => '2026-01-15' });
  hearing.launches('hello', language);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const opening = process.cpuUsage();
  const { goods, close } = await open(folder, []);
  const idsOf = (text: string) => idsHeard({ hearing, goods, text, language });
  await idsOf(asked[0]?.text ?? '');
  const openMs = since(opening);
  const took: number[] = [];
  const hits = new Map<string, { found: number; others: number }>();
  for (const { manner, id, text } of asked.toSorted((a, b) => (a.text < b.text ? -1 : 1))) {
    const from = process.cpuUsage();
    const ids = await idsOf(text);
    took.push(since(from));
    const { found, others } = hits.get(manner) ?? { found: 0, others: 0 };
    const isFound = ids.includes(id);
    hits.set(manner, { found: found + (isFound ? 1 : 0), others: others + (!isFound && ids.length > 0 ? 1 : 0) });
  }
  const megabytes = (process.memoryUsage().rss - before) / 1_048_576;
  const offered = async (names: readonly string[]) => {
    let times = 0;
    for (const name of names) if ((await idsOf(`${ORDER[language]} ${name}`)).length > 0) times += 1;
    return (100 * times) / names.length;
  };
  const falselyOffered = await offered(notSold);
  const withSlip = notSold.map((name) => slipped(name, random)).filter((name, at) => name !== notSold[at]);
  const brandless = Array.from({ length: ASKED }, (_, at) => {
    const { noun } = all[random(all.length)] as MadeUp;
    return `${STRANGE[at % STRANGE.length]} ${noun}`;
  });
  const more = { falselyOfferedSlipped: await offered(withSlip), otherBrandOffered: await offered(brandless) };
  close();
  took.sort((a, b) => a - b);
  return {
    ...{ openMs, megabytes, medianMs: took[took.length >> 1] ?? 0, p99Ms: took[Math.floor(took.length * 0.99)] ?? 0 },
    heard: Object.fromEntries([...hits].map(([manner, { found, others }]) => [manner, shares(found, others)])),
    ...{ falselyOffered, ...more },
  };
}

function shares(found: number, others: number): Recall {
  return { found: (100 * found) / ASKED, others: (100 * others) / ASKED };
}

type Asking = {
  readonly hearing: ReturnType<typeof createHearing>;
  readonly goods: Goods;
  readonly text: string;
  readonly language: Tongue;
};

/** Heard, and resolved to goods as an intent would. */
async function idsHeard({ hearing, goods, text, language }: Asking): Promise<readonly string[]> {
  const here = { ...call, locale: language };
  const index = await goods.index(here);
  if (!index) throw new Error('there is no index');
  const { product } = hearing.hear(text, { locale: language, goods: index }).slots;
  const meant = product && (await goods.meant(product, here));
  return meant?.ok ? meant.value.map(({ id }) => id) : [];
}

async function main([what, folder = '', count = '60', language = 'en']: readonly string[]): Promise<void> {
  const run = what === 'write' ? write : ask;
  process.stdout.write(JSON.stringify(await run(folder, Number(count), language as Tongue)));
}

void main(process.argv.slice(2));
