/** "The second one": what stands at a place that was said. */

/** 1 is the first; -1 the last. undefined: there is none, as at 0 and at one and a half. */
export function atPlace<T>(all: readonly T[], place: number): T | undefined {
  if (place === 0 || !Number.isInteger(place)) return undefined;
  return all.at(place < 0 ? place : place - 1);
}
