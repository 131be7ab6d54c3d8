/** Which of all the sentences a language knows go into Amazon's model, where there is room for a part of them. */

import type { Candidates } from './candidates';
import { printOf } from './prints';

/** Amazon allows more, but says that beyond this many samples an intent learns nothing new. */
export const MOST_SAMPLES = 200;

export type Chosen = { readonly samples: readonly string[]; readonly dropped: number };

/**
 * At most 200 samples of these templates, no two alike. Every template gives its fair share: one half is what is
 * likeliest said, the other taken evenly from the rest, so that no word of it is left out. `always`: how those sound
 * that are kept whatever happens.
 */
export function chooseSamples(all: readonly Candidates[], always: readonly string[]): Chosen {
  const sounds = new Set(always.map(printOf));
  const kept = all.map(({ places, soundAt }) => places.filter((place) => sounds.has(soundAt(place))));
  const room = MOST_SAMPLES - countOf(kept);
  const shares = fairShares(
    all.map(({ places }, at) => places.length - (kept[at]?.length ?? 0)),
    room,
  );
  const samples = all.flatMap((one, at) => taken(one, new Set(kept[at]), shares[at] ?? 0));
  return { samples, dropped: countOf(all.map(({ places }) => places)) - samples.length };
}

function countOf(lists: readonly Int32Array[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** What must be and `share` of the others. */
function taken({ places, sampleAt }: Candidates, must: ReadonlySet<number>, share: number): readonly string[] {
  const others = places.filter((place) => !must.has(place));
  const likely = others.subarray(0, Math.ceil(share / 2));
  const picked = new Set([...must, ...likely, ...spread(others.subarray(likely.length), share - likely.length)]);
  return Array.from(
    places.filter((place) => picked.has(place)),
    sampleAt,
  );
}

/** Everybody gets as much as the smallest need allows, then the rest is shared among those who want more. */
function fairShares(needs: readonly number[], room: number): readonly number[] {
  const shares = needs.map(() => 0);
  let left = Math.max(room, 0);
  while (left > 0) {
    const hungry = needs.flatMap((need, at) => (need > (shares[at] ?? 0) ? [at] : []));
    if (hungry.length === 0) break;
    const each = Math.max(1, Math.floor(left / hungry.length));
    for (const at of hungry) {
      const more = Math.min(each, left, (needs[at] ?? 0) - (shares[at] ?? 0));
      shares[at] = (shares[at] ?? 0) + more;
      left -= more;
    }
  }
  return shares;
}

/** `count` of them, evenly from the first to the last. */
export function spread<T>(all: ArrayLike<T>, count: number): readonly T[] {
  if (count >= all.length) return Array.from(all);
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}
