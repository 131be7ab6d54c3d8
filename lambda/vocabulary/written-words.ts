/** What somebody wrote, in pieces: words, what has a spoken form of its own, and what no ear can note down. */

import { type CalledNumber, calledIn } from './called-numbers';
import { DOMAINS } from './domains';

/** Nobody could note these down by ear. `hidden`: it was taken out before it was kept. */
export type ForEye = 'link' | 'address' | 'number' | 'code' | 'hidden';

export type WrittenPiece =
  | { readonly kind: 'words'; readonly text: string }
  /** ISO 8601. */
  | { readonly kind: 'day'; readonly text: string; readonly day: string }
  /** An amount with the sign of its currency; `amount` in whole units. */
  | { readonly kind: 'money'; readonly text: string; readonly amount: number; readonly currency: string }
  /** More than four digits that are a quantity, and called by nothing. */
  | { readonly kind: 'quantity'; readonly text: string; readonly number: number }
  /** Two and more lengths: "120x60". */
  | { readonly kind: 'sides'; readonly text: string; readonly sides: readonly string[] }
  /** `called`: absent where nobody says what it is a number of. */
  | { readonly kind: ForEye; readonly text: string; readonly called?: CalledNumber };

const CURRENCIES: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD' };
const AMOUNT = String.raw`(?:\d{1,3}(?:[.,'’]\d{3})+|\d{1,6})(?:[.,]\d\d)?(?![\d.,]*\d)`;
const LENGTH = String.raw`\d+(?:[.,]\d+)?`;
/** What a sentence goes on with stays outside. */
const END = String.raw`(?=[.,;:!?)\]"”»]*(?:\s|$))`;

const PARTS: readonly (readonly [name: string, pattern: string])[] = [
  ['link', String.raw`\b(?:https?:\/\/|www\.)\S+?${END}`],
  // Neither part holds another sign of its kind: a row of them would be tried in every way there is.
  ['address', String.raw`(?<![^\s<>(),;:"@])[^\s<>(),;:"@]+@[^\s<>(),;:"@]+\.[\p{L}\p{N}-]+`],
  [
    'site',
    String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.${DOMAINS}(?:\/\S*?${END})?(?![\p{L}\p{N}])`,
  ],
  ['hidden', String.raw`\[[\p{L}-]+\]`],
  ['money', String.raw`[€£$] ?${AMOUNT}|(?<![\p{L}\p{N}.,])${AMOUNT} ?[€£$]`],
  ['iso', String.raw`(?<!\d)\d{4}-\d\d-\d\d(?!\d)`],
  ['time', String.raw`(?<!\d)\d{1,2}:\d\d(?: ?[-–] ?\d{1,2}:\d\d)?(?!\d)`],
  // An account of a bank: its country, two digits, and groups of four.
  [
    'account',
    String.raw`(?<![\p{L}\p{N}])[A-Z]{2}\d\d ?(?:[A-Z]{4}|[A-Z]\d{3}|\d{4})(?: ?\d{4}){2,6}(?: ?\d{1,4})?(?![\p{L}\p{N}])`,
  ],
  ['across', String.raw`(?<![\p{L}\p{N}.,])${LENGTH}(?: × ${LENGTH})+(?![\p{L}\p{N}])`],
  ['row', String.raw`\+\d[\d ()./-]{4,}\d|(?<![\p{L}\p{N}])\(?\d{1,6}\)?(?:[ ./-]{1,3}\d{1,6}){2,}(?![\p{L}\p{N}])`],
  // A number with its area before it.
  ['dialled', String.raw`(?<![\p{L}\p{N}.,])\(?0\d{1,5}\)?[ ./-]{1,3}\d{5,9}(?![\p{L}\p{N}])`],
  ['token', String.raw`[\p{L}\p{N}]+(?:[-–.,'’×\/_][\p{L}\p{N}]+)*`],
];
const PIECE = new RegExp(PARTS.map(([name, pattern]) => `(?<${name}>${pattern})`).join('|'), 'giu');

/**
 * Nothing is lost: the pieces' texts, one after the other, are what was written. `own`: numbers that are known to be some,
 * of the shopper's orders.
 */
export function piecesOf(text: string, own: readonly string[] = []): readonly WrittenPiece[] {
  const pieces: WrittenPiece[] = [];
  const called = calledIn(text);
  let done = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(PIECE)) {
    const whole = WHOLE.test(found) ? (called.get(index) ?? (own.includes(found) ? null : undefined)) : undefined;
    const piece = whole === undefined ? pieceOf(found, groups) : numberOf(found, whole);
    if (piece.kind === 'words') continue;
    if (index > done) pieces.push({ kind: 'words', text: text.slice(done, index) });
    pieces.push(piece);
    done = index + found.length;
  }
  return done < text.length ? [...pieces, { kind: 'words', text: text.slice(done) }] : pieces;
}

/** What of it has to be read or spelt, in order. `own`: as of `piecesOf`. */
export function forEyeIn(
  text: string,
  own: readonly string[] = [],
): readonly { readonly kind: ForEye; readonly text: string }[] {
  return piecesOf(text, own).flatMap((piece) => (isForEye(piece) ? [{ kind: piece.kind, text: piece.text }] : []));
}

/** As it is told: what every link begins with goes without saying. */
export function bareLink(link: string): string {
  return link.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

const FOR_EYE: Readonly<Record<ForEye, true>> = { link: true, address: true, number: true, code: true, hidden: true };

export function isForEyeKind(kind: unknown): kind is ForEye {
  return typeof kind === 'string' && Object.hasOwn(FOR_EYE, kind);
}

export function isForEye(piece: WrittenPiece): piece is Extract<WrittenPiece, { kind: ForEye }> {
  return isForEyeKind(piece.kind);
}

function pieceOf(text: string, groups: Readonly<Record<string, string | undefined>>): WrittenPiece {
  if (groups.link !== undefined || groups.site !== undefined) return { kind: 'link', text };
  if (groups.address !== undefined) return { kind: 'address', text };
  if (groups.hidden !== undefined) return { kind: 'hidden', text };
  if (groups.money !== undefined) return moneyOf(text);
  if (groups.iso !== undefined) return dayOf(text, text);
  if (groups.time !== undefined) return { kind: 'words', text };
  if (groups.account !== undefined) return { kind: 'code', text };
  if (groups.across !== undefined) return { kind: 'sides', text, sides: [...text.split(' × '), ''] };
  if (groups.dialled !== undefined) return { kind: 'number', text };
  return groups.row === undefined ? tokenOf(text) : rowOf(text);
}

function numberOf(text: string, called: CalledNumber | null): WrittenPiece {
  return { kind: 'number', text, ...(called ? { called } : {}) };
}

function moneyOf(text: string): WrittenPiece {
  const sign = /[€£$]/.exec(text)?.[0] ?? '';
  const amount = Number(
    text
      .replace(/[^\d.,]/g, '')
      .replace(/[.,](?=\d{3})/g, '')
      .replace(',', '.'),
  );
  return { kind: 'money', text, amount, currency: CURRENCIES[sign] ?? 'EUR' };
}

function dayOf(text: string, day: string): WrittenPiece {
  return Number.isNaN(Date.parse(day)) ? { kind: 'words', text } : { kind: 'day', text, day };
}

/** Eight and more digits in groups are dialled or typed in; a day has its own form. */
function rowOf(text: string): WrittenPiece {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[ ./-](\d{1,2})[ ./-]((?:19|20)\d\d)$/.exec(text) ?? [];
  // Which of the two is the month only its writer knows, unless one of them can be none.
  if (year !== '') {
    // With dots the day comes first everywhere.
    const isDayFirst = Number(first) > 12 || text.includes('.');
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    const isSure = isDayFirst || Number(second) > 12 || first === second;
    return isSure ? dayOf(text, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : { kind: 'words', text };
  }
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) return quantityOf(text, Number(text.replaceAll('.', '')));
  return text.replace(/\D/g, '').length >= 8 || text.startsWith('+')
    ? { kind: 'number', text }
    : { kind: 'words', text };
}

function tokenOf(text: string): WrittenPiece {
  const asItIs: WrittenPiece = { kind: 'words', text };
  if (!/\d/.test(text)) return asItIs;
  const sides = /^\d+(?:[.,]\d+)?(?:[x×]\d+(?:[.,]\d+)?)+(?=\p{L}{0,3}$)/u.exec(text)?.[0];
  if (sides) return { kind: 'sides', text, sides: [...sides.split(/[x×]/), text.slice(sides.length)] };
  if (/^\d+$/.test(text)) return wholeOf(text);
  const grouped = /^\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?$/.test(text);
  if (grouped) return quantityOf(text, Number(text.replace(/[.,'’](?=\d{3})/g, '').replace(',', '.')));
  if (text.length < SHORTEST_CODE || isSaid(text)) return asItIs;
  return { kind: /\p{L}/u.test(text) ? 'code' : 'number', text };
}

const SHORTEST_CODE = 5;
/** Nobody calls anything by fewer digits that would not be said as they are. */
const WHOLE = /^\d{4,}$/;

function wholeOf(text: string): WrittenPiece {
  if (text.length < SHORTEST_CODE) return { kind: 'words', text };
  const isQuantity = !text.startsWith('0') && (text.length === SHORTEST_CODE || text.endsWith('000'));
  return isQuantity && text.length <= 9 ? quantityOf(text, Number(text)) : { kind: 'number', text };
}

function quantityOf(text: string, number: number): WrittenPiece {
  return { kind: 'quantity', text, number };
}

/** A span ("10-15", "2-4pm"), an amount with its unit ("1500ml", "4.5kg", "27th"), a decimal, a name with a number ("Omega3"). */
function isSaid(text: string): boolean {
  if (/^(?:19|20)\d\d[-–]\d\d$/.test(text)) return true;
  const [, from = '', to = ''] = /^(\d{1,4})[-–](\d{1,4})\p{Ll}{0,3}$/u.exec(text) ?? [];
  if (from !== '') return Number(from) < Number(to) && !from.startsWith('0') && (to.length < 4 || to.endsWith('0'));
  if (/^\d{1,5}(?:[.,]\d{1,3})?(?:\p{Ll}{1,3}|\p{L}{1,2})?$/u.test(text)) return true;
  if (/^\d+\/\d+$/.test(text)) return true;
  // A span of the clock: "9am-5pm".
  if (/^\d{1,2}(?:[.]\d\d)?(\p{Ll}{1,2})?[-–]\d{1,2}(?:[.]\d\d)?\p{Ll}{1,2}$/u.test(text)) return true;
  return /^\p{L}\p{Ll}+-?\d{1,2}$/u.test(text) || /^\d{1,3}-\p{Ll}+$/u.test(text);
}
