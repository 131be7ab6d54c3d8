/** The shop has told that something about an order has changed: where its shopper's orders stand is asked for, kept, and told to whoever wished it. */

import type { Shopper } from '../services/commerce/account';
import { type Call, callWithin, type ShopperCall } from '../services/commerce/call';
import type { Order, OrderHistory } from '../services/commerce/orders';
import { lastOf } from '../services/commerce/whereabouts';
import type { OrderChange, OrderChanges } from '../services/news/changes';
import type { Tried } from '../services/queue/queues';
import type { ShopperSignIn } from '../services/sign-in/shopper-sign-in';
import { tellNews } from './order-news-told';
import type { TellNeeds } from './write/unasked';

export type OrderNewsNeeds = TellNeeds & {
  readonly history: OrderHistory;
  /** Absent: nobody's orders can be asked for without them. */
  readonly signIn: ShopperSignIn | undefined;
  /** Absent: what is told always names its shopper. */
  readonly changes: OrderChanges | undefined;
  readonly locale: string;
};

export type OrderNews = {
  /** Of shoppers nobody here has talked with, nothing is asked and nothing kept. */
  hear(change: Omit<OrderChange, 'key'>): Promise<Tried>;
};

const PATIENCE_MS = 10_000;
/** The newest are what is asked about. */
const MOST_ORDERS = 20;

const DONE: Tried = { kind: 'done' };

export function createOrderNews(needs: OrderNewsNeeds): OrderNews {
  const { store, now } = needs;
  return {
    async hear(change) {
      const call = callWithin(PATIENCE_MS, needs);
      const owner = await ownerOf(change, { ...needs, call });
      if (owner.kind === 'none') return owner.tried;
      const conversations = await store.mirrors.of(owner.value);
      if (conversations.length === 0) return DONE;
      const askedAt = now();
      const seen = await ordersOf(owner.value, { ...needs, call });
      if (seen.kind === 'none') return seen.tried;
      const { orders, shopper } = seen.value;
      const last = lastOf({ value: orders, asOf: askedAt });
      for (const id of conversations) await store.mirrors.put(id, last);
      const order = orders.find(({ id }) => id === change.orderId);
      return order ? tellAll(conversations, { order, shopper }, needs) : DONE;
    },
  };
}

/** One that has to wait makes it be told again; whoever knows it by then is not told twice. */
async function tellAll(
  conversations: readonly string[],
  about: { readonly order: Order; readonly shopper: Shopper },
  needs: TellNeeds,
): Promise<Tried> {
  let all = DONE;
  for (const id of conversations) {
    const tried = await tellNews(id, about, needs);
    if (tried.kind !== 'done') all = tried;
  }
  return all;
}

type Asking = Pick<OrderNewsNeeds, 'changes' | 'signIn' | 'history'> & { readonly call: Call };
type Found<T> = { readonly kind: 'found'; readonly value: T } | { readonly kind: 'none'; readonly tried: Tried };

async function ownerOf(
  { shopperId, orderId }: Omit<OrderChange, 'key'>,
  { changes, call }: Asking,
): Promise<Found<string>> {
  if (shopperId !== null) return { kind: 'found', value: shopperId };
  const asked = await changes?.ownerOf?.(orderId, call);
  if (!asked) return { kind: 'none', tried: { kind: 'dead', why: 'this shop does not say whose an order is' } };
  if (!asked.ok) return { kind: 'none', tried: later(asked.error.kind) };
  return asked.value === null ? { kind: 'none', tried: DONE } : { kind: 'found', value: asked.value };
}

type Theirs = { readonly orders: readonly Order[]; readonly shopper: Shopper };

/** Asked with the shop's own credentials. */
async function ordersOf(shopperId: string, { signIn, history, call }: Asking): Promise<Found<Theirs>> {
  const known = await signIn?.again(shopperId, call);
  if (known && !known.ok) return { kind: 'none', tried: later(known.error.kind) };
  if (!known?.value) return { kind: 'none', tried: DONE };
  const { shopper, credential } = known.value;
  const theirs: ShopperCall = { ...call, shopperId, credential };
  const orders = await history.orders({ limit: MOST_ORDERS }, theirs);
  if (!orders.ok) return { kind: 'none', tried: later(orders.error.kind) };
  return { kind: 'found', value: { orders: orders.value, shopper } };
}

function later(why: string): Tried {
  return { kind: 'later', why: `the shop does not say where the orders stand: ${why}` };
}
