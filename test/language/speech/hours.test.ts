/** Hours are told as each language tells them: when a door opens and closes, when a parcel comes, and how long a term is. */

import type { Value } from '../../../lambda/vocabulary/values';
import { formatOf, sayOne, voiceOf } from '../voice-of';

const LANGUAGES = ['en', 'it', 'de', 'cs', 'pl'] as const;
const voice = voiceOf(
  Object.fromEntries(
    LANGUAGES.map((name) => [name, { speech: { format: formatOf(name), Test: { value: 'So {{value}}' } } }]),
  ),
);
const hours = (from: number, to: number | null = null): Value => ({
  type: 'hours',
  from: from * 60,
  to: to === null ? null : to * 60,
});
const window = (from: number, to: number): Value => ({ type: 'window', from: from * 60, to: to * 60 });
const term = (days: number): Value => ({ type: 'span', days, isExact: true });

type Told = readonly [en: string, it: string, de: string, cs: string, pl: string];

test.each<[string, Value, Told]>([
  [
    'a day at a counter',
    hours(9, 18),
    ['from nine to six', 'dalle nove alle diciotto', 'von neun bis achtzehn Uhr', 'od devíti do šesti', 'od 9 do 18'],
  ],
  [
    'half hours',
    hours(9.5, 18.5),
    [
      'from nine thirty to six thirty',
      'dalle nove e mezza alle diciotto e mezza',
      'von neun Uhr dreißig bis achtzehn Uhr dreißig',
      'od devíti třicet do šesti třicet',
      'od 9:30 do 18:30',
    ],
  ],
  [
    'a morning',
    hours(8, 12),
    ['from eight to noon', 'dalle otto alle dodici', 'von acht bis zwölf Uhr', 'od osmi do poledne', 'od 8 do 12'],
  ],
  [
    'until the end of a day',
    hours(10, 24),
    [
      'from ten to midnight',
      'dalle dieci alle ventiquattro',
      'von zehn bis Mitternacht',
      'od deseti do půlnoci',
      'od 10 do 24',
    ],
  ],
  ['a door that opens', hours(9), ['from nine', 'dalle nove', 'ab neun Uhr', 'od devíti', 'od 9']],
  [
    'a parcel in the afternoon',
    window(14, 16),
    [
      'between two and four in the afternoon',
      'tra le due e le quattro del pomeriggio',
      'zwischen vierzehn und sechzehn Uhr',
      'od dvou do čtyř odpoledne',
      'między 14 a 16',
    ],
  ],
  [
    'a parcel about one',
    window(13, 13),
    [
      'around one in the afternoon',
      "verso l'una del pomeriggio",
      'gegen dreizehn Uhr',
      'kolem jedné odpoledne',
      'około 13',
    ],
  ],
  ['one day', term(1), ['a day', 'un giorno', 'einen Tag', 'jeden den', 'jeden dzień']],
  ['two days', term(2), ['2 days', '2 giorni', '2 Tage', '2 dny', '2 dni']],
  ['a term of weeks, to the day', term(30), ['30 days', '30 giorni', '30 Tage', '30 dní', '30 dni']],
])('%s', (_, value, told) => {
  expect(
    LANGUAGES.map((name) => sayOne(voice, 'Test.value', name, { value }).speech.plain.slice('So '.length)),
  ).toEqual(told);
});
