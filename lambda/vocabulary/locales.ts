/** Locales as they are written: "it-IT" is Italian as in Italy. */

/** `locale`: BCP 47. */
export function languageOf(locale: string): string {
  const [language = locale] = locale.split('-');
  return language;
}
