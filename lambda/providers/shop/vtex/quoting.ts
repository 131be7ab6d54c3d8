/** A quote: what VTEX simulates for a basket at an address, without a cart and without anything written down. */

import { createHash, randomUUID } from 'node:crypto';
import { type Call, ok, type Result, refused, type ShopError } from '../../../services/commerce/call';
import type { Proposal, ProposedLine, Wanted } from '../../../services/commerce/purchases';
import { merged } from '../kit/merged';
import { addressesOf, countryIn, labelOf } from './accounts';
import { productOf } from './catalogue';
import { currencyOf } from './channels';
import { holidaysOf } from './days';
import { deliveriesIn, type VtexDelivery } from './deliveries';
import { cardOf, meansOf } from './means';
import { goodsBy, isSkuId, type VtexGood } from './search';
import type { VtexAccount, VtexAddress, VtexSimulation } from './shapes';
import { refusalIn, simulate, worthOfItem } from './simulation';
import { channelFor, todayIn, type VtexShopper, type VtexWorld, zoneOf } from './world';

/** What is to be bought, checked as far as we can ourselves. */
type Filling = {
  readonly lines: ReadonlyMap<string, number>;
  readonly address: VtexAddress;
  readonly country: string;
  readonly channel: string;
};

/** All that an order is made of, as it would be now. */
export type VtexQuote = Filling & {
  readonly who: VtexShopper;
  readonly currency: string;
  readonly simulation: VtexSimulation;
  readonly delivery: VtexDelivery;
  readonly card: VtexAccount;
  readonly goods: ReadonlyMap<string, VtexGood>;
  /** Minor units, with what is on top as tax. */
  readonly items: number;
  readonly total: number;
  /** What of the total is on top; 0: prices have theirs in them. */
  readonly tax: number;
};

export async function quote(
  world: VtexWorld,
  { who, wanted }: { readonly who: VtexShopper; readonly wanted: Wanted },
  call: Call,
): Promise<Result<VtexQuote>> {
  const filling = fillingOf(world, who, wanted);
  if ('kind' in filling) return refused(filling);
  const { lines, country, channel } = filling;
  const [goods, currency, off] = await Promise.all([
    goodsBy(world, { ids: [...lines.keys()], channel }, call),
    currencyOf(world, channel, call),
    holidaysOf(world, call),
  ]);
  if (!goods.ok) return goods;
  if (!currency.ok) return currency;
  const to = { country, postalCode: filling.address.postalCode ?? '' };
  const simulation = await simulate(world, { lines, channel, to }, call);
  if (!simulation.ok) return simulation;
  const refusal = refusalIn(simulation.value, lines);
  if (refusal) return refused(refusal);
  const from = { at: world.calendar(), zone: zoneOf(world, country), off };
  const speed = wanted.speed ?? 'standard';
  const delivery = deliveriesIn(simulation.value, world.settings, from).find((one) => one.speed === speed);
  if (!delivery) return refused({ kind: 'undeliverable' });
  const card = cardOf(who, wanted.meansId);
  // Nothing is stored, or it is no more: the shopper pays at a screen.
  if (!card) return refused({ kind: 'payment-needed' });
  const worth = simulation.value.items.map(worthOfItem);
  const net = worth.reduce((sum, one) => sum + one.net, 0);
  const more = world.onTop.get(basketOf(filling, delivery)) ?? 0;
  const tax = worth.reduce((sum, one) => sum + one.tax, more);
  const items = net + tax;
  return ok(
    {
      ...{ ...filling, who, currency: currency.value, simulation: simulation.value, delivery, card, items },
      goods: new Map(goods.value.map((one) => [one.sku.itemId, one])),
      ...{ total: items + delivery.price, tax: tax + delivery.tax },
    },
    simulation.asOf,
  );
}

type Basket = Pick<Filling, 'lines' | 'channel' | 'address'>;

/** By which is found again what VTEX has put on top of a basket besides, whoever it was for. */
function basketOf({ lines, channel, address }: Basket, { id }: Pick<VtexDelivery, 'id'>): string {
  const { country, state, postalCode } = address;
  return JSON.stringify([[...lines].sort(), channel, country, state, postalCode, id]);
}

/** The order came to another sum than was simulated, such as by a tax that is asked for only then: from now on it is quoted. */
export function costsMore(world: VtexWorld, { total, delivery, ...quoted }: VtexQuote, value: number): void {
  const basket = basketOf(quoted, delivery);
  world.onTop.set(basket, (world.onTop.get(basket) ?? 0) + value - total);
}

function fillingOf(world: VtexWorld, { profile }: VtexShopper, wanted: Wanted): Filling | ShopError {
  const lines = merged(wanted.lines);
  if ([...lines.keys()].some((id) => !isSkuId(id))) return { kind: 'not-found' };
  const max = world.merchant.limits.quantity;
  const big = [...lines].find(([, quantity]) => quantity > max);
  if (big) return { kind: 'too-many', productId: big[0], max };
  const all = addressesOf(profile);
  // An address that is not theirs any more: where orders go.
  const address = all.find(({ addressId }) => addressId === wanted.addressId) ?? all[0];
  const country = address ? countryIn(address) : '';
  if (!address || country === '') return { kind: 'undeliverable' };
  return { lines, address, country, channel: channelFor(world, country) };
}

const MINUTE = 60_000;
/** How long a quote holds. */
const HOLDS_MS = 10 * MINUTE;

export type VtexQuoted = {
  readonly quote: VtexQuote;
  readonly wanted: Wanted;
  /** What they paid for one last time, by SKU. */
  readonly lastPrices: ReadonlyMap<string, number>;
};

export function proposalOf(
  world: VtexWorld,
  { quote: quoted, wanted, lastPrices }: VtexQuoted,
  locale: string,
): Proposal {
  const { delivery, address, currency, card } = quoted;
  const money = (minor: number) => ({ minor, currency });
  const paidWith =
    wanted.meansId === undefined ? undefined : meansOf(quoted.who).find(({ id }) => id === card.accountId);
  const content = {
    lines: quoted.simulation.items.map((item): ProposedLine => {
      const last = lastPrices.get(item.id);
      const good = quoted.goods.get(item.id);
      const title = good?.sku.nameComplete ?? good?.product.productName ?? item.id;
      return {
        product: productOf(world, { id: item.id, title, good }, locale),
        quantity: item.quantity,
        unitPrice: money(unitWorth(item)),
        ...(last === undefined ? {} : { lastUnitPrice: money(last) }),
      };
    }),
    speed: delivery.speed,
    shippingOptionId: delivery.id,
    shipTo: { addressId: address.addressId, label: labelOf(quoted.who, address) },
    ...{ arrives: delivery.day, today: todayIn(world, quoted.country) },
    ...{ items: money(quoted.items), shipping: money(delivery.price), total: money(quoted.total) },
    ...(quoted.tax > 0 ? { tax: money(quoted.tax) } : {}),
    ...(wanted.fromCart ? { fromCart: true as const } : {}),
    ...(paidWith ? { paidWith } : {}),
  };
  const fingerprint = fingerprintOf(content, quoted.who.id);
  return { ...content, id: randomUUID(), fingerprint, expiresAt: world.now() + HOLDS_MS };
}

function unitWorth(item: VtexSimulation['items'][number]): number {
  const { net, tax } = worthOfItem(item);
  return Math.round((net + tax) / item.quantity);
}

type Content = Pick<Proposal, 'lines' | 'shippingOptionId' | 'shipTo' | 'total' | 'paidWith'>;

function fingerprintOf({ lines, shippingOptionId, shipTo, total, paidWith }: Content, shopperId: string): string {
  const each = lines.map((one) => [one.product.id, one.quantity, one.unitPrice.minor]);
  const parts = [
    shopperId,
    each,
    shippingOptionId,
    shipTo.addressId,
    total.minor,
    total.currency,
    paidWith?.id ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** As it was wanted. */
export function wantedIn({ lines, speed, shipTo, fromCart, paidWith }: Proposal): Wanted {
  return {
    lines: lines.map(({ product, quantity }) => ({ productId: product.id, quantity })),
    ...{ speed, addressId: shipTo.addressId },
    ...(fromCart ? { fromCart } : {}),
    ...(paidWith ? { meansId: paidWith.id } : {}),
  };
}
