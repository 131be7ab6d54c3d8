/** The yes: an order is put, paid for and called back, all within five minutes; only what is called back can become one. */

import { type Call, ok, type Result, refused, type ShopError, type ShopperCall } from '../../../services/commerce/call';
import type { Order } from '../../../services/commerce/orders';
import type { Proposal } from '../../../services/commerce/purchases';
import type { VtexAttempt, VtexUnpaid } from './attempt';
import { orderBy, readOrder } from './history';
import { noteOf, stands, take } from './notes';
import { callBack, payFor, putOrder } from './paying';
import { caller } from './people';
import { quote, type VtexQuote, wantedIn } from './quoting';
import type { VtexShopper, VtexWorld } from './world';

const NOT_SENT: ShopError = { kind: 'timeout', outcome: 'not-sent' };
const UNKNOWN: ShopError = { kind: 'timeout', outcome: 'unknown' };

/** Nobody pays for it later than this; what is older is dead, or an order. */
const LIVES_MS = 5 * 60_000;

export async function place(world: VtexWorld, proposal: Proposal, call: ShopperCall): Promise<Result<Order>> {
  const known = world.attempts.get(proposal.id);
  if (call.signal.aborted || world.now() >= call.deadline)
    return refused(known?.called || known?.orderId ? UNKNOWN : NOT_SENT);
  const who = await caller(world, call);
  if (!who.ok) return who;
  const attempt = world.attempts.get(proposal.id) ?? (await lookUp(world, proposal, call));
  if ('ok' in attempt) return attempt;
  if (attempt.shopperId !== call.shopperId) return refused({ kind: 'not-found' });
  if (attempt.refusal) return refused(attempt.refusal);
  attempt.placing ??= goOn(world, { attempt, proposal, who: who.value }, call).finally(() => {
    attempt.placing = null;
  });
  return attempt.placing;
}

/** What another process made of it, or this one has forgotten. */
async function lookUp(world: VtexWorld, { id }: Proposal, call: ShopperCall): Promise<VtexAttempt | Result<never>> {
  const noted = await noteOf(world, id, call);
  if (!noted.ok) return noted;
  if (noted.value !== null && noted.value.shopper !== call.shopperId) return refused({ kind: 'not-found' });
  const attempt = begun(world, id, call.shopperId);
  attempt.noted = noted.value;
  return attempt;
}

export function begun(world: VtexWorld, key: string, shopperId: string): VtexAttempt {
  const none = { refusal: null, ready: null, called: null, noted: null, orderId: null, placing: null };
  const attempt = world.attempts.get(key) ?? { shopperId, ...none };
  world.attempts.set(key, attempt);
  return attempt;
}

type Going = { readonly attempt: VtexAttempt; readonly proposal: Proposal; readonly who: VtexShopper };

async function goOn(world: VtexWorld, going: Going, call: ShopperCall): Promise<Result<Order>> {
  const { attempt, who } = going;
  const orderId = attempt.orderId ?? attempt.called?.orderId ?? attempt.noted?.orderId ?? null;
  if (orderId !== null) {
    const one = await orderBy(world, { orderId, who }, call);
    if (!one.ok) return refused(UNKNOWN);
    if (one.value) return became(world, going, { orderId, call });
    if (attempt.called && isAlive(world, attempt.called))
      return finish(world, { ...going, unpaid: attempt.called }, call);
    // Whoever wrote it down may be about to call it back.
    if (attempt.noted && stands(attempt.noted, world.now())) return refused(UNKNOWN);
    // It was never paid for, and cannot be any more: it is begun anew.
    Object.assign(attempt, { orderId: null, called: null, noted: null, ready: null });
  }
  if (attempt.ready && isAlive(world, attempt.ready)) return claim(world, { ...going, unpaid: attempt.ready }, call);
  const now = await quoteAgain(world, going, call);
  return now.ok ? make(world, { ...going, quote: now.value }, call) : now;
}

function isAlive(world: VtexWorld, { at }: VtexUnpaid): boolean {
  return world.now() < at + LIVES_MS;
}

/** Another total than was said is refused for good. */
async function quoteAgain(
  world: VtexWorld,
  { attempt, proposal, who }: Going,
  call: ShopperCall,
): Promise<Result<VtexQuote>> {
  const now = await quote(world, { who, wanted: wantedIn(proposal) }, call);
  if (!now.ok) {
    if (isForGood(now.error)) attempt.refusal = now.error;
    return now;
  }
  const total = { minor: now.value.total, currency: now.value.currency };
  const isSame = total.minor === proposal.total.minor && total.currency === proposal.total.currency;
  const isThere = now.value.delivery.id === proposal.shippingOptionId;
  if (isSame && isThere) return now;
  attempt.refusal = isSame ? { kind: 'undeliverable' } : { kind: 'price-changed', was: proposal.total, now: total };
  return refused(attempt.refusal);
}

function isForGood({ kind }: ShopError): boolean {
  return kind !== 'timeout' && kind !== 'unavailable' && kind !== 'unauthorised';
}

type Making = Going & { readonly quote: VtexQuote };

/** Until it is called back nothing can come of it: whatever fails before was not sent. */
async function make(world: VtexWorld, making: Making, call: ShopperCall): Promise<Result<Order>> {
  const { attempt, proposal } = making;
  const put = await putOrder(world, { quote: making.quote, key: proposal.id }, call);
  if (!put.ok) {
    if (isForGood(put.error)) attempt.refusal = put.error;
    return unsent(put);
  }
  const unpaid = put.value;
  const paid = await payFor(world, { unpaid, quote: making.quote }, call);
  if (!paid.ok) return unsent(paid);
  attempt.ready = unpaid;
  return claim(world, { ...making, unpaid }, call);
}

type Finishing = Going & { readonly unpaid: VtexUnpaid };

/** Of all who have come this far with the same yes, one may call back: the order of whoever wrote it down first. */
async function claim(world: VtexWorld, claiming: Finishing, call: ShopperCall): Promise<Result<Order>> {
  const { attempt, proposal, who, unpaid } = claiming;
  const note = { shopper: call.shopperId, orderId: unpaid.orderId, at: unpaid.at };
  for (let place = 0; ; place += 1) {
    const taken = await take(world, { key: proposal.id, place, note }, call);
    if (!taken.ok) return unsent(taken);
    const { orderId } = taken.value;
    if (orderId === unpaid.orderId) return finish(world, claiming, call);
    const theirs = await orderBy(world, { orderId, who }, call);
    if (!theirs.ok) return refused(UNKNOWN);
    Object.assign(attempt, { ready: null, noted: taken.value });
    if (theirs.value) return became(world, claiming, { orderId, call });
    if (stands(taken.value, world.now())) return refused(UNKNOWN);
    Object.assign(attempt, { ready: unpaid, noted: null });
  }
}

function unsent(result: Result<unknown>): Result<never> {
  const isOpen = !result.ok && result.error.kind === 'timeout';
  return result.ok || isOpen ? refused(NOT_SENT) : refused(result.error);
}

/** The moment that counts. */
async function finish(world: VtexWorld, going: Finishing, call: ShopperCall): Promise<Result<Order>> {
  const { attempt, unpaid } = going;
  if (call.signal.aborted || world.now() >= call.deadline) return refused(attempt.called ? UNKNOWN : NOT_SENT);
  attempt.called = unpaid;
  const back = await callBack(world, unpaid, call);
  if (back.ok) return became(world, going, { orderId: unpaid.orderId, call });
  if (isForGood(back.error)) Object.assign(attempt, { called: null, refusal: back.error });
  return back;
}

type Became = { readonly orderId: string; readonly call: ShopperCall };

async function became(world: VtexWorld, { attempt, who }: Going, { orderId, call }: Became): Promise<Result<Order>> {
  attempt.orderId = orderId;
  const before = world.placed.get(who.id) ?? [];
  if (!before.some((one) => one.orderId === orderId))
    world.placed.set(who.id, [...before.slice(-MOST_YOUNG), { orderId, at: world.now() }]);
  const order = await bought(world, { orderId, who }, call);
  if (order.ok) return order.value ? ok(order.value, order.asOf) : refused(UNKNOWN);
  // It is there, whatever keeps us from reading it.
  return refused(UNKNOWN);
}

const MOST_YOUNG = 50;

/** null: it has never become one. */
async function bought(
  world: VtexWorld,
  by: { readonly orderId: string; readonly who: VtexShopper },
  call: Call,
): Promise<Result<Order | null>> {
  const one = await orderBy(world, by, call);
  if (!one.ok) return one;
  return one.value ? readOrder(world, { who: by.who, one: one.value }, call) : ok(null, one.asOf);
}

/** What became of it, here or in another process: the note says which order to ask for. */
export async function reconcile(world: VtexWorld, key: string, call: ShopperCall): Promise<Result<Order | null>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const attempt = world.attempts.get(key);
  if (attempt && attempt.shopperId !== call.shopperId) return ok(null, world.now());
  if (attempt?.placing) return refused({ kind: 'unavailable' });
  const orderId = attempt?.orderId ?? attempt?.called?.orderId;
  const noted = orderId ? ok(null, world.now()) : await noteOf(world, key, call);
  if (!noted.ok) return noted;
  if (noted.value && noted.value.shopper !== call.shopperId) return ok(null, noted.asOf);
  const wanted = orderId ?? noted.value?.orderId;
  if (wanted === undefined) return ok(null, noted.asOf);
  const order = await bought(world, { orderId: wanted, who: who.value }, call);
  if (!order.ok) return order;
  if (order.value) begun(world, key, call.shopperId).orderId = order.value.id;
  // Another process may be about to call it back: until then nobody knows.
  const isOpen = order.value === null && noted.value !== null && noted.value.orderId !== attempt?.ready?.orderId;
  return isOpen && noted.value && stands(noted.value, world.now()) ? refused({ kind: 'unavailable' }) : order;
}
