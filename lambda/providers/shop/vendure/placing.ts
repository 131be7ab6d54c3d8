/** The one moment that counts: a draft becomes the order, once, or is refused for good. */

import * as z from 'zod/mini';
import { ok, type Result, refused, type ShopError, type ShopperCall } from '../../../services/commerce/call';
import type { Order } from '../../../services/commerce/orders';
import type { Proposal } from '../../../services/commerce/purchases';
import { takeFromCart } from './cart';
import { CALL_OFF, type Draft, discard, type Selling, THROW_AWAY } from './discarding';
import { orderOf } from './history';
import { done, ORDER_FIELDS, order, REFUSAL, type VendureOrder } from './shapes';
import { caller, type VendureWorld } from './world';

const NOT_SENT: ShopError = { kind: 'timeout', outcome: 'not-sent' };
const UNKNOWN: ShopError = { kind: 'timeout', outcome: 'unknown' };

export async function place(selling: Selling, proposal: Proposal, call: ShopperCall): Promise<Result<Order>> {
  const { world, drafts } = selling;
  const late = () => (drafts.get(proposal.id)?.sent ? UNKNOWN : NOT_SENT);
  if (call.signal.aborted || world.now() >= call.deadline) return refused(late());
  const who = await caller(world, call);
  if (!who.ok) return who;
  const draft = drafts.get(proposal.id) ?? (await lookUp(selling, proposal, call));
  if ('ok' in draft) return draft;
  if (draft.shopperId !== call.shopperId) return refused({ kind: 'not-found' });
  if (draft.refusal) return refused(draft.refusal);
  const total = { minor: draft.totalMinor, currency: proposal.total.currency };
  if (proposal.total.minor !== total.minor) {
    draft.refusal = { kind: 'price-changed', was: proposal.total, now: total };
    discard(selling, { orderId: draft.orderId, query: THROW_AWAY }, call);
    return refused(draft.refusal);
  }
  draft.sent = true;
  draft.placing ??= pay(selling, { draft, proposal }, call).finally(() => {
    draft.placing = null;
  });
  return draft.placing;
}

const found = z.object({ order: z.nullable(order) });
const FIND = `query ($id: ID!) { order(id: $id) { ${ORDER_FIELDS} } }`;

/** The order with the id and the code of a proposal, if it is this shopper's. */
export async function find(
  world: VendureWorld,
  proposalId: string,
  call: ShopperCall,
): Promise<Result<VendureOrder | null>> {
  const [, id = '', code = ''] = /^(.+)-([^-]+)$/.exec(proposalId) ?? [];
  if (id === '') return ok(null, world.now());
  const asked = await world.ask({ query: FIND, variables: { id }, shape: found }, call);
  if (!asked.ok) return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
  const one = asked.value.order;
  return ok(one?.code === code && one.customer?.id === call.shopperId ? one : null, asked.asOf);
}

/** Another process made it, or this one has forgotten it. */
async function lookUp(
  selling: Selling,
  { id, expiresAt }: Proposal,
  call: ShopperCall,
): Promise<Draft | Result<Order>> {
  const { world, drafts } = selling;
  const one = await find(world, id, call);
  if (!one.ok) return one;
  if (one.value === null) return refused({ kind: 'not-found' });
  if (isPaidWith(one.value, id)) return bought(world, one.value, call);
  if (one.value.state !== 'Draft') return refused({ kind: 'not-found' });
  const draft: Draft = {
    ...{ orderId: one.value.id, shopperId: call.shopperId, totalMinor: one.value.totalWithTax, expiresAt },
    ...{ refusal: null, sent: false, placing: null },
  };
  drafts.set(id, draft);
  return draft;
}

const ours = z.object({ public: z.object({ earshot: z.string() }), fromCart: z.boolean() });

/** Our own key stands in the payment. */
export function isPaidWith(one: VendureOrder, key: string): boolean {
  return (one.payments ?? []).some(({ metadata }) => ours.safeParse(metadata).data?.public.earshot === key);
}

function isFromCart({ payments }: VendureOrder): boolean {
  return (payments ?? []).some(({ metadata }) => ours.safeParse(metadata).data?.fromCart === true);
}

const paid = z.object({
  ready: z.nullable(done),
  paid: z.union([order, done]),
});
/** One document, of which the shop does the second only in the state that the first has made. */
const PAY = `mutation ($id: ID!, $method: String!, $key: String!, $metadata: JSON!) {
  ready: transitionOrderToState(id: $id, state: "ArrangingPayment") { ${REFUSAL} }
  paid: addManualPaymentToOrder(input: { orderId: $id, method: $method, transactionId: $key, metadata: $metadata }) {
    ... on Order { ${ORDER_FIELDS} } ${REFUSAL}
  }
}`;

type Paying = { readonly draft: Draft; readonly proposal: Proposal };

async function pay(selling: Selling, { draft, proposal }: Paying, call: ShopperCall): Promise<Result<Order>> {
  const { world } = selling;
  const variables = {
    id: draft.orderId,
    method: world.settings.payment,
    key: proposal.id,
    metadata: { public: { earshot: proposal.id }, fromCart: proposal.fromCart === true },
  };
  const asked = await world.ask({ query: PAY, variables, shape: paid, writes: true }, call);
  if (!asked.ok) return asked;
  if ('code' in asked.value.paid) return bought(world, asked.value.paid, call);
  // It was no draft any more, or there is too little left: the shop says which.
  const one = await find(world, proposal.id, call);
  if (!one.ok) return refused(UNKNOWN);
  if (one.value && isPaidWith(one.value, proposal.id)) return bought(world, one.value, call);
  draft.refusal = await reasonOf(world, proposal, call);
  discard(selling, { orderId: draft.orderId, query: CALL_OFF }, call);
  return refused(draft.refusal);
}

/** Whoever learns that it was bought sees that it leaves the cart. */
export async function bought(world: VendureWorld, one: VendureOrder, call: ShopperCall): Promise<Result<Order>> {
  if (isFromCart(one)) await takeFromCart(world, one, call);
  return ok(orderOf(world, one, call.locale), world.now());
}

const stock = z.object({
  productVariants: z.object({
    items: z.array(z.object({ id: z.string(), enabled: z.boolean(), stockOnHand: z.int(), stockAllocated: z.int() })),
  }),
});
const STOCK = `query ($ids: [String!]!) {
  productVariants(options: { filter: { id: { in: $ids } } }) { items { id enabled stockOnHand stockAllocated } }
}`;

/** Why it could not be paid: what has meanwhile been sold, else the payment itself. */
async function reasonOf(world: VendureWorld, { lines }: Proposal, call: ShopperCall): Promise<ShopError> {
  const ids = lines.map(({ product }) => product.id);
  const now = await world.ask({ query: STOCK, variables: { ids }, shape: stock }, call);
  if (!now.ok) return { kind: 'payment-needed' };
  const left = new Map(
    now.value.productVariants.items.map((one) => [one.id, one.enabled ? one.stockOnHand - one.stockAllocated : 0]),
  );
  const short = lines.find(({ product, quantity }) => quantity > (left.get(product.id) ?? 0));
  if (!short) return { kind: 'payment-needed' };
  const [productId, max] = [short.product.id, left.get(short.product.id) ?? 0];
  return max > 0 ? { kind: 'too-many', productId, max } : { kind: 'sold-out', productId };
}
