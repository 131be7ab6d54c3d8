/** Marks as people give them: eight, 8/10, four out of five, three stars. */

import type { Slots } from '../../vocabulary/heard';

/** "8/10" is no part of one, and "10/10" no whole. */
const OF_MOST = /^(\d{1,2})\s*[/⁄]\s*(\d{1,2})$/;
/** What marks are given of. */
const MARKS = [5, 10];

/** A number alone is heard as how many of something. */
export function withScore(slots: Slots): Slots {
  const { product, quantity, score = product ? undefined : quantity } = slots;
  return score ? { ...slots, score } : slots;
}

/** As of ten; undefined: none was said. `outOf`: what a bare number is of. */
export function markIn({ score: given, stars, most }: Slots, outOf: number): number | undefined {
  if (stars?.number !== undefined) return stars.number * 2;
  const [, mark, of] = OF_MOST.exec(given?.said ?? '') ?? [];
  const said = mark === undefined ? given?.number : Number(mark);
  const highest = of === undefined ? (most?.number ?? outOf) : Number(of);
  return said !== undefined && MARKS.includes(highest) ? (said * 10) / highest : undefined;
}
