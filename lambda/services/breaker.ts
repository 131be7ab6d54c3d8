/**
 * Leaves what keeps failing alone for a while; then one call tries. By the house's clock: breakers of libraries go by the machine's,
 * and one that is put back an hour would keep a shop that is well shut for that hour.
 */

export type BreakerNeeds = {
  /** Milliseconds. */
  readonly now: () => number;
  /** So many failures in a row, and it is open for `probeAfter`, milliseconds. */
  readonly breakAfter: number;
  readonly probeAfter: number;
};

export type Breaker = {
  /** null: it is open, and nothing was run. What throws has failed, too. */
  run<T>(act: () => Promise<T>, isFailure: (result: T) => boolean): Promise<T | null>;
};

export function createBreaker({ now, breakAfter, probeAfter }: BreakerNeeds): Breaker {
  let failures = 0;
  let openedAt: number | null = null;
  let probe: Promise<unknown> | null = null;

  const told = (isGood: boolean) => {
    failures = isGood ? 0 : failures + 1;
    if (isGood) openedAt = null;
    else if (openedAt !== null || failures >= breakAfter) openedAt = now();
  };

  async function counted<T>(act: () => Promise<T>, isFailure: (result: T) => boolean, isProbe: boolean): Promise<T> {
    let isGood = false;
    try {
      const result = await act();
      isGood = !isFailure(result);
      return result;
    } finally {
      // What was asked before it opened says nothing of how it is now.
      if (isProbe || openedAt === null) told(isGood);
    }
  }

  async function run<T>(act: () => Promise<T>, isFailure: (result: T) => boolean): Promise<T | null> {
    if (openedAt === null) return counted(act, isFailure, false);
    if (probe) {
      await probe;
      return run(act, isFailure);
    }
    if (now() - openedAt < probeAfter) return null;
    const tried = counted(act, isFailure, true);
    probe = tried.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await tried;
    } finally {
      probe = null;
    }
  }
  return { run };
}
