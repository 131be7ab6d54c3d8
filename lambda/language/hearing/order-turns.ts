/** Where an order turns: what was said is replaced ("two, no, three"), or is not wanted ("not tea", "and don't order tea"). */

import { readAmount } from './amounts';
import { closeLine, hasBegun, isComma, lengthAt, type OrderReading, wordsOf } from './order-reading';
import { type Phrases, readPhrase } from './words';

/** The most words of one name. */
const LONGEST_NAME = 7;
const NO_UNITS: Phrases<string> = new Map();

/** "Two, no, three": what follows replaces what is like it. */
export function correction(reading: OrderReading): boolean {
  const { at, to, order } = reading;
  const length = lengthAt(reading, order.instead, at);
  if (length === 0 || !hasBegun(reading) || at + length >= to) return false;
  turn(reading);
  // "Don't order two, no, three": neither is wanted.
  reading.refuses = reading.refuses && reading.isForbidden;
  reading.replaces = !reading.refuses && reading.lines.length > 0;
  reading.at += length;
  return true;
}

/** "Not tea", "and don't order tea", "instead of tea": what is named next is not wanted. */
export function refusal(reading: OrderReading): boolean {
  const { at, text, order, sense } = reading;
  const lead = (hasBegun(reading) ? lengthAt(reading, order.but, at) : 0) || lengthAt(reading, order.and, at);
  const start = at + lead;
  const length = Math.max(
    readPhrase(sense.lexicon.refusals(), text.said, start)?.length ?? 0,
    lengthAt(reading, order.except, start),
  );
  if (length === 0 || isAnswer(reading, start + length)) return false;
  const deed = lengthAt(reading, order.asks, start + length);
  if (deed === 0 && !isNamedAt(reading, start + length)) return false;
  // With nothing behind it, it is the order before it that is refused: "kaffee nicht bestellen".
  if (start + length + deed >= reading.to) return false;
  turn(reading);
  reading.refuses = true;
  reading.isForbidden = deed > 0;
  reading.replaces = false;
  reading.at = start + length + deed;
  return true;
}

/** "No, coffee filters": with a sign behind it, a no that begins says no to what is asked, and not to what follows. */
function isAnswer(reading: OrderReading, end: number): boolean {
  return !hasBegun(reading) && isComma(reading, end);
}

/** Behind what is not wanted, "but", a comma or another "order" leads back to what is. */
export function wanted(reading: OrderReading): boolean {
  const { at, order, refuses } = reading;
  const but = refuses ? lengthAt(reading, order.but, at) : 0;
  const isApart = refuses && !reading.isForbidden && hasBegun(reading) && isComma(reading, at);
  const isNext = refuses && !reading.isForbidden && isAnother(reading);
  const and = hasBegun(reading) ? lengthAt(reading, order.and, at + but) : 0;
  const isNew = hasBegun(reading) && (isComma(reading, at) || but + and > 0);
  const deed = isNew ? lengthAt(reading, order.asks, at + but + and) : 0;
  if (!isApart && !isNext && but + deed === 0) return false;
  turn(reading);
  reading.refuses = false;
  reading.inTail = false;
  reading.at += but + (deed > 0 ? and + deed : 0);
  return but + deed > 0;
}

/** "Not tea coffee": no commas are heard at a speaker. */
function isAnother(reading: OrderReading): boolean {
  const { goods, at, sense, text } = reading;
  if (!goods || sense.mentions.exactly(wordsOf(reading, goods)).length === 0) return false;
  // "Harrowmere tea" is one name.
  return sense.mentions.exactly(text.said.slice(goods.from, at + 1)).length === 0 && isNamedAt(reading, at);
}

/** A number that stands alone before a turn counts nothing. */
function turn(reading: OrderReading): void {
  if (reading.goods) closeLine(reading);
  reading.counting = undefined;
}

/** Whether goods of the shop, or a number, begin here. */
function isNamedAt({ text, to, order, sense }: OrderReading, at: number): boolean {
  const { noise, values } = sense.lexicon;
  let from = at;
  while (from < to && noise.has(text.said[from] ?? '')) from += 1;
  const amount = readAmount({ order, units: values.get('Unit') ?? NO_UNITS }, text, at);
  if (amount) return true;
  for (let end = Math.min(to, from + LONGEST_NAME); end > from; end -= 1)
    if (sense.mentions.exactly(text.said.slice(from, end)).length > 0) return true;
  return false;
}
