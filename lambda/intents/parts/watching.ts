/** "Keep an eye on it": written down and looked after, and what becomes of it is told. */

import type { OrderPart } from '../../services/care/care';
import { untilFor } from '../../services/care/waiting';
import { parcelOf } from '../../services/care/worth';
import type { Order } from '../../services/commerce/orders';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { careCall } from './remedied';
import { say } from './remedy-words';
import { phoneFor } from './to-phone';
import { topicOf } from './which-order';

const WRITTEN = ['watchingUntil', 'watching'] as const;
const TOLD = ['waitingUntil', 'waiting'] as const;

type Watch = { readonly key: string; readonly parts: readonly OrderPart[] };

export async function watchFor(order: Order, { key: from, parts }: Watch, scene: ShopperScene): Promise<Acted> {
  const [first] = parts;
  const expected = (first && parcelOf(order, first.productId)?.expected) ?? order.expected;
  const [key, until] = [`${from} wait`, untilFor(order, expected)];
  const productIds = parts.map(({ productId }) => productId);
  const { services, conversationId } = scene;
  const waiting = { kind: 'wait', orderId: order.id, productIds, until } as const;
  await services.remedies.watch(waiting, { key, conversationId, order }, careCall(scene));
  const day = { type: 'day', day: until, today: order.today } as const;
  const isNamed = until === expected;
  // Whoever can be written to need not come back to hear of it.
  const [named, plain] = (await phoneFor(scene)) ? WRITTEN : TOLD;
  const said = isNamed ? say(named, { day }) : say(plain);
  return causing({ ...done(said), topic: topicOf(order) }, { kind: 'care-end', key, isTold: false });
}
