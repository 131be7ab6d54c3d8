/** Setting the machine's clock while the house runs ends no lock early and lengthens no wait. */

import { keepTime } from '../../lambda/house/keep-time';
import { createSteadyClock } from '../../lambda/house/steady-clock';
import { keepThawedTime } from '../../lambda/house/thawed-time';
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
    /** As a Lambda between two requests, where its even clock stands still as well. */
    freeze(ms: number) {
      wall += ms;
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

describe('a Lambda', () => {
  /** `real`: as the database knows it; null: it does not answer. */
  async function instance() {
    const its = machine();
    let real: number | null = START;
    let asked = 0;
    const time = async () => {
      asked += 1;
      if (real === null) throw new Error('nobody is there');
      return { kind: 'database', at: real } as const;
    };
    const thaw = await keepThawedTime({ store: { time }, clock: its.clock });
    const is = (at: number | null) => {
      real = at;
    };
    return { ...its, thaw, is, asked: () => asked };
  }

  test.each(['freeze', 'pass'] as const)(
    'that is frozen for an hour tells the right time when it is thawed (%s)',
    async (how) => {
      const { clock, thaw, is, ...its } = await instance();
      its[how](HOUR);
      is(START + HOUR);
      await thaw();
      expect(clock.now()).toBe(START + HOUR);
    },
  );

  test.each([-HOUR, HOUR])('whose clock was set by %d ms while it was frozen goes by the database', async (by) => {
    const { clock, thaw, is, freeze, set } = await instance();
    freeze(2 * HOUR);
    set(by);
    is(START + 2 * HOUR);
    await thaw();
    expect(clock.now()).toBe(START + 2 * HOUR);
  });

  test('that cannot ask the database goes by its machine', async () => {
    const { clock, thaw, is, freeze } = await instance();
    is(null);
    freeze(HOUR);
    await thaw();
    expect(clock.now()).toBe(START + HOUR);
    is(START + HOUR + 5_000);
    freeze(5_000);
    await thaw();
    expect(clock.now()).toBe(START + HOUR + 5_000);
  });

  test('asks the database before few turns while it is neither frozen nor set', async () => {
    const { thaw, pass, asked } = await instance();
    for (let second = 0; second < 60; second += 1) {
      pass(1_000);
      await thaw();
    }
    expect(asked()).toBe(1 + 2);
  });
});
