/** How late the event loop is: what waits for the processor waits at least that long. */

/** Milliseconds. */
export type Lag = () => number;

const LOOK_MS = 50;

/** `now`: real time, milliseconds. The process may end while it is watched. */
export function watchLag(now: () => number): { readonly lag: Lag; stop(): void } {
  let due = now() + LOOK_MS;
  let last = 0;
  const timer = setInterval(() => {
    last = Math.max(0, now() - due);
    due = now() + LOOK_MS;
  }, LOOK_MS).unref();
  return {
    // Asked before the timer had its turn, its lateness so far counts.
    lag: () => Math.max(last, now() - due),
    stop: () => clearInterval(timer),
  };
}
