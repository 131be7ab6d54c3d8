/** The shop's calendar as the console sets it: real time and a shift. Signatures, leases and deadlines never see it. */

export type Clock = {
  /** The shop's calendar, milliseconds. */
  now(): number;
  shift(): number;
  /** From now on the calendar shows this; null: real time. */
  set(now: number | null): void;
};

export function createClock(shift = 0, real: () => number = Date.now): Clock {
  let ahead = shift;
  return {
    now: () => real() + ahead,
    shift: () => ahead,
    set(now) {
      ahead = now === null ? 0 : now - real();
    },
  };
}
