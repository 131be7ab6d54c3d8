/** The shop has told that something about an order has changed: where its shopper's orders stand is asked for, and kept. */

import { callWithin, type ShopperCall } from '../services/commerce/call';
import type { OrderHistory } from '../services/commerce/orders';
import { lastOf } from '../services/commerce/whereabouts';
import type { OrderChange, OrderChanges } from '../services/news/changes';
import type { Tried } from '../services/queue/queues';
import type { ShopperSignIn } from '../services/sign-in/shopper-sign-in';
import type { Store } from '../services/store';

export type OrderNewsNeeds = {
  readonly store: Pick<Store, 'mirrors'>;
  readonly history: OrderHistory;
  /** Absent: nobody's orders can be asked for without them. */
  readonly signIn: ShopperSignIn | undefined;
  /** Absent: what is told always names its shopper. */
  readonly changes: OrderChanges | undefined;
  readonly locale: string;
  /** Real time, milliseconds. */
  readonly now: () => number;
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
  const { store, history, signIn, now } = needs;
  return {
    async hear(change) {
      const call = callWithin(PATIENCE_MS, needs);
      const owner = await ownerOf(change, { ...needs, call });
      if (owner.kind !== 'known') return owner.tried;
      const conversations = await store.mirrors.of(owner.shopperId);
      if (conversations.length === 0 || !signIn) return DONE;
      const askedAt = now();
      const known = await signIn.again(owner.shopperId, call);
      if (!known.ok) return later(known.error.kind);
      if (!known.value) return DONE;
      const theirs: ShopperCall = { ...call, shopperId: owner.shopperId, credential: known.value.credential };
      const orders = await history.orders({ limit: MOST_ORDERS }, theirs);
      if (!orders.ok) return later(orders.error.kind);
      const last = lastOf({ value: orders.value, asOf: askedAt });
      for (const id of conversations) await store.mirrors.put(id, last);
      return DONE;
    },
  };
}

type Asking = Pick<OrderNewsNeeds, 'changes'> & { readonly call: ReturnType<typeof callWithin> };
type Owner = { readonly kind: 'known'; readonly shopperId: string } | { readonly kind: 'none'; readonly tried: Tried };

async function ownerOf({ shopperId, orderId }: Omit<OrderChange, 'key'>, { changes, call }: Asking): Promise<Owner> {
  if (shopperId !== null) return { kind: 'known', shopperId };
  const asked = await changes?.ownerOf?.(orderId, call);
  if (!asked) return { kind: 'none', tried: { kind: 'dead', why: 'this shop does not say whose an order is' } };
  if (!asked.ok) return { kind: 'none', tried: later(asked.error.kind) };
  return asked.value === null ? { kind: 'none', tried: DONE } : { kind: 'known', shopperId: asked.value };
}

function later(why: string): Tried {
  return { kind: 'later', why: `the shop does not say where the orders stand: ${why}` };
}
