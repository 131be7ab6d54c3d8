/** Whether what a merchant wrote is something the world knows: a zone, a country, a language, a currency. */

const zones = new Set<string>();

/** A name of the IANA's. What is one is looked up once: that takes longer than all else of reading a shop's file. */
export function isZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
  zones.add(zone);
  return true;
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
