/** Finds telephone numbers by their shape; a library that knows every country's plan could take this file's place. */

import type { Span } from './fold';
import { withoutAmounts, withoutOrders } from './harmless';

/** Digits that belong together, with the place of each in the text. */
export type DigitGroups = { readonly digits: string; readonly places: readonly number[]; readonly from: number };

/** Digits with at most three signs between them: one number, in whatever grouping. */
const GROUPED = /\+?\(?\d(?:[ ()./-]{0,3}\d)*/g;

export function digitGroups(folded: string): readonly DigitGroups[] {
  return [...folded.matchAll(GROUPED)].map((match) => {
    const places = [...match[0].matchAll(/\d/g)].map((digit) => match.index + digit.index);
    return { digits: match[0].replace(/\D/g, ''), places, from: match.index };
  });
}

export function phoneSpans(folded: string): readonly Span[] {
  const masked = withoutOrders(withoutAmounts(folded));
  return [...masked.matchAll(PHONE)]
    .filter((match) => isPhone(match[0], masked.slice(0, match.index), masked.slice(match.index + match[0].length)))
    .map((match) => ({ from: match.index, to: match.index + match[0].length, as: 'phone' as const }));
}

/** From abroad with + or 00; a code in brackets; groups of two and more; or nine and more digits in one go. */
const PHONE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:\+|00)\d(?:[ ().\/-]{0,3}\d){6,15}`,
    String.raw`(?<![\p{L}\p{N}])(?:1[ .-]?)?\(\d{2,5}\)(?:[ .\/-]{0,2}\d){5,10}`,
    String.raw`(?<![\p{L}\p{N}#_])(?:1[ .-])?\d{2,5}(?:[ .\/-]\d{2,8}){1,5}`,
    String.raw`(?<![\p{L}\p{N}#_-])\d{9,13}`,
  ]
    .map((shape) => String.raw`${shape}(?![\p{L}\p{N}]|-\d)`)
    .join('|'),
  'gu',
);

const MONEY = String.raw`(?:[€$£¥]|eur|euros?|usd|gbp|jpy|pln|czk|ron|chf|dollari?|dollars?|pounds?|sterline|yen)`;
const PAID_BEFORE = new RegExp(`${MONEY}\\s?$`);
const PAID_AFTER = new RegExp(`^\\s?${MONEY}`);

function isPhone(match: string, before: string, after: string): boolean {
  const count = match.replace(/\D/g, '').length;
  if (/^(?:\+|00)/.test(match)) return count >= 7 && count <= 17;
  if (count < 9 || count > 13) return false;
  const isAmount = /^\d{1,3}(?:[ .]\d{3})+$|^\d+$/.test(match);
  return !(isAmount && (PAID_BEFORE.test(before.slice(-12)) || PAID_AFTER.test(after.slice(0, 12))));
}
