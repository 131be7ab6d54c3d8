/** What a purchase would cost this shopper now, or why it cannot be made; changes nothing. */

import { createHash } from 'node:crypto';
import { type Result, refused } from '../../../services/commerce/call';
import type { PaymentMeans } from '../../../services/commerce/payments';
import type { Proposal, ProposedLine, Wanted } from '../../../services/commerce/purchases';
import type { PlainDate } from '../../../vocabulary/values';
import { merged } from '../kit/merged';
import { addDeliveryDays } from './calendar';
import { type Rate, ratesTo, shippingFor } from './delivery-prices';
import { shopperIdOf } from './people/cast';
import type { DemoPerson, Home } from './people/person';
import { optionId } from './rates';
import { backOn, type OnShelf, shelves } from './shelf';
import { productIn } from './texts';
import { said, todayOf, type World } from './world';

export type Quote = Omit<Proposal, 'id' | 'expiresAt'>;
type Asking = { readonly person: DemoPerson; readonly wanted: Wanted; readonly locale: string };
type Shelved = OnShelf & { readonly quantity: number };

export function quote(world: World, asking: Asking): Result<Quote> {
  const { person, wanted } = asking;
  const rate = ratesTo(addressOf(asking).country).find(({ speed }) => speed === (wanted.speed ?? 'standard'));
  const lines = merged(wanted.lines);
  const found = shelves(world.db, [...lines.keys()], person.currency);
  if (found.length < lines.size) return refused({ kind: 'not-found' });
  if (!rate) return refused({ kind: 'undeliverable' });
  // One that is not theirs any more pays for nothing.
  if (wanted.meansId !== undefined && !meansOf(asking)) return refused({ kind: 'payment-declined' });
  const shelved = found.map((shelf) => ({ ...shelf, quantity: lines.get(shelf.id) ?? 0 }));
  return limits(world, person, shelved) ?? said(world, priced(world, asking, { shelved, rate }));
}

function meansOf({ person, wanted }: Asking): PaymentMeans | undefined {
  return person.means.find(({ id }) => id === wanted.meansId);
}

/** An address that is not theirs any more: where orders go. */
function addressOf({ person, wanted }: Asking): Home {
  return person.addresses.find(({ id }) => id === wanted.addressId) ?? person.addresses[0];
}

function limits(world: World, person: DemoPerson, lines: readonly Shelved[]): Result<never> | null {
  const big = lines.find(({ quantity }) => quantity > world.maxQuantity);
  if (big) return refused({ kind: 'too-many', productId: big.id, max: world.maxQuantity });
  if (person.payment === 'none') return refused({ kind: 'payment-needed' });
  // Every line is asked, so that a fault remembers all that was wanted first.
  const gone = lines.filter(({ id, stock }) => world.faults.takes(shopperIdOf(person), id) || stock === 0);
  const first = gone[0];
  if (first) return refused({ kind: 'sold-out', productId: first.id, ...backOn(first.id, todayOf(world, person)) });
  const few = lines.find(({ quantity, stock }) => quantity > stock);
  return few ? refused({ kind: 'too-many', productId: few.id, max: few.stock }) : null;
}

function priced(world: World, asking: Asking, bought: { shelved: readonly Shelved[]; rate: Rate }): Quote {
  const { person, locale } = asking;
  const { currency } = person;
  const home = addressOf(asking);
  const today = todayOf(world, person);
  const items = bought.shelved.reduce((sum, line) => sum + line.quantity * line.price.minor, 0);
  const shipping = shippingFor(bought.rate, items, currency);
  const means = meansOf(asking);
  const content = {
    lines: bought.shelved.map((line) => proposedLine(world, line, { person, locale })),
    speed: bought.rate.speed,
    shippingOptionId: optionId(home.country, bought.rate),
    shipTo: { addressId: home.id, label: home.label },
    arrives: arrival(today, bought.rate, home.country),
    today,
    ...(asking.wanted.fromCart && { fromCart: true as const }),
    ...(means && { paidWith: means }),
    items: { minor: items, currency },
    shipping: { minor: shipping, currency },
    total: { minor: items + shipping, currency },
  };
  return { ...content, fingerprint: fingerprintOf(content, person) };
}

/** The latest day the shop promises: an early parcel disappoints nobody. */
function arrival(today: PlainDate, rate: Rate, country: string): PlainDate {
  return addDeliveryDays(today, rate.days[1], country);
}

function proposedLine(world: World, line: Shelved, of: { person: DemoPerson; locale: string }): ProposedLine {
  const last = lastPrice(world, line.id, of.person);
  return {
    product: productIn(of.locale, line.id),
    quantity: line.quantity,
    unitPrice: line.price,
    ...(last !== undefined && { lastUnitPrice: { minor: last, currency: of.person.currency } }),
  };
}

function lastPrice(world: World, productId: string, person: DemoPerson): number | undefined {
  for (const { row, lines } of world.newestOrders(shopperIdOf(person))) {
    const bought = row.currency === person.currency && row.stage !== 'cancelled';
    const line = bought && lines.find(([id]) => id === productId);
    if (line) return line[2];
  }
  return undefined;
}

function fingerprintOf(content: Omit<Quote, 'fingerprint'>, person: DemoPerson): string {
  const lines = content.lines.map((line) => [line.product.id, line.quantity, line.unitPrice.minor]);
  const { shippingOptionId, shipTo, total, paidWith } = content;
  const parts = [shopperIdOf(person), lines, shippingOptionId, shipTo.addressId, total.minor, total.currency];
  if (paidWith) parts.push(paidWith.id);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
