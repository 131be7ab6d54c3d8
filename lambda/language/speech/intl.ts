/** Intl's formatters of one locale, made once each: making one costs more than a whole turn. */

export type Formats = {
  readonly locale: string;
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
  date(milliseconds: number, options: Intl.DateTimeFormatOptions): string;
  dates(from: number, to: number, options: Intl.DateTimeFormatOptions): string;
  /** The pieces of a list: text, or the index of an item. */
  list(length: number, join: 'and' | 'or'): readonly (string | number)[];
  /** A country's name, or the code itself where it names none. */
  country(code: string): string;
};

// Non-breaking and thin spaces are read as odd characters by some voices, and break plain-text comparison.
const SPACES = /[\u00A0\u2009\u202F]/g;

function spaced(text: string): string {
  return text.replace(SPACES, ' ');
}

function remembering(): <T>(key: string, make: () => T) => T {
  const made = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
}

function listPieces(locale: string, length: number, join: 'and' | 'or'): readonly (string | number)[] {
  const format = new Intl.ListFormat(locale, { type: join === 'and' ? 'conjunction' : 'disjunction' });
  // Spanish "e hijo" depends on the item's sound; one neutral letter per item keeps the usual word.
  const items = Array.from({ length }, () => 'X');
  let at = 0;
  return format.formatToParts(items).map(({ type, value }) => (type === 'element' ? at++ : spaced(value)));
}

function countryName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** All formatters of a locale; each is made when first needed. */
export function createFormats(locale: string): Formats {
  const once = remembering();
  const numbers = (key: string, options: Intl.NumberFormatOptions) =>
    once(key, () => new Intl.NumberFormat(locale, options));
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(`date ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  const written = (currency: string) => numbers(`money ${currency}`, { style: 'currency', currency });
  const decimals = (currency: string) => written(currency).resolvedOptions().maximumFractionDigits ?? 2;
  const digits = once('decimals', () => new Map<string, number>());

  const formats: Formats = {
    locale,
    number: (number) => numbers('number', { useGrouping: 'min2', maximumFractionDigits: 2 }).format(number),
    money: (minor, currency) => spaced(written(currency).format(minor / 10 ** formats.decimals(currency))),
    moneyInWords: (minor, currency) =>
      spaced(
        numbers(`words ${currency}`, {
          style: 'currency',
          currency,
          currencyDisplay: 'name',
          trailingZeroDisplay: 'stripIfInteger',
        }).format(minor / 10 ** formats.decimals(currency)),
      ),
    decimals(currency) {
      const known = digits.get(currency) ?? decimals(currency);
      digits.set(currency, known);
      return known;
    },
    unit: (amount, unit, display) =>
      spaced(numbers(`unit ${unit} ${display}`, { style: 'unit', unit, unitDisplay: display }).format(amount)),
    date: (milliseconds, options) => spaced(dates(options).format(milliseconds)),
    dates: (from, to, options) => spaced(dates(options).formatRange(from, to)),
    list: (length, join) => once(`list ${length} ${join}`, () => listPieces(locale, length, join)),
    country: (code) =>
      countryName(
        once('countries', () => new Intl.DisplayNames(locale, { type: 'region' })),
        code,
      ),
  };
  return formats;
}
