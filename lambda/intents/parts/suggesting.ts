/** What could be suggested to who asks, and for which reason: from the wish, the shopper's orders and the shop's own sales. */

import {
  type Because,
  type Candidate,
  type Limits,
  type Suggestion,
  suggestable,
} from '../../services/commerce/advice';
import { isTrait } from '../../services/commerce/catalogue';
import { homeCountryIn } from '../../services/commerce/home-country';
import { minorIn } from '../../services/commerce/sums';
import type { Slots } from '../../vocabulary/heard';
import type { Acted, Scene } from '../kit/define';
import { soldOf } from '../kit/goods';
import type { Suggested } from './suggested';
import { type AdviceWish, candidatesFor } from './suggested-goods';
import { troubleWith } from './trouble';
import { smallest } from './variants';

/** A value of the slot type Trait that no goods have: what is for babies, and the smallest of it. */
export const FOR_NEWBORNS = 'for-newborns';

export function wishIn({ product, trait, price, asked }: Slots, scene: Scene): AdviceWish {
  const ids = trait?.ids ?? [];
  const isForNewborns = ids.includes(FOR_NEWBORNS);
  const traits = [...ids.filter(isTrait), ...(isForNewborns ? (['for-babies'] as const) : [])];
  const isWith = asked?.ids[0] === 'with';
  const isLike = asked?.ids[0] === 'like';
  const { productId } = scene.memory.topic;
  const about = product ?? ((isWith || isLike) && productId ? { said: '', ids: [productId] } : undefined);
  return {
    ...(about ? { product: about } : {}),
    isWith,
    isLike,
    traits,
    isCheapFirst: ids.includes('cheap'),
    isSmallest: isForNewborns,
    most: price?.number !== undefined && price.number > 0 ? price.number : null,
  };
}

export function storedOf(found: readonly Suggestion[]): Suggested['all'] {
  return found.map(({ product, because }) => ({ id: product.id, because }));
}

/** At most three; what is said instead where the shop cannot be asked. `stored`: those of before, at today's prices. */
export async function suggestionsFor(
  wish: AdviceWish | { readonly stored: Suggested['all'] },
  scene: Scene,
): Promise<readonly Suggestion[] | Acted> {
  const currency = await currencyOf(scene);
  if ('stored' in wish) {
    const products = await soldOf(
      wish.stored.map(({ id }) => id),
      scene,
    );
    const known = wish.stored.flatMap(({ id, because }) => {
      const product = products.find((one) => one.id === id);
      return product ? [{ product, because }] : [];
    });
    return priced(known, { traits: [], most: null, isCheapFirst: false }, { scene, currency });
  }
  const sought = await soughtFor(wish, scene);
  if (!sought.ok) return troubleWith(sought.error, scene);
  const most = wish.most === null ? null : { minor: minorIn(wish.most, currency), currency };
  const { goods } = scene.services;
  const all = await candidatesFor(wish, sought.value, scene);
  const candidates = wish.isSmallest ? smallest(all, ({ product }) => goods.sizeOf(product, scene.call)) : all;
  const reasoned = most
    ? candidates.map((one) => (isPlain(one.because) ? because(one, { kind: 'price', most }) : one))
    : candidates;
  return priced(reasoned, { traits: wish.traits, most, isCheapFirst: wish.isCheapFirst }, { scene, currency });
}

/** What is named, else what is as it is to be, else some of what is sold. */
function soughtFor({ product, traits: [trait] }: AdviceWish, { services: { goods }, call }: Scene) {
  if (product) return goods.meant(product, call);
  return trait ? goods.withTrait(trait, call) : goods.some(call);
}

/** Of so many today's prices are asked for. */
const MOST_PRICED = 60;

type At = { readonly scene: Scene; readonly currency: string };

async function priced(some: readonly Candidate[], limits: Limits, { scene, currency }: At) {
  const ids = [...new Set(some.map(({ product }) => product.id))].slice(0, MOST_PRICED);
  const offers = await scene.services.shop.catalogue.offers(ids, currency, scene.call);
  return offers.ok ? suggestable(some, offers.value, limits) : troubleWith(offers.error, scene);
}

/** A limit says more than that the shop sells a lot of it. */
function isPlain({ kind }: Because): boolean {
  return kind === 'favourite';
}

function because({ product }: Candidate, reason: Because): Candidate {
  return { product, because: reason };
}

/** A guest is told prices as delivery to their country is charged. */
async function currencyOf({ shopper, services, turn, call }: Scene): Promise<string> {
  if (shopper) return shopper.currency;
  const country =
    homeCountryIn(services.merchant, turn.locale) ?? Object.values(services.merchant.homeCountry)[0] ?? '';
  const rates = await services.shop.rates.options({ country }, call);
  return (rates.ok ? rates.value[0]?.price.currency : undefined) ?? 'EUR';
}
