/** What delivery costs, by the shop's own calculation for one of its goods, and the days its settings give. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { ShippingOption, ShippingRates } from '../../../services/commerce/shipping';
import { workingDaysAfter } from '../kit/working-days';
import { todayIn, type VendureWorld } from './world';

const REFERENCE_MS = 5 * 60_000;

const reference = z.object({
  shippingMethods: z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) }),
  countries: z.object({ items: z.array(z.object({ code: z.string() })) }),
  activeChannel: z.object({ defaultCurrencyCode: z.string() }),
  productVariants: z.object({ items: z.array(z.object({ id: z.string() })) }),
});
const REFERENCE = `{
  shippingMethods { items { id code } }
  countries(options: { take: 300, filter: { enabled: { eq: true } } }) { items { code } }
  activeChannel { defaultCurrencyCode }
  productVariants(options: { take: 1, filter: { enabled: { eq: true } } }) { items { id } }
}`;

const quoted = z.object({
  testEligibleShippingMethods: z.array(z.object({ id: z.string(), code: z.string(), priceWithTax: z.int() })),
});
const QUOTED = `query ($country: String!, $one: ID!) {
  testEligibleShippingMethods(
    input: { shippingAddress: { streetLine1: "", countryCode: $country }, lines: [{ productVariantId: $one, quantity: 1 }] }
  ) { id code priceWithTax }
}`;

/** How the shop is set up: what changes less often than it is asked for. */
export type Reference = {
  /** By code. */
  readonly methods: ReadonlyMap<string, string>;
  readonly countries: ReadonlySet<string>;
  /** ISO 4217. */
  readonly currency: string;
  /** Any of its goods; null: it has none. */
  readonly anything: string | null;
};
export type ReferenceOf = (call: Call) => Promise<Result<Reference>>;

export function makeReference(world: VendureWorld): ReferenceOf {
  let kept: Extract<Result<Reference>, { ok: true }> | null = null;
  return async (call) => {
    if (kept && world.now() - kept.asOf < REFERENCE_MS) return kept;
    const asked = await world.ask({ query: REFERENCE, shape: reference }, call);
    if (!asked.ok) return kept ?? asked;
    const { shippingMethods, countries, activeChannel, productVariants } = asked.value;
    const value = {
      methods: new Map(shippingMethods.items.map(({ code, id }) => [code, id])),
      countries: new Set(countries.items.map(({ code }) => code)),
      currency: activeChannel.defaultCurrencyCode,
      anything: productVariants.items[0]?.id ?? null,
    };
    kept = { ok: true, value, asOf: asked.asOf, source: 'live' };
    return kept;
  };
}

export function makeRates(world: VendureWorld, referenceOf: ReferenceOf): ShippingRates {
  return {
    async options({ country }, call) {
      const known = await referenceOf(call);
      if (!known.ok) return known;
      const { countries, currency, anything } = known.value;
      if (!countries.has(country) || anything === null) return ok([], world.now());
      const asked = await world.ask({ query: QUOTED, variables: { country, one: anything }, shape: quoted }, call);
      if (!asked.ok) return asked;
      const today = todayIn(world, country);
      const prices = new Map(
        asked.value.testEligibleShippingMethods.map(({ code, priceWithTax }) => [code, priceWithTax]),
      );
      const options = world.settings.deliveries.flatMap(({ speed, code, days }): readonly ShippingOption[] => {
        const minor = prices.get(code);
        if (minor === undefined) return [];
        const [earliest, latest] = [workingDaysAfter(today, days[0]), workingDaysAfter(today, days[1])];
        return [{ id: code, speed, price: { minor, currency }, earliest, latest, today }];
      });
      return ok(
        [...options].sort((a, b) => a.price.minor - b.price.minor),
        asked.asOf,
      );
    },
  };
}
