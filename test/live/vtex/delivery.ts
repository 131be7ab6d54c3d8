/** What delivery costs and when it comes: SLAs of a simulation and of a cart, and the business days they are counted in. */

import { type Rate, ratesTo, shippingFor } from '../../../lambda/providers/shop/demo/delivery-prices';
import type { Currency } from '../../../lambda/providers/shop/demo/goods/good';
import { isHoliday } from '../../../lambda/providers/shop/demo/holidays';
import { dayAfter } from '../../../lambda/vocabulary/calendar';
import type { PlainDate } from '../../../lambda/vocabulary/values';
import { countryOf } from './people';

export type Sla = {
  readonly id: 'Standard' | 'Express' | 'Pickup';
  readonly deliveryChannel: 'delivery' | 'pickup-in-point';
  readonly courier: string;
  /** "2bd": business days from the approval of the payment. */
  readonly shippingEstimate: string;
  /** Minor units, for all lines together. */
  readonly price: number;
  readonly listPrice: number;
};

const NAMES = { standard: 'Standard', express: 'Express', pickup: 'Pickup' } as const;

/** To a country of three letters; empty where nothing is delivered. */
export function slasTo(country: string, items: number, currency: Currency): readonly Sla[] {
  const two = countryOf(country);
  return two === null ? [] : ratesTo(two).map((rate) => slaOf(rate, items, currency));
}

function slaOf(rate: Rate, items: number, currency: Currency): Sla {
  const isPickup = rate.speed === 'pickup';
  return {
    ...{ id: NAMES[rate.speed], deliveryChannel: isPickup ? 'pickup-in-point' : 'delivery' },
    ...{ courier: rate.carrier ?? 'Willow Market', shippingEstimate: `${rate.days[1]}bd` },
    ...{ price: shippingFor(rate, items, currency), listPrice: rate.price[currency] },
  };
}

/** The cheapest that is brought; it looks at no time, and is never a pickup. */
export function defaultSla(slas: readonly Sla[]): Sla | null {
  const brought = slas.filter(({ deliveryChannel }) => deliveryChannel === 'delivery');
  return [...brought].sort((a, b) => a.price - b.price)[0] ?? null;
}

/** VTEX tells of each line its part of what delivery costs; the first bears what cannot be divided. */
export function shareOf(price: number, lines: number, at: number): number {
  const each = Math.floor(price / lines);
  return at === 0 ? price - each * (lines - 1) : each;
}

/** So many business days after a day: Saturdays and Sundays are none, nor are the store's holidays, wherever it goes. */
export function businessDaysAfter(day: PlainDate, days: number): PlainDate {
  let found = day;
  for (let left = days; left > 0; left -= isBusinessDay(found) ? 1 : 0) found = dayAfter(found, 1);
  return found;
}

function isBusinessDay(day: PlainDate): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isStoreHoliday(day);
}

export function isStoreHoliday(day: PlainDate): boolean {
  return isHoliday(day, 'IT');
}
