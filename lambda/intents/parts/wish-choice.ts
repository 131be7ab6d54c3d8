/** What was offered to choose from, and the wish it is chosen for. */

import * as z from 'zod/mini';
import { shapeOf } from '../../services/shape';
import { PAGE, type Page } from '../kit/choosing';
import { type OrderWish, WISH } from './wish';

export type WishChoice = Page & { readonly wish: OrderWish };

export const isWishChoice = shapeOf<WishChoice>(z.extend(PAGE, { wish: WISH }));

/** A wish for one of what was asked about: "the other one" is one of these. */
export function wishAmong({ ids, wish }: WishChoice): OrderWish {
  return wish.lines || wish.next ? wish : { ...wish, among: ids };
}
