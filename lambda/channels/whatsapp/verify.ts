/** What is Meta's: the signature over the bytes as they came. */

import { createHmac } from 'node:crypto';
import { isOneOf } from '../../http/secrets';

/**
 * `header` is `X-Hub-Signature-256`: `sha256=` and the HMAC of the raw body in hex (Meta, "Create a webhook endpoint"). Every
 * secret is tried, so that how long it takes does not tell which one is right.
 */
export function isGenuine(raw: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  const claimed = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  if (claimed === undefined) return false;
  // An empty secret is one that nobody set: everybody knows it.
  const set = secrets.filter((secret) => secret !== '');
  const right = set.map((secret) => createHmac('sha256', secret).update(raw).digest('hex'));
  return isOneOf(claimed.toLowerCase(), right);
}
