/** What happens to an order afterwards: it is called off, asked to be, invoiced, sent and told of by its courier. */

import * as z from 'zod/mini';
import { isCancellable } from './detail';
import { unknown } from './oms';
import { isComplete, MINUTE, type Order, type Package, statusOf, withStatus } from './orders';
import { idOf } from './people';
import { type Answer, type Asked, answered, type Route, read, refusal } from './wire';
import type { World } from './world';
import { iso } from './written';

const CANCEL = z.object({ reason: z.optional(z.string()), requestedByUser: z.optional(z.boolean()) });
const REQUEST = z.object({ customerEmail: z.string(), reason: z.string() });
const INVOICE = z.object({
  ...{ type: z.enum(['Output', 'Input']), issuanceDate: z.string(), invoiceNumber: z.string() },
  /** Minor units, as a text. */
  invoiceValue: z.string().check(z.regex(/^\d+$/)),
  ...{ courier: z.optional(z.nullable(z.string())), trackingNumber: z.optional(z.nullable(z.string())) },
  trackingUrl: z.optional(z.nullable(z.string())),
  items: z.array(z.object({ id: z.string(), price: z.int(), quantity: z.int() })),
});
const TRACKED = z.object({
  isDelivered: z.boolean(),
  deliveredDate: z.nullable(z.string()),
  events: z.array(z.object({ city: z.string(), description: z.string(), date: z.string() })),
});

/** Until then nobody at the shop has touched it. */
const UNTOUCHED = [
  ...['on-order-completed', 'waiting-for-sellers-confirmation', 'waiting-for-authorization', 'payment-pending'],
  ...['payment-approved', 'authorize-fulfillment', 'waiting-ffmt-authorization', 'waiting-for-fulfillment'],
  'window-to-cancel',
];

export function afterwards(world: World): readonly Route[] {
  const needs = { role: 'orders' } as const;
  return [
    { on: 'POST /api/oms/pvt/orders/{orderId}/cancel', needs, answer: (asked) => cancelled(world, asked) },
    {
      on: 'POST /api/checkout/pub/orders/{orderId}/user-cancel-request',
      needs: 'shopper',
      answer: (asked) => requested(world, asked),
    },
    {
      on: 'POST /api/oms/pvt/orders/{orderId}/start-handling',
      needs,
      answer({ holes }) {
        const order = found(world, holes.orderId);
        if (!order) return unknown();
        if (statusOf(order, world.clock()) !== 'ready-for-handling') return tooLate('OMS007', 'cannot be handled now');
        world.book.put(withStatus(order, 'handling', world.clock()));
        return { status: 204 };
      },
    },
    { on: 'POST /api/oms/pvt/orders/{orderId}/invoice', needs, answer: (asked) => invoiced(world, asked) },
    {
      on: 'PUT /api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}/tracking',
      needs,
      answer: (asked) => tracked(world, asked),
    },
  ];
}

const tooLate = (code: string, what: string, status = 409) => refusal(status, code, `The order ${what}`);

function found({ book, clock }: World, orderId = ''): Order | null {
  const order = book.byId(orderId);
  return order && isComplete(order, clock()) ? order : null;
}

function receiptOf({ clock }: World, { orderId }: Order): Answer {
  return answered({ date: iso(clock()), orderId, receipt: idOf('receipt', orderId, String(clock())) });
}

function cancelled(world: World, { holes, body }: Asked): Answer {
  const { reason = '', requestedByUser = false } = read(CANCEL, body ?? {});
  const order = found(world, holes.orderId);
  if (!order) return unknown();
  if (!isCancellable(order, world.clock())) return tooLate('OMS012', 'cannot be cancelled any more', 400);
  world.book.put(calledOff(world, order, { reason, byUser: requestedByUser }));
  return receiptOf(world, order);
}

/** Goods that nobody has packed yet go back to their shelf at once. */
function calledOff(world: World, order: Order, by: { readonly reason: string; readonly byUser: boolean }): Order {
  const now = world.clock();
  const isUntouched = UNTOUCHED.includes(statusOf(order, now));
  const cancelled = { ...order, cancelled: { at: now, ...by } };
  world.shelf.giveBack(order.lines);
  if (isUntouched) return withStatus(cancelled, 'canceled', now);
  const states = [...withStatus(cancelled, 'cancel', now).states, { at: now + MINUTE, is: 'canceled' }];
  return { ...cancelled, states };
}

/** Within the window it is a cancellation; later a wish, which the shop may leave unheard. */
function requested(world: World, { holes, body, shopper }: Asked): Answer {
  const { customerEmail, reason } = read(REQUEST, body);
  const order = found(world, holes.orderId);
  if (!order || order.person !== shopper || customerEmail.toLowerCase() !== shopper.email) return unknown();
  const now = world.clock();
  if (!isCancellable(order, now)) return tooLate('OMS012', 'cannot be cancelled any more', 400);
  const isFree = UNTOUCHED.includes(statusOf(order, now));
  const next = isFree
    ? calledOff(world, order, { reason, byUser: true })
    : withStatus(
        { ...order, wished: [...order.wished, { at: now, reason, denied: null }] },
        'cancellation-requested',
        now,
      );
  world.book.put(next);
  return receiptOf(world, order);
}

function invoiced(world: World, { holes, body }: Asked): Answer {
  const wanted = read(INVOICE, body);
  const order = found(world, holes.orderId);
  if (!order) return unknown();
  const now = world.clock();
  const isOver = ['canceled', 'cancel'].includes(statusOf(order, now));
  if (isOver) return tooLate('OMS008', 'is cancelled');
  if (order.packages.some(({ invoiceNumber }) => invoiceNumber === wanted.invoiceNumber))
    return tooLate('OMS009', `has the invoice ${wanted.invoiceNumber} already`, 400);
  const items = wanted.items.flatMap(({ id, quantity, price }) => {
    const itemIndex = order.lines.findIndex(({ skuId }) => skuId === id);
    return itemIndex < 0 ? [] : [{ itemIndex, quantity, price }];
  });
  if (items.length !== wanted.items.length) return tooLate('OMS010', 'has no such item', 400);
  const packed: Package = {
    ...{ type: wanted.type, invoiceNumber: wanted.invoiceNumber, invoiceValue: Number(wanted.invoiceValue), items },
    ...{ issuedAt: now, courier: wanted.courier ?? null, trackingNumber: wanted.trackingNumber ?? null },
    ...{ trackingUrl: wanted.trackingUrl ?? null, courierStatus: null },
  };
  const next = { ...order, packages: [...order.packages, packed] };
  world.book.put(isAllSent(next) ? withStatus(next, 'invoiced', now) : next);
  return receiptOf(world, order);
}

function isAllSent({ lines, packages }: Order): boolean {
  const sent = packages.filter(({ type }) => type === 'Output').flatMap(({ items }) => items);
  const countOf = (at: number) => sent.reduce((sum, one) => sum + (one.itemIndex === at ? one.quantity : 0), 0);
  return lines.every(({ quantity }, at) => countOf(at) >= quantity);
}

function tracked(world: World, { holes, body }: Asked): Answer {
  const { isDelivered, deliveredDate, events } = read(TRACKED, body);
  const order = found(world, holes.orderId);
  const known = order?.packages.find(({ invoiceNumber }) => invoiceNumber === holes.invoiceNumber);
  if (!order || !known) return unknown();
  const before = known.courierStatus?.events ?? [];
  const courierStatus = {
    finished: isDelivered,
    deliveredAt: isDelivered ? Date.parse(deliveredDate ?? iso(world.clock())) : null,
    events: [...before, ...events.map(({ date, ...event }) => ({ ...event, at: Date.parse(date) }))],
  };
  const packages = order.packages.map((one) => (one === known ? { ...one, courierStatus } : one));
  world.book.put({ ...order, packages });
  return receiptOf(world, order);
}
