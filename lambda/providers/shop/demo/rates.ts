/** The rates port: what delivery to a country costs and how long it takes, for everybody. */

import type { ShippingOption, ShippingRates } from '../../../services/commerce/shipping';
import { dayIn } from '../../../vocabulary/calendar';
import type { PlainDate } from '../../../vocabulary/values';
import { addDeliveryDays } from './calendar';
import { currencyOf, type Rate, ratesTo, zoneOf } from './delivery-prices';
import type { Currency } from './goods/good';
import { isCurrency } from './shelf';
import { answer, said, type World } from './world';

export function makeRates(world: World): ShippingRates {
  return {
    options: ({ country, currency }, call) =>
      answer(world, call, () => {
        const pays = currency !== undefined && isCurrency(currency) ? currency : currencyOf(country);
        const today = dayIn(zoneOf(country), world.clock());
        return said(world, optionsTo({ country, currency: pays, today }));
      }),
  };
}

type To = { readonly country: string; readonly currency: Currency; readonly today: PlainDate };

/** Cheapest first. */
export function optionsTo(to: To): ShippingOption[] {
  return ratesTo(to.country)
    .map((rate) => optionOf(rate, to))
    .sort((a, b) => a.price.minor - b.price.minor);
}

function optionOf(rate: Rate, { country, currency, today }: To): ShippingOption {
  return {
    id: optionId(country, rate),
    speed: rate.speed,
    price: { minor: rate.price[currency], currency },
    ...(rate.freeFrom && { freeFrom: { minor: rate.freeFrom[currency], currency } }),
    earliest: addDeliveryDays(today, rate.days[0], country),
    latest: addDeliveryDays(today, rate.days[1], country),
    today,
    ...(rate.carrier && { carrier: rate.carrier }),
  };
}

export function optionId(country: string, rate: Rate): string {
  return `${country.toLowerCase()}-${rate.speed}`;
}
