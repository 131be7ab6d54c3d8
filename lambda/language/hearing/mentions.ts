/** Which goods a shopper means by a few words, on the shop's own names for them. */

import type { GoodsTables } from '../../vocabulary/goods-tables';
import { type Piece, type Respell, respelling } from './misspelt';
import { bare, isOfName, type Names, named, namesIn, sharing } from './names';
import { tokens, type Words } from './words';

/** Words of a sentence, `from` up to `to`, and the goods they name, in the shop's own order. */
export type Mention = { readonly from: number; readonly to: number; readonly ids: readonly string[] };

export type Mentions = {
  /** Ids of the goods that all words of the mention name, as they are spelled; empty when a word names none. */
  exactly(said: readonly string[]): readonly string[];
  /** The same, misspelt ones too. */
  loosely(said: readonly string[]): readonly string[];
  /** The same of goods that were ordered, and with what they came in: "bag of dog food", "the dog food order". */
  inOrders(said: readonly string[]): readonly string[];
  /** Ids of the goods that have all these words in one of their names: "the cat", of what was spoken of. */
  partly(said: readonly string[]): readonly string[];
  /** The goods named anywhere in a sentence. */
  anywhere(said: readonly string[]): Mention | undefined;
  /** The words as the goods spell them. */
  spelled(said: readonly string[]): string;
  /** Whether some goods have this word in their name: it is spelled right. */
  knows(token: string): boolean;
};

/** A value of the slot type that stands for every product with this word; see `scripts/locales/values.ts`. */
export const WORD_ID = 'word:';

/** The most words that name goods. */
const LONGEST = 7;

const made = new WeakMap<GoodsTables, WeakMap<Words, Mentions>>();

/** Words that are spelled right, whatever the shop sells. */
type Known = () => ReadonlySet<string>;

/** The same for the same tables: what was looked up in them is remembered. */
export function mentionsIn(tables: GoodsTables, words: Words, goodsWords: Known): Mentions {
  const ofGoods = made.get(tables) ?? new WeakMap<Words, Mentions>();
  made.set(tables, ofGoods);
  const known = ofGoods.get(words);
  if (known) return known;
  const mentions = newMentions(tables, words, goodsWords);
  ofGoods.set(words, mentions);
  return mentions;
}

function newMentions(tables: GoodsTables, words: Words, goodsWords: Known): Mentions {
  const names = namesIn(tables, words);
  const people = peopleIn(words);
  const respell = respelling(names, (token) => people.has(token) || goodsWords().has(token));
  const found = (said: readonly string[]) => named(names, said);
  const spelled = (said: readonly string[]) => {
    const ids = found(said);
    return ids.length > 0 ? ids : found(respell(said).map(({ token }) => token));
  };
  const around = aroundGoods(words);
  return {
    exactly: found,
    loosely: spelled,
    inOrders: (said) => {
      const ids = spelled(said);
      if (ids.length > 0) return ids;
      const inside = within(said, around, names);
      return [inside, apart(inside, around)].map(spelled).find((all) => all.length > 0) ?? [];
    },
    partly: (said) => sharing(names, bare(names, said)),
    anywhere: (said) => anywhere(said, names, respell),
    spelled: (said) =>
      respell(bare(names, said))
        .map(({ token }) => token)
        .join(' '),
    knows: (token) => names.hasWord(token),
  };
}

/** "My wife's parcel" is spelled right, whatever is called like it. */
function peopleIn({ others, apostrophe }: Words): ReadonlySet<string> {
  const named = others.people.flatMap((person) => [person, ...others.after.map((end) => person + end)]);
  return new Set(named.flatMap((text) => tokens(text, apostrophe)));
}

/** What goods come in: packs, and orders and parcels of them. */
function aroundGoods({ others, values, apostrophe }: Words): ReadonlySet<string> {
  const packs = Object.values(values.Unit ?? {}).flat();
  return new Set([...others.things, ...packs].flatMap((text) => tokens(text, apostrophe)));
}

/** Without such words at either end. */
function within(said: readonly string[], around: ReadonlySet<string>, { noise }: Names): readonly string[] {
  const isName = (token: string) => !around.has(token) && !noise.has(token);
  const from = said.findIndex(isName);
  return from < 0 ? said : said.slice(from, said.findLastIndex(isName) + 1);
}

/** The fewest letters of goods that are written in one with what they came in. */
const LEAST_JOINED = 3;

/** "Kaffeebestellung", "Hundefutterpaket": without what they came in, where a language writes both in one. */
function apart(said: readonly string[], around: ReadonlySet<string>): readonly string[] {
  const last = said.at(-1) ?? '';
  const end = [...around].find((word) => last.endsWith(word) && last.length >= word.length + LEAST_JOINED);
  return end === undefined ? said : [...said.slice(0, -1), last.slice(0, -end.length)];
}

/** The longest mention; of two alike, the one that means fewer goods. */
function anywhere(said: readonly string[], names: Names, respell: Respell): Mention | undefined {
  const pieces = respell(said);
  let best: (Mention & { readonly count: number }) | undefined;
  for (const [at, { token }] of pieces.entries()) {
    if (names.noise.has(token) || !isOfName(names, token)) continue;
    for (const mention of mentionsFrom(pieces, at, names)) {
      const isBetter = !best || mention.count > best.count;
      if (isBetter || (best?.count === mention.count && mention.ids.length < best.ids.length)) best = mention;
    }
  }
  return best && { from: best.from, to: best.to, ids: best.ids };
}

function* mentionsFrom(pieces: readonly Piece[], at: number, names: Names): Generator<Mention & { count: number }> {
  const words: string[] = [];
  for (const { token, to } of pieces.slice(at, at + LONGEST)) {
    if (names.noise.has(token)) continue;
    if (!isOfName(names, token)) return;
    words.push(token);
    const ids = named(names, words);
    if (ids.length > 0) yield { from: pieces[at]?.from ?? 0, to, ids, count: words.length };
  }
}
