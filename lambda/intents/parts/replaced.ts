/** The purchase whose place another wish would take: it waits until that is found out, and is gone on with where nothing comes of it. */

import type { Slots } from '../../vocabulary/heard';
import { type Acted, type Instead, type ShopperScene, withBefore } from '../kit/define';
import { openFor } from '../kit/questions';
import { notThat } from './consent';
import { buy } from './purchase';
import { amendedBy } from './purchase-amended';
import { waitingIn, wantedOf } from './purchase-state';
import type { OrderWish } from './wish';

/** The wish with what was summed up before it, where that still waited for its yes. */
export function withReplaced(wish: OrderWish, { turn, memory }: ShopperScene): OrderWish {
  const open = openFor(turn, memory);
  const [summed] = wish.was || !open ? [] : waitingIn([open]);
  return summed ? { ...wish, was: wantedOf(summed) } : wish;
}

/** "No" to all that could have come or taken its place; null: it took nobody's, or more is wanted than that. */
export async function backToReplaced(
  { was, lines = [], next = [] }: OrderWish,
  scene: ShopperScene,
): Promise<Acted | null> {
  const isOfIt = (productId: string) => was?.lines.some((line) => line.productId === productId) === true;
  const isAll = next.length === 0 && lines.every(({ productId }) => isOfIt(productId));
  return was && isAll ? withBefore([notThat()], await buy(was, scene)) : null;
}

/** "The coffee", "add dog food": what was to be replaced stays, as it is or with more; null: something else is said. */
export async function keptReplaced(slots: Slots, { was }: OrderWish, scene: ShopperScene): Promise<Kept> {
  if (!was) return null;
  const { product, amend, ...others } = slots;
  const isOfIt = product !== undefined && was.lines.some(({ productId }) => product.ids.includes(productId));
  if (isOfIt && !amend && Object.keys(others).length === 0) return buy(was, scene);
  if (!product || ADDS[amend?.ids[0] ?? ''] !== true) return null;
  const amending = await amendedBy(slots, was, scene);
  if (amending?.kind === 'basket') return buy(amending.basket, scene, amending.before);
  return amending?.kind === 'instead' ? { instead: amending.request } : null;
}

type Kept = Acted | Instead | null;

const ADDS: Readonly<Record<string, true>> = { add: true, also: true };
