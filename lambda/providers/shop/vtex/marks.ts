/** The marks by which our own doing is known again in VTEX. */

import { createHash } from 'node:crypto';

/** Stands beside what was done, for the shop's people to read as well. */
export function markOf(key: string): string {
  return `Asked by voice (${key})`;
}

/** What the invoice of money back is called: the same one is refused a second time by VTEX itself. */
export function invoiceOf(key: string): string {
  return `${OURS}${createHash('sha256').update(key).digest('hex').slice(0, 16).toUpperCase()}`;
}

const OURS = 'VOICE-';

/** Given back for goods the shopper keeps, which is no return. */
export function isOurs({ invoiceNumber }: { readonly invoiceNumber: string }): boolean {
  return invoiceNumber.startsWith(OURS);
}
