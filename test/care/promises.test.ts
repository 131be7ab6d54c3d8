/** What was promised to be told later is looked after, by a chore too, and told once, as a visit begins. */

import { isCareDue, settleCare } from '../../lambda/house/chores';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const DAY = 24 * 3_600_000;

const at = useHouse();

test.each([
  ['en-GB', 'my order is late', "i'll wait"],
  ['it-IT', 'il mio ordine è in ritardo', 'aspetto'],
] as const)(
  'a parcel is watched until its day is over, then something else is offered: %s',
  async (locale, late, wait) => {
    const visit = () => createTexter(at.house, { shopper: 'fionn', locale });
    const texter = visit();
    await texter.says(late);
    expect((await texter.says(wait)).replies).toEqual(['Remedy.waitingUntil']);
    expect((await visit().opens()).replies).not.toContain('Aftercare.overdue');
    at.house.clock.advance(6 * DAY);
    expect(await settleCare(at.house, { now: at.house.clock.now })).toBe(1);
    const back = await visit().opens();
    expect([back.replies, back.asks]).toEqual([
      ['Welcome.backName', 'Aftercare.overdue', 'Remedy.about'],
      'Remedy.choose',
    ]);
    expect((await visit().opens()).replies).not.toContain('Aftercare.overdue');
  },
);

test('what nobody knew the end of is settled by the chore, and told as the next visit begins', async () => {
  at.house.demo.setFault('unknown-outcome');
  const visit = () => createTexter(at.house);
  const texter = visit();
  await texter.says('the dog food is torn');
  expect((await texter.says('a refund')).replies).toEqual(['Care.unknown']);
  at.house.demo.setFault(null);
  at.house.clock.advance(20_000);
  expect(await settleCare(at.house, { now: at.house.clock.now }, isCareDue)).toBe(1);
  expect(await settleCare(at.house, { now: at.house.clock.now }, isCareDue)).toBe(0);
  expect((await visit().opens()).replies).toEqual(expect.arrayContaining(['Aftercare.confirmed', 'Care.back']));
  expect((await visit().opens()).replies).not.toContain('Aftercare.confirmed');
});

test('what hangs is asked after ever less often, once an hour at the least', () => {
  const seconds = Array.from({ length: 4 * 240 }, (_, round) => (round + 1) * 15);
  const due = seconds.filter((age) => isCareDue(age * 1000));
  expect(due.slice(0, 5)).toEqual([15, 30, 60, 120, 240]);
  expect(due.filter((age) => age >= 3_600)).toEqual([7_200, 10_800, 14_400]);
});
