/** What is wrong with how Vendure is set up, each with the setting to change. It reads, and changes nothing. */

import * as z from 'zod/mini';
import type { CareKind } from '../../../services/care/care';
import { type Call, ok } from '../../../services/commerce/call';
import type { ShopCheck } from '../../../services/commerce/shop';
import { admitted, customerBy } from './customers';
import { discardAll, type Selling } from './discarding';
import type { ReferenceOf } from './rates';
import type { DeliveryMethod } from './settings';
import type { VendureWorld } from './world';

/** A check may think for so long with one shopper. */
const PASS_MS = 15 * 60_000;

/** What the ports ask for, besides what putting right asks for. */
const NEEDED = [
  'ReadCatalog',
  'ReadCustomer',
  'ReadOrder',
  'CreateOrder',
  'UpdateOrder',
  'DeleteOrder',
  'ReadShippingMethod',
  'ReadPaymentMethod',
  'ReadCountry',
  'ReadChannel',
];
const NEEDED_FOR: Readonly<Partial<Record<CareKind, readonly string[]>>> = {
  cancel: ['UpdateOrder'],
  refund: ['UpdateOrder'],
  coupon: ['CreatePromotion', 'ReadPromotion'],
};
const SET_BY: Readonly<Record<DeliveryMethod['speed'], string>> = {
  standard: 'VENDURE_STANDARD',
  express: 'VENDURE_EXPRESS',
  pickup: 'VENDURE_PICKUP',
};

const allowed = z.object({
  me: z.nullable(z.object({ channels: z.array(z.object({ permissions: z.array(z.string()) })) })),
});
const ALLOWED = '{ me { channels { permissions } } }';

const setUp = z.object({
  paymentMethods: z.object({ items: z.array(z.object({ code: z.string(), enabled: z.boolean() })) }),
  facets: z.object({ items: z.array(z.object({ code: z.string() })) }),
  productVariants: z.object({ totalItems: z.int() }),
});
const SET_UP = `{
  paymentMethods(options: { take: 100 }) { items { code enabled } }
  facets(options: { take: 100 }) { items { code } }
  productVariants(options: { take: 1, filter: { enabled: { eq: true } } }) { totalItems }
}`;

export function makeCheck(selling: Selling): ShopCheck {
  const { world, referenceOf } = selling;
  const permissions = async (call: Call): Promise<ReadonlySet<string> | null> => {
    const asked = await world.ask({ query: ALLOWED, shape: allowed }, call);
    return asked.ok ? new Set(asked.value.me?.channels.flatMap((channel) => channel.permissions)) : null;
  };
  return {
    async faults(call) {
      const has = await permissions(call);
      if (has === null) return [world.trouble() ?? `VENDURE_URL: ${world.settings.base} does not answer`];
      const lacking = NEEDED.filter((one) => !has.has(one));
      const faults = [
        ...(lacking.length > 0 ? [`VENDURE_USER: this administrator's role lacks ${lacking.join(', ')}`] : []),
        ...(await methodFaults(world, referenceOf, call)),
        ...(await setUpFaults(world, call)),
      ];
      return [...new Set(faults)];
    },
    async shopperBy(email, call) {
      return admitted(world, await customerBy(world, email, call), PASS_MS);
    },
    tidy: (call) => discardAll(selling, call),
    async may(kind, call) {
      const has = await permissions(call);
      const lacking = (NEEDED_FOR[kind] ?? []).filter((one) => !has?.has(one));
      return ok(
        { may: lacking.length === 0, setting: `VENDURE_USER: its role lacks ${lacking.join(', ')}` },
        world.now(),
      );
    },
  };
}

async function methodFaults(world: VendureWorld, referenceOf: ReferenceOf, call: Call): Promise<readonly string[]> {
  const reference = await referenceOf(call);
  if (!reference.ok) return [world.trouble() ?? 'VENDURE_USER: shipping methods cannot be read'];
  const { methods, countries } = reference.value;
  const there = [...methods.keys()].join(', ') || 'none';
  const unknown = world.settings.deliveries
    .filter(({ code }) => !methods.has(code))
    .map(({ speed, code }) => `${SET_BY[speed]}: the shop has no shipping method "${code}"; it has ${there}`);
  return countries.size > 0 ? unknown : [...unknown, 'VENDURE_URL: this shop delivers to no country; enable one there'];
}

async function setUpFaults(world: VendureWorld, call: Call): Promise<readonly string[]> {
  const asked = await world.ask({ query: SET_UP, shape: setUp }, call);
  if (!asked.ok) return [world.trouble() ?? 'VENDURE_USER: payment methods cannot be read'];
  const { paymentMethods, facets, productVariants } = asked.value;
  const { payment, kindFacet } = world.settings;
  const usable = paymentMethods.items.filter(({ enabled }) => enabled).map(({ code }) => code);
  const kinds = facets.items.map(({ code }) => code);
  return [
    ...(usable.includes(payment)
      ? []
      : [`VENDURE_PAYMENT: the shop has no payment method "${payment}" in use; it has ${usable.join(', ') || 'none'}`]),
    ...(kinds.includes(kindFacet)
      ? []
      : [`VENDURE_KIND: the shop has no facet "${kindFacet}"; it has ${kinds.join(', ') || 'none'}`]),
    ...(productVariants.totalItems > 0 ? [] : ['VENDURE_CHANNEL: nothing is for sale in this channel']),
  ];
}
