/** Whether two orders are of the same goods. */

import type { Attempt } from './attempts';
import type { ProposedLine, WantedLine } from './purchases';
import { proposalOf } from './stored';

/** One that cannot be read may be about any goods. */
export function shares({ proposal: json }: Attempt, lines: readonly WantedLine[]): boolean {
  const proposal = proposalOf(json);
  return (
    proposal === null || proposal.lines.some((line) => lines.some(({ productId }) => productId === line.product.id))
  );
}

export function sameLines(a: readonly ProposedLine[], b: readonly WantedLine[]): boolean {
  const key = (lines: readonly { productId: string; quantity: number }[]) =>
    lines
      .map((line) => `${line.productId}×${line.quantity}`)
      .sort()
      .join();
  return key(a.map((line) => ({ productId: line.product.id, quantity: line.quantity }))) === key(b);
}
