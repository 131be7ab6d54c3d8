/** Every request to a fake of Meta's, held against Meta's own description where that is at hand. */

import { type VendorSpec, vendorSpec } from '../../contracts/vendor-specs';
import { type Asked, isForm } from '../../kit/fake-vendor';

export const META: VendorSpec | null = vendorSpec('whatsapp');
/** The header's pattern in that description. */
const AGENT = /^[a-zA-Z0-9\-_]+\/[0-9]+\.[0-9]+\.[0-9]+$/;

export function problemsOf(asked: readonly Asked[]): readonly string[] {
  return asked.flatMap(({ method, path, body, headers }) => {
    const own = AGENT.test(headers['user-agent'] ?? '') ? [] : ['the user agent is not as described'];
    if (isForm(headers)) return own;
    return [...own, ...(META?.problems({ method, path, body: asOfNovember2025(body) }) ?? [])];
  });
}

/** The description is older than business-scoped ids, which go into `recipient` and never into `to`. */
function asOfNovember2025(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('recipient' in body)) return body;
  const { recipient, ...rest } = body;
  return { ...rest, to: recipient };
}
