/** How old, or how far in the future, a request may be. */

import { RefusedRequest } from './refused-request';

const REQUEST_MS = 150_000;
const SKILL_EVENT_MS = 3_600_000;
const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

export type Stamped = { readonly type: string; readonly timestamp: string };

/** Milliseconds since the epoch. Throws `unreadable-timestamp`. */
export function readTimestamp({ timestamp }: Stamped): number {
  const at = ISO_INSTANT.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(at)) throw new RefusedRequest('unreadable-timestamp');
  return at;
}

/**
 * Throws `too-old` or `in-the-future`: 150 s either way, and an hour into the past for the skill's events, which Amazon
 * retries. Source: Amazon, "Host a Custom Skill as a Web Service", "Check the timestamp of the request".
 */
export function requireFresh(request: Stamped, now: number): void {
  const age = now - readTimestamp(request);
  const oldest = request.type.startsWith('AlexaSkillEvent.') ? SKILL_EVENT_MS : REQUEST_MS;
  if (age > oldest) throw new RefusedRequest('too-old');
  if (age < -REQUEST_MS) throw new RefusedRequest('in-the-future');
}
