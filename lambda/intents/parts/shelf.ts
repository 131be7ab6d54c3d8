/** What a named thing costs and whether it is there: told, and never proposed for buying. */

import type { Offer } from '../../services/commerce/catalogue';
import { homeCountryIn } from '../../services/commerce/home-country';
import { MOST_RESOLVED } from '../../vocabulary/goods-tables';
import type { Slot } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { ValueOf } from '../../vocabulary/values';
import { type Acted, done, type Part, replies, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { troubleWith } from './trouble';

const SAYS = {
  offer: { product: 'product', price: 'money' },
  soldOut: { product: 'product' },
  soldOutUntil: { product: 'product', day: 'day' },
  notSold: {},
  several: { count: 'number' },
  many: { count: 'number' },
  plenty: {},
  one: { product: 'product', price: 'money' },
  oneSoldOut: { product: 'product' },
} as const;
const say = replies('Shelf', SAYS);

export const Shelf: Part = { name: 'Shelf', personal: false, says: SAYS, asks: {} };

/** More than an ear keeps. */
const MOST = 3;
/** Of so many the price is asked for. */
const MOST_PRICED = 20;

export async function onTheShelf(wanted: Slot, scene: Scene): Promise<Acted> {
  const { services, call } = scene;
  const sold = await services.goods.meant(itself(wanted, scene), call);
  if (!sold.ok) return troubleWith(sold.error, scene);
  const found = sold.value;
  const currency = found.length > 0 ? await currencyFor(scene) : null;
  if (currency === null) return notSold(wanted);
  const offers = await services.shop.catalogue.offers(
    found.slice(0, MOST_PRICED).map(({ id }) => id),
    currency,
    call,
  );
  if (!offers.ok) return troubleWith(offers.error, scene);
  const [first, ...others] = offers.value;
  if (!first) return notSold(wanted);
  // What is without a price is not counted, where all of it was looked at.
  const count = found.length > MOST_PRICED ? found.length : offers.value.length;
  return count === 1 ? one(first, scene) : several([first, ...others], count);
}

/** What is wished for and not there is what a shop may want to buy in. */
function notSold({ said }: Slot): Acted {
  return causing(done(say('notSold')), { kind: 'unanswered', about: 'unsold', topic: null, said });
}

/** "How much is it": what is being talked about. */
function itself(wanted: Slot, { memory }: Scene): Slot {
  const id = wanted.refers ? memory.topic.productId : undefined;
  return id ? { ...wanted, ids: [id] } : wanted;
}

function one({ product, price, availability }: Offer, { services, shopper }: Scene): Acted {
  const name: ValueOf<'product'> = { type: 'product', product: product.name };
  const topic = { productId: product.id, product: product.name };
  if (availability.state === 'available')
    return { ...done(say('offer', { product: name, price: { type: 'money', money: price } })), topic };
  const { backOn } = availability;
  const today = services.today(shopper?.address.timeZone ?? services.merchant.support.hours.timeZone);
  const told = backOn
    ? say('soldOutUntil', { product: name, day: { type: 'day', day: backOn, today } })
    : say('soldOut', { product: name });
  return { ...done(told), topic };
}

function several(offers: readonly Offer[], found: number): Acted {
  const count = { type: 'number', number: found } as const;
  const there = offers.filter(({ availability }) => availability.state === 'available');
  const told = [...there, ...offers.filter((offer) => !there.includes(offer))].slice(0, MOST);
  // Of so many nobody has counted the rest.
  const first = found >= MOST_RESOLVED ? say('plenty') : say(found > MOST ? 'many' : 'several', { count });
  return done(first, ...told.map(line));
}

function line({ product, price, availability }: Offer): Reply {
  const name: ValueOf<'product'> = { type: 'product', product: product.name };
  return availability.state === 'available'
    ? say('one', { product: name, price: { type: 'money', money: price } })
    : say('oneSoldOut', { product: name });
}

/** What the shopper pays in; a guest, what is paid in where the language is spoken. null: that cannot be said now. */
async function currencyFor({ shopper, services, turn, call }: Scene): Promise<string | null> {
  if (shopper) return shopper.currency;
  const country = homeCountryIn(services.merchant, turn.locale) ?? Object.values(services.merchant.homeCountry)[0];
  const rates = country ? await services.shop.rates.options({ country }, call) : null;
  return rates?.ok ? (rates.value[0]?.price.currency ?? null) : null;
}
