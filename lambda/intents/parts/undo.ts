/** An order that was placed a moment ago and is not wanted: in plain words it is cancelled at once, in others it is asked. */

import type { Acted, Scene, ShopperScene } from '../kit/define';
import { done } from '../kit/define';
import { cancelNow, propose } from './cancelling';
import { troubleWith } from './trouble';
import { noOrder } from './which-order';

/** For as long as the shop says; later, "cancel" means something else. */
export function justPlaced({ memory, services }: Pick<Scene, 'memory' | 'services'>): boolean {
  const { orderId, placedAt } = memory.topic;
  const moment = services.merchant.policy.cancel.undoMinutes * 60_000;
  return orderId !== undefined && placedAt !== undefined && services.now() - placedAt < moment;
}

/** `isSure`: the shopper said so of what was just placed; else it is asked. null: no order is being talked about, or a person has it already. */
export async function undo(before: Scene, isSure: boolean): Promise<Acted | null> {
  const { topic, owner } = before.memory;
  const { orderId } = topic;
  if (!before.shopper || owner === 'human' || orderId === undefined) return null;
  const scene = before as ShopperScene;
  // The same however often this very request is delivered or decided.
  const key = `undo ${orderId} ${scene.turn.channel} ${scene.turn.requestId}`;
  if (isSure && justPlaced(scene)) return cancelNow({ key, orderId, parts: null }, scene);
  const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  if (!orders.ok) return troubleWith(orders.error, scene);
  const order = orders.value.find(({ id }) => id === orderId);
  return order ? propose(order, null, scene) : done(noOrder());
}
