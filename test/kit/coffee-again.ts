/** How Ana's coffee is ordered again in each of our languages: the purchase that much is said at. */

export const COFFEE_AGAIN = {
  'en-GB': 'reorder my coffee',
  'it-IT': 'riordina il caffè',
  'de-DE': 'bestelle meinen Kaffee noch mal',
  'cs-CZ': 'objednej znovu kávu',
  'pl-PL': 'zamów ponownie kawę',
} as const;
export type CoffeeLocale = keyof typeof COFFEE_AGAIN;

/** That it goes to her other address. */
export const TO_WORK: Readonly<Record<CoffeeLocale, RegExp>> = {
  'en-GB': /to your work/,
  'it-IT': /al lavoro/,
  'de-DE': /an Ihre Arbeitsadresse/,
  'cs-CZ': /do práce/,
  'pl-PL': /do pracy/,
};
