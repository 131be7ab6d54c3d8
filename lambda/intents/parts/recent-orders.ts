/** A shopper's orders to be told of: as the shop has them now, or, while it is slow or silent, as it last had them, with their age. */

import type { Result } from '../../services/commerce/call';
import type { Order } from '../../services/commerce/orders';
import { lastOf, numbersOf, type SeenOrders } from '../../services/commerce/whereabouts';
import { type Acted, replies, type ShopperScene, withBefore } from '../kit/define';
import { causing } from '../kit/effects';

export const SEEN_SAYS = { lastKnown: { age: 'age' } } as const;
const say = replies('OrderStatus', SEEN_SAYS);

/** `fits`: whether those of before are enough for what was asked. */
export function recentOrders(
  scene: ShopperScene,
  fits: (orders: readonly Order[]) => boolean,
): Promise<Result<readonly Order[]>> {
  const { services, memory, shopper, call, conversationId } = scene;
  const today = services.today(shopper.address.timeZone);
  const { orders, at = 0 } = memory.lastKnown ?? {};
  return services.whereabouts.recent({ conversationId, last: orders ? { orders, at } : null, today, fits }, call);
}

/** What was told of them, with how old it is where the shop has not said it now; and what is to be known the next time. */
export function toldOf(seen: SeenOrders, told: Acted, { services, memory }: ShopperScene): Acted {
  const { source, asOf } = seen;
  const isNews = asOf > (memory.lastKnown?.at ?? 0);
  const acted = isNews ? causing(told, { kind: 'orders-seen', last: lastOf(seen), numbers: numbersOf(seen) }) : told;
  const minutes = Math.round((services.now() - asOf) / 60_000);
  // A moment ago is now.
  if (source === 'live' || minutes < 2) return acted;
  return withBefore([say('lastKnown', { age: { type: 'age', minutes } })], acted);
}
