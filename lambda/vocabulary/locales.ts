/** Locales as they are written: "it-IT" is Italian as in Italy. */

/** `locale`: BCP 47. */
export function languageOf(locale: string): string {
  const [language = locale] = locale.split('-');
  return language;
}

/** A language without a region is spoken as in the first of these regions that speaks it. */
export function inFirstRegion(locale: string, locales: readonly string[]): string {
  return locale.includes('-') ? locale : (locales.find((one) => languageOf(one) === locale) ?? locale);
}
