/** Days, ranges and times are said as people say them, over ten years and every month's end. */

import fc from 'fast-check';
import type { PlainDate, Value } from '../../../lambda/vocabulary/values';
import { mass } from '../../kit/masses';
import { formatOf, LOCALES, tell } from '../voice-of';

const DAY = 86_400_000;
const ZONES = [
  'Pacific/Kiritimati',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Europe/Athens',
  'Europe/Rome',
  'Europe/London',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Pago_Pago',
] as const;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOnce(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** The calendar day somewhere at an instant, by a road that shares nothing with the code under test. */
function dayIn(zone: string, at: number): PlainDate {
  return formatOnce('sv-SE', { timeZone: zone }).format(at) as PlainDate;
}

function noon(day: PlainDate): number {
  return Date.parse(`${day}T12:00:00Z`);
}

function later(day: PlainDate, days: number): PlainDate {
  return new Date(noon(day) + days * DAY).toISOString().slice(0, 10) as PlainDate;
}

function inWords(day: PlainDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatOnce(locale, { timeZone: 'UTC', ...options }).format(noon(day));
}

const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2034, 0, 1) });
const relative = {
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
  it: { [-1]: 'ieri', 0: 'oggi', 1: 'domani' },
} as Readonly<Record<string, Readonly<Record<number, string>>>>;

test.each(LOCALES)('ten years in twelve zones: every day has the right words in %s', (locale) => {
  const near = relative[locale.slice(0, 2)] ?? {};
  fc.assert(
    fc.property(instant, fc.constantFrom(...ZONES), fc.integer({ min: -420, max: 420 }), (at, zone, distance) => {
      const today = dayIn(zone, at);
      const day = later(today, distance);
      const { speech, text } = tell({ type: 'day', day, today }, locale);
      const weekday = inWords(day, locale, { weekday: 'long' });
      if (Math.abs(distance) <= 1) expect(speech).toBe(near[distance]);
      else if (Math.abs(distance) <= 6) expect(speech).toBe(locale === 'it-IT' ? weekday : `on ${weekday}`);
      else {
        expect(speech).toContain(inWords(day, locale, { month: 'long' }));
        expect(speech.includes(day.slice(0, 4))).toBe(Math.abs(distance) > 334);
        expect(speech).toMatch(new RegExp(`(?<!\\d)${Number(day.slice(8))}(?!\\d)|primo`));
      }
      expect(text).toMatch(new RegExp(`(?<!\\d)0?${Number(day.slice(8))}(?!\\d)|primo`));
    }),
    { numRuns: mass(200, 4_000) },
  );
});

const today = '2026-11-22';
const days = (from: PlainDate, to: PlainDate): Value => ({ type: 'days', from, to, today });
const day = (on: PlainDate): Value => ({ type: 'day', day: on, today });
const window = (from: number, to: number): Value => ({ type: 'window', from: from * 60, to: to * 60 });

test.each<[Value, string, string, string]>([
  [day('2026-11-24'), 'on Tuesday', 'on Tuesday', 'martedì'],
  [day('2026-11-28'), 'on Saturday', 'on Saturday', 'sabato'],
  [day('2026-11-29'), 'on November 29', 'on 29 November', 'il 29 novembre'],
  [day('2026-11-16'), 'on Monday', 'on Monday', 'lunedì'],
  [day('2026-11-15'), 'on November 15', 'on 15 November', 'il 15 novembre'],
  [day('2026-12-08'), 'on December 8', 'on 8 December', "l'8 dicembre"],
  [day('2027-03-01'), 'on March 1', 'on 1 March', 'il primo marzo'],
  [day('2028-03-01'), 'on March 1, 2028', 'on 1 March 2028', 'il primo marzo 2028'],
  [
    days('2026-11-24', '2026-11-26'),
    'between Tuesday and Thursday',
    'between Tuesday and Thursday',
    'tra martedì e giovedì',
  ],
  [
    days('2026-11-26', '2026-11-24'),
    'between Tuesday and Thursday',
    'between Tuesday and Thursday',
    'tra martedì e giovedì',
  ],
  [days('2026-11-24', '2026-11-24'), 'on Tuesday', 'on Tuesday', 'martedì'],
  [days('2026-11-22', '2026-11-26'), 'by Thursday', 'by Thursday', 'entro giovedì'],
  [days('2026-11-20', '2026-11-23'), 'by tomorrow', 'by tomorrow', 'entro domani'],
  [
    days('2026-11-23', '2026-11-25'),
    'between tomorrow and Wednesday',
    'between tomorrow and Wednesday',
    'tra domani e mercoledì',
  ],
  [
    days('2026-11-28', '2026-12-02'),
    'between Saturday and December 2',
    'between Saturday and 2 December',
    'tra sabato e il 2 dicembre',
  ],
  [
    window(14, 16),
    'between two and four in the afternoon',
    'between two and four in the afternoon',
    'tra le due e le quattro del pomeriggio',
  ],
  [
    window(11, 13),
    'between eleven in the morning and one in the afternoon',
    'between eleven in the morning and one in the afternoon',
    "tra le undici del mattino e l'una del pomeriggio",
  ],
  [
    window(10, 12),
    'between ten in the morning and noon',
    'between ten in the morning and noon',
    'tra le dieci del mattino e mezzogiorno',
  ],
  [
    window(22, 24),
    'between ten at night and midnight',
    'between ten at night and midnight',
    'tra le dieci di sera e mezzanotte',
  ],
  [
    window(9.03, 9.5),
    'between nine and nine thirty in the morning',
    'between nine and nine thirty in the morning',
    'tra le nove e le nove e mezza del mattino',
  ],
  [window(18, 18), 'around six in the evening', 'around six in the evening', 'verso le sei di sera'],
  [{ type: 'age', minutes: 0.4 }, 'a moment ago', 'a moment ago', 'poco fa'],
  [{ type: 'age', minutes: 10.9 }, '10 minutes ago', '10 minutes ago', '10 minuti fa'],
  [{ type: 'age', minutes: 61 }, 'an hour ago', 'an hour ago', "un'ora fa"],
  [{ type: 'age', minutes: 4000 }, '2 days ago', '2 days ago', '2 giorni fa'],
])('%j is said in all locales', (value, us, gb, it) => {
  expect(LOCALES.map((locale) => tell(value, locale).speech)).toEqual([us, gb, it]);
});

test('a screen adds the date, since a message may be read another day', () => {
  expect(tell(day('2026-11-24'), 'en-US').text).toBe('on Tuesday (Nov 24)');
  expect(tell(day('2026-11-24'), 'it-IT').text).toBe('martedì (24 nov)');
  expect(tell(days('2026-11-22', '2026-11-26'), 'en-GB').text).toBe('by Thursday (22 – 26 Nov)');
  expect(tell(window(14, 16), 'en-US').text).toBe('between 2:00 PM and 4:00 PM');
  expect(tell(window(14, 16), 'en-GB').text).toBe('between 14:00 and 16:00');
  expect(tell(window(14, 16), 'it-IT').text).toBe('tra le 14:00 e le 16:00');
});

test.each(LOCALES)('every window of a day, heard back by its hours, is the one meant in %s', (locale) => {
  const format = formatOf(locale.slice(0, 2));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 }), (from, to) => {
      const { speech, text } = tell({ type: 'window', from, to }, locale);
      for (const at of [from, to]) {
        const minutes = (Math.round(at / 5) * 5) % 1440;
        const hour = Math.floor(minutes / 60);
        const word = minutes === 0 ? format.midnight : minutes === 720 ? format.noon : format[`hour_${hour}`];
        expect(speech).toContain(word);
        if (minutes % 60 > 0) expect(speech).toContain(format[`minute_${minutes % 60}`]);
        expect(text).toContain(`:${String(minutes % 60).padStart(2, '0')}`);
        expect(text).toContain(String(locale === 'en-US' ? hour % 12 || 12 : hour));
      }
    }),
    { numRuns: mass(200, 2_000) },
  );
});
