/** What delivery costs to somewhere in a country: VTEX simulates it for one of the goods, to its capital. */

import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { ShippingOption, ShippingRates } from '../../../services/commerce/shipping';
import { capitalCode } from '../kit/countries';
import { channelIn, currencyOf } from './channels';
import { holidaysOf } from './days';
import { deliveriesIn } from './deliveries';
import { search } from './search';
import { simulate } from './simulation';
import { channelFor, todayIn, type VtexWorld, zoneOf } from './world';

const FRESH_MS = 5 * 60_000;

export function makeRates(world: VtexWorld): ShippingRates {
  const anything = makeAnything(world);
  return {
    async options({ country, currency }, call) {
      const postalCode = capitalCode(country);
      if (postalCode === null) return ok([], world.now());
      const own = currency === undefined ? ok(null, world.now()) : await channelIn(world, currency, call);
      if (!own.ok) return own;
      const channel = own.value ?? channelFor(world, country);
      const [one, sells, off] = await Promise.all([
        ...([anything(channel, call), currencyOf(world, channel, call)] as const),
        holidaysOf(world, call),
      ]);
      if (!one.ok) return one;
      if (!sells.ok) return sells;
      if (one.value === null) return ok([], one.asOf);
      const lines = new Map([[one.value, 1]]);
      const quoted = await simulate(world, { lines, channel, to: { country, postalCode } }, call);
      if (!quoted.ok) return quoted;
      const from = { at: world.calendar(), zone: zoneOf(world, country), off };
      const today = todayIn(world, country);
      const options = deliveriesIn(quoted.value, world.settings, from).map(
        ({ id, speed, price, day }): ShippingOption => {
          return { id, speed, price: { minor: price, currency: sells.value }, earliest: day, latest: day, today };
        },
      );
      return ok(
        options.sort((a, b) => a.price.minor - b.price.minor),
        quoted.asOf,
      );
    },
  };
}

/** Any of its goods that can be had, by channel; null: it has none. */
function makeAnything(world: VtexWorld) {
  const known = new Map<string, { readonly id: string; readonly at: number }>();
  return async (sc: string, call: Call): Promise<Result<string | null>> => {
    const before = known.get(sc);
    if (before && world.now() - before.at < FRESH_MS) return ok(before.id, before.at);
    const asked = await search(world, { sc, O: 'OrderByTopSaleDESC' }, call);
    if (!asked.ok) return before ? ok(before.id, before.at) : asked;
    const there = asked.value.goods.find(({ sku }) =>
      sku.sellers.some(({ commertialOffer }) => commertialOffer.AvailableQuantity > 0),
    );
    if (there) known.set(sc, { id: there.sku.itemId, at: world.now() });
    return ok(there?.sku.itemId ?? null, asked.asOf);
  };
}
