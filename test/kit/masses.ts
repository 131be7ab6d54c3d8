/** How much of what chance decides is tried: a small mass in `npm test`, the full one in `npm run soak`. What is not counted but many times the same: in-turn.ts. */

/** 1: everything; 0.01: a hundredth of it, as `.ci/run` does; 0 or unset: the small masses. */
const PART = Number(process.env.EARSHOT_SOAK ?? 0);

/** `small` is enough to meet each kind of what can happen; `full` is what the project promises. */
export function mass(small: number, full: number): number {
  return Math.max(small, Math.round(full * PART));
}
