/** From what somebody wishes to what is to be bought: goods that are found out become lines, and the wish a basket. */

import type { WantedLine } from '../../services/commerce/purchases';
import type { Slot } from '../../vocabulary/heard';
import type { ShopperScene } from '../kit/define';
import { addressFor } from './asides';
import { type Basket, type BasketLine, lineOf } from './basket';
import type { OrderWish, Wished } from './wish';

/** The count is of these goods; what is in it already is not taken twice. */
export function withLine({ count, lines = [], ...rest }: OrderWish, line: WantedLine): OrderWish {
  const isNew = lines.every(({ productId }) => productId !== line.productId);
  return { ...rest, lines: isNew ? [...lines, count ? lineOf(line.productId, count) : line] : lines };
}

/** All that was ordered last; a count is meant of a single thing only. */
export function withLast(wish: OrderWish, lines: readonly WantedLine[]): OrderWish {
  const [only, ...others] = lines;
  const { count } = wish;
  const wanted: readonly BasketLine[] = only && others.length === 0 && count ? [lineOf(only.productId, count)] : lines;
  return { ...wish, lines: wanted };
}

/** The wish without these goods, which are no more than a part of it; null: they are none of it. */
export function withoutGoods({ lines = [], next = [], ...rest }: OrderWish, { ids }: Slot): OrderWish | null {
  const [settled, open] = [
    lines.filter((line) => !ids.includes(line.productId)),
    next.filter((one) => !overlaps(one, ids)),
  ];
  if (settled.length === lines.length && open.length === next.length) return null;
  return { ...rest, ...(settled.length > 0 ? { lines: settled } : {}), ...(open.length > 0 ? { next: open } : {}) };
}

function overlaps({ ids }: Wished, others: readonly string[]): boolean {
  return ids.some((id) => others.includes(id));
}

export function basketOf({ lines = [], speed, to, among, fromCart }: OrderWish, scene: ShopperScene): Basket {
  const address = to && addressFor(to, scene);
  return {
    lines,
    ...(speed ? { speed } : {}),
    ...(address ? { addressId: address.id } : {}),
    ...(among ? { among } : {}),
    ...(fromCart ? { fromCart } : {}),
  };
}
