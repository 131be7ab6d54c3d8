/** What sets some goods apart from others of their kind, in a few words: "size XL", "the bigger ones", "in blue", "bags of 500 grams". */

import type { Slots } from '../../vocabulary/heard';
import { MEASURES } from '../../vocabulary/measures';
import { type Amount, readAmount, readPackOf } from './amounts';
import { askedAbout } from './by-sentences';
import type { Understanding } from './heard';
import { readNumber } from './numbers';
import { orderReader } from './order-reader';
import { isApart, type Sense, type Sentence, writtenIn } from './slots';
import { type Phrases, type Read, readPhrase } from './words';

export type Described = { readonly slots: Slots; readonly to: number };

/** At the beginning of these words, with what says nothing around it. */
export function partOf(words: Sentence, asked: Understanding): Described | undefined {
  const { sense } = asked;
  for (let at = 0; at < words.said.length; at += 1) {
    const read = size(words, at, sense) ?? quality(words, at, sense) ?? content(words, at, sense);
    if (read) return { slots: read.value, to: behind(words, at + read.length, asked) };
    if (!isIdle(words.said[at] ?? '', asked)) return undefined;
  }
  return undefined;
}

/** Behind "ones", "please" and what the goods are called; a sign ends it. */
function behind(words: Sentence, from: number, asked: Understanding): number {
  let at = from;
  while (at < words.said.length && !isApart(words, { length: at }) && isIdle(words.said[at] ?? '', asked)) at += 1;
  return at;
}

/** Articles and courtesies, what is being bought, and what it comes in. */
function isIdle(token: string, asked: Understanding): boolean {
  const { lexicon, mentions } = asked.sense;
  if (lexicon.small.has(token) || lexicon.after.has(token) || packAt([token], 0, asked.sense) > 0) return true;
  const { goods } = askedAbout(asked);
  return mentions.knows(token) && mentions.exactly([token]).some((id) => goods.includes(id));
}

/** "Size 3", "3 Größe", "size XL". */
function size({ said, written }: Sentence, from: number, { lexicon }: Sense): Read<Slots> | undefined {
  const { sizes } = orderReader(lexicon.words);
  const before = readPhrase(sizes, said, from)?.length ?? 0;
  const number = readNumber(lexicon.numbers, said, from + before);
  const end = from + before + (number?.length ?? 1);
  const after = before === 0 && number ? (readPhrase(sizes, said, end)?.length ?? 0) : 0;
  const token = said[from + before] ?? '';
  const value = number ? String(number.value) : isLetters(token, lexicon.small) ? token : undefined;
  if (before + after === 0 || value === undefined) return undefined;
  const length = end + after - from;
  const change = { said: writtenIn({ said, written }, from, from + length), ids: [`size-${value}`] };
  return { value: { change }, length };
}

/** "XXL". */
const LONGEST_LETTERS = 4;

function isLetters(token: string, small: ReadonlySet<string>): boolean {
  return token !== '' && token.length <= LONGEST_LETTERS && !small.has(token);
}

function quality(words: Sentence, from: number, { lexicon }: Sense): Read<Slots> | undefined {
  const read = readPhrase(orderReader(lexicon.words).variants, words.said, from);
  if (!read) return undefined;
  const change = { said: writtenIn(words, from, from + read.length), ids: [read.value] };
  return { value: { change }, length: read.length };
}

/** "500 gram bag", "bags of 500 grams", "two 500 gram bags", "the 12 pack": an amount alone says how much, and not which. */
function content(words: Sentence, from: number, sense: Sense): Read<Slots> | undefined {
  const one = called(words, from, sense);
  const count = one ? undefined : readNumber(sense.lexicon.numbers, words.said, from);
  const counted = count && called(words, from + count.length, sense);
  if (!counted) return one;
  const quantity = { said: '', ids: [], number: count.value };
  return { value: { ...counted.value, quantity }, length: count.length + counted.length };
}

function called(words: Sentence, from: number, sense: Sense): Read<Slots> | undefined {
  const { said } = words;
  const reader = { order: orderReader(sense.lexicon.words), units: unitsOf(sense) };
  const packOf = readPackOf(reader, words, from);
  if (packOf) return contents(words, { from, to: from + packOf.length }, packOf.value);
  const before = packAt(said, from, sense);
  let at = from + before;
  while (before > 0 && sense.lexicon.noise.has(said[at] ?? '')) at += 1;
  const amount = readAmount(reader, words, at) ?? oneMeasure(said, at, before > 0, sense);
  const { number, unit } = amount?.value ?? {};
  if (!amount || number === undefined || !unit || !MEASURES[unit]) return undefined;
  const end = at + amount.length;
  const after = before > 0 ? 0 : packAt(said, end, sense);
  if (before + after === 0 && !isThatOne(said, { from, to: end }, sense)) return undefined;
  const read = contents(words, { from: at, to: end }, { number, unit });
  return { ...read, length: end + after - from };
}

type Span = { readonly from: number; readonly to: number };

function contents(words: Sentence, { from, to }: Span, { number = 0, unit = '' }: Amount): Read<Slots> {
  const own = writtenIn(words, from, to);
  const slots = { change: { said: own, ids: ['content'], number }, unit: { said: own, ids: [unit] } };
  return { value: slots, length: to - from };
}

/** "The kilo bag", "pacco da chilo": one of it, where it stands beside what goods come in. */
function oneMeasure(
  said: readonly string[],
  at: number,
  isBehindPack: boolean,
  sense: Sense,
): Read<Amount> | undefined {
  const unit = readPhrase(unitsOf(sense), said, at);
  // "L'altro" is no litre.
  if (!unit || said[at]?.length === 1) return undefined;
  const end = at + unit.length;
  const isBeside = isBehindPack || packAt(said, end, sense) > 0 || sense.lexicon.noise.has(said[end] ?? '');
  return isBeside ? { value: { number: 1, unit: unit.value }, length: unit.length } : undefined;
}

/** "The 500 gram one", "quello da 500 grammi". */
function isThatOne(said: readonly string[], { from, to }: Span, { lexicon }: Sense): boolean {
  return lexicon.noise.has(said[to] ?? '') || [from - 1, from - 2].every((one) => lexicon.noise.has(said[one] ?? ''));
}

/** How many words a pack takes here: "bag". */
function packAt(said: readonly string[], at: number, sense: Sense): number {
  const unit = readPhrase(unitsOf(sense), said, at);
  return unit && !MEASURES[unit.value] ? unit.length : 0;
}

function unitsOf({ lexicon }: Sense): Phrases<string> {
  return lexicon.values.get('Unit') ?? NO_UNITS;
}

const NO_UNITS: Phrases<string> = new Map();
