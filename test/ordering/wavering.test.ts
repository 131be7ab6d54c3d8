/** "Yes, no, wait", "sì no aspetta": a yes that was taken back in the same breath buys nothing, and what is bought is named anew. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'reorder my coffee',
    yes: 'yes',
    wavers: ['yes, no, wait', 'no wait yes', 'yes no hang on', 'yes wait no', 'ok no wait a minute', 'yes hold on'],
  },
  'it-IT': {
    order: 'riordina il caffè',
    yes: 'sì',
    wavers: ['sì, no, aspetta', 'no aspetta sì', 'sì no un attimo', 'sì aspetta no', 'ok no aspetta', 'sì aspetta'],
  },
  'de-DE': {
    order: 'bestelle meinen Kaffee noch mal',
    yes: 'ja',
    wavers: ['ja, nein, warte', 'nein warte ja', 'ja nein Moment', 'ja warte nein', 'ok nein warte', 'ja warte mal'],
  },
  'cs-CZ': {
    order: 'objednej znovu kávu',
    yes: 'ano',
    wavers: ['ano, ne, počkej', 'ne počkej ano', 'ano ne moment', 'ano počkej ne', 'ok ne počkej', 'ano počkej'],
  },
  'pl-PL': {
    order: 'zamów ponownie kawę',
    yes: 'tak',
    wavers: ['tak, nie, czekaj', 'nie czekaj tak', 'tak nie moment', 'tak czekaj nie', 'ok nie czekaj', 'tak poczekaj'],
  },
} as const;

/** The same goods once more within this time are asked about. */
const NO_DOUBLE_MS = 11 * 60_000;

test.each(Object.entries(LANGUAGES))('what a wavering yes buys is named anew, in %s', async (locale, words) => {
  for (const waver of words.wavers) {
    at.house.clock.advance(NO_DOUBLE_MS);
    const chat = at.texter({ locale });
    expect((await chat.says(words.order)).asks).toBe('Purchase.confirm');
    const before = at.house.orders();
    const { show } = await chat.says(waver);
    expect([waver, at.house.orders()]).toEqual([waver, before]);
    await chat.says(words.yes);
    const isNamed = show.includes('Bella Roma');
    expect([waver, show, at.house.orders() - before <= Number(isNamed)]).toEqual([waver, show, true]);
  }
});
