/** What stretches of a sentence say of goods, as one order. */

import type { Slot, Slots } from '../../vocabulary/heard';
import { LINES, type Line } from '../../vocabulary/lines';
import type { HeardCount } from './order-reading';

export type OrderText = {
  readonly lines: readonly Line[];
  /** `place`, `date`, `speed`, `extra`; as `refused` the goods that are not wanted, as `left` what nobody could place. */
  readonly besides: Slots;
  /** "Two bags and tea": a number that is of none of them. */
  readonly alone?: HeardCount;
};

/** Several stretches as one order. More lines than there are slots are told apart, to be told of. */
export function ordered(read: readonly OrderText[]): OrderText {
  const refused = together(read.flatMap(({ besides }) => besides.refused ?? []));
  const lines = read.flatMap((one) => one.lines).filter((line) => !refused || !isTakenBack(line, refused));
  const beyond = lines.slice(LINES.length).flatMap(({ product }) => (product ? [product.said] : []));
  const alone = read[0]?.alone;
  return {
    ...(alone ? { alone } : {}),
    lines,
    besides: {
      ...Object.assign({}, ...read.map((one) => one.besides)),
      ...(refused ? { refused } : {}),
      ...(beyond.length > 0 ? { beyond: { said: beyond.join(', '), ids: [] } } : {}),
    },
  };
}

export function together(slots: readonly Slot[]): Slot | undefined {
  if (slots.length === 0) return undefined;
  return { said: slots.map(({ said }) => said).join(', '), ids: [...new Set(slots.flatMap(({ ids }) => ids))] };
}

/** "Coffee and tea, but no tea". */
function isTakenBack({ product }: Line, refused: Slot): boolean {
  return product !== undefined && product.ids.length > 0 && product.ids.join() === refused.ids.join();
}
