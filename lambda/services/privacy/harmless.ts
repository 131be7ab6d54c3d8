/** What has as many digits as a card or a telephone and is none: dates, times, amounts, order numbers. */

const DATE = String.raw`(?<![\d.\/-])(?:\d{4}([-.\/])\d{1,2}\1\d{1,2}|\d{1,2}([-.\/])\d{1,2}\2(?:19|20)?\d\d)(?!\d|[.\/-]\d)`;
const TIME = String.raw`(?<!\d|\d:)\d{1,2}:\d{2}(?::\d{2})?(?!\d|:\d)`;
const AMOUNT = String.raw`(?<!\d|\d[.,])(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[.,' ]\d{3})+)[.,]\d{2}(?!\d|[.,-]\d)`;
/** ISO 4217; what people call money each language says for itself. */
const CODES = ['eur', 'usd', 'gbp', 'jpy', 'pln', 'czk', 'ron', 'chf', 'huf', 'idr', 'inr', 'krw'];
const WHOLE = String.raw`(?:\d{1,3}(?:[ .,']\d{3})+|\d{1,12})`;
const ORDER = /(?<![\p{L}\p{N}])\p{L}{1,6}-\d{3,9}(?![\p{L}\p{N}]|-\d)/gu;

const made = new WeakMap<readonly string[], RegExp>();

/** `money`: what it is called in all languages, folded. */
function amountsIn(money: readonly string[]): RegExp {
  const known = made.get(money);
  if (known) return known;
  const called = String.raw`(?:\p{Sc}|${[...CODES, ...money].join('|')})`;
  const before = String.raw`(?<!\p{L})${called} ?${WHOLE}(?![ .-]?\d)`;
  const after = String.raw`(?<!\d|\d[ .-])${WHOLE}(?= ?${called}(?!\p{L}))`;
  const amounts = new RegExp([DATE, TIME, AMOUNT, before, after].join('|'), 'gu');
  made.set(money, amounts);
  return amounts;
}

/** Masks dates, times, and amounts with decimals or a currency; the text keeps its length. */
export function withoutAmounts(folded: string, { money }: { readonly money: readonly string[] }): string {
  return folded.replace(amountsIn(money), mask);
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
