/** How Ana's coffee is ordered again in each of our languages: the purchase that much is said at. */

export const COFFEE_AGAIN = {
  'en-GB': 'reorder my coffee',
  'it-IT': 'riordina il caffè',
  'de-DE': 'bestelle meinen Kaffee noch mal',
  'cs-CZ': 'objednej znovu kávu',
  'pl-PL': 'zamów ponownie kawę',
} as const;
export type CoffeeLocale = keyof typeof COFFEE_AGAIN;
