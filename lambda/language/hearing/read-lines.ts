/** What follows "order": goods line by line, each with its number, and where, when and how they are to come. */

import type { Slot } from '../../vocabulary/heard';
import { type Amount, readAmount } from './amounts';
import { type OrderText, together } from './lines-together';
import { besides } from './order-besides';
import { place } from './order-place';
import { orderReader } from './order-reader';
import {
  closeLine,
  type HeardCount,
  isComma,
  lengthAt,
  type OrderReading,
  type Stretch,
  startedAt,
  wordsOf,
} from './order-reading';
import { toolFor } from './order-tool';
import { correction, refusal, wanted } from './order-turns';
import { type Sense, type Sentence, writtenIn } from './slots';
import { type Phrases, readPhrase } from './words';

/** The most words of one name. */
const LONGEST_NAME = 7;

export function readLines(text: Sentence, { from, to }: Stretch, sense: Sense): OrderText {
  const reading = startedAt(text, { from, to }, { sense, order: orderReader(sense.lexicon.words) });
  while (reading.at < to) step(reading);
  closeLine(reading);
  const { lines } = reading;
  const alone = lines.length > 0 ? reading.alone : undefined;
  // "Three" where goods are named is none of them.
  if (lines.length === 0) lines.push({ product: { said: writtenIn(text, from, to), ids: [] } });
  const refused = together(reading.refused);
  // A number of nothing is asked about, and never dropped.
  const left = together([alone?.quantity ?? [], leftOf(reading) ?? []].flat());
  const besides = { ...reading.besides, ...(refused ? { refused } : {}), ...(left ? { left } : {}) };
  return { lines, besides, ...(alone ? { alone } : {}) };
}

function step(reading: OrderReading): void {
  const took =
    name(reading) ||
    toolFor(reading) ||
    place(reading) ||
    correction(reading) ||
    refusal(reading) ||
    wanted(reading) ||
    besides(reading) ||
    joint(reading) ||
    amount(reading) ||
    tail(reading) ||
    idle(reading);
  if (!took) word(reading);
}

/** A name that has a number, a joint or a small word in it: "size three nappies", "Brambleton and Hay". */
function name(reading: OrderReading): boolean {
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
function isPlain(words: readonly string[], { order, sense }: OrderReading): boolean {
  const special: readonly Phrases<unknown>[] = [
    order.and,
    order.tail,
    sense.lexicon.numbers.phrases,
    order.one,
    order.toKnown,
  ];
  return words.every(
    (token, at) => !/^\d+$/.test(token) && special.every((phrases) => !readPhrase(phrases, words, at)),
  );
}

/** Its ends are words of the name: "tea and" is none. */
function isWhole(words: readonly string[], { sense }: OrderReading): boolean {
  const { noise } = sense.lexicon;
  return !noise.has(words[0] ?? '') && !noise.has(words.at(-1) ?? '');
}

/** "and", "plus", or a comma: another line follows. */
function joint(reading: OrderReading): boolean {
  const { at, order } = reading;
  const and = lengthAt(reading, order.and, at);
  if (and === 0 && !(isComma(reading, at) && (reading.goods || reading.inTail))) return false;
  closeLine(reading);
  reading.inTail = false;
  reading.at += and;
  return and > 0;
}

/** Before the goods it is how many; behind them, too, where no others follow. */
function amount(reading: OrderReading): boolean {
  const { at, text, order, sense, inTail } = reading;
  if (inTail) return false;
  const units = sense.lexicon.values.get('Unit') ?? NO_UNITS;
  const times = reading.goods ? lengthAt(reading, order.times, at) : 0;
  const found = readAmount({ order, units }, text, at + times);
  if (!found || at + times + found.length > reading.to) return false;
  const end = at + times + found.length;
  if (reading.goods && (reading.counting || !isOver(reading, end))) closeLine(reading);
  const counting = countingOf(found.value, writtenIn(text, at + times, end));
  // Of two numbers in a row nobody knows which counts, unless the first is refused: "not two, three".
  const before = reading.refuses ? undefined : reading.counting;
  if (reading.refuses && reading.counting) reading.refuses = false;
  reading.counting = before ? { ...counting, quantity: { said: counting.quantity.said, ids: [] } } : counting;
  reading.at = end;
  return true;
}

const NO_UNITS: Phrases<string> = new Map();

/** Whether nothing but another line or the end can follow. */
function isOver(reading: OrderReading, at: number): boolean {
  const { text, order, to } = reading;
  const next = [order.and, order.tail, order.to, order.idle, order.by];
  return at >= to || /[,;]$/.test(text.written[at - 1] ?? '') || next.some((all) => lengthAt(reading, all, at) > 0);
}

function countingOf({ number, unit }: Amount, said: string): HeardCount {
  const quantity = { said, ids: [], ...(number === undefined ? {} : { number }) };
  return { quantity, ...(unit ? { unit: { said, ids: [unit] } } : {}) };
}

/** "for the moka" is no part of a name: it is left over, up to the next line. */
function tail(reading: OrderReading): boolean {
  const { at, order, goods, sense } = reading;
  const isTail = lengthAt(reading, order.tail, at) > 0;
  if (!reading.inTail && !(isTail && goods && sense.mentions.loosely(wordsOf(reading, goods)).length > 0)) return false;
  reading.inTail = true;
  reading.left.push({ from: at, to: at + 1 });
  reading.at += 1;
  return true;
}

/** But for those that are words. */
const LETTER = /^[^aeiouy]$/;

function idle(reading: OrderReading): boolean {
  const { at, order, text, sense } = reading;
  const token = text.said[at] ?? '';
  // The letter of "vitamin D" is an article elsewhere.
  if (reading.goods?.to === at && LETTER.test(token)) return false;
  const found = lengthAt(reading, order.idle, at) || (sense.lexicon.noise.has(token) ? 1 : 0);
  reading.at += found;
  return found > 0;
}

function word(reading: OrderReading): void {
  const { at, goods } = reading;
  reading.goods = { from: goods?.from ?? at, to: at + 1 };
  reading.at += 1;
}

/** Small words alone are nothing to ask about. */
function leftOf({ left, text, sense }: OrderReading): Slot | undefined {
  const [first, last] = [left[0], left.at(-1)];
  const isSmall = left.every(({ from }) => sense.lexicon.small.has(text.said[from] ?? ''));
  return first && last && !isSmall ? { said: writtenIn(text, first.from, last.to), ids: [] } : undefined;
}
