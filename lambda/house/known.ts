/** Whether what a merchant wrote is something the world knows: a zone, a country, a language, a currency. */

export function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

/** ISO 3166, two letters. */
export function isCountry(code: string): boolean {
  return code !== 'ZZ' && isNamed('region', code);
}

/** BCP 47: a language, or one with a region. */
export function isLocale(locale: string): boolean {
  const [language = '', region] = locale.split('-');
  return isNamed('language', language) && (region === undefined || isCountry(region));
}

let currencies: ReadonlySet<string> | undefined;

/** ISO 4217. */
export function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
}

const names = new Map<string, Intl.DisplayNames>();

function isNamed(type: 'region' | 'language', code: string): boolean {
  const all = names.get(type) ?? new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  names.set(type, all);
  try {
    return all.of(code) !== undefined;
  } catch {
    return false;
  }
}
