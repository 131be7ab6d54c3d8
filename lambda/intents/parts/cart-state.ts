/** What the questions about a cart are put with. */

import * as z from 'zod/mini';
import type { WantedLine } from '../../services/commerce/purchases';
import { shapeOf } from '../../services/shape';
import { PAGE, type Page } from '../kit/choosing';
import { goodsIn, WANTED_LINES } from './basket';
import type { HowMany } from './cart-changing';

export const OF_CART = { commits: false, group: 'purchase', amendedBy: ['Reorder', 'CartCheckout'] } as const;

/** The goods as they were told, for whoever takes the matter over; what lies in the cart is looked at again. */
export type CartTold = { readonly lines: readonly WantedLine[] };

export const WITH_GOODS = {
  ...OF_CART,
  state: shapeOf<CartTold>(z.object({ lines: WANTED_LINES })),
  goods: ({ lines }: CartTold) => goodsIn({ lines }),
};

/** Of which goods, and how many. */
export type CartChoice = Page & { readonly count: HowMany };

export const isCartChoice = shapeOf<CartChoice>(
  z.extend(PAGE, { count: z.union([z.object({ to: z.int() }), z.object({ more: z.int() })]) }),
);

/** How many of its lines were read out. */
export type PlaceInCart = { readonly at: number };

export const isPlaceInCart = shapeOf<PlaceInCart>(z.object({ at: z.int() }));
