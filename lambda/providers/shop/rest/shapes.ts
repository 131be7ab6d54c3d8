/** What the answers of docs/rest-shop.openapi.yaml must hold; whatever else they hold is of no interest. */

import * as z from 'zod/mini';
import type { CareKind, ReceiptOf } from '../../../services/care/care';
import { PAID_WITH, SPEED } from '../../../services/commerce/stored';
import type { PlainDate } from '../../../vocabulary/values';

const ID = /^[^\s,]{1,200}$/;
/** Whether something can be an id of a shop's: others need not be asked for. */
export const isId = (text: string): boolean => ID.test(text);
const id = z.string().check(z.regex(ID));

const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
export const money = z.object({ minor: z.int().check(z.minimum(0)), currency });
export const day = z.pipe(
  z.iso.date(),
  z.transform((text) => text as PlainDate),
);
const instant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text) => Date.parse(text)),
);

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}
const zone = z.string().check(z.refine(isZone, 'no time zone'));

export const refusal = z.discriminatedUnion('refusal', [
  z.object({
    refusal: z.enum(['not-found', 'undeliverable', 'payment-declined', 'payment-needed', 'not-now']),
  }),
  z.object({ refusal: z.literal('sold-out'), good: id, backOn: z.optional(day) }),
  z.object({ refusal: z.literal('too-many'), good: id, max: z.int() }),
  z.object({ refusal: z.literal('too-little'), least: money }),
  z.object({ refusal: z.literal('price-changed'), was: money, now: money }),
]);
export type RestRefusal = z.infer<typeof refusal>;

export const shop = z.object({ name: z.string(), offers: z.array(z.string()) });

const address = z.object({
  ...{ id, label: z.string(), street: z.string(), city: z.string(), postalCode: z.string() },
  ...{ country: z.string().check(z.regex(/^[A-Z]{2}$/)), timeZone: zone },
});
export const shopper = z.object({
  ...{ id, firstName: z.string(), lastName: z.string(), email: z.string(), phone: z.optional(z.string()), currency },
  addresses: z.array(address).check(z.minLength(1)),
});
export const shoppers = z.object({ shoppers: z.array(shopper) });
export type RestShopper = z.infer<typeof shopper>;

export const good = z.object({
  ...{ id, title: z.string().check(z.minLength(1)), categories: z.array(z.string()) },
  ...{ language: z.optional(z.string()), kind: z.optional(id), brand: z.optional(z.string()) },
  ...{ unit: z.optional(z.string()), family: z.optional(id), picture: z.optional(z.string()) },
  options: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
  codes: z.optional(z.array(z.string())),
});
export type RestGood = z.infer<typeof good>;

export const stock = z.object({ state: z.enum(['available', 'sold-out']), backOn: z.optional(day) });
export type RestStock = z.infer<typeof stock>;
export const offered = z.extend(good, { price: money, stock });
export type OfferedGood = z.infer<typeof offered>;
const next = z.nullable(z.string());
export const goodsPage = z.object({ goods: z.array(offered), next });
export const advised = z.object({ goods: z.array(good) });

const orderLine = z.object({ good, quantity: z.int().check(z.minimum(1)), unitPrice: money });
/** Minutes after midnight. */
const clock = z.pipe(
  z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  z.transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))),
);
const parcel = z.object({
  ...{ id, goods: z.array(id), state: z.string(), carrier: z.optional(z.string()) },
  ...{ trackingNumber: z.optional(z.string()), trackingUrl: z.optional(z.string()) },
  ...{ promised: z.optional(day), expected: z.optional(day), deliveredOn: z.optional(day) },
  window: z.optional(z.object({ from: clock, to: clock })),
});
export type RestParcel = z.infer<typeof parcel>;
export const order = z.object({
  ...{ id, number: z.string(), placedAt: instant, timeZone: zone, state: z.string(), total: money },
  lines: z.array(orderLine).check(z.minLength(1)),
  parcels: z.array(parcel),
  refunded: z.optional(z.array(z.object({ goods: z.array(id), amount: money }))),
  expected: z.optional(day),
  cancelledBecause: z.optional(z.enum(['asked', 'payment', 'sold-out'])),
});
export type RestOrder = z.infer<typeof order>;
export const ordersPage = z.object({ orders: z.array(order), next });

const delivery = z.object({
  ...{ id, speed: SPEED, price: money, freeFrom: z.optional(money), earliest: day, latest: day },
  ...{ timeZone: zone, carrier: z.optional(z.string()) },
});
export const deliveries = z.object({ options: z.array(delivery) });

const oneMeans = z.extend(PAID_WITH, { id, last: z.string().check(z.regex(/^\d{0,4}$/)) });
export const allMeans = z.object({ means: z.array(oneMeans) });

export const quote = z.object({
  lines: z.array(z.extend(orderLine, { lastUnitPrice: z.optional(money) })).check(z.minLength(1)),
  ...{ speed: SPEED, option: id, address: z.object({ id, label: z.string() }), arrives: day, timeZone: zone },
  ...{ items: money, shipping: money, total: money, tax: z.optional(money), paidWith: z.optional(oneMeans) },
});
export type RestQuote = z.infer<typeof quote>;

export const cart = z.object({ lines: z.array(z.extend(orderLine, { stock })) });
export type RestCart = z.infer<typeof cart>;

const back = z.object({ amount: money, means: z.enum(['original', 'credit']), by: day });
const how = z.enum(['done', 'asked']);
/** By what was done. */
export const receipts: { readonly [K in CareKind]: z.ZodMiniType<ReceiptOf<K>> } = {
  cancel: z.discriminatedUnion('how', [
    z.object({ kind: z.literal('cancel'), how, back: z.nullable(back) }),
    z.object({ kind: z.literal('cancel'), how: z.literal('too-late'), instead: z.enum(['return', 'none']) }),
  ]),
  refund: z.object({ kind: z.literal('refund'), back }),
  resend: z.object({ kind: z.literal('resend'), arrives: day }),
  return: z.object({
    ...{ kind: z.literal('return'), by: z.enum(['label', 'pick-up']), day: z.nullable(day) },
    ...{ label: z.nullable(z.string()), back },
  }),
  address: z.object({ kind: z.literal('address'), how: z.enum(['done', 'asked', 'too-late']), addressId: id }),
  coupon: z.object({ kind: z.literal('coupon'), code: z.string(), worth: money, until: day }),
};
export const anyReceipt = z.union(Object.values(receipts));

const change = z.object({ id, order: id, shopper: id });
export const changesPage = z.object({ changes: z.array(change), next: z.string(), more: z.boolean() });

export const refunds = z.object({
  refunds: z.array(
    z.extend(back, {
      ...{ order: id, goods: z.array(id), since: instant },
      state: z.enum(['waiting-for-goods', 'asked', 'on-its-way', 'paid']),
    }),
  ),
});
