/** What the people and the couriers of a VTEX shop do, so that its provider is brought to all that happens there. */

import type { Order } from '../../lambda/services/commerce/orders';
import { type Ability, type Behind, CUTS } from '../contracts/shop-behind';
import { accepted, type Trial } from '../contracts/shop-trial';
import type { CutWay } from '../kit/cutting';
import type { LiveVtex } from './vtex/open';
import { itemsOf, type Order as Kept, type Package, withStatus } from './vtex/orders';

/** It takes orders of however little, its key is no session, no list of ours has a second page, and its couriers are there or not. */
export const VTEX_LACKS = ['least', 'expire', 'page', 'out-for-delivery'] as const satisfies readonly (
  | Ability
  | keyof Behind['stages']
)[];

type Sending = { readonly finished?: boolean; readonly type?: Package['type']; readonly most?: number };

/** A parcel of the first so many lines of it. */
export function packed(order: Kept, { finished = false, type = 'Output', most = 20 }: Sending, at: number): Kept {
  const items = order.lines.slice(0, most).map(({ quantity, price }, itemIndex) => ({ itemIndex, quantity, price }));
  const event = { at, city: order.address.city, description: 'Handed to the courier' };
  const parcel: Package = {
    ...{ type, invoiceNumber: `${order.sequence}-${order.packages.length + 1}`, issuedAt: at, items },
    ...{ invoiceValue: itemsOf(order), courier: 'Heron Post', trackingNumber: `HE${order.sequence}` },
    ...{ trackingUrl: 'https://heron-post.example/track' },
    courierStatus: { finished, deliveredAt: finished ? at : null, events: [event] },
  };
  const sent = { ...order, packages: [...order.packages, parcel] };
  return most < order.lines.length ? withStatus(sent, 'handling', at) : withStatus(sent, 'invoiced', at);
}

export function vtexBehind({ world }: Pick<LiveVtex, 'world'>, way: CutWay): Behind {
  const { book, clock, shelf } = world;
  function becomes({ id }: Order, next: (order: Kept, at: number) => Kept): void {
    const kept = book.byId(id);
    if (!kept) throw new Error(`there is no order ${id}`);
    book.put(next(kept, clock()));
  }
  const brought = (next: (order: Kept, at: number) => Kept) => async (trial: Trial) => {
    const order = accepted(await trial.place(await trial.propose()));
    becomes(order, next);
    return { call: trial.buyer, order };
  };
  const moved = (status: string) => brought((order, at) => withStatus(order, status, at));
  const picked = (order: Kept): Kept => ({
    ...order,
    sla: { ...order.sla, deliveryChannel: 'pickup-in-point' },
  });

  return {
    stages: {
      placed: moved('waiting-for-sellers-confirmation'),
      'payment-pending': moved('payment-pending'),
      preparing: moved('start-handling'),
      shipped: brought((order, at) => packed(order, {}, at)),
      'out-for-delivery': null,
      'ready-for-pickup': brought((order, at) => packed(picked(order), {}, at)),
      delivered: brought((order, at) => packed(order, { finished: true }, at)),
      cancelled: moved('canceled'),
      returned: brought((order, at) => packed(packed(order, { finished: true }, at), { type: 'Input' }, at)),
      unknown: moved('on-the-moon'),
    },
    async parcels({ made, place, buyer }) {
      const lines = [made.sells, shelf.byGood('mirtilla-cat-food').skuId].map((productId) => ({
        productId,
        quantity: 1,
      }));
      const order = accepted(await place(accepted(await made.shop.purchases.propose({ lines }, buyer))));
      becomes(order, (kept, at) => packed(kept, { most: 1 }, at));
      return { call: buyer, order };
    },
    async dearer() {
      const { skuId, prices } = shelf.byGood('bella-roma-ground');
      shelf.set(skuId, { prices: { ...prices, EUR: 600 } });
    },
    scarce: { productId: shelf.byGood('porto-grigio-ground').skuId, left: 3 },
    least: null,
    // The callback answers without a word: of half of that nothing is missing.
    cuts: {
      kinds: CUTS.filter((kind) => kind !== 'half'),
      cut: (kind) => way.next(kind, 'pub/gatewayCallback'),
      mend: way.mend,
    },
    throttle: () => world.limits.throttle(1),
    expire: null,
    page: null,
  };
}
