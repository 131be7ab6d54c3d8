/** Setting the machine's clock while the house runs ends no lock early and lengthens no wait. */

import { keepTime } from '../../lambda/house/keep-time';
import { createSteadyClock } from '../../lambda/house/steady-clock';
import type { StoreTime } from '../../lambda/services/store';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-29T10:00Z');

function machine() {
  let [wall, monotonic] = [START, 5_000];
  const warned: unknown[] = [];
  const clock = createSteadyClock({ wall: () => wall, monotonic: () => monotonic });
  return {
    clock,
    warned,
    log: { warn: (what: unknown) => void warned.push(what) },
    set(by: number) {
      wall += by;
    },
    pass(ms: number) {
      wall += ms;
      monotonic += ms;
    },
  };
}

const storeAt = (time: () => StoreTime) => ({ time: async () => time() });

test.each([-HOUR, HOUR, -400 * 24 * HOUR])('a clock that is set by %d ms leaves ours as it is', (by) => {
  const { clock, set, pass } = machine();
  pass(1_000);
  set(by);
  expect(clock.now()).toBe(START + 1_000);
  pass(2_000);
  expect(clock.now()).toBe(START + 3_000);
  expect(clock.isAhead()).toBe(by);
});

test('does not go back for a small difference, and does not stand still for a large one', () => {
  const { clock, pass } = machine();
  expect(clock.now()).toBe(START);
  clock.goBy(START - 500);
  expect(clock.now()).toBe(START);
  pass(800);
  expect(clock.now()).toBe(START + 300);
  clock.goBy(START - HOUR);
  expect(clock.now()).toBe(START - HOUR);
});

test('goes by the database that servers share, and says once when the machine is far from it', async () => {
  const { clock, log, warned, pass } = machine();
  const held = await keepTime({ store: storeAt(() => ({ kind: 'database', at: START + HOUR })), clock, log });
  expect(clock.now()).toBe(START + HOUR);
  pass(1_000);
  expect(clock.now()).toBe(START + HOUR + 1_000);
  expect(warned).toEqual([{ seconds: -3_600 }]);
  held.stop();
});

test('begins no earlier than what its file has written down, unless that is beyond belief', async () => {
  const begun = async (at: number) => {
    const { clock, log } = machine();
    (await keepTime({ store: storeAt(() => ({ kind: 'written', at })), clock, log })).stop();
    return clock.now();
  };
  expect(await begun(START + HOUR)).toBe(START + HOUR);
  expect(await begun(START - HOUR)).toBe(START);
  expect(await begun(0)).toBe(START);
  expect(await begun(START + 10 * 365 * 24 * HOUR)).toBe(START);
});
