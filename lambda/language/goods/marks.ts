/** Which words of a title may be said: not the maker (said once, in its place), not what the shop says of anything, no codes, no specifications. */

import type { GoodKind } from '../../vocabulary/kinds';
import type { GoodsLexicon } from './lexicon';
import type { TitleWord } from './title-words';

/** Goods people know by the number of a model. */
const MODELLED: ReadonlySet<string> = new Set<GoodKind>(['printer-ink', 'toner', 'button-batteries', 'contact-lenses']);
const FIGURE = /\d/;
const NUMBER = /^\d+(?:[.,/x×+-]\d+)*\+?$/;
const COUNT = /^\d+$/;
const SPECIFIED = /^\d+(?:[.,]\d+)?(?:m?g|mcg|µg|μg|iu|ui|k?w|v|m?ah|lm|k|[kmg]?hz|gsm|dpi|denier|bar|mm|cm)$/i;
const SIZE = /^(?:\d[\d./-]*|[2-6]?x{0,3}[sml](?:\/x{0,3}[sml])?)$/i;
/** "E27", "CR2032", "B12": what people say. Longer is an article's number. */
const SHORT_CODE = 6;
/** No language has words that are longer and said. */
export const LONGEST_WORD = 30;
const MODEL = { number: 4, code: 10 } as const;

export type NotSaid = {
  /** By the word's place: it is no part of the name, whatever the goods are. */
  readonly out: readonly boolean[];
  /** Sizes that the title states by a word for it: "size 42". */
  readonly sizes: readonly string[];
};

type Named = {
  readonly lexicon: GoodsLexicon;
  readonly words: readonly TitleWord[];
  readonly brand: readonly TitleWord[];
  /** What the platform itself states as options. */
  readonly values: readonly (readonly TitleWord[])[];
};

/** The maker, the values of options, what a shop says of anything, codes and sizes. */
export function spansOut({ lexicon, words, brand, values }: Named): NotSaid {
  const out = words.map(() => false);
  const sizes: string[] = [];
  const drop = (from: number, count: number): void => {
    out.fill(true, from, from + count);
  };
  const low = (at: number) => words[at]?.low;
  for (const at of makerIn(words, brand)) drop(at, brand.length);
  for (const at of words.keys()) {
    for (const value of values) if (isSpan(words, value, at)) drop(at, value.length);
    drop(at, lexicon.noise.lengthAt(at, low));
    drop(at, codeAt(words, at, lexicon));
    const announced = lexicon.sizes.lengthAt(at, low);
    const size = words[at + announced]?.text ?? '';
    if (announced === 0 || !SIZE.test(size)) continue;
    drop(at, announced + 1);
    sizes.push(size);
  }
  return { out, sizes };
}

function isSpan(words: readonly TitleWord[], span: readonly TitleWord[], at: number): boolean {
  return span.length > 0 && span.every(({ low }, by) => words[at + by]?.low === low);
}

/** Where the maker is named. Within the words its name may be a word of theirs: "Corsa scarpe da corsa". */
function makerIn(words: readonly TitleWord[], brand: readonly TitleWord[]): readonly number[] {
  const starts = [...words.keys()].filter((at) => isSpan(words, brand, at));
  const segment = (at: number) => words[at]?.segment;
  const isEdge = (at: number) => segment(at - 1) !== segment(at) || segment(at + brand.length) !== segment(at);
  return starts.length === 1 ? starts : starts.filter(isEdge);
}

/** How many words from here on are a code and what announces it; the code itself may be gone already. */
function codeAt(words: readonly TitleWord[], at: number, { codes }: GoodsLexicon): number {
  const announced = codes.lengthAt(at, (one) => words[one]?.low);
  if (announced === 0) return 0;
  const next = words[at + announced];
  if (next && FIGURE.test(next.text)) return announced + 1;
  return next?.segment === words[at]?.segment ? 0 : announced;
}

type Of = { readonly kind: string | null; readonly lexicon: GoodsLexicon };

/** Whether a word may be said of goods of this kind. */
export function isSayable(words: readonly TitleWord[], at: number, { kind, lexicon }: Of): boolean {
  const word = words[at];
  if (!word || word.text.length > LONGEST_WORD) return false;
  const { text } = word;
  const isModelled = kind !== null && MODELLED.has(kind);
  if (NUMBER.test(text)) return (isModelled && text.length <= MODEL.number) || isLevel(words, at, lexicon);
  if (SPECIFIED.test(text)) return false;
  if (FIGURE.test(text))
    return isModelled ? text.length <= MODEL.code : text.length <= SHORT_CODE && !text.includes('-');
  return (isModelled || !isOrphan(words, at, lexicon)) && !isHolder(words, at, { kind, lexicon });
}

/** "SPF 50": what is said letter by letter has its figure behind it. */
function isLevel(words: readonly TitleWord[], at: number, { spelled }: GoodsLexicon): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before?.segment === word?.segment && spelled.has(before?.text.toUpperCase() ?? '');
}

/** "2 ply", "40 washes": without its figure, which is not said, the word behind it means nothing. */
function isOrphan(words: readonly TitleWord[], at: number, lexicon: GoodsLexicon): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before?.segment === word?.segment && COUNT.test(before?.text ?? '') && !isLevel(words, at - 1, lexicon);
}

/** What holds the goods. Of goods nobody knows it may be the thing itself: "water bottle", "bottiglia termica". */
function isHolder(words: readonly TitleWord[], at: number, { kind, lexicon }: Of): boolean {
  const { holders, counted, words: own } = lexicon;
  const { low = '', isAside = false } = words[at] ?? {};
  if (kind === null && (own.name.head === 'last' || at === 0)) return false;
  return holders.has(low) || (counted.has(low) && isAside);
}
