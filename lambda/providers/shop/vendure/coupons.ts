/** A coupon is a promotion with a code of its own, good once; the code is made of the key, so that one key gives one coupon. */

import * as z from 'zod/mini';
import type { ActionOf, CareCall, ReceiptOf } from '../../../services/care/care';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import { dayIn } from '../../../vocabulary/calendar';
import { couponCode } from '../kit/coupon-code';
import { readBooks } from './books';
import { REFUSAL } from './shapes';
import type { VendureWorld } from './world';

type CouponReceipt = ReceiptOf<'coupon'>;

const promotion = z.object({
  endsAt: z.nullish(z.string()),
  actions: z.array(z.object({ args: z.array(z.object({ name: z.string(), value: z.string() })) })),
});
const known = z.object({
  promotions: z.object({ items: z.array(promotion) }),
  activeChannel: z.object({ defaultCurrencyCode: z.string(), defaultLanguageCode: z.string() }),
});
const KNOWN = `query ($code: String!) {
  promotions(options: { take: 1, filter: { couponCode: { eq: $code } } }) { items { endsAt actions { args { name value } } } }
  activeChannel { defaultCurrencyCode defaultLanguageCode }
}`;

type Looked = { readonly receipt: CouponReceipt | null; readonly currency: string; readonly language: string };

async function look(world: VendureWorld, key: string, call: Call): Promise<Result<Looked>> {
  const code = couponCode(key);
  const asked = await world.ask({ query: KNOWN, variables: { code }, shape: known }, call);
  if (!asked.ok) return asked;
  const { promotions, activeChannel } = asked.value;
  const [one] = promotions.items;
  const worth = one?.actions.flatMap(({ args }) => args).find(({ name }) => name === 'discount');
  const [currency, language] = [activeChannel.defaultCurrencyCode, activeChannel.defaultLanguageCode];
  if (!one?.endsAt || !worth) return ok({ receipt: null, currency, language }, asked.asOf);
  const until = dayIn(world.merchant.support.hours.timeZone, Date.parse(one.endsAt));
  const minor = Number(worth.value);
  return ok({ receipt: { kind: 'coupon', code, worth: { minor, currency }, until }, currency, language }, asked.asOf);
}

/** null: no coupon was ever given with this key. */
export async function couponWith(world: VendureWorld, key: string, call: Call): Promise<Result<CouponReceipt | null>> {
  const looked = await look(world, key, call);
  return looked.ok ? ok(looked.value.receipt, looked.asOf) : looked;
}

const made = z.object({
  createPromotion: z.union([z.object({ id: z.string() }), z.object({ errorCode: z.string() })]),
});
const MAKE = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) { ... on Promotion { id } ${REFUSAL} }
}`;
const DAY_MS = 86_400_000;

export type Couponing = { readonly action: ActionOf<'coupon'>; readonly key: string };

export async function coupon(
  world: VendureWorld,
  { action, key }: Couponing,
  call: CareCall,
): Promise<Result<CouponReceipt>> {
  const books = await readBooks(world, action.orderId, call);
  if (!books.ok) return books;
  const looked = await look(world, key, call);
  if (!looked.ok) return looked;
  const { receipt, currency, language } = looked.value;
  if (receipt) return ok(receipt, looked.asOf);
  const { worth, days } = action;
  if (worth.currency !== currency) return refused({ kind: 'not-now' });
  const code = couponCode(key);
  const endsAt = new Date(world.now() + days * DAY_MS).toISOString();
  const input = {
    ...{ enabled: true, couponCode: code, endsAt, usageLimit: 1, perCustomerUsageLimit: 1, conditions: [] },
    actions: [{ code: 'order_fixed_discount', arguments: [{ name: 'discount', value: String(worth.minor) }] }],
    translations: [{ languageCode: language, name: `Voice: order ${books.value.one.code}` }],
  };
  const asked = await world.ask({ query: MAKE, variables: { input }, shape: made, writes: true }, call);
  if (!asked.ok) return asked;
  if ('errorCode' in asked.value.createPromotion) return refused({ kind: 'not-now' });
  const until = dayIn(world.merchant.support.hours.timeZone, Date.parse(endsAt));
  return ok({ kind: 'coupon', code, worth, until }, asked.asOf);
}
