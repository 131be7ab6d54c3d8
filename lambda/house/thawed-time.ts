/** The clock of a Lambda, which is frozen between two requests: whether its even clock went on meanwhile, nobody promises. */

import { sooner } from '../services/in-time';
import type { Store } from '../services/store';
import { timeOf } from './keep-time';
import type { SteadyClock } from './steady-clock';

/** By less the two clocks of one machine drift apart. */
const STEP_MS = 1_000;
/** As often as a server asks: the database's clock may have been set. */
const LOOK_MS = 30_000;
/** A turn waits no longer for what time it is. */
const PATIENCE = 1_000;

type ThawingNeeds = {
  readonly store: Pick<Store, 'time'>;
  readonly clock: SteadyClock;
  /** Milliseconds. */
  readonly patience?: number;
};

/**
 * Resolves when the clock goes by the database's, which servers and Lambdas share. What it resolves with is called before
 * each request: where the machine's clock and the even one have not gone on alike, we were frozen or it was set, and only the
 * database knows which. Where that cannot be asked we were frozen: nobody sets clocks there.
 */
export async function keepThawedTime({
  store,
  clock,
  patience = PATIENCE,
}: ThawingNeeds): Promise<() => Promise<void>> {
  let ahead = clock.isAhead();
  const ask = async () => {
    const time = await sooner(
      timeOf(store, clock).catch(() => null),
      patience,
    );
    return time?.kind === 'database' ? time.at : null;
  };
  let askedAt = clock.now();
  const goBy = (theirs: number) => {
    clock.goBy(theirs);
    ahead = clock.isAhead();
    askedAt = clock.now();
  };
  const first = await ask();
  if (first !== null) goBy(first);
  return async () => {
    const moved = clock.isAhead() - ahead;
    if (Math.abs(moved) < STEP_MS && clock.now() - askedAt < LOOK_MS) return;
    const theirs = await ask();
    goBy(theirs ?? clock.now() + moved);
  };
}
