/** The goods that could be suggested for a wish, each with its reason, in the order in which they are to be told. */

import type { Candidate } from '../../services/commerce/advice';
import type { Product, Trait } from '../../services/commerce/catalogue';
import { habits, oftenFirst } from '../../services/commerce/habits';
import type { Slot } from '../../vocabulary/heard';
import { isShoppers, type Scene } from '../kit/define';
import { echo } from '../kit/echo';

export type AdviceWish = {
  readonly product?: Slot;
  /** "What goes with it". */
  readonly isWith: boolean;
  /** "Something like it". */
  readonly isLike: boolean;
  readonly traits: readonly Trait[];
  readonly isCheapFirst: boolean;
  /** Of what comes in sizes only the smallest will do. */
  readonly isSmallest: boolean;
  /** In whole units of the shopper's own currency. */
  readonly most: number | null;
};

/** Of so many goods, the most bought first, it is asked what goes with them. */
const MOST_LOOKED_AT = 4;
/** Of so many, what is like them; and so many of these. */
const MOST_LIKED = 12;
const MOST_ALIKE = 6;

/** In the order in which they are to be told; `sought`: what the wish was looked up to be. */
export async function candidatesFor(
  wish: AdviceWish,
  sought: readonly Product[],
  scene: Scene,
): Promise<readonly Candidate[]> {
  const favourites = await fromSales(scene, (advice) => advice.favourites(scene.call));
  if (wish.product) return named({ ...wish, product: wish.product }, { sought, favourites }, scene);
  const [trait] = wish.traits;
  if (trait) return bestFirst(sought, favourites).map((product) => ({ product, because: { kind: 'trait', trait } }));
  return unnamed(wish, { sought, favourites }, scene);
}

type Found = { readonly sought: readonly Product[]; readonly favourites: readonly Product[] };
type NamedWish = AdviceWish & Required<Pick<AdviceWish, 'product'>>;

async function named(wish: NamedWish, { sought, favourites }: Found, scene: Scene): Promise<readonly Candidate[]> {
  if (wish.isWith) return together(sought, scene);
  const all = bestFirst(wish.isLike ? await othersLike(sought, scene) : sought, favourites);
  // What is bought anyway needs no suggestion: others come first.
  const own = new Set((await ownHabits(scene)).map(({ id }) => id));
  const ordered = [...all.filter(({ id }) => !own.has(id)), ...all.filter(({ id }) => own.has(id))];
  const [trait] = wish.traits;
  const said = echo(wish.product, scene).name;
  return ordered.map((product) => ({ product, because: trait ? { kind: 'trait', trait } : { kind: 'asked', said } }));
}

/** What goes with what this shopper buys, what is like it, then what everybody buys. */
async function unnamed(
  { most }: AdviceWish,
  { sought, favourites }: Found,
  scene: Scene,
): Promise<readonly Candidate[]> {
  const own = await ownHabits(scene);
  const bought = new Set(own.map(({ id }) => id));
  const alongside = await together(own.slice(0, MOST_LOOKED_AT), scene);
  const like = await Promise.all(own.slice(0, MOST_LIKED).map((one) => likeOwn(one, bought, scene)));
  const others = most === null ? favourites : [...favourites, ...sought];
  const liked = others.map((product): Candidate => ({ product, because: { kind: 'favourite' } }));
  return [...alongside, ...like.flat(), ...liked].filter(({ product: { id } }) => !bought.has(id));
}

async function likeOwn(
  { id, kind }: Product,
  bought: ReadonlySet<string>,
  scene: Scene,
): Promise<readonly Candidate[]> {
  const others = (await alike(kind, scene)).filter((one) => !bought.has(one.id)).slice(0, MOST_ALIKE);
  return others.map((product) => ({ product, because: { kind: 'bought', productId: id } }));
}

async function othersLike(some: readonly Product[], scene: Scene): Promise<readonly Product[]> {
  const kinds = [...new Set(some.map(({ kind }) => kind))].slice(0, MOST_LOOKED_AT);
  const all = await Promise.all(kinds.map((kind) => alike(kind, scene)));
  return all.flat().filter(({ id }) => !some.some((one) => one.id === id));
}

async function alike(kind: string, { services, call }: Scene): Promise<readonly Product[]> {
  const found = await services.goods.ofKind(kind, call);
  return found.ok ? found.value : [];
}

function bestFirst(all: readonly Product[], favourites: readonly Product[]): readonly Product[] {
  const ids = new Set(all.map(({ id }) => id));
  const best = favourites.filter(({ id }) => ids.has(id));
  return [...best, ...all.filter(({ id }) => !best.some((one) => one.id === id))];
}

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
  return oftenFirst(own).map(({ product }) => product);
}
