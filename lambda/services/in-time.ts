/** Waits for what an outside system answers only as long as it is of use. */

import type { Call } from './commerce/call';

/** Rings once after so many milliseconds, unless it is cancelled by what it returns. */
export type Timer = (ms: number, ring: () => void) => () => void;

export const realTimer: Timer = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

/** What a turn needs after its last call, to find its words and write them down. */
export const RESERVE_MS = 300;

type Patience<T> = {
  readonly now: () => number;
  /** Milliseconds this call may take at the most. */
  readonly most: number;
  readonly run: (call: Call) => Promise<T>;
  /** What it comes to when it did not answer; `isSent`: it was asked. */
  readonly late: (isSent: boolean) => T;
};

/** The signal that `run` gets fires when nobody waits any more. */
export async function inTime<T>(call: Call, { now, most, run, late }: Patience<T>): Promise<T> {
  const left = Math.min(most, call.deadline - now() - RESERVE_MS);
  if (left <= 0 || call.signal.aborted) return late(false);
  // The caller's own signal marks its deadline, and this one comes first; joining the two costs more than the call.
  const abort = new AbortController();
  let cancel = () => {};
  const tooLate = new Promise<T>((resolve) => {
    cancel = realTimer(left, () => {
      abort.abort();
      resolve(late(true));
    });
  });
  try {
    return await Promise.race([run({ ...call, signal: abort.signal, deadline: now() + left }), tooLate]);
  } finally {
    cancel();
  }
}

/** null: it takes longer, and goes on. */
export async function sooner<T>(coming: Promise<T>, ms: number): Promise<T | null> {
  let cancel = () => {};
  const over = new Promise<null>((resolve) => {
    cancel = realTimer(ms, () => resolve(null));
  });
  try {
    return await Promise.race([coming, over]);
  } finally {
    cancel();
  }
}
