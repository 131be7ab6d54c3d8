/** Intl's formatters of one locale, made once each: making one costs more than a whole turn, using one a tenth. */

import type { ValueOf } from '../../vocabulary/values';
import { once } from '../hearing/once';

export type Formats = {
  /** Intl's own name of the locale. */
  locale(): string;
  /** Digits as a voice reads them well: thousands are grouped from five digits on only. */
  number(number: number): string;
  /** A written amount of money: "€14.80". `minor` in the currency's minor units. */
  money(minor: number, currency: string): string;
  /** The same with the currency's name, for currencies a language has no words of its own for: "12.50 Mexican pesos". */
  moneyInWords(minor: number, currency: string): string;
  /** How many digits of a minor amount are decimals: 2 for EUR, 0 for JPY. */
  decimals(currency: string): number;
  /** `long`: "250 grams"; `short`: "250 g". */
  unit(amount: number, unit: string, display: 'long' | 'short'): string;
  /** A date or time of day given as UTC milliseconds. */
  date(milliseconds: number, style: DateStyle): string;
  /** Two days, written: "24–26 Nov". */
  dates(from: number, to: number): string;
  /** The pieces of a list: text, or the index of an item. */
  list(length: number, join: ValueOf<'list'>['join']): readonly (string | number)[];
  /** A country's name, or the code itself where it names none. */
  country(code: string): string;
  /** A currency's name, or the code itself where it names none. */
  currency(code: string): string;
};

/** `day` "3 March", `dayOfYear` "3 March 2028", `short` "3 Mar", `time` "14:00". */
export type DateStyle = 'day' | 'dayOfYear' | 'month' | 'monthOfYear' | 'short' | 'time';

const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long' },
  monthOfYear: { month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  time: { hour: 'numeric', minute: '2-digit' },
};
const CURRENCY_NAME = { currencyDisplay: 'name', trailingZeroDisplay: 'stripIfInteger' } as const;
/** Texts kept at a time: the days, prices and sizes of a busy shop. */
const CACHE = 5000;
// Non-breaking and thin spaces are read as odd characters by some voices, and break plain-text comparison.
const SPACES = /[\u00A0\u2009\u202F]/g;

/** Makes each thing once, by key; forgets all when there are too many. */
function remembering<T>(most: number): (key: string, make: () => T) => T {
  const made = new Map<string, T>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  };
}

function listPieces(locale: string, length: number, join: ValueOf<'list'>['join']): readonly (string | number)[] {
  // Of a longer list these are the first.
  if (join === 'more') return listPieces(locale, length + 2, 'and').slice(0, Math.max(0, 2 * length - 1));
  const format = new Intl.ListFormat(locale, { type: join === 'and' ? 'conjunction' : 'disjunction' });
  // Items are unknown here, so Spanish "e hijo" gets the usual "y"; shops rarely list such words.
  const items = Array.from({ length }, () => 'X');
  let at = 0;
  return format.formatToParts(items).map(({ type, value }) => (type === 'element' ? at++ : value.replace(SPACES, ' ')));
}

function nameOf(code: string, type: 'region' | 'currency', locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** An Intl locale for any string a channel may send. */
function intlLocale(asked: string, fallback: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(asked)[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** All formatters of a locale; each is made when first needed, and its texts are remembered. */
export function createFormats(asked: string, fallback: string): Formats {
  // Looked up once a number is said: the first look at all locales there are costs a cold start.
  const locale = once(() => intlLocale(asked, fallback));
  const numbers = remembering<Intl.NumberFormat>(CACHE);
  const dates = remembering<Intl.DateTimeFormat>(CACHE);
  const lists = remembering<readonly (string | number)[]>(CACHE);
  const digits = remembering<number>(CACHE);
  const texts = remembering<string>(CACHE);

  const text = (key: string, make: () => string) => texts(key, () => make().replace(SPACES, ' '));
  const format = (key: string, options: Intl.NumberFormatOptions, number: number) =>
    text(`${key} ${number}`, () => numbers(key, () => new Intl.NumberFormat(locale(), options)).format(number));
  const dateFormat = (style: DateStyle) =>
    dates(style, () => new Intl.DateTimeFormat(locale(), { ...STYLES[style], timeZone: 'UTC' }));
  const decimals = (currency: string) =>
    digits(currency, () => {
      const { maximumFractionDigits } = new Intl.NumberFormat(locale(), {
        style: 'currency',
        currency,
      }).resolvedOptions();
      return maximumFractionDigits ?? 2;
    });

  return {
    locale,
    decimals,
    number: (number) => format('n', { useGrouping: 'min2', maximumFractionDigits: 2 }, number),
    money: (minor, currency) =>
      format(`m ${currency}`, { style: 'currency', currency }, minor / 10 ** decimals(currency)),
    moneyInWords: (minor, currency) =>
      format(`w ${currency}`, { style: 'currency', currency, ...CURRENCY_NAME }, minor / 10 ** decimals(currency)),
    unit: (amount, unit, display) =>
      format(`u ${unit} ${display}`, { style: 'unit', unit, unitDisplay: display }, amount),
    date: (milliseconds, style) => text(`${style} ${milliseconds}`, () => dateFormat(style).format(milliseconds)),
    dates: (from, to) => text(`range ${from} ${to}`, () => dateFormat('short').formatRange(from, to)),
    list: (length, join) => lists(`${join} ${length}`, () => listPieces(locale(), length, join)),
    country: (code) => text(`country ${code}`, () => nameOf(code, 'region', locale())),
    currency: (code) => text(`currency ${code}`, () => nameOf(code, 'currency', locale())),
  };
}
