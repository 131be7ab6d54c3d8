/** What delivery costs and when it comes, where nothing is bought yet. */

import { ok } from '../../../services/commerce/call';
import type { ShippingOption, ShippingRates } from '../../../services/commerce/shipping';
import { dayIn } from '../../../vocabulary/calendar';
import { deliveries } from './shapes';
import type { RestWorld } from './world';

export function makeRates(world: RestWorld): ShippingRates {
  return {
    async options({ country, currency }, call) {
      if (!/^[A-Z]{2}$/.test(country)) return ok([], world.now());
      const asked = await world.ask({ path: '/delivery', query: { country }, shape: deliveries }, call);
      if (!asked.ok) return asked;
      const options = asked.value.options.map(({ timeZone, freeFrom, carrier, ...one }): ShippingOption => {
        const today = dayIn(timeZone, world.calendar());
        return { ...one, today, ...(freeFrom ? { freeFrom } : {}), ...(carrier ? { carrier } : {}) };
      });
      const priced = options.filter(({ price }) => currency === undefined || price.currency === currency);
      return ok(
        [...priced].sort((a, b) => a.price.minor - b.price.minor),
        asked.asOf,
      );
    },
  };
}
