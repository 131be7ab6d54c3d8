/** "The second one", "cancel the last": of orders that were told one after the other. */

import type { Scene } from '../intents/kit/define';
import type { Request, Slot, Turn } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import { atPlace } from '../vocabulary/places';
import type { ToldOrder } from '../vocabulary/topic';
import { askOf, INTENT_TABLE } from './index';

/** The turn with the order that was meant in the place of its place; the same turn where none was told. */
export function placedInList(open: OpenQuestion | null, { turn, memory }: Scene): Turn {
  const { heard } = turn;
  const { listed = [] } = memory.topic;
  if (heard.kind !== 'intent' || listed.length === 0) return turn;
  const meant = heard.intent === 'Select' ? chosen(heard, open, listed) : named(heard, listed);
  return meant ? { ...turn, heard: { ...heard, ...meant } } : turn;
}

/** What is being chosen among now is nearer than what was told before. */
function chosen({ slots }: Request, open: OpenQuestion | null, listed: readonly ToldOrder[]): Request | undefined {
  const ask = open && askOf(open.question)?.ask;
  if (ask && (ask.policy.commits || ask.expects.includes('ordinal'))) return undefined;
  const order = slots.ordinal && atOrdinal(slots.ordinal, listed);
  return order && { intent: 'OrderStatus', slots: { orderNumber: { said: order.number, ids: [] } } };
}

function named({ intent, slots }: Request, listed: readonly ToldOrder[]): Request | undefined {
  const { product, ...others } = slots;
  const order = product && product.ids.length === 0 ? atOrdinal(product, listed) : undefined;
  if (!product || !order) return undefined;
  if ('orderNumber' in INTENT_TABLE[intent].slots)
    return { intent, slots: { ...others, orderNumber: { said: order.number, ids: [] } } };
  // Bought again, an order of one thing is that thing.
  const [only, ...more] = order.goods;
  if (intent !== 'Reorder' || only === undefined || more.length > 0) return undefined;
  return { intent, slots: { ...slots, product: { said: product.said, ids: [only] } } };
}

function atOrdinal({ ordinal }: Slot, listed: readonly ToldOrder[]): ToldOrder | undefined {
  return ordinal === undefined ? undefined : atPlace(listed, ordinal);
}
