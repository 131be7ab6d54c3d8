/** Taking an order back: freely while nobody has it in hand, as a wish while it is being packed, and never once it is invoiced. */

import type { ActionOf, CareCall, OrderPart, ReceiptOf } from '../../../services/care/care';
import { stageOf, wholeOf, worthOf } from '../../../services/care/worth';
import { ok, type Result, refused } from '../../../services/commerce/call';
import { booksOf, moneyBack, type VtexBooks } from './books';
import { SESSION_HEADER, type VtexAnswer } from './client';
import { markOf } from './marks';
import { mayGoOn } from './notes';
import { isAskedFor, isInHand, stageIn } from './order-read';
import { ownSession } from './people';
import type { VtexOrder } from './shapes';
import { withTaxOf } from './taxes';
import type { VtexWorld } from './world';

type Cancelled = Result<ReceiptOf<'cancel'>>;
export type VtexCancelling = { readonly action: ActionOf<'cancel'>; readonly key: string; readonly books: VtexBooks };

export async function cancel(
  world: VtexWorld,
  { action, key, books }: VtexCancelling,
  call: CareCall,
): Promise<Cancelled> {
  const { one, order } = books;
  if (isCancelledWith(one, key)) return done(world, books, order.total.minor);
  const wish = wishWith(one, key);
  if (wish) return ok(wish, world.now());
  const off = action.parts ?? wholeOf(order.lines);
  // What was taken out with this key is not taken out once more.
  if (action.parts && isChangedWith(one, key)) return done(world, books, worthTaken(one, key));
  const stages = off.map(({ productId }) => stageOf(order, productId));
  if (!isIn(books, off) || stages.some((stage) => stage === 'cancelled' || stage === 'unknown'))
    return refused({ kind: 'not-now' });
  if (stages.some((stage) => stage !== 'placed' && stage !== 'payment-pending' && stage !== 'preparing'))
    return ok({ kind: 'cancel', how: 'too-late', instead: 'none' }, world.now());
  if (!isAll(books, off)) return some(world, { key, books, off }, call);
  // Whoever asks once more for what is asked for already must not call it off past the shop's people.
  if (isAskedFor(one)) return ok(ASKED, world.now());
  return all(world, { key, books }, call);
}

type Doing = { readonly key: string; readonly books: VtexBooks };

/** 400: it has been invoiced meanwhile. What somebody has in hand is called off when the shop says so. */
async function all(world: VtexWorld, { key, books }: Doing, call: CareCall): Promise<Cancelled> {
  const { orderId } = books.one;
  const heard = await asks(world, { key, books }, call);
  if (!heard.ok) return heard;
  if (heard.value.status >= 500) return refused({ kind: 'timeout', outcome: 'unknown' });
  if (heard.value.status >= 400) return ok({ kind: 'cancel', how: 'too-late', instead: 'none' }, heard.asOf);
  const now = await booksOf(world, { who: books.who, orderId }, call);
  if (!now.ok) return refused({ kind: 'timeout', outcome: 'unknown' });
  if (now.value.one.status === 'canceled') return done(world, now.value, books.order.total.minor);
  return ok(ASKED, now.asOf);
}

/** From the moment somebody has it in hand it is the shopper's own wish, where they speak in a session of their own; else the store asks for them. */
async function asks(world: VtexWorld, { key, books }: Doing, call: CareCall): Promise<Result<VtexAnswer>> {
  const { orderId, status } = books.one;
  const reason = markOf(key);
  const session = isInHand(status) ? await ownSession(world, call) : null;
  if (session !== null) {
    const path = `/api/checkout/pub/orders/${orderId}/user-cancel-request`;
    const body = { customerEmail: books.who.email, reason };
    const headers = { [SESSION_HEADER]: session };
    const own = { path, method: 'POST', body, headers, takes: [401, 403], does: 'writes' } as const;
    const heard = await world.answer(own, call);
    // A session that is over has asked for nothing.
    if (!heard.ok || (heard.value.status !== 401 && heard.value.status !== 403)) return heard;
  }
  const path = `/api/oms/pvt/orders/${orderId}/cancel`;
  return world.answer({ path, method: 'POST', body: { reason, requestedByUser: true }, does: 'writes' }, call);
}

const ASKED = { kind: 'cancel', how: 'asked', back: null } as const;

/** What became of a wish with this key: the shop's people have said no, or not said anything; null: there is none. */
export function wishWith({ cancellationRequests }: VtexOrder, key: string): ReceiptOf<'cancel'> | null {
  const mine = (cancellationRequests ?? []).find(({ reason }) => reason === markOf(key));
  if (!mine) return null;
  return mine.deniedBySeller ? { kind: 'cancel', how: 'too-late', instead: 'none' } : ASKED;
}

/** VTEX takes it at once and does it by and by: it is done when it is seen to be. */
async function some(
  world: VtexWorld,
  { key, books, off }: Doing & { readonly off: readonly OrderPart[] },
  call: CareCall,
): Promise<Cancelled> {
  const { orderId } = books.one;
  // VTEX takes the same change twice: of two servers with the same wish one sends it, and the other asks what became of it.
  const mine = await mayGoOn(world, { key, note: { shopper: books.who.id, orderId, at: world.now() } }, call);
  if (!mine.ok) return refused({ kind: 'timeout', outcome: 'not-sent' });
  if (!mine.value) return refused({ kind: 'timeout', outcome: 'unknown' });
  const path = `/api/order-system/orders/${orderId}/changes`;
  const items = off.map(({ productId, quantity }) => ({ id: productId, quantity }));
  const body = { reason: markOf(key), remove: { items } };
  const heard = await world.answer({ path, method: 'PATCH', body, does: 'writes' }, call);
  if (!heard.ok) return heard;
  if (heard.value.status >= 500) return refused({ kind: 'timeout', outcome: 'unknown' });
  if (heard.value.status >= 400) return ok({ kind: 'cancel', how: 'too-late', instead: 'none' }, heard.asOf);
  const now = await booksOf(world, { who: books.who, orderId }, call);
  const isLess = now.ok && off.every((part) => countOf(now.value, part) <= countOf(books, part) - part.quantity);
  if (isLess) return done(world, books, worthOf(books.order, off).minor);
  return ok(ASKED, heard.asOf);
}

/** Of an order that waits for its money nothing comes back. */
function done({ now }: VtexWorld, { one, order }: VtexBooks, minor: number): Cancelled {
  const wasPaid = stageIn(one.status) !== 'payment-pending';
  return ok({ kind: 'cancel', how: 'done', back: wasPaid ? moneyBack(order, minor) : null }, now());
}

export function isCancelledWith({ status, cancellationData }: VtexOrder, key: string): boolean {
  return stageIn(status) === 'cancelled' && cancellationData?.Reason === markOf(key);
}

export function isChangedWith(one: VtexOrder, key: string): boolean {
  return takenWith(one, key).length > 0;
}

/** Minor units. */
export function worthTaken(one: VtexOrder, key: string): number {
  const net = takenWith(one, key)
    .flatMap(({ itemsRemoved }) => itemsRemoved ?? [])
    .reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  return withTaxOf(one, net);
}

function takenWith({ changesAttachment }: VtexOrder, key: string) {
  return (changesAttachment?.changesData ?? []).filter(({ reason }) => reason === markOf(key));
}

function countOf({ one }: VtexBooks, { productId }: OrderPart): number {
  return one.items.reduce((sum, item) => sum + (item.id === productId ? item.quantity : 0), 0);
}

/** It is so much of this order. */
export function isIn(books: VtexBooks, parts: readonly OrderPart[]): boolean {
  return parts.length > 0 && parts.every((part) => part.quantity > 0 && part.quantity <= countOf(books, part));
}

function isAll(books: VtexBooks, parts: readonly OrderPart[]): boolean {
  return books.one.items.every(({ id }) => {
    const part = parts.find(({ productId }) => productId === id);
    return part !== undefined && part.quantity >= countOf(books, part);
  });
}
