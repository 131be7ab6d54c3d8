/** What is Meta's: the signature over the bytes as they came, and the token of the webhook's set-up. */

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * `header` is `X-Hub-Signature-256`: `sha256=` and the HMAC of the raw body in hex (Meta, "Create a webhook endpoint"). Every
 * secret is tried, so that how long it takes does not tell which one is right.
 */
export function isGenuine(raw: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  const claimed = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  if (claimed === undefined) return false;
  const given = Buffer.from(claimed, 'hex');
  const right = secrets.map((secret) => timingSafeEqual(createHmac('sha256', secret).update(raw).digest(), given));
  return right.includes(true);
}

/** Compares in constant time, whatever the lengths. */
export function isSameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
