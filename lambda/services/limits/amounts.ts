/** How much a limit is, as people write it: read only where it can mean one thing. */

import type { Money } from '../../vocabulary/values';
import { digitsOf, minorIn } from '../commerce/sums';

/** In whole units, typed or said. A limit above it is a slip more often than a wish. */
export const LARGEST_LIMIT = 999_999;

export type AmountProblem = 'badAmount' | 'notZero' | 'tooMuch';

/** `most` null: the field is empty, so there is no limit. */
export type ReadAmount = { readonly most: Money | null } | { readonly problem: AmountProblem };

export type AmountIn = {
  readonly currency: string;
  /** Whose way of writing numbers it is where two are possible: "1,234" is a thousand in English, and nothing in German. */
  readonly locale: string;
};

export function readAmount(text: string, { currency, locale }: AmountIn): ReadAmount {
  const typed = text.trim();
  if (typed === '') return { most: null };
  const amount = numberIn(withoutMoney(typed, currency, locale), { digits: digitsOf(currency), locale });
  return amount === null ? { problem: 'badAmount' } : limitOf(amount, currency);
}

/** Of so much, in whole units. */
export function limitOf(
  amount: number,
  currency: string,
): { readonly most: Money } | { readonly problem: AmountProblem } {
  if (amount <= 0) return { problem: 'notZero' };
  return amount > LARGEST_LIMIT ? { problem: 'tooMuch' } : { most: { minor: minorIn(amount, currency), currency } };
}

/** The sign or the code of this money, before or after the number; of other money it stays, and is no number. */
function withoutMoney(typed: string, currency: string, locale: string): string {
  const signs = (['symbol', 'narrowSymbol', 'code'] as const).map((currencyDisplay) => {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0);
    return parts.find(({ type }) => type === 'currency')?.value ?? currency;
  });
  for (const sign of signs) {
    if (typed.toUpperCase().startsWith(sign.toUpperCase())) return typed.slice(sign.length).trim();
    if (typed.toUpperCase().endsWith(sign.toUpperCase())) return typed.slice(0, -sign.length).trim();
  }
  return typed;
}

/** Between thousands, beside point and comma: spaces, narrow ones too, and the apostrophe of Switzerland. */
const LOOSE_GROUPS = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu;
const BOTH = /^(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+)$/;
const GROUPS = /^\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)$/;

/** null: that is no amount, or could be two. */
function numberIn(typed: string, { digits, locale }: { readonly digits: number; readonly locale: string }) {
  const bare = typed.replace(LOOSE_GROUPS, '');
  if (/^\d+$/.test(bare)) return Number(bare);
  const isGrouped = GROUPS.test(bare) && (bare.length > 7 || bare.includes(groupOf(locale)));
  if (isGrouped && digits < 3) return Number(bare.replace(/[.,]/g, ''));
  const at = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const [whole, part] = [bare.slice(0, at), bare.slice(at + 1)];
  const isWhole = /^\d+$/.test(whole) || BOTH.test(bare);
  if (!isWhole || !/^\d+$/.test(part) || part.length > digits) return null;
  return Number(`${whole.replace(/[.,]/g, '')}.${part}`);
}

function groupOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567);
  return parts.find(({ type }) => type === 'group')?.value ?? ',';
}
