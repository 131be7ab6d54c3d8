/** Who is at the desk for shoppers now. */

import type { Instant } from '../../vocabulary/values';
import type { Agent } from './agents';

/** A page that is open says so every half minute; after this long without a word nobody sits there. */
const AWAY_AFTER_MS = 120_000;

export function isThere({ isAvailable, isDisabled, seenAt }: Agent, now: Instant): boolean {
  return isAvailable && !isDisabled && now - seenAt < AWAY_AFTER_MS;
}
