/** What has as many digits as a card or a telephone and is none: dates, times, amounts, order numbers. */

const DATE = String.raw`(?<![\d.\/-])(?:\d{4}([-.\/])\d{1,2}\1\d{1,2}|\d{1,2}([-.\/])\d{1,2}\2(?:19|20)?\d\d)(?!\d|[.\/-]\d)`;
const TIME = String.raw`(?<!\d|\d:)\d{1,2}:\d{2}(?::\d{2})?(?!\d|:\d)`;
const AMOUNT = String.raw`(?<!\d|\d[.,])(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[.,' ]\d{3})+)[.,]\d{2}(?!\d|[.,-]\d)`;
const MONEY = String.raw`(?:\p{Sc}|eur|euros?|usd|gbp|jpy|pln|czk|ron|chf|huf|idr|inr|krw|dollar[is]?|pounds?|sterline|yen)`;
const WHOLE = String.raw`(?:\d{1,3}(?:[ .,']\d{3})+|\d{1,12})`;
const PAID_BEFORE = String.raw`(?<!\p{L})${MONEY} ?${WHOLE}(?![ .-]?\d)`;
const PAID_AFTER = String.raw`(?<!\d|\d[ .-])${WHOLE}(?= ?${MONEY}(?!\p{L}))`;
const ORDER = /(?<![\p{L}\p{N}])\p{L}{1,6}-\d{3,9}(?![\p{L}\p{N}]|-\d)/gu;
const AMOUNTS = new RegExp([DATE, TIME, AMOUNT, PAID_BEFORE, PAID_AFTER].join('|'), 'gu');

/** Masks dates, times, and amounts with decimals or a currency; the text keeps its length. */
export function withoutAmounts(folded: string): string {
  return folded.replace(AMOUNTS, mask);
}

/** Masks numbers such as `WM-104233`. */
export function withoutOrders(folded: string): string {
  return folded.replace(ORDER, mask);
}

function mask(match: string): string {
  return '_'.repeat(match.length);
}

/** An article's number as it stands under its bars, unbroken: EAN-13 and UPC-A, by their check digit (GS1). */
export function isProductCode(written: string): boolean {
  if (!/^\d{12,13}$/.test(written)) return false;
  const sum = [...written.padStart(13, '0')].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % 10 === 0;
}
