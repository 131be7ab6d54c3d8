/** Which actions about orders this shopper still has to hear the end of. */

import { effectsOf } from '../intents/kit/effects';
import type { Memory } from '../vocabulary/memory';
import type { Outcome } from '../vocabulary/outcome';

/** Of more than this the oldest are let go. */
const MOST_OWED = 10;

export function owedAfter(outcome: Outcome, { owed = [] }: Memory): Pick<Memory, 'owed'> {
  const ends = effectsOf(outcome, 'care-end');
  if (ends.length === 0) return {};
  const told = new Set(ends.flatMap(({ key, isTold }) => (isTold ? [key] : [])));
  const added = ends.flatMap(({ key, isTold }) => (isTold ? [] : [key]));
  return { owed: [...new Set([...owed, ...added])].filter((key) => !told.has(key)).slice(-MOST_OWED) };
}
