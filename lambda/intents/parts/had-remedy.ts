/** One remedy each: what these goods had already is told, and only the others are asked about. */

import type { OrderPart } from '../../services/care/care';
import { wholeOf } from '../../services/care/worth';
import type { Order } from '../../services/commerce/orders';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { already, careCall } from './remedied';
import { topicOf } from './which-order';

/** Those that had nothing yet, null for all of an order; or, where none is left, what they had. */
export async function withoutHad(
  order: Order,
  parts: readonly OrderPart[] | null,
  { services, ...scene }: ShopperScene,
): Promise<{ readonly parts: readonly OrderPart[] | null } | Acted> {
  const wanted = parts ?? wholeOf(order.lines);
  const call = careCall({ services, ...scene });
  const had = await Promise.all(wanted.map(({ productId }) => services.remedies.had(order, productId, call)));
  const left = wanted.filter((_, at) => !had[at]);
  const [first] = had.filter((one) => one !== null);
  if (first && left.length === 0) return { ...done(...already(first, order.today, 'money')), topic: topicOf(order) };
  return { parts: left.length === wanted.length ? parts : left };
}
