/** A coupon of VTEX only carries a utm: what it is worth says a promotion that this utm triggers, which must be there before. */

import * as z from 'zod/mini';
import type { ActionOf, CareCall, ReceiptOf } from '../../../services/care/care';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import { minorIn } from '../../../services/commerce/sums';
import { dayAfter, dayIn } from '../../../vocabulary/calendar';
import type { Money, PlainDate } from '../../../vocabulary/values';
import { couponCode } from '../kit/coupon-code';
import { readBooks } from './books';
import { instantWritten } from './days';
import { promotion, type VtexPromotion } from './shapes';
import type { VtexWorld } from './world';

type CouponReceipt = ReceiptOf<'coupon'>;
export type VtexCouponing = { readonly action: ActionOf<'coupon'>; readonly key: string };

const made = z.object({ couponCode: z.string(), utmCampaign: z.nullish(z.string()), lastModifiedUtc: z.string() });
type Made = z.infer<typeof made>;
const promotions = z.object({ items: z.array(promotion) });
/** Whole units of the currency, in decimals. */
const worth = z.object({ nominalDiscountValue: z.number() });

/** Those that are on, and triggered by our utm. */
export async function couponPromotions(world: VtexWorld, call: Call): Promise<Result<readonly VtexPromotion[]>> {
  const path = '/api/rnb/pvt/benefits/calculatorconfiguration';
  const asked = await world.ask({ path, shape: promotions }, call);
  if (!asked.ok) return asked;
  const { couponUtm } = world.settings;
  const ours = asked.value.items.filter((one) => one.utmSource === couponUtm && one.isActive && !one.isArchived);
  return ok(
    ours.filter(({ endDate }) => (instantWritten(endDate) ?? Number.POSITIVE_INFINITY) > world.now()),
    asked.asOf,
  );
}

/** The utm_campaign of a promotion says what it gives, in minor units of whatever the channel sells in. */
export function campaignOf({ minor }: Money): string {
  return `worth-${minor}`;
}

/** The promotion that gives so much; null: there is none. */
async function promotionFor(world: VtexWorld, amount: Money, call: Call): Promise<Result<VtexPromotion | null>> {
  const all = await couponPromotions(world, call);
  if (!all.ok) return all;
  const one = all.value.find(({ utmCampain }) => utmCampain === campaignOf(amount));
  if (!one) return ok(null, all.asOf);
  const path = `/api/rnb/pvt/calculatorconfiguration/${encodeURIComponent(one.idCalculatorConfiguration)}`;
  const gives = await world.ask({ path, shape: worth }, call);
  if (!gives.ok) return gives;
  const isSo = minorIn(gives.value.nominalDiscountValue, amount.currency) === amount.minor;
  return ok(isSo ? one : null, gives.asOf);
}

export async function coupon(
  world: VtexWorld,
  { action, key }: VtexCouponing,
  call: CareCall,
): Promise<Result<CouponReceipt>> {
  const books = await readBooks(world, action.orderId, call);
  if (!books.ok) return books;
  const { currency } = books.value.order.total;
  if (action.worth.currency !== currency) return refused({ kind: 'not-now' });
  const before = await couponWith(world, { key, currency }, call);
  if (!before.ok) return before;
  if (before.value) return ok(before.value, before.asOf);
  const gives = await promotionFor(world, action.worth, call);
  if (!gives.ok) return gives;
  if (gives.value === null) return refused({ kind: 'not-now' });
  const body = {
    ...{ couponCode: couponCode(key), utmSource: world.settings.couponUtm, utmCampaign: campaignOf(action.worth) },
    ...{ maxItemsPerClient: 1, maxUsage: 1, expirationIntervalPerUse: '00:00:00' },
  };
  const path = '/api/rnb/pvt/coupon';
  const asked = await world.ask({ path, method: 'POST', body, shape: made, does: 'writes' }, call);
  if (!asked.ok) return asked;
  return ok(receiptOf(world, { one: asked.value, worth: action.worth, ends: gives.value.endDate }), asked.asOf);
}

type Giving = { readonly one: Made; readonly worth: Money; readonly ends: string | null | undefined };

/** VTEX gives a coupon no end: it is said to be good for as long as the policy says, or the promotion if that ends sooner. */
function receiptOf({ merchant }: VtexWorld, { one, worth: amount, ends }: Giving): CouponReceipt {
  const { timeZone } = merchant.support.hours;
  const given = dayIn(timeZone, instantWritten(one.lastModifiedUtc) ?? 0);
  const until: PlainDate = dayAfter(given, merchant.policy.coupon.days);
  const over = instantWritten(ends);
  const last = over === null ? until : dayIn(timeZone, over);
  return { kind: 'coupon', code: one.couponCode, worth: amount, until: last < until ? last : until };
}

export type VtexCouponBy = { readonly key: string; readonly currency: string };

/** null: no coupon was ever given with this key. `currency`: the shopper's, since a coupon names none. */
export async function couponWith(
  world: VtexWorld,
  { key, currency }: VtexCouponBy,
  call: Call,
): Promise<Result<CouponReceipt | null>> {
  if (world.settings.couponUtm === null) return ok(null, world.now());
  const asked = await world.ask({ path: `/api/rnb/pvt/coupon/${couponCode(key)}`, shape: made, takes: [404] }, call);
  if (!asked.ok) return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
  const [, minor] = /^worth-(\d+)$/.exec(asked.value.utmCampaign ?? '') ?? [];
  if (minor === undefined) return ok(null, asked.asOf);
  const all = await couponPromotions(world, call);
  if (!all.ok) return all;
  const ends = all.value.find(({ utmCampain }) => utmCampain === asked.value.utmCampaign)?.endDate;
  return ok(receiptOf(world, { one: asked.value, worth: { minor: Number(minor), currency }, ends }), asked.asOf);
}
