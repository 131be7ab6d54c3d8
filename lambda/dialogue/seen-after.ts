/** What is remembered of the shopper's orders after a turn that asked for them, or had one changed. */

import { effectOf } from '../intents/kit/effects';
import type { Memory } from '../vocabulary/memory';
import type { Outcome } from '../vocabulary/outcome';

export function seenAfter(outcome: Outcome): Partial<Pick<Memory, 'lastKnown'>> {
  const seen = effectOf(outcome, 'orders-seen');
  if (seen) return { lastKnown: { at: seen.last.at, numbers: seen.numbers } };
  return effectOf(outcome, 'orders-changed') ? { lastKnown: null } : {};
}
