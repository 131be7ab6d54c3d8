/** Real time that goes on evenly: whoever sets the machine's clock while we run neither ends a lock nor lengthens a wait. */

import type { Instant } from '../vocabulary/values';

export type SteadyClock = {
  /** As the machine's clock told it at the start, or the store's since; does not go back for a small difference. */
  now(): Instant;
  /** Goes by this clock from now on: that of a database which several servers share. */
  goBy(theirs: Instant): void;
  /** Milliseconds by which the machine's clock is ahead of this one. */
  isAhead(): number;
};

/** A clock that is further behind is another one: to stand still until it has come so far would lengthen every wait. */
const STEP_MS = 1_000;

export type MachineClocks = {
  /** May be set at any time. */
  readonly wall?: () => number;
  /** Goes on evenly, from anywhere. */
  readonly monotonic?: () => number;
};

export function createSteadyClock(clocks: MachineClocks = {}): SteadyClock {
  const { wall = Date.now, monotonic = () => performance.now() } = clocks;
  let offset = wall() - monotonic();
  let latest = 0;
  const now = () => {
    latest = Math.max(latest, Math.floor(monotonic() + offset));
    return latest;
  };
  return {
    now,
    goBy(theirs) {
      if (now() - theirs > STEP_MS) latest = 0;
      offset = theirs - monotonic();
    },
    isAhead: () => wall() - now(),
  };
}
