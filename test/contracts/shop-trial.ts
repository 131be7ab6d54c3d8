/** A shop under a contract suite: what the suite needs to know of it, and the few steps its tests are made of. */

import type { Shopper } from '../../lambda/services/commerce/account';
import type { Call, Result, ShopError, ShopperCall } from '../../lambda/services/commerce/call';
import type { Order } from '../../lambda/services/commerce/orders';
import type { Proposal, Wanted } from '../../lambda/services/commerce/purchases';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { OrderChanges } from '../../lambda/services/news/changes';
import type { Instant } from '../../lambda/vocabulary/values';
import type { Behind } from './shop-behind';

/** A shop with two shoppers who can pay, and the goods to try it with. */
export type ShopUnderTest = {
  readonly shop: Shop;
  readonly changes?: OrderChanges | undefined;
  readonly realNow: () => Instant;
  /** Two different shoppers with earlier orders. */
  readonly tokens: readonly [buyer: string, stranger: string];
  /** In stock, deliverable to both, with at least one stand-in. */
  readonly sells: string;
  readonly soldOut: string;
  readonly maxQuantity: number;
  /** What is sold out may lie in a cart. */
  readonly keepsSoldOut: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly delivers: { readonly to: readonly string[]; readonly notTo: string };
  /** What it can be brought to from behind. */
  readonly behind: Behind;
  /** Money goes back only for what was sent: brings an order there. */
  readonly sends?: (order: Order) => Promise<void>;
  /** From now on its own back end answers nothing any more. */
  hang(): void;
  close(): void | Promise<void>;
};

export const LOCALE = 'en-GB';
export const SECOND = 1000;

export function callOf(realNow: () => Instant, changes: Partial<Call> = {}): Call {
  const signal = new AbortController().signal;
  return { locale: LOCALE, deadline: realNow() + 5 * SECOND, signal, traceId: 'turn-1', ...changes };
}

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The shop refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function errorOf(result: Result<unknown>): ShopError {
  if (result.ok) throw new Error(`The shop did not refuse: ${JSON.stringify(result.value)}`);
  return result.error;
}

/** One test's shop, seen by its two shoppers. */
export type Trial = {
  readonly made: ShopUnderTest;
  readonly buyer: ShopperCall;
  readonly stranger: ShopperCall;
  linked(token: string): Promise<{ readonly shopper: Shopper; readonly call: ShopperCall }>;
  wanting(quantity: number, productId?: string): Wanted;
  propose(quantity?: number): Promise<Proposal>;
  place(proposal: Proposal, call?: ShopperCall): Promise<Result<Order>>;
  orders(call?: ShopperCall): Promise<readonly Order[]>;
};

/** `within`: milliseconds all of its calls have together. */
export async function beginTrial(made: ShopUnderTest, within = 5 * SECOND): Promise<Trial> {
  const { accounts, history, purchases } = made.shop;
  const linked = async (token: string) => {
    const call = callOf(made.realNow, { deadline: made.realNow() + within });
    const shopper = accepted(await accounts.whoIs(token, call));
    return { shopper, call: { ...call, shopperId: shopper.id, credential: token } };
  };
  const buyer = (await linked(made.tokens[0])).call;
  const stranger = (await linked(made.tokens[1])).call;
  const wanting = (quantity: number, productId = made.sells): Wanted => ({ lines: [{ productId, quantity }] });
  return {
    made,
    buyer,
    stranger,
    linked,
    wanting,
    propose: async (quantity = 1) => accepted(await purchases.propose(wanting(quantity), buyer)),
    place: (proposal, call = buyer) => purchases.place(proposal, call),
    orders: async (call = buyer) => accepted(await history.orders({ limit: 100 }, call)),
  };
}
