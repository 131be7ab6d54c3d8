/** Placing without a cart, in three steps: PUT orders, payments of its transaction, callback of its group. Nothing of it knows what was sent before. */

import * as z from 'zod/mini';
import { discountOf } from './coupons';
import { type Sla, shareOf } from './delivery';
import {
  type CustomApp,
  groupOf,
  isComplete,
  type Order,
  paidStates,
  statusOf,
  totalOf,
  transactionOf,
} from './orders';
import { idOf, type Person, personByEmail, type SalesChannel } from './people';
import { placedOrder } from './placed';
import { quoteOf, salesChannelIn } from './quote';
import { type Answer, type Asked, answered, type Route, read, refusal } from './wire';
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
    { on: 'POST /api/payments/transactions/{id}/payments', answer: (asked) => pay(world, asked) },
    {
      on: 'POST /api/checkout/pub/gatewayCallback/{group}',
      needs: { role: 'checkout' },
      answer: (asked) => calledBack(world, asked),
    },
  ];
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
    openTextField: wanted.openTextField ?? null,
    customApps: (wanted.customData?.customApps ?? []) satisfies readonly CustomApp[],
    payment: {
      transactionId: transactionOf(orderGroup),
      paymentSystem: String(payment?.paymentSystem ?? ''),
      ...{ accountId: payment?.accountId ?? null, sent: 'nothing' },
    },
    ...{ estimatedFor: null, window: null, packages: [], cancelled: null },
  };
  const paid = wanted.paymentData.payments.reduce((sum, { value }) => sum + value, 0);
  if (paid !== totalOf(order)) return refusal(400, 'CHK0043', 'The payments do not match the total of the order');
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

const PAYMENTS = z.array(
  z.object({
    ...{ paymentSystem: z.int(), value: z.int(), referenceValue: z.int() },
    fields: z.object({ accountId: z.nullable(z.string()), validationCode: z.nullable(z.string()) }),
    transaction: z.object({ id: z.string(), merchantName: z.string() }),
  }),
);

function pay({ book, clock }: World, { holes, query, body }: Asked): Answer {
  const order = book.byTransaction(holes.id ?? '');
  if (!order || query.get('orderId') !== order.orderGroup) return refusal(404, '1408', 'Transaction not found');
  if (statusOf(order, clock()) !== 'order-created' || order.payment.sent !== 'nothing')
    return refusal(400, '1402', 'The transaction takes no payments any more');
  const sent = read(PAYMENTS, body);
  const total = sent.reduce((sum, { value }) => sum + value, 0);
  if (total !== totalOf(order)) return refusal(400, '1401', 'The payments do not match the value of the transaction');
  const isKnown = sent.every(({ fields }) =>
    order.person.cards.some(({ accountId }) => accountId === fields.accountId),
  );
  if (!isKnown) return refusal(400, '1404', 'No such account');
  book.put({ ...order, payment: { ...order.payment, sent: 'enough' } });
  return { status: 201 };
}

function calledBack(world: World, { holes, headers }: Asked): Answer {
  const { book, clock, tickets } = world;
  const order = book.byGroup(holes.group ?? '');
  if (!order) return refusal(404, 'CHK0035', 'Order not found');
  const ticket = tickets.get(order.orderGroup);
  const cookie = headers.cookie ?? '';
  const isTheirs = ['Vtex_CHKO_Auth', 'CheckoutDataAccess'].every((name) => cookie.includes(`${name}=`));
  if (!ticket || !isTheirs || !cookie.includes(ticket)) return refusal(403, 'CHK0034', 'Access denied');
  if (isComplete(order, clock())) return { status: 200 };
  if (statusOf(order, clock()) !== 'order-created' || order.payment.sent === 'nothing')
    return failure('001', 'Your payment was not authorised. The payment data was not sent.');
  if (world.askedForCode.has(order.person.email)) return { status: 428, body: redirect(order) };
  if (world.declined.has(order.person.email)) return failure('002', 'Your payment was not authorised.');
  const done = { ...order, states: [...order.states, ...paidStates(clock())] };
  book.put(done);
  for (const tell of world.moved) tell(done, 'order-created');
  return { status: 200 };
}

function failure(code: string, message: string): Answer {
  return { status: 500, body: { operationId: idOf('operation', message), error: { code, message, exception: null } } };
}

function redirect({ payment: { transactionId } }: Order) {
  const url = `https://${ACCOUNT}.example/checkout/payment/${transactionId}`;
  return { RedirectResponseCollection: [{ redirectUrl: url }], paymentAuthorizationAppCollection: [] };
}
