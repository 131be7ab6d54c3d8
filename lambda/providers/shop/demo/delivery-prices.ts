/** Where the demo shop delivers, what that costs and how many delivery days it takes. */

import type { Speed } from '../../../services/commerce/shipping';
import type { Currency, Prices } from './goods/good';

export type Rate = {
  readonly speed: Speed;
  readonly price: Prices;
  readonly freeFrom?: Prices;
  /** Delivery days from today, Sundays not counted. */
  readonly days: readonly [earliest: number, latest: number];
  readonly carrier?: string;
};

const FREE_FROM: Prices = { EUR: 4900, GBP: 4500, USD: 5500 };

const PICKUP: Rate = { speed: 'pickup', price: { EUR: 0, GBP: 0, USD: 0 }, days: [2, 3] };

const ITALY: readonly Rate[] = [
  PICKUP,
  {
    speed: 'standard',
    price: { EUR: 390, GBP: 340, USD: 430 },
    freeFrom: FREE_FROM,
    days: [1, 2],
    carrier: 'Heron Post',
  },
  { speed: 'express', price: { EUR: 790, GBP: 690, USD: 870 }, days: [1, 1], carrier: 'Quickwing' },
];

const ISLANDS: readonly Rate[] = [
  {
    speed: 'standard',
    price: { EUR: 450, GBP: 399, USD: 499 },
    freeFrom: FREE_FROM,
    days: [2, 3],
    carrier: 'Lantern Mail',
  },
  { speed: 'express', price: { EUR: 890, GBP: 749, USD: 970 }, days: [1, 1], carrier: 'Quickwing' },
];

const EUROPE: readonly Rate[] = [
  {
    speed: 'standard',
    price: { EUR: 590, GBP: 510, USD: 650 },
    freeFrom: { EUR: 6900, GBP: 6200, USD: 7500 },
    days: [3, 5],
    carrier: 'Heron Post',
  },
  { speed: 'express', price: { EUR: 1290, GBP: 1090, USD: 1390 }, days: [2, 2], carrier: 'Quickwing' },
];

const AMERICA: readonly Rate[] = [
  PICKUP,
  {
    speed: 'standard',
    price: { EUR: 550, GBP: 480, USD: 599 },
    freeFrom: FREE_FROM,
    days: [3, 4],
    carrier: 'Prairie Parcel',
  },
  { speed: 'express', price: { EUR: 1390, GBP: 1190, USD: 1499 }, days: [2, 2], carrier: 'Quickwing' },
];

const RATES: ReadonlyMap<string, readonly Rate[]> = new Map([
  ['IT', ITALY],
  ['GB', [PICKUP, ...ISLANDS]],
  ['IE', ISLANDS],
  ['US', AMERICA],
  ...['AT', 'BE', 'CZ', 'DE', 'ES', 'FR', 'GR', 'NL', 'PL', 'PT'].map((country) => [country, EUROPE] as const),
]);

/** Empty where the shop does not deliver. */
export function ratesTo(country: string): readonly Rate[] {
  return RATES.get(country) ?? [];
}

/** Minor units for an order of this value. */
export function shippingFor(rate: Rate, items: number, currency: Currency): number {
  return rate.freeFrom && items >= rate.freeFrom[currency] ? 0 : rate.price[currency];
}

/** A day at the destination is a day in its capital; a country of many zones counts from its east. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['IT', 'Europe/Rome'],
  ['GB', 'Europe/London'],
  ['IE', 'Europe/Dublin'],
  ['US', 'America/New_York'],
  ['AT', 'Europe/Vienna'],
  ['BE', 'Europe/Brussels'],
  ['CZ', 'Europe/Prague'],
  ['DE', 'Europe/Berlin'],
  ['ES', 'Europe/Madrid'],
  ['FR', 'Europe/Paris'],
  ['GR', 'Europe/Athens'],
  ['NL', 'Europe/Amsterdam'],
  ['PL', 'Europe/Warsaw'],
  ['PT', 'Europe/Lisbon'],
]);

export function zoneOf(country: string): string {
  return ZONES.get(country) ?? 'UTC';
}

const OWN_CURRENCY: ReadonlyMap<string, Currency> = new Map([
  ['GB', 'GBP'],
  ['US', 'USD'],
]);

export function currencyOf(country: string): Currency {
  return OWN_CURRENCY.get(country) ?? 'EUR';
}
