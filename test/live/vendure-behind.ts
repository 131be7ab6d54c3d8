/** What the people of a live Vendure do, so that its provider is brought to all that happens there. */

import * as z from 'zod/mini';
import type { Order } from '../../lambda/services/commerce/orders';
import type { LiveVendure } from '../../scripts/live-vendure';
import { type Ability, type Behind, CUTS } from '../contracts/shop-behind';
import { accepted, type Trial } from '../contracts/shop-trial';
import type { CutWay } from '../kit/cutting';

/** It sells whatever little, its back office gives a hundred orders at once, and its parcels know three states. */
export const VENDURE_LACKS = [
  'least',
  'page',
  'out-for-delivery',
  'ready-for-pickup',
  'returned',
] as const satisfies readonly (Ability | keyof Behind['stages'])[];

const E = '... on ErrorResult { errorCode message }';
const lined = z.object({ order: z.object({ lines: z.array(z.object({ id: z.string(), quantity: z.int() })) }) });
const packed = z.object({ addFulfillmentToOrder: z.object({ id: z.string() }) });

type Office = Pick<LiveVendure, 'office'>;
type Packing = { readonly states: readonly string[]; readonly most?: number; readonly each?: number };

/** The first so many lines of an order in a parcel, of each all or so many pieces, and how far it is. */
async function packs({ office }: Office, id: string, { states, most = 20, each }: Packing): Promise<void> {
  const { order } = lined.parse(await office('query($id:ID!){order(id:$id){lines{id quantity}}}', { id }));
  const lines = order.lines.slice(0, most).map((line) => ({ orderLineId: line.id, quantity: each ?? line.quantity }));
  const told = { method: 'Postalia', trackingCode: `PX${id}0000456IT` };
  const handler = {
    code: 'manual-fulfillment',
    arguments: Object.entries(told).map(([name, value]) => ({ name, value })),
  };
  const add = `mutation($input:FulfillOrderInput!){addFulfillmentToOrder(input:$input){... on Fulfillment{id} ${E}}}`;
  const parcel = packed.parse(await office(add, { input: { lines, handler } })).addFulfillmentToOrder;
  const go = `mutation($id:ID!,$s:String!){transitionFulfillmentToState(id:$id,state:$s){${E}}}`;
  for (const s of states) await office(go, { id: parcel.id, s });
}

/** A parcel with one piece of each leaves. */
export function sendsOne(live: Office, orderId: string): Promise<void> {
  return packs(live, orderId, { states: ['Shipped'], most: 20, each: 1 });
}

/** All of it leaves in one. */
export function sendsAll(live: Office, orderId: string): Promise<void> {
  return packs(live, orderId, { states: ['Shipped'] });
}

const payments = z.object({ order: z.object({ payments: z.array(z.object({ id: z.string() })) }) });

/** The shop's people give so many cents back in their dashboard. */
export async function givesBack({ office }: Office, id: string, amount: number): Promise<void> {
  const { order } = payments.parse(await office('query($id:ID!){order(id:$id){payments{id}}}', { id }));
  const paymentId = order.payments[0]?.id;
  const input = { paymentId, amount, reason: 'a stain', lines: [], shipping: 0, adjustment: 0 };
  const give = `mutation($input:RefundOrderInput!){refundOrder(input:$input){... on Refund{id} ${E}}}`;
  z.object({ refundOrder: z.object({ id: z.string() }) }).parse(await office(give, { input }));
}

export function vendureBehind({ office }: Pick<LiveVendure, 'office'>, way: CutWay): Behind {
  /** The first so many lines of an order in a parcel, and how far it is. */
  const send = ({ id }: Order, states: readonly string[], most = 20): Promise<void> =>
    packs({ office }, id, { states, most });

  const brought = (bring: (order: Order) => Promise<unknown>) => async (trial: Trial) => {
    const order = accepted(await trial.place(await trial.propose()));
    await bring(order);
    return { call: trial.buyer, order };
  };
  const moved = (...states: readonly string[]) =>
    brought(async ({ id }) => {
      const go = `mutation($id:ID!,$s:String!){transitionOrderToState(id:$id,state:$s){${E}}}`;
      for (const s of states) await office(go, { id, s });
    });

  return {
    stages: {
      placed: moved(),
      'payment-pending': moved('Modifying', 'ArrangingAdditionalPayment'),
      preparing: brought((order) => send(order, [])),
      shipped: brought((order) => send(order, ['Shipped'])),
      delivered: brought((order) => send(order, ['Shipped', 'Delivered'])),
      cancelled: brought(({ id }) =>
        office(`mutation($input:CancelOrderInput!){cancelOrder(input:$input){${E}}}`, {
          input: { orderId: id, cancelShipping: true, reason: 'asked' },
        }),
      ),
      unknown: moved('OnHold'),
      ...{ 'out-for-delivery': null, 'ready-for-pickup': null, returned: null },
    },
    async parcels({ made, place, buyer }) {
      const lines = ['1', '2'].map((productId) => ({ productId, quantity: 1 }));
      const order = accepted(await place(accepted(await made.shop.purchases.propose({ lines }, buyer))));
      await send(order, ['Shipped'], 1);
      return { call: buyer, order };
    },
    async dearer() {
      const input = [{ id: '1', price: 600 }];
      await office('mutation($input:[UpdateProductVariantInput!]!){updateProductVariants(input:$input){id}}', {
        input,
      });
    },
    scarce: { productId: '9', left: 3 },
    least: null,
    cuts: { kinds: CUTS, cut: (kind) => way.next(kind, 'addManualPaymentToOrder'), mend: way.mend },
    throttle: () => way.next('limited'),
    expire: () => way.next('expired', 'admin-api'),
    page: null,
  };
}
