/** Runs many households through the model, in as few houses as may be. */

import fc from 'fast-check';
import { type Household, householdIn, told } from './commands';
import { live } from './model';
import { openWatched, type Watched, type WatchOptions } from './watch';

/** Opening a house takes as long as forty turns, so it serves many households. */
const HOUSEHOLDS = 100;
/** Of so many a share is sure to buy; of fewer, chance alone may let nearly none. */
const MANY = 1_000;

/** Whatever chance decides, one of them buys. */
const buying = (locale: string): Household => ({
  ...{ shopper: 'ana', stranger: 'bruno', locale, nextDay: false },
  commands: [
    { do: 'reorder', at: 'kitchen', good: 0, quantity: 2 },
    { do: 'yes', at: 'kitchen' },
  ],
});

export function ordersSafely(locale: string, numRuns: number): void {
  const street = openStreet();
  afterAll(street.close);
  test(`${numRuns} households order safely in ${locale}`, async () => {
    await fc.assert(fc.asyncProperty(householdIn(locale), street.visit), { numRuns, examples: [[buying(locale)]] });
    expect(street.turns()).toBeGreaterThan(2 * numRuns);
    expect(street.orders()).toBeGreaterThan(numRuns < MANY ? 0 : numRuns / 20);
  });
}

/** A house in which all time is its own clock's: also what a slow shop takes, and when the breaker tries again. */
export async function openOnClock(options: WatchOptions = {}): Promise<Watched> {
  const at: Watched = await openWatched({ ...options, wait: async () => at.house.clock.advance(7_000) });
  jest.spyOn(Date, 'now').mockImplementation(() => at.house.clock.now());
  return at;
}

function openStreet() {
  let at: Watched | null = null;
  let served = 0;
  let isFresh = false;
  const total = { turns: 0, orders: 0 };

  async function house(): Promise<Watched> {
    if (at && served < HOUSEHOLDS && !isFresh) return at;
    await at?.house.close();
    served = 0;
    at = await openOnClock();
    return at;
  }

  async function visit(household: Household): Promise<void> {
    const watched = await house();
    served += 1;
    try {
      await live(household, watched);
    } catch (error) {
      // From here on every try has a house of its own, so that what is reported can be repeated.
      isFresh = true;
      throw new Error(`${told(household)}\n${error instanceof Error ? error.message : error}`, { cause: error });
    } finally {
      total.turns += watched.commits.length;
      total.orders += watched.sent.length;
      watched.commits.length = 0;
      watched.sent.length = 0;
    }
  }

  return {
    visit,
    turns: () => total.turns,
    orders: () => total.orders,
    close: async () => {
      jest.restoreAllMocks();
      await at?.house.close();
    },
  };
}
