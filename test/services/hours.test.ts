/** When people of the shop answer, on the clock of its own wall. */

import { type Hours, isOpen, nextOpening } from '../../lambda/services/commerce/hours';

const MILAN: Hours = {
  timeZone: 'Europe/Rome',
  from: '09:00',
  to: '18:00',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  holidays: [],
};
const at = (time: string) => Date.parse(time);

test.each([
  ['2026-11-23T07:59:59Z', false],
  ['2026-11-23T08:00:00Z', true],
  ['2026-11-23T16:59:59Z', true],
  ['2026-11-23T17:00:00Z', false],
  ['2026-11-22T10:00:00Z', false],
  ['2026-07-20T07:00:00Z', true],
  ['2026-07-20T16:00:00Z', false],
])('at %s it is open: %s', (time, expected) => {
  expect(isOpen(MILAN, at(time))).toBe(expected);
});

test('the day is the shop’s own, not ours', () => {
  const auckland: Hours = { ...MILAN, timeZone: 'Pacific/Auckland' };
  // Sunday evening here, Monday morning there.
  expect(isOpen(auckland, at('2026-11-22T21:00:00Z'))).toBe(true);
  expect(isOpen(auckland, at('2026-11-27T21:00:00Z'))).toBe(false);
});

test.each([
  ['in the morning, the same day', '2026-11-23T05:00:00Z', '2026-11-23'],
  ['while it is open, the next time', '2026-11-23T10:00:00Z', '2026-11-24'],
  ['in the evening, the next day', '2026-11-23T20:00:00Z', '2026-11-24'],
  ['on a Friday evening, on Monday', '2026-11-27T18:00:00Z', '2026-11-30'],
  ['on a Sunday, on Monday', '2026-11-22T10:00:00Z', '2026-11-23'],
])('%s', (_when, time, day) => {
  expect(nextOpening(MILAN, at(time))).toEqual({ day, minutes: 9 * 60 });
});

test('a shop that opens once a week is back in seven days, and one that never does never', () => {
  const mondays: Hours = { ...MILAN, days: ['mon'] };
  expect(nextOpening(mondays, at('2026-11-23T10:00:00Z'))).toEqual({ day: '2026-11-30', minutes: 540 });
  expect(nextOpening({ ...MILAN, days: [] }, at('2026-11-23T10:00:00Z'))).toBeNull();
});

test.each([
  ['2026-03-28T22:30:00Z', '2026-03-29'],
  ['2026-10-24T21:30:00Z', '2026-10-25'],
])('no day is left out where the clocks change: late on the evening before, %s', (time, day) => {
  const always: Hours = { ...MILAN, days: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] };
  expect(nextOpening(always, at(time))).toEqual({ day, minutes: 540 });
});

test('nobody is there on a holiday, of every year or of one, and they are back on the next day worked', () => {
  const closed: Hours = { ...MILAN, holidays: ['12-25', '12-26', '01-01', '2027-01-04'] };
  expect(isOpen(closed, at('2026-12-25T10:00:00Z'))).toBe(false);
  expect(isOpen(closed, at('2026-12-24T10:00:00Z'))).toBe(true);
  // Christmas Day is a Friday; New Year's Day too, and the Monday after it is off for once.
  expect(nextOpening(closed, at('2026-12-24T20:00:00Z'))).toEqual({ day: '2026-12-28', minutes: 540 });
  expect(nextOpening(closed, at('2026-12-31T20:00:00Z'))).toEqual({ day: '2027-01-05', minutes: 540 });
  expect(isOpen(closed, at('2028-01-04T10:00:00Z'))).toBe(true);
});
