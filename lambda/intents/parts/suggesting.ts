/** What could be suggested to who asks, and for which reason: from the wish, the shopper's orders and the shop's own sales. */

import {
  type Because,
  type Candidate,
  type Limits,
  type Suggestion,
  suggestable,
} from '../../services/commerce/advice';
import { isTrait, meant, type Product, type Trait } from '../../services/commerce/catalogue';
import { habits } from '../../services/commerce/habits';
import type { Slot, Slots } from '../../vocabulary/heard';
import type { Money } from '../../vocabulary/values';
import type { Acted, Scene, ShopperScene } from '../kit/define';
import { echo } from '../kit/echo';
import type { Suggested } from './suggested';
import { troubleWith } from './trouble';

export type AdviceWish = {
  readonly product?: Slot;
  /** "What goes with it". */
  readonly isWith: boolean;
  /** "Something like it". */
  readonly isLike: boolean;
  readonly traits: readonly Trait[];
  readonly isCheapFirst: boolean;
  /** In whole units of the shopper's own currency. */
  readonly most: number | null;
};

export function wishIn({ product, trait, price, asked }: Slots, scene: Scene): AdviceWish {
  const ids = trait?.ids ?? [];
  const traits = ids.filter(isTrait);
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
  const { services, call } = scene;
  const goods = await services.shop.catalogue.products(call);
  if (!goods.ok) return troubleWith(goods.error, scene);
  const currency = await currencyOf(scene);
  if ('stored' in wish) {
    const known = wish.stored.flatMap(({ id, because }) => {
      const product = goods.value.find((one) => one.id === id);
      return product ? [{ product, because }] : [];
    });
    return priced(known, { traits: [], most: null, isCheapFirst: false }, { scene, currency });
  }
  const most = wish.most === null ? null : moneyOf(wish.most, currency);
  const candidates = await candidatesFor(wish, goods.value, scene);
  const reasoned = most
    ? candidates.map((one) => (isPlain(one.because) ? because(one, { kind: 'price', most }) : one))
    : candidates;
  return priced(reasoned, { traits: wish.traits, most, isCheapFirst: wish.isCheapFirst }, { scene, currency });
}

type At = { readonly scene: Scene; readonly currency: string };

async function priced(some: readonly Candidate[], limits: Limits, { scene, currency }: At) {
  const ids = some.map(({ product }) => product.id);
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

/** In the order in which they are to be told. */
async function candidatesFor(wish: AdviceWish, goods: readonly Product[], scene: Scene): Promise<readonly Candidate[]> {
  const { product, traits, isWith, isLike } = wish;
  const [trait] = traits;
  const favourites = await fromSales(scene, (advice) => advice.favourites(scene.call));
  const asked = (one: Product, said: string): Candidate => ({
    product: one,
    because: trait ? { kind: 'trait', trait } : { kind: 'asked', said },
  });
  const ordered = [...favourites, ...goods.filter(({ id }) => !favourites.some((one) => one.id === id))];
  if (product) {
    const found = meant(product, goods);
    if (isWith) return together(found, scene);
    const kinds = new Set(found.map(({ kind }) => kind));
    const named = isLike
      ? ordered.filter((one) => kinds.has(one.kind) && !found.includes(one))
      : ordered.filter((one) => found.includes(one));
    // What is bought anyway needs no suggestion: others come first.
    const own = new Set((await ownHabits(scene)).map(({ id }) => id));
    const others = [...named.filter(({ id }) => !own.has(id)), ...named.filter(({ id }) => own.has(id))];
    return others.map((one) => asked(one, echo(product, scene).name));
  }
  if (trait) return ordered.map((one) => asked(one, ''));
  const own = await ownHabits(scene);
  const bought = new Set(own.map(({ id }) => id));
  const alongside = await together(own.slice(0, MOST_LOOKED_AT), scene);
  const other = own.flatMap((one): readonly Candidate[] => {
    const alike = goods.filter(({ kind, id }) => kind === one.kind && !bought.has(id));
    return alike.map((it) => ({ product: it, because: { kind: 'bought', productId: one.id } }));
  });
  const liked = favourites.map((one): Candidate => ({ product: one, because: { kind: 'favourite' } }));
  const open =
    wish.most === null ? [] : goods.map((one): Candidate => ({ product: one, because: { kind: 'favourite' } }));
  return [...alongside, ...other, ...liked, ...open].filter(({ product: { id } }) => !bought.has(id));
}

/** Of so many goods, the most bought first, it is asked what goes with them. */
const MOST_LOOKED_AT = 4;

async function together(some: readonly Product[], scene: Scene): Promise<readonly Candidate[]> {
  const found = await Promise.all(
    some.slice(0, MOST_LOOKED_AT).map(async ({ id }) => {
      const others = await fromSales(scene, (advice) => advice.goesWith(id, scene.call));
      return others.map((product): Candidate => ({ product, because: { kind: 'together', productId: id } }));
    }),
  );
  // The first of each before the second of any.
  const longest = Math.max(0, ...found.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => found.flatMap((one) => one.slice(at, at + 1))).flat();
}

type ShopSales = NonNullable<Scene['services']['shop']['advice']>;

/** Nothing where the shop says nothing of its sales, or cannot be asked: then other reasons must do. */
async function fromSales(
  { services }: Scene,
  ask: (advice: ShopSales) => ReturnType<ShopSales['favourites']>,
): Promise<readonly Product[]> {
  const { advice } = services.shop;
  const told = advice ? await ask(advice) : null;
  return told?.ok ? told.value : [];
}

/** What this shopper buys, most often first; nothing of a guest. */
async function ownHabits(scene: Scene): Promise<readonly Product[]> {
  if (!isShoppers(scene)) return [];
  const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  const own = orders.ok ? habits(orders.value) : [];
  return [...own].sort((a, b) => b.times - a.times).map(({ product }) => product);
}

function isShoppers(scene: Scene): scene is ShopperScene {
  return scene.shopper !== null;
}

/** A guest is told prices as delivery to their country is charged. */
async function currencyOf({ shopper, services, turn, call }: Scene): Promise<string> {
  if (shopper) return shopper.currency;
  const country = services.merchant.homeCountry[turn.locale] ?? Object.values(services.merchant.homeCountry)[0] ?? '';
  const rates = await services.shop.rates.options({ country }, call);
  return (rates.ok ? rates.value[0]?.price.currency : undefined) ?? 'EUR';
}

/** "Ten euros" in the smallest unit of that money. */
function moneyOf(amount: number, currency: string): Money {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return { minor: Math.round(amount * 10 ** digits), currency };
}
