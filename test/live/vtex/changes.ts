/** What is taken out of an order that was placed: PATCH changes, which VTEX takes at once and makes a while later. */

import * as z from 'zod/mini';
import { isCancellable } from './detail';
import { unknown } from './oms';
import { itemsOf, type Order } from './orders';
import { type Route, read, refusal } from './wire';
import type { World } from './world';

const CHANGES = z.object({
  reason: z.string(),
  remove: z.object({ items: z.array(z.object({ id: z.string(), quantity: z.int().check(z.positive()) })) }),
});

export function changing(world: World): readonly Route[] {
  return [
    {
      on: 'PATCH /api/order-system/orders/{orderId}/changes',
      needs: { role: 'orders' },
      answer({ holes, body }) {
        const { reason, remove } = read(CHANGES, body);
        const order = world.book.byId(holes.orderId ?? '');
        if (!order) return unknown();
        if (!isCancellable(order, world.clock())) return refusal(409, 'OMS013', 'The order cannot be changed any more');
        const lines = without(order, remove.items);
        if (!lines) return refusal(400, 'OMS014', 'There is not so much in the order, or nothing would be left');
        world.changes.push({
          at: world.clock() + world.changesTake,
          orderId: order.orderId,
          reason,
          lines,
          gone: remove.items,
        });
        return { status: 202, body: { orderId: order.orderId } };
      },
    },
  ];
}

type Gone = readonly { readonly id: string; readonly quantity: number }[];
export type Change = {
  readonly at: number;
  readonly orderId: string;
  readonly reason: string;
  readonly lines: Order['lines'];
  readonly gone: Gone;
};

/** null: it cannot be so. */
function without({ lines }: Order, gone: Gone): Order['lines'] | null {
  const isThere = gone.every(({ id, quantity }) => lines.some((one) => one.skuId === id && one.quantity >= quantity));
  const countGone = (skuId: string) => gone.reduce((sum, one) => sum + (one.id === skuId ? one.quantity : 0), 0);
  const left = lines
    .map((line) => ({ ...line, quantity: line.quantity - countGone(line.skuId) }))
    .filter(({ quantity }) => quantity > 0);
  return isThere && itemsOf({ lines: left }) > 0 ? left : null;
}

/** What is due by now. */
export function makeChanges({ book, changes, clock, shelf }: World): void {
  const due = changes.filter(({ at }) => at <= clock());
  for (const change of due) {
    changes.splice(changes.indexOf(change), 1);
    const order = book.byId(change.orderId);
    if (!order) continue;
    const gone = order.lines.flatMap(({ skuId, price }) =>
      change.gone.filter(({ id }) => id === skuId).map(({ quantity }) => ({ skuId, quantity, price })),
    );
    const made = { at: change.at, reason: change.reason, gone };
    book.put({ ...order, lines: change.lines, changed: [...order.changed, made] });
    shelf.giveBack(change.gone.map(({ id, quantity }) => ({ skuId: id, quantity })));
  }
}
