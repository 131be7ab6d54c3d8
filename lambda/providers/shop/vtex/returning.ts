/** Goods that shall go back: VTEX itself only records them once money goes back for them, so what was agreed stands in Master Data, where the shop's people find it. */

import * as z from 'zod/mini';
import type { ActionOf, CareCall, OrderPart, ReceiptOf, Refund } from '../../../services/care/care';
import { stageOf, worthOf } from '../../../services/care/worth';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import { dayAfter, dayIn } from '../../../vocabulary/calendar';
import { BANK_DAYS } from '../kit/working-days';
import type { VtexBooks } from './books';
import { isIn } from './cancelling';
import { businessDaysAfter, instantWritten } from './days';
import { isOurs } from './marks';
import { documentAt, make, take } from './notes';
import { countryOf } from './order-read';
import { countsIn, inputsOf } from './parcels';
import { type VtexWorld, zoneOf } from './world';

const part = z.object({ id: z.string(), quantity: z.int() });
const recorded = z.object({
  ...{ key: z.string(), shopper: z.string(), items: z.array(part), at: z.number() },
  ...{ amount: z.int(), currency: z.string() },
});
type Recorded = z.infer<typeof recorded>;
const FIELDS = 'key,shopper,items,at,amount,currency';

/** So often one order goes back by parts. */
const MOST = 20;

const nameOf = (orderId: string, place: number) => `return-${orderId}${place === 0 ? '' : `-${place + 1}`}`;

type Found = { readonly all: readonly Recorded[]; readonly next: number };

/** All that were agreed about an order, the first of them first. */
async function recordedOf(world: VtexWorld, orderId: string, call: Call): Promise<Result<Found>> {
  const all: Recorded[] = [];
  for (let place = 0; place < MOST; place += 1) {
    const one = await documentAt(world, { name: nameOf(orderId, place), fields: FIELDS, shape: recorded }, call);
    if (!one.ok) return one;
    if (one.value === null) return ok({ all, next: place }, one.asOf);
    all.push(one.value);
  }
  return ok({ all, next: MOST }, world.now());
}

export type VtexReturning = { readonly action: ActionOf<'return'>; readonly key: string; readonly books: VtexBooks };

type Returned = Result<ReceiptOf<'return'>>;

/** With a label, which the shop's people send: for a day on which it is fetched there is nobody to ask. */
export async function giveBack(
  world: VtexWorld,
  { action, key, books }: VtexReturning,
  call: CareCall,
): Promise<Returned> {
  const { one, who } = books;
  const { parts, amount, by } = action;
  const noted = { shopper: who.id, orderId: one.orderId, at: world.now() };
  const items = parts.map(({ productId: id, quantity }) => ({ id, quantity }));
  const body = { kind: 'return', key, ...noted, items, way: by, amount: amount.minor, currency: amount.currency };
  for (;;) {
    const before = await recordedOf(world, one.orderId, call);
    if (!before.ok) return before;
    const mine = before.value.all.find((each) => each.key === key);
    if (mine) return ok(receiptOf(world, books, mine), before.asOf);
    if (!mayGoBack(books, before.value, action)) return refused({ kind: 'not-now' });
    // By the key alone nobody could tell which order it was about.
    const note = await take(world, { key, place: 0, note: noted }, call);
    if (!note.ok) return note.error.kind === 'timeout' ? refused({ kind: 'timeout', outcome: 'not-sent' }) : note;
    const made = await make(world, nameOf(one.orderId, before.value.next), body, call);
    if (!made.ok) return made;
    if (made.value) return ok(receiptOf(world, books, body), made.asOf);
    // Somebody was quicker with another part of it, or with this very one.
  }
}

function mayGoBack(books: VtexBooks, { all, next }: Found, { parts, amount, by }: ActionOf<'return'>): boolean {
  const { order } = books;
  const isTooMuch = amount.minor > worthOf(order, parts).minor || amount.currency !== order.total.currency;
  const isThere = parts.every(({ productId }) => stageOf(order, productId) === 'delivered');
  const isLeft = isIn(books, parts) && parts.every((each) => each.quantity <= leftOf(books, all, each));
  return by === 'label' && !isTooMuch && isThere && isLeft && next < MOST;
}

/** What of a line is there and was neither invoiced back nor agreed to go back. */
function leftOf({ one }: VtexBooks, all: readonly Recorded[], { productId }: OrderPart): number {
  const invoiced = countsIn(inputsOf(one).filter((input) => !isOurs(input)));
  const there = one.items.reduce(
    (sum, item, at) => sum + (item.id === productId ? item.quantity - (invoiced.get(at) ?? 0) : 0),
    0,
  );
  const agreed = waitingIn(one, all).flatMap(({ items }) => items.filter(({ id }) => id === productId));
  return agreed.reduce((sum, { quantity }) => sum - quantity, there);
}

/** Those whose goods nobody has invoiced back since. */
function waitingIn(one: VtexBooks['one'], all: readonly Recorded[]): readonly Recorded[] {
  const back = inputsOf(one).filter((input) => !isOurs(input));
  return all.filter(({ items, at }) => {
    const ids = new Set(items.map(({ id }) => id));
    return !back.some((input) => {
      const isLater = (instantWritten(input.issuanceDate) ?? 0) >= at - DAY_MS;
      return isLater && (input.items ?? []).some(({ itemIndex }) => ids.has(one.items[itemIndex]?.id ?? ''));
    });
  });
}

/** Whoever writes an invoice may write its day alone. */
const DAY_MS = 86_400_000;

function receiptOf(world: VtexWorld, books: VtexBooks, agreed: Recorded): ReceiptOf<'return'> {
  return { kind: 'return', by: 'label', day: null, label: null, back: backOf(world, books, agreed) };
}

/** At the latest: when the last day for sending it is over, and the bank has had its time. */
function backOf(world: VtexWorld, { one }: VtexBooks, { amount: minor, currency, at }: Recorded) {
  const agreedOn = dayIn(zoneOf(world, countryOf(one)), at);
  const last = dayAfter(agreedOn, world.merchant.policy.return.days);
  return { amount: { minor, currency }, means: 'original' as const, by: businessDaysAfter(last, BANK_DAYS, new Set()) };
}

/** Money that waits for its goods. */
export async function awaitedIn(
  world: VtexWorld,
  books: VtexBooks,
  call: CareCall,
): Promise<Result<readonly Refund[]>> {
  if (!world.settings.returns) return ok([], world.now());
  const found = await recordedOf(world, books.one.orderId, call);
  if (!found.ok) return found;
  const waiting = waitingIn(books.one, found.value.all).map((agreed): Refund => {
    const productIds = agreed.items.map(({ id }) => id);
    return {
      ...backOf(world, books, agreed),
      ...{ orderId: books.order.id, productIds, state: 'waiting-for-goods', since: agreed.at },
    };
  });
  return ok(waiting, found.asOf);
}

/** null: nothing of this order was agreed to go back with this key. */
export async function returnWith(
  world: VtexWorld,
  { key, books }: { readonly key: string; readonly books: VtexBooks },
  call: Call,
): Promise<Result<ReceiptOf<'return'> | null>> {
  if (!world.settings.returns) return ok(null, world.now());
  const found = await recordedOf(world, books.one.orderId, call);
  if (!found.ok) return found;
  const mine = found.value.all.find((each) => each.key === key);
  return ok(mine ? receiptOf(world, books, mine) : null, found.asOf);
}
