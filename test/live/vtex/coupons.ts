/** Coupons: a code that carries a utm, and is worth what a promotion that is triggered by that utm gives; without one it is worth nothing. */

import * as z from 'zod/mini';
import { itemsOf, type Line, type Order } from './orders';
import { answered, type Route, read, refusal } from './wire';
import type { World } from './world';
import { iso } from './written';

const COUPON = z.object({
  ...{ couponCode: z.string().check(z.minLength(1)), utmSource: z.string(), utmCampaign: z.optional(z.string()) },
  ...{ isArchived: z.optional(z.boolean()), maxItemsPerClient: z.int(), maxUsage: z.optional(z.int()) },
  /** "00:00:00": no time. */
  expirationIntervalPerUse: z.string(),
});
export type Coupon = z.infer<typeof COUPON> & { readonly lastModifiedUtc: string };

/** `worth`: in whole units of the currency, which is the one place where it is a decimal number. */
export type Promotion = {
  readonly id: string;
  readonly name: string;
  readonly utmSource: string;
  readonly utmCampaign: string;
  readonly worth: number;
  readonly endsAt: number | null;
  readonly isActive: boolean;
};

export function coupons(world: World): readonly Route[] {
  const needs = { role: 'promotions' } as const;
  return [
    {
      on: 'POST /api/rnb/pvt/coupon',
      needs,
      answer({ body }) {
        const wanted = read(COUPON, body);
        const isNew = !world.coupons.has(wanted.couponCode);
        const coupon = { ...wanted, lastModifiedUtc: iso(world.clock()) };
        world.coupons.set(wanted.couponCode, coupon);
        return answered(written(coupon), isNew ? 201 : 200);
      },
    },
    {
      on: 'GET /api/rnb/pvt/coupon/{code}',
      needs,
      answer({ holes }) {
        const coupon = world.coupons.get(holes.code ?? '');
        return coupon ? answered({ ...written(coupon), groupingKey: '' }) : nowhere();
      },
    },
    {
      on: 'GET /api/rnb/pvt/coupon/usage/{code}',
      needs,
      answer({ holes }) {
        const code = holes.code ?? '';
        if (!world.coupons.has(code)) return nowhere();
        const uses = usesOf(world, code);
        const usage = uses.map(({ orderId, createdAt }) => ({ orderId, usageDateUtc: iso(createdAt) }));
        const mine = usage.length > 0 ? { profileUsages: { profileId: { orderUsage: usage } } } : {};
        return answered({ hostName: 'willowmarket', couponCode: code, ...mine });
      },
    },
    {
      on: 'POST /api/rnb/pvt/archive/coupon/{code}',
      needs,
      answer({ holes }) {
        const coupon = world.coupons.get(holes.code ?? '');
        if (!coupon) return nowhere();
        world.coupons.set(coupon.couponCode, { ...coupon, isArchived: true });
        return answered('The coupon was archived.');
      },
    },
    {
      on: 'GET /api/rnb/pvt/benefits/calculatorconfiguration',
      needs,
      answer: () =>
        answered({
          limitConfiguration: { activesCount: world.promotions.length, limit: 100 },
          ...{ items: world.promotions.map(promotionOf), disabledItems: [], archivedItems: [] },
        }),
    },
    {
      on: 'GET /api/rnb/pvt/calculatorconfiguration/{id}',
      needs,
      answer({ holes }) {
        const promotion = world.promotions.find(({ id }) => id === holes.id);
        if (!promotion) return nowhere();
        return answered({ ...promotionOf(promotion), nominalDiscountValue: promotion.worth });
      },
    },
  ];
}

const nowhere = () => refusal(404, '404', 'Not found');

function written({ couponCode, utmSource, utmCampaign = '', ...rest }: Coupon) {
  const { maxItemsPerClient, maxUsage = 0, expirationIntervalPerUse, isArchived = false, lastModifiedUtc } = rest;
  return {
    ...{ lastModifiedUtc, utmSource, utmCampaign, couponCode, isArchived, maxItemsPerClient },
    ...{ expirationIntervalPerUse, maxUsage },
  };
}

/** "utmCampain" is how VTEX spells it. */
function promotionOf({ id, name, utmSource, utmCampaign, isActive, endsAt }: Promotion) {
  return {
    ...{ idCalculatorConfiguration: id, name, description: '', type: 'regular', utmSource, utmCampain: utmCampaign },
    ...{ utmiCampaign: '', status: isActive ? 'active' : 'inactive', isActive, isArchived: false, isTax: false },
    ...{ lastModifiedUtc: iso(0), beginDate: iso(0), ...(endsAt === null ? {} : { endDate: iso(endsAt) }) },
    ...{ nominalDiscountType: 'cart', scope: { allCatalog: true }, maxUsage: 0, idsSalesChannel: [] },
  };
}

function usesOf({ book }: World, code: string): readonly Order[] {
  return book.all().filter(({ coupon }) => coupon === code);
}

/** null: VTEX takes no such coupon. */
export function promotionFor(world: World, code: string): Promotion | null {
  const coupon = world.coupons.get(code);
  if (!coupon || coupon.isArchived) return null;
  if (coupon.maxUsage && usesOf(world, code).length >= coupon.maxUsage) return null;
  const { utmSource, utmCampaign = '' } = coupon;
  const found = world.promotions.find((one) => one.utmSource === utmSource && one.utmCampaign === utmCampaign);
  return found?.isActive && (found.endsAt === null || found.endsAt > world.clock()) ? found : null;
}

/** Minor units; never more than the goods cost. */
export function discountOf(world: World, code: string | null, lines: readonly Line[]): number {
  const worth = code === null ? 0 : (promotionFor(world, code)?.worth ?? 0);
  return Math.min(Math.round(worth * 100), itemsOf({ lines }));
}
