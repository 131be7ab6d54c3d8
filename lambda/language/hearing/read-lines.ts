/** What follows "order": goods line by line, each with its number, and where, when and how they are to come. */

import type { Slot, Slots } from '../../vocabulary/heard';
import { LINES, type Line } from '../../vocabulary/lines';
import { type Amount, readAmount } from './amounts';
import { readDay } from './dates';
import { type OrderReader, orderReader } from './order-reader';
import { type Sense, type Sentence, valueIds, writtenIn } from './slots';
import { type Phrases, readPhrase } from './words';

export type OrderText = {
  readonly lines: readonly Line[];
  /** `place`, `date`, `speed`, `extra`, and as `left` what nobody could place. */
  readonly besides: Slots;
};

/** Several stretches as one order. More lines than there are slots are told apart, to be told of. */
export function ordered(read: readonly OrderText[]): OrderText {
  const lines = read.flatMap((one) => one.lines);
  const beyond = lines.slice(LINES.length).flatMap(({ product }) => (product ? [product.said] : []));
  const besides: Slots = Object.assign({}, ...read.map((one) => one.besides));
  return { lines, besides: beyond.length > 0 ? { ...besides, beyond: { said: beyond.join(', '), ids: [] } } : besides };
}

/** A stretch of a sentence. */
type Stretch = { readonly from: number; readonly to: number };
type Counting = { readonly quantity: Slot; readonly unit?: Slot };

type Reading = {
  readonly text: Sentence;
  readonly to: number;
  readonly sense: Sense;
  readonly order: OrderReader;
  at: number;
  /** The goods being named, and what was said of how many. */
  goods: Stretch | undefined;
  counting: Counting | undefined;
  readonly lines: Line[];
  readonly besides: Record<string, Slot>;
  readonly left: Stretch[];
  inTail: boolean;
};

/** The most words of one name. */
const LONGEST_NAME = 7;
/** The most words of an address. */
const LONGEST_PLACE = 4;

export function readLines(text: Sentence, { from, to }: Stretch, sense: Sense): OrderText {
  const order = orderReader(sense.lexicon.words);
  const reading: Reading = {
    ...{ text, to, sense, order, at: from, goods: undefined, counting: undefined },
    ...{ lines: [], besides: {}, left: [], inTail: false },
  };
  while (reading.at < to) step(reading);
  closeLine(reading);
  const { lines, besides } = reading;
  // "Three" where goods are named is none of them.
  if (lines.length === 0) lines.push({ product: { said: writtenIn(text, from, to), ids: [] } });
  const left = leftOf(reading);
  return { lines, besides: left ? { ...besides, left } : besides };
}

function step(reading: Reading): void {
  const took = name(reading) || besides(reading) || joint(reading) || amount(reading) || tail(reading) || idle(reading);
  if (!took) word(reading);
}

/** A name that has a number, a joint or a small word in it: "size three nappies", "Brambleton and Hay". */
function name(reading: Reading): boolean {
  const { at, text, goods, inTail } = reading;
  if (inTail) return false;
  const start = goods?.from ?? at;
  const most = Math.min(reading.to, start + LONGEST_NAME);
  for (let end = most; end > at + (goods ? 0 : 1); end -= 1) {
    const words = text.said.slice(start, end);
    if (!isPlain(words, reading) && reading.sense.mentions.exactly(words).length > 0 && isWhole(words, reading)) {
      reading.goods = { from: start, to: end };
      reading.at = end;
      return true;
    }
  }
  return false;
}

/** Words that name goods anyhow, one after the other. */
function isPlain(words: readonly string[], { order, sense }: Reading): boolean {
  const special: readonly Phrases<unknown>[] = [order.and, order.tail, sense.lexicon.numbers, order.one, order.toKnown];
  return words.every((_, at) => special.every((phrases) => !readPhrase(phrases, words, at)));
}

/** Its ends are words of the name: "tea and" is none. */
function isWhole(words: readonly string[], { sense }: Reading): boolean {
  const { noise } = sense.lexicon;
  return !noise.has(words[0] ?? '') && !noise.has(words.at(-1) ?? '');
}

/** "to my office", "next Tuesday", "by express", "as a gift". */
function besides(reading: Reading): boolean {
  if (!reading.goods && reading.lines.length === 0) return false;
  return extra(reading) || speed(reading) || place(reading) || day(reading);
}

function extra(reading: Reading): boolean {
  const known = reading.sense.lexicon.values.get('Extra');
  const found = known && readPhrase(known, reading.text.said, reading.at);
  if (!found) return false;
  return put(reading, 'extra', { to: reading.at + found.length, ids: [found.value] });
}

function speed(reading: Reading): boolean {
  const { at, order, text, sense } = reading;
  const known = sense.lexicon.values.get('ShippingSpeed');
  const lead = readPhrase(order.by, text.said, at)?.length ?? 0;
  const before = readPhrase(order.delivery, text.said, at + lead)?.length ?? 0;
  const found = known && readPhrase(known, text.said, at + lead + before);
  const after = found ? (readPhrase(order.delivery, text.said, at + lead + before + found.length)?.length ?? 0) : 0;
  if (!found || lead + before + after === 0) return false;
  return put(reading, 'speed', { to: at + lead + before + found.length + after, ids: [found.value] });
}

function place(reading: Reading): boolean {
  const { at, order, text, sense, to } = reading;
  const sure = readPhrase(order.to, text.said, at);
  const lead = sure ?? readPhrase(order.toKnown, text.said, at);
  if (!lead) return false;
  const start = at + lead.length;
  for (let end = Math.min(to, start + LONGEST_PLACE); end > start; end -= 1) {
    const ids = valueIds(sense.lexicon, 'Place', text.said.slice(start, end));
    if (ids.length > 0) return put(reading, 'place', { from: start, to: end, ids });
  }
  if (!sure || start >= to) return false;
  let end = start;
  while (end < to && end < start + LONGEST_PLACE && !ends(reading, end)) end += 1;
  return end > start && put(reading, 'place', { from: start, to: end, ids: [] });
}

/** Where an address that we do not know ends. */
function ends(reading: Reading, at: number): boolean {
  const { order, text, sense } = reading;
  const isJoint = [order.and, order.on, order.tail].some((all) => readPhrase(all, text.said, at) !== undefined);
  return isJoint || readDay(sense.lexicon.days, text.said, { from: at, today: sense.today }) !== undefined;
}

function day(reading: Reading): boolean {
  const { at, order, text, sense } = reading;
  const lead = readPhrase(order.on, text.said, at)?.length ?? 0;
  const found = readDay(sense.lexicon.days, text.said, { from: at + lead, today: sense.today });
  return found !== undefined && put(reading, 'date', { to: at + lead + found.length, ids: [] });
}

type Found = { readonly from?: number; readonly to: number; readonly ids: readonly string[] };

/** Said twice, the later counts. */
function put(reading: Reading, slot: string, { from = reading.at, to, ids }: Found): true {
  reading.besides[slot] = { said: writtenIn(reading.text, from, to), ids };
  reading.at = to;
  return true;
}

/** "and", "plus", or a comma: another line follows. */
function joint(reading: Reading): boolean {
  const { at, text, order } = reading;
  const and = readPhrase(order.and, text.said, at);
  const isComma = at > 0 && /[,;]$/.test(text.written[at - 1] ?? '') && text.written[at] !== text.written[at - 1];
  if (!and && !(isComma && (reading.goods || reading.inTail))) return false;
  closeLine(reading);
  reading.inTail = false;
  reading.at += and?.length ?? 0;
  return and !== undefined;
}

/** Before the goods it is how many; behind them, too, where no others follow. */
function amount(reading: Reading): boolean {
  const { at, text, order, sense, inTail } = reading;
  if (inTail) return false;
  const units = sense.lexicon.values.get('Unit') ?? NO_UNITS;
  const times = reading.goods ? (readPhrase(order.times, text.said, at)?.length ?? 0) : 0;
  const found = readAmount({ order, units }, text, at + times);
  if (!found || at + times + found.length > reading.to) return false;
  const end = at + times + found.length;
  if (reading.goods && (reading.counting || !isOver(reading, end))) closeLine(reading);
  reading.counting = countingOf(found.value, writtenIn(text, at + times, end));
  reading.at = end;
  return true;
}

const NO_UNITS: Phrases<string> = new Map();

/** Whether nothing but another line or the end can follow. */
function isOver(reading: Reading, at: number): boolean {
  const { text, order, to } = reading;
  const isComma = /[,;]$/.test(text.written[at - 1] ?? '');
  const next = [order.and, order.tail, order.to, order.idle, order.by];
  return at >= to || isComma || next.some((all) => readPhrase(all, text.said, at) !== undefined);
}

function countingOf({ number, unit }: Amount, said: string): Counting {
  const quantity = { said, ids: [], ...(number === undefined ? {} : { number }) };
  return { quantity, ...(unit ? { unit: { said, ids: [unit] } } : {}) };
}

/** "for the moka" is no part of a name: it is left over, up to the next line. */
function tail(reading: Reading): boolean {
  const { at, order, text, goods, sense } = reading;
  const isTail = readPhrase(order.tail, text.said, at) !== undefined;
  if (!reading.inTail && !(isTail && goods && sense.mentions.loosely(wordsOf(reading, goods)).length > 0)) return false;
  reading.inTail = true;
  reading.left.push({ from: at, to: at + 1 });
  reading.at += 1;
  return true;
}

/** But for those that are words. */
const LETTER = /^[^aeiouy]$/;

function idle(reading: Reading): boolean {
  const { at, order, text, sense } = reading;
  const token = text.said[at] ?? '';
  // The letter of "vitamin D" is an article elsewhere.
  if (reading.goods?.to === at && LETTER.test(token)) return false;
  const found = readPhrase(order.idle, text.said, at)?.length ?? (sense.lexicon.noise.has(token) ? 1 : 0);
  reading.at += found;
  return found > 0;
}

function word(reading: Reading): void {
  const { at, goods } = reading;
  reading.goods = { from: goods?.from ?? at, to: at + 1 };
  reading.at += 1;
}

function wordsOf({ text }: Reading, { from, to }: Stretch): readonly string[] {
  return text.said.slice(from, to);
}

function closeLine(reading: Reading): void {
  const { goods, counting, lines, text, sense } = reading;
  reading.goods = undefined;
  reading.counting = undefined;
  if (goods) {
    const said = writtenIn(text, goods.from, goods.to);
    lines.push({ product: { said, ids: sense.mentions.loosely(wordsOf(reading, goods)) }, ...counting });
  } else if (counting) {
    // "Coffee, two": the number is of what was named just before.
    const last = lines.at(-1);
    if (last && !last.quantity) lines[lines.length - 1] = { ...last, ...counting };
  }
}

/** Small words alone are nothing to ask about. */
function leftOf({ left, text, sense }: Reading): Slot | undefined {
  const [first, last] = [left[0], left.at(-1)];
  const isSmall = left.every(({ from }) => sense.lexicon.small.has(text.said[from] ?? ''));
  return first && last && !isSmall ? { said: writtenIn(text, first.from, last.to), ids: [] } : undefined;
}
