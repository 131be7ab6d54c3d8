/** Placing without a cart, in three steps: PUT orders, payments of its transaction, callback of its group. Nothing of it knows what was sent before. */

import * as z from 'zod/mini';
import { type Cart, remembered } from './carts';
import { discountOf } from './coupons';
import { defaultSla, type Sla, shareOf } from './delivery';
import { type CustomApp, groupOf, type Order, taxOf, totalOf, transactionOf } from './orders';
import { idOf, type Person, personByEmail, type SalesChannel } from './people';
import { placedOrder } from './placed';
import { quoteOf, salesChannelIn } from './quote';
import { type Answer, answered, type Route, read, refusal } from './wire';
import { ACCOUNT, type World } from './world';

const APPS = z.object({
  customApps: z.array(z.object({ id: z.string(), major: z.int(), fields: z.record(z.string(), z.string()) })),
});

const PLACING = z.object({
  items: z.array(
    z.object({ id: z.string(), quantity: z.int().check(z.positive()), seller: z.string(), price: z.optional(z.int()) }),
  ),
  clientProfileData: z.object({ email: z.string() }),
  shippingData: z.object({
    address: z.object({ addressId: z.string() }),
    logisticsInfo: z.array(
      z.object({
        itemIndex: z.int(),
        selectedSla: z.string(),
        price: z.int(),
        selectedDeliveryChannel: z.optional(z.string()),
      }),
    ),
  }),
  paymentData: z.object({
    payments: z.array(
      z.object({
        ...{ paymentSystem: z.int(), installments: z.int(), referenceValue: z.int(), value: z.int() },
        accountId: z.optional(z.nullable(z.string())),
      }),
    ),
  }),
  marketingData: z.optional(
    z.nullable(z.object({ coupon: z.optional(z.string()), utmSource: z.optional(z.string()) })),
  ),
  openTextField: z.optional(z.nullable(z.string())),
  customData: z.optional(z.nullable(APPS)),
});
type Placing = z.infer<typeof PLACING>;

export function placing(world: World): readonly Route[] {
  return [
    {
      on: 'PUT /api/checkout/pub/orders',
      needs: { role: 'checkout' },
      answer(asked) {
        const wanted = read(PLACING, asked.body);
        const person = personByEmail(wanted.clientProfileData.email);
        const salesChannel = salesChannelIn(asked);
        if (!person) return refusal(400, 'CHK0015', 'The profile is not complete');
        if (!salesChannel) return refusal(400, 'CHK0081', 'Invalid sales channel');
        return placed(world, wanted, { person, salesChannel });
      },
    },
    {
      on: 'POST /api/checkout/pub/orderForm/{id}/transaction',
      needs: { role: 'checkout' },
      async answer({ holes, body }) {
        await world.cartsWait();
        const cart = world.carts.get(holes.id ?? '');
        return cart ? ordered(world, cart, read(TRANSACTION, body)) : refusal(404, 'CHK003', 'The cart was not found');
      },
    },
  ];
}

const TRANSACTION = z.object({
  referenceId: z.string(),
  value: z.int(),
  referenceValue: z.int(),
  interestValue: z.int(),
});
const PAID = PLACING.shape.paymentData.shape.payments;

/** What lies in a cart, as it would be sent without one; what becomes an order lies there no more. */
function ordered(world: World, cart: Cart, { value }: z.infer<typeof TRANSACTION>): Answer {
  const person = cart.email === null ? null : personByEmail(cart.email);
  const address = person?.addresses.find(({ addressId }) => addressId === cart.addressId);
  const payments = PAID.safeParse(cart.payments).data ?? [];
  if (!person || !address || payments.length === 0) return refusal(400, 'CHK0015', 'The cart is not complete');
  const items = cart.lines.map(({ skuId, quantity }) => ({ id: skuId, quantity, seller: '1' }));
  const { slas } = quoteOf(world, { items, salesChannel: cart.salesChannel, country: address.country });
  const sla = slas.find(({ id }) => id === cart.slaId) ?? defaultSla(slas);
  if (!sla) return refusal(400, 'CHK0024', 'The delivery option is not valid any more');
  const share = (itemIndex: number) => shareOf(sla.price, items.length, itemIndex);
  const logisticsInfo = items.map((_one, at) => ({ itemIndex: at, selectedSla: sla.id, price: share(at) }));
  const wanted: Placing = {
    ...{ items, clientProfileData: { email: person.email }, paymentData: { payments } },
    shippingData: { address: { addressId: address.addressId }, logisticsInfo },
    ...(cart.coupon === null ? {} : { marketingData: { coupon: cart.coupon } }),
  };
  const paid = payments.reduce((sum, one) => sum + one.value, 0);
  if (paid !== value) return refusal(400, 'CHK0043', 'The payments do not match the total of the order');
  const answer = placed(world, wanted, { person, salesChannel: cart.salesChannel });
  if (answer.status === 200) {
    remembered(world, cart, 'Finalizado');
    world.carts.set(cart.orderFormId, { ...cart, lines: [], coupon: null, payments: [] });
  }
  return answer;
}

type By = { readonly person: Person; readonly salesChannel: SalesChannel };

function placed(world: World, wanted: Placing, by: By): Answer {
  const address = by.person.addresses.find((one) => one.addressId === wanted.shippingData.address.addressId);
  if (!address) return refusal(400, 'CHK0016', 'The address is not complete');
  const { salesChannel } = by;
  const quote = quoteOf(world, { items: wanted.items, salesChannel, country: address.country });
  const [problem] = quote.messages;
  if (problem) return refusal(400, problem.code, problem.text);
  const slas = new Set(wanted.shippingData.logisticsInfo.map(({ selectedSla }) => selectedSla));
  const sla = quote.slas.find(({ id }) => slas.has(id));
  const count = wanted.items.length;
  const isWhole = wanted.items.every((_one, at) => {
    const info = wanted.shippingData.logisticsInfo.find(({ itemIndex }) => itemIndex === at);
    return sla && info?.price === shareOf(sla.price, count, at);
  });
  if (!sla || slas.size !== 1 || !isWhole) return refusal(400, 'CHK0024', 'The delivery option is not valid any more');
  const dear = quote.lines.find(({ price }, at) => (wanted.items[at]?.price ?? price) !== price);
  if (dear) return refusal(400, 'CHK0072', `The price of ${dear.sku.title} has changed`);
  return written(world, { ...by, wanted, sla, address, prices: quote.lines.map(({ price }) => price) });
}

type Whole = By & {
  readonly wanted: Placing;
  readonly sla: Sla;
  readonly address: Order['address'];
  readonly prices: readonly number[];
};

function written(world: World, { person, salesChannel, wanted, sla, address, prices }: Whole): Answer {
  const lines = wanted.items.map(({ id, quantity }, at) => ({ skuId: id, quantity, price: prices[at] ?? 0 }));
  const orderGroup = groupOf(world.book.nextSequence());
  const coupon = wanted.marketingData?.coupon ?? null;
  const [payment] = wanted.paymentData.payments;
  const order: Order = {
    ...{ orderId: `${orderGroup}-01`, orderGroup, sequence: String(world.book.nextSequence()), person, salesChannel },
    ...{ createdAt: world.clock(), states: [{ at: world.clock(), is: 'order-created' }], lines, sla, address, coupon },
    discount: discountOf(world, coupon, lines),
    taxShare: world.tax.share + world.tax.untold,
    openTextField: wanted.openTextField ?? null,
    customApps: (wanted.customData?.customApps ?? []) satisfies readonly CustomApp[],
    payment: {
      transactionId: transactionOf(orderGroup),
      paymentSystem: String(payment?.paymentSystem ?? ''),
      ...{ accountId: payment?.accountId ?? null, sent: 'nothing' },
    },
    ...{ estimatedFor: null, window: null, packages: [], changed: [], cancelled: null, wished: [] },
  };
  const paid = wanted.paymentData.payments.reduce((sum, { value }) => sum + value, 0);
  // What it puts on top by itself only now was nobody's to pay.
  const untold = taxOf(order) - taxOf({ ...order, taxShare: world.tax.share });
  if (paid !== totalOf(order) && paid !== totalOf(order) - untold)
    return refusal(400, 'CHK0043', 'The payments do not match the total of the order');
  if (!world.shelf.take(lines)) return refusal(400, 'ORD028', 'The stock was taken by another order');
  world.book.put(order);
  const ticket = idOf('ticket', orderGroup);
  world.tickets.set(orderGroup, ticket);
  return { ...answered(placedOrder(world, order)), headers: { 'set-cookie': cookiesOf(order, ticket) } };
}

function cookiesOf({ orderGroup }: Order, ticket: string): readonly string[] {
  const rest = 'path=/; secure; samesite=none; httponly';
  return [
    `Vtex_CHKO_Auth=${ticket}; ${rest}`,
    `CheckoutDataAccess=VTEX_CHK_Order_Auth=${ticket}${orderGroup}; domain=.${ACCOUNT}.example; ${rest}`,
  ];
}
