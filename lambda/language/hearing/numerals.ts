/** Numbers written in signs and not in words: "-1", "½", "2-3", "1e9", "x2". Each becomes one word, so that no part of it is taken for another count. */

const FRACTIONS: Readonly<Record<string, number>> = {
  ...{ '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅛': 1 / 8 },
};
const KEYS: Readonly<Record<string, string>> = { '🔟': '10' };
const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Most words are nothing else. */
const LETTERS = /^\p{L}+$/u;
const TIMES = /^[x×✕*](\d{1,6})$|^(\d{1,6})[x×✕]$/;
const MINUS = /^[-−–](\d{1,6}(?:[.,]\d+)?)$/;
/** Two numbers with a sign between them; more digits are a date, an order or a telephone. */
const RANGE = /^\d{1,2}[-–—~]\d{1,2}$/;
/** ".5". */
const LESS = /^[.,](\d{1,3})$/;
const QUOTIENT = /^(\d{1,3})[/⁄](\d{1,3})$/;
/** No count at all, though digits stand in it. */
const STRANGE = /^(?:\d+e\d+|\d[\d.,]*e[+-]?\d+|0x[\da-f]+|0b[01]+|\d+(?:\^|\*\*)\d+|\d+[+*]\d+|\d*\^\d+)$/;

/**
 * The one word of a number that is written in signs; undefined: nothing of the kind. A plain count becomes its digits.
 * `part`: as it was written, up to the next space.
 */
export function numeralOf(part: string): string | undefined {
  if (LETTERS.test(part)) return undefined;
  const bare = part.replace(/^[(["'¿¡]+|[)\]"'.,;:!?]+$/g, '').replace(/^[#+]/, '');
  const text = inDigits(bare);
  // Most words have no digit.
  if (!/\p{N}/u.test(text)) return undefined;
  const [, before, after] = TIMES.exec(text) ?? [];
  const times = before ?? after;
  if (times !== undefined) return String(Number(times));
  return unusualOf(text) === undefined ? digitsIn(text, bare) : text;
}

function digitsIn(text: string, bare: string): string | undefined {
  return text !== bare && /^\d+$/.test(text) ? text : undefined;
}

/** What such a word stands for; `value` is missing where nobody can tell. undefined: a plain number, or none. */
export function unusualOf(token: string): { readonly value?: number } | undefined {
  const minus = MINUS.exec(token)?.[1];
  if (minus !== undefined) return { value: -Number(minus.replace(',', '.')) };
  const less = LESS.exec(token)?.[1];
  if (less !== undefined) return { value: Number(`0.${less}`) };
  const [, over = '', under = ''] = QUOTIENT.exec(token) ?? [];
  if (under !== '') return partOf(Number(over) / Number(under));
  const [, whole = '', sign = ''] = /^(\d*)(\p{No})$/u.exec(token) ?? [];
  if (sign in FRACTIONS) return { value: Number(whole) + (FRACTIONS[sign] ?? 0) };
  return RANGE.test(token) || STRANGE.test(token) ? {} : undefined;
}

/** A quotient that comes to a whole number was meant as something else. */
function partOf(value: number): { readonly value?: number } {
  return Number.isFinite(value) && !Number.isInteger(value) ? { value } : {};
}

/** Digits of any script, in circles and on keys as plain ones; powers behind a "^". */
function inDigits(part: string): string {
  if (/^[ -~]*$/.test(part)) return part.toLowerCase();
  const plain = [...part.toLowerCase()].map((sign) => KEYS[sign] ?? digitOf(sign)).join('');
  return plain.replace(/[\uFE0F\u20E3]/g, '').replace(new RegExp(`[${POWERS}]+`, 'g'), powered);
}

function powered(powers: string): string {
  return `^${[...powers].map((sign) => POWERS.indexOf(sign)).join('')}`;
}

const DIGIT = /^\p{Nd}$/u;

function digitOf(sign: string): string {
  if (sign in FRACTIONS || POWERS.includes(sign)) return sign;
  const plain = sign.normalize('NFKD');
  if (!DIGIT.test(plain) || /^\d$/.test(plain)) return DIGIT.test(plain) ? plain : sign;
  // Ten of a script stand in a row, the zero first.
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint((plain.codePointAt(0) ?? 0) - value - 1))) value += 1;
  return String(value);
}
