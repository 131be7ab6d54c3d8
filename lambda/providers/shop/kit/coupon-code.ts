/** The code of a coupon is made of the key of what gives it, so that one key gives one coupon. */

import { createHash } from 'node:crypto';

/** None that is taken for another. */
const LETTERS = 'ACDEFHJKLMNPRTUVWXY34679';
const LENGTH = 10;

export function couponCode(key: string): string {
  const bytes = createHash('sha256').update(key).digest();
  return `V-${[...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}
