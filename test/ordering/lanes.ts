/** Decides the order in which waiting steps of turns that run at once go on: the same seed, the same order. */

export type Lanes = {
  /** Waits here until it is this step's turn; outside of `run` nothing waits. */
  step(label: string): Promise<void>;
  /** Lets these run at once, one step at a time; what happened is in `trace`. */
  run<T>(all: readonly (() => Promise<T>)[]): Promise<readonly T[]>;
  /** A whole number from 0 to `below` − 1. */
  pick(below: number): number;
  readonly trace: readonly string[];
};

type Waiting = { readonly label: string; readonly go: () => void };

/** Steps after which something runs in circles. */
const MOST_STEPS = 5_000;

/** `onStep`: called before each step goes on, to move a clock. */
export function createLanes(seed: number, onStep: () => void = () => undefined): Lanes {
  const pick = picking(seed);
  const trace: string[] = [];
  let waiting: Waiting[] = [];
  let isRunning = false;

  async function goOn(isDone: () => boolean): Promise<void> {
    for (let steps = 0; !isDone(); steps += 1) {
      await quiet();
      if (isDone()) return;
      const next = waiting[pick(waiting.length)];
      if (!next || steps > MOST_STEPS) throw new Error(`nothing goes on after ${trace.join(', ')}`);
      waiting = waiting.filter((one) => one !== next);
      trace.push(next.label);
      onStep();
      next.go();
    }
  }

  return {
    pick,
    trace,
    step(label) {
      if (!isRunning) return Promise.resolve();
      return new Promise((go) => {
        waiting = [...waiting, { label, go }];
      });
    },
    async run(all) {
      isRunning = true;
      let left = all.length;
      const running = Promise.all(all.map((one) => one().finally(() => (left -= 1))));
      await Promise.race([running, goOn(() => left === 0 && waiting.length === 0)]);
      const results = await running;
      await goOn(() => waiting.length === 0);
      isRunning = false;
      return results;
    },
  };
}

/** Until nothing moves any more by itself: every turn is over or waits for its step. Nothing here waits for a disk. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A small generator of even numbers (mulberry32): quality enough for an order of steps. */
function picking(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((more ^ (more >>> 14)) >>> 0) % Math.max(1, below);
  };
}
