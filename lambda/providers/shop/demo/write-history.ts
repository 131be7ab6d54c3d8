/** Gives the planned year its dates: the rows of every shopper's orders around one local day. */

import type { Parcel, Stage } from '../../../services/commerce/orders';
import type { PlainDate } from '../../../vocabulary/values';
import { addDays, addDeliveryDays, deliveryDayFrom, instantIn } from './calendar';
import { chanceOf } from './chance';
import { ratesTo, shippingFor } from './delivery-prices';
import { goodOf } from './goods/all-goods';
import type { Good } from './goods/good';
import { shopperIdOf } from './people/cast';
import type { ParcelPlan } from './people/person';
import { type Planned, plannedOrders } from './plan';
import type { OrderRow } from './schema';

/** `todayOf`: the local day each shopper's history is written around, by the shopper's id. */
export function writeHistory(todayOf: ReadonlyMap<string, PlainDate>): OrderRow[] {
  return plannedOrders().flatMap((order) => {
    const today = todayOf.get(shopperIdOf(order.person));
    return today ? [rowOf(order, today)] : [];
  });
}

function rowOf(order: Planned, today: PlainDate): OrderRow {
  const { person, story } = order;
  const placedOn = addDays(today, -order.daysAgo);
  const lines = order.buys.map(([id, quantity]) => [id, quantity, priceThen(order, id)] as const);
  const parcels = story
    ? story.parcels.map((plan, at) => parcelOf(order, plan, at, today))
    : [longDelivered(order, placedOn)];
  return {
    id: `wm-${order.number}`,
    number: order.number,
    shopper: shopperIdOf(person),
    source: 'demo',
    placed_at: instantIn(person.addresses[0].timeZone, placedOn, order.minute),
    placed_on: placedOn,
    stage: story?.stage ?? 'delivered',
    currency: person.currency,
    total: totalOf(
      order,
      lines.reduce((sum, [, quantity, unit]) => sum + quantity * unit, 0),
    ),
    expected: dayFrom(today, story?.expected, countryOf(order)) ?? null,
    lines: JSON.stringify(lines),
    parcels: JSON.stringify(parcels),
  };
}

function priceThen(order: Planned, id: string): number {
  const good: Good = goodOf(id);
  const prices = good.formerly && order.daysAgo > good.formerly.daysAgo ? good.formerly.prices : good.prices;
  return prices[order.person.currency];
}

function standardTo(order: Planned) {
  const wanted = order.story?.stage === 'ready-for-pickup' ? 'pickup' : 'standard';
  return ratesTo(countryOf(order)).find((rate) => rate.speed === wanted);
}

function totalOf(order: Planned, items: number): number {
  const rate = standardTo(order);
  return items + (rate ? shippingFor(rate, items, order.person.currency) : 0);
}

function countryOf({ person }: Planned): string {
  return person.movedFrom ?? person.addresses[0].country;
}

/** `days` from today; what is still to come never falls on a day off. */
function dayFrom(today: PlainDate, days: number | undefined, country: string): PlainDate | undefined {
  if (days === undefined) return undefined;
  const day = addDays(today, days);
  return days > 0 ? deliveryDayFrom(day, country) : day;
}

function parcelOf(order: Planned, plan: ParcelPlan, at: number, today: PlainDate): Parcel {
  const country = countryOf(order);
  const promised = dayFrom(today, plan.promised, country);
  const expected = dayFrom(today, plan.expected, country);
  const deliveredOn = dayFrom(today, plan.deliveredOn, country);
  return {
    id: `wm-${order.number}-${at + 1}`,
    productIds: plan.holds ?? order.buys.map(([id]) => id),
    stage: plan.stage,
    ...carriage(order, at, plan.stage),
    ...(promised && { promised }),
    ...(expected && { expected }),
    ...(plan.window && { window: plan.window }),
    ...(deliveredOn && { deliveredOn }),
  };
}

/** One in ten came a day later than promised. */
function longDelivered(order: Planned, placedOn: PlainDate): Parcel {
  const chance = chanceOf(`wm-${order.number} travels`);
  const promised = addDeliveryDays(placedOn, 2, countryOf(order));
  const late = chance() < 0.1 ? 1 : 0;
  const productIds = order.buys.map(([id]) => id);
  const deliveredOn = addDeliveryDays(promised, late, countryOf(order));
  return {
    id: `wm-${order.number}-1`,
    productIds,
    stage: 'delivered',
    ...carriage(order, 0, 'delivered'),
    promised,
    deliveredOn,
  };
}

function carriage(
  order: Planned,
  at: number,
  stage: Stage,
): Pick<Parcel, 'carrier' | 'trackingNumber' | 'trackingUrl'> {
  const carrier = standardTo(order)?.carrier;
  if (!carrier || stage === 'preparing') return {};
  const letters = carrier.slice(0, 2).toUpperCase();
  const digits = Math.floor(chanceOf(`wm-${order.number} parcel ${at}`)() * 9e9 + 1e9);
  const trackingNumber = `${letters}${digits}`;
  const host = carrier.toLowerCase().replaceAll(' ', '-');
  return { carrier, trackingNumber, trackingUrl: `https://${host}.example/track/${trackingNumber}` };
}
