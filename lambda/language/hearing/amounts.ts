/** How many, or how much: "three", "two and a half kilos", "a six pack", "1,000", "minus two". */

import { MEASURES } from '../../vocabulary/measures';
import { readNumber } from './numbers';
import { unusualOf } from './numerals';
import { isOfSize, type OrderReader } from './order-reader';
import { type Phrases, type Read, readPhrase } from './words';

/** `number` is missing where it was not clear: "two or three". `unit` is a value of the slot type Unit. */
export type Amount = { readonly number?: number; readonly unit?: string };

/** Words and how each was written: "2.5" is two words and one number. */
export type Written = { readonly said: readonly string[]; readonly written: readonly string[] };

export type AmountReader = { readonly order: OrderReader; readonly units: Phrases<string> };

/** undefined: no amount begins here. A unit alone is none: "bags" may be goods. */
export function readAmount(reader: AmountReader, text: Written, from: number): Read<Amount> | undefined {
  if (isOfSize(reader.order, text.said, from)) return undefined;
  return (
    readPackOf(reader, text, from) ??
    halfOf(reader, text, from) ??
    counted(reader, text, from) ??
    one(reader, text, from)
  );
}

/** "A six pack", "pack of six": one pack of so many. */
export function readPackOf({ order, units }: AmountReader, text: Written, from: number): Read<Amount> | undefined {
  const article = readPhrase(order.one, text.said, from)?.length ?? 0;
  for (const start of article > 0 ? [from + article, from] : [from]) {
    const before = readPhrase(order.packBefore, text.said, start)?.length ?? 0;
    const number = readWritten(order, text, start + before);
    const end = start + before + (number?.length ?? 0);
    const after = before > 0 ? 0 : (readPhrase(order.packAfter, text.said, end)?.length ?? 0);
    // "Pacco da un chilo": so much, and not so many.
    const isMeasured = before > 0 && MEASURES[readPhrase(units, text.said, end)?.value ?? ''] !== undefined;
    if (number?.value !== undefined && before + after > 0 && !isMeasured) {
      return { value: { number: number.value, unit: 'piece' }, length: end + after - from };
    }
  }
  return undefined;
}

/** "Half a kilo". */
function halfOf({ order, units }: AmountReader, { said }: Written, from: number): Read<Amount> | undefined {
  const half = readPhrase(order.half, said, from);
  const unit = half && readPhrase(units, said, from + half.length);
  return unit && { value: { number: 0.5, unit: unit.value }, length: half.length + unit.length };
}

/** "A kilo", "a bag", "a kilo and a half". */
function one({ order, units }: AmountReader, { said }: Written, from: number): Read<Amount> | undefined {
  const article = readPhrase(order.one, said, from);
  const unit = article && readPhrase(units, said, from + article.length);
  if (!unit) return undefined;
  const end = from + article.length + unit.length;
  const half = readPhrase(order.andHalf, said, end)?.length ?? 0;
  return { value: { number: half > 0 ? 1.5 : 1, unit: unit.value }, length: end + half - from };
}

function counted({ order, units }: AmountReader, text: Written, from: number): Read<Amount> | undefined {
  const first = readSigned(order, text, from) ?? vague(order, text, from);
  if (!first) return undefined;
  let end = from + first.length;
  const or = readPhrase(order.or, text.said, end);
  const other = or && readSigned(order, text, end + or.length);
  if (other) end += or.length + other.length;
  const halfBefore = readPhrase(order.andHalf, text.said, end)?.length ?? 0;
  const unit = readPhrase(units, text.said, end + halfBefore);
  end += halfBefore + (unit?.length ?? 0);
  const halfAfter = unit && halfBefore === 0 ? (readPhrase(order.andHalf, text.said, end)?.length ?? 0) : 0;
  const value = (first.value ?? 0) + (halfBefore + halfAfter > 0 ? 0.5 : 0);
  const isClear = !other && first.value !== undefined;
  return {
    value: { ...(isClear ? { number: value } : {}), ...(unit ? { unit: unit.value } : {}) },
    length: end + halfAfter - from,
  };
}

/** "A few", "several": more than one, and nobody knows how many. */
function vague(order: OrderReader, { said }: Written, from: number): MaybeNumber | undefined {
  const read = readPhrase(order.vague, said, from);
  return read && { value: undefined, length: read.length };
}

type MaybeNumber = { readonly value: number | undefined; readonly length: number };

function readSigned(order: OrderReader, text: Written, from: number): MaybeNumber | undefined {
  const minus = readPhrase(order.minus, text.said, from);
  const number = readWritten(order, text, from + (minus?.length ?? 0));
  if (!number || !minus) return number;
  return { value: number.value === undefined ? undefined : -number.value, length: minus.length + number.length };
}

/** Longer is no count of goods. */
const MOST_DIGITS = 6;
const DIGITS = /^([-−])?(\d{1,3}(?:([.,])\d{3})+|\d{1,6})(?:([.,])(\d{1,2}))?(?![\d.,]*\d)/;

/** In digits as they are written, or in words. `value` is undefined where the sign in it may mean two things. */
function readWritten(order: OrderReader, text: Written, from: number): MaybeNumber | undefined {
  const token = text.said[from] ?? '';
  const unusual = unusualOf(token);
  if (unusual) return { value: unusual.value, length: 1 };
  if (!/^\d+$/.test(token)) return readNumber(order.numbers, text.said, from);
  if (token.length > MOST_DIGITS) return { value: undefined, length: 1 };
  const digits = DIGITS.exec(text.written[from] ?? '');
  const [whole = '', sign, integer = '', thousands, , decimals] = digits ?? [];
  if (!digits || !integer.startsWith(token)) return alone(text, from);
  const length = whole.match(/\d+/g)?.length ?? 1;
  // "1.000" is a thousand where "," begins the decimals; where "." does, nobody can tell.
  if (thousands === order.decimal) return { value: undefined, length };
  const value = Number(`${integer.replace(/[.,]/g, '')}.${decimals ?? '0'}`);
  return { value: sign ? -value : value, length };
}

/** "(2)" is two; of "1.5.2" nobody knows which of its numbers counts. */
function alone({ said, written }: Written, from: number): MaybeNumber {
  let end = from + 1;
  while (end < said.length && written[end] === written[from]) end += 1;
  const isOnly = said.slice(from + 1, end).every((token) => !/\d/.test(token));
  return isOnly ? { value: Number(said[from]), length: 1 } : { value: undefined, length: end - from };
}
