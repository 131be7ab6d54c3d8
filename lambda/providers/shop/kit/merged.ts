/** What is wanted, by product. */

import type { WantedLine } from '../../../services/commerce/purchases';

/** The same product twice is one line. Throws on what no dialogue may ask for: nothing, or not a whole number. */
export function merged(lines: readonly WantedLine[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { productId, quantity } of lines) {
    if (!Number.isInteger(quantity) || quantity < 1) throw new RangeError(`Nobody can buy ${quantity} of something`);
    all.set(productId, (all.get(productId) ?? 0) + quantity);
  }
  if (all.size === 0) throw new RangeError('Nobody can buy nothing');
  return all;
}
