/** The three calls an order is made of, in their order: PUT it, send what it is paid with, call it back. */

import * as z from 'zod/mini';
import { type Call, ok, type Result, refused, type ShopError } from '../../../services/commerce/call';
import type { VtexUnpaid } from './attempt';
import { costsMore, type VtexQuote } from './quoting';
import { placedOrder } from './shapes';
import { itemsIn, refusalIn, simulate } from './simulation';
import type { VtexWorld } from './world';

/** Under which our own key stands in the order's custom data. */
export const APP = { id: 'earshot', major: 1 } as const;

type Putting = { readonly quote: VtexQuote; readonly key: string };

/** Takes the goods from their shelf for five minutes. Refuses with why not, where VTEX takes it no more. */
export async function putOrder(world: VtexWorld, { quote, key }: Putting, call: Call): Promise<Result<VtexUnpaid>> {
  const { lines, channel: sc, total, delivery, card, who, address } = quote;
  const paid = { paymentSystem: Number(card.paymentSystem), accountId: card.accountId, installments: 1 };
  const body = {
    items: itemsIn(world, lines).map((item) => ({ ...item, price: priceOf(quote, item.id) })),
    clientProfileData: { email: who.email },
    shippingData: {
      address: { addressId: address.addressId },
      logisticsInfo: delivery.parts.map((price, itemIndex) => ({
        ...{ itemIndex, selectedSla: delivery.id, selectedDeliveryChannel: delivery.channel, price },
      })),
    },
    paymentData: { payments: [{ ...paid, referenceValue: total, value: total }] },
    customData: { customApps: [{ ...APP, fields: { key } }] },
  };
  const heard = await world.answer({ path: '/api/checkout/pub/orders', method: 'PUT', query: { sc }, body }, call);
  if (!heard.ok) return heard;
  const put = placedOrder.safeParse(heard.value.body).data;
  const [order] = put?.orders ?? [];
  const [transaction] = put?.transactionData.merchantTransactions ?? [];
  const { status, cookies } = heard.value;
  if (status >= 500) return refused({ kind: 'unavailable' });
  if (status >= 400) return refused(await reasonOf(world, quote, call));
  // One basket of several sellers becomes several orders, which nobody can say one yes to; none is paid for.
  if (!order || !transaction || put?.orders.length !== 1) return refused({ kind: 'unavailable' });
  // Nobody has said yes to that sum: it is left to die, and asked anew.
  if (order.value !== total) return refused(changedTo(world, quote, order.value));
  const { transactionId, merchantName } = transaction;
  const { orderGroup, orderId, value } = order;
  return ok(
    { orderGroup, orderId, transactionId, merchantName, cookie: cookies.join('; '), value, at: world.now() },
    heard.asOf,
  );
}

function changedTo(world: VtexWorld, quote: VtexQuote, value: number): ShopError {
  costsMore(world, quote, value);
  const { total, currency } = quote;
  return { kind: 'price-changed', was: { minor: total, currency }, now: { minor: value, currency } };
}

function priceOf({ simulation }: VtexQuote, id: string): number | undefined {
  return simulation.items.find((one) => one.id === id)?.price ?? undefined;
}

/** What has meanwhile been sold, or costs otherwise; else nobody knows, and it is asked again by and by. */
async function reasonOf(
  world: VtexWorld,
  { lines, channel, country, address }: VtexQuote,
  call: Call,
): Promise<ShopError> {
  const to = { country, postalCode: address.postalCode ?? '' };
  const now = await simulate(world, { lines, channel, to }, call);
  return (now.ok ? refusalIn(now.value, lines) : null) ?? { kind: 'unavailable' };
}

type PayingFor = { readonly unpaid: VtexUnpaid; readonly quote: VtexQuote };

/** With the card the shopper has stored, whose number nobody here knows. */
export async function payFor(world: VtexWorld, { unpaid, quote }: PayingFor, call: Call): Promise<Result<true>> {
  const { orderGroup, transactionId, merchantName, value } = unpaid;
  const { address, card, currency: currencyCode } = quote;
  const { addressType, receiverName, postalCode, city, state, country, street, neighborhood, complement } = address;
  const payment = {
    ...{ paymentSystem: Number(card.paymentSystem), installments: 1, currencyCode, value, referenceValue: value },
    ...{ installmentsInterestRate: 0, installmentsValue: value },
    fields: {
      ...{ holderName: null, cardNumber: null, validationCode: null, dueDate: null, document: null },
      accountId: card.accountId,
      address: { addressType, receiverName, postalCode, city, state, country, street, neighborhood, complement },
      callbackUrl: `${world.settings.base}/checkout/gatewayCallback/${orderGroup}`,
    },
    transaction: { id: transactionId, merchantName },
  };
  const path = `/api/payments/transactions/${transactionId}/payments`;
  const query = { an: world.settings.account, orderId: orderGroup };
  const heard = await world.answer({ path, method: 'POST', query, body: [payment] }, call);
  if (!heard.ok) return heard;
  const { status } = heard.value;
  if (status >= 200 && status < 300) return ok(true, heard.asOf);
  // It wants what only the shopper knows, such as the digits on the back of the card.
  return refused(status >= 400 && status < 500 ? { kind: 'payment-needed' } : { kind: 'unavailable' });
}

const failed = z.object({ error: z.object({ code: z.string() }) });

/** From here on the order may be one. */
export async function callBack(
  world: VtexWorld,
  { orderGroup, cookie }: VtexUnpaid,
  call: Call,
): Promise<Result<true>> {
  const path = `/api/checkout/pub/gatewayCallback/${orderGroup}`;
  const heard = await world.answer({ path, method: 'POST', headers: { cookie }, does: 'writes' }, call);
  if (!heard.ok) return heard;
  const { status, body } = heard.value;
  if (status >= 200 && status < 300) return ok(true, heard.asOf);
  // The bank asks the shopper something, at a screen.
  if (status === 428) return refused({ kind: 'payment-needed' });
  if (status === 500 && failed.safeParse(body).success) return refused({ kind: 'payment-declined' });
  return refused({ kind: 'timeout', outcome: 'unknown' });
}
