/** Days and hours of a zone, on the days its clocks change as well. */

import { daysOn, instantOf, localTime } from '../../lambda/console/local-time';

const HOUR = 60 * 60_000;

test.each([
  ['Europe/Rome', '2026-12-31T23:59', '2026-12-31T22:59:00Z'],
  ['America/New_York', '2026-12-31T23:59', '2027-01-01T04:59:00Z'],
  ['Asia/Kolkata', '2028-02-29T00:00', '2028-02-28T18:30:00Z'],
  ['Europe/Rome', '2026-03-29T01:59', '2026-03-29T00:59:00Z'],
  ['Europe/Rome', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
  ['Europe/Rome', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
  ['Pacific/Auckland', '2026-04-05T12:00', '2026-04-05T00:00:00Z'],
])('in %s %s is %s, and back', (zone, local, instant) => {
  expect(new Date(instantOf(local, zone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
  expect(localTime(Date.parse(instant), zone)).toBe(local);
});

test('an hour that summer time skips is the one after it', () => {
  expect(localTime(instantOf('2026-03-29T02:30', 'Europe/Rome'), 'Europe/Rome')).toBe('2026-03-29T03:30');
});

test('a day on is the same time of the next day, however long that day is', () => {
  const zone = 'Europe/Rome';
  for (const [day, next, hours] of [
    ['2026-03-28T12:00', '2026-03-29T12:00', 23],
    ['2026-10-24T12:00', '2026-10-25T12:00', 25],
    ['2026-12-31T23:59', '2027-01-01T23:59', 24],
    ['2028-02-28T23:00', '2028-02-29T23:00', 24],
  ] as const) {
    const at = instantOf(day, zone);
    expect(localTime(daysOn(at, 1, zone), zone)).toBe(next);
    expect(daysOn(at, 1, zone) - at).toBe(hours * HOUR);
  }
});

test('what is no time is none', () => {
  expect(instantOf('yesterday', 'Europe/Rome')).toBeNaN();
});
