/** Which goods are meant by an order, looked up in what was bought before and in what is sold: data, which the order makes questions of. */

import { meant, type Product } from '../../services/commerce/catalogue';
import { type Habit, habits, ownVariants, usual } from '../../services/commerce/habits';
import type { Order } from '../../services/commerce/orders';
import type { WantedLine } from '../../services/commerce/purchases';
import type { Slot, Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { Acted, ShopperScene } from '../kit/define';
import { echo } from '../kit/echo';
import { soldOf } from '../kit/goods';
import { choicesFor } from './amend-choices';
import { say } from './reorder-words';
import { troubleWith } from './trouble';

export type GoodsMeant =
  | { readonly kind: 'one'; readonly line: WantedLine; readonly before: readonly Reply[] }
  /** To be chosen from, by id. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  /** All that was ordered last. */
  | { readonly kind: 'last'; readonly lines: readonly WantedLine[] }
  /** Not sold here, but what comes near is: `why` alone where that is not offered, `told` before it is. */
  | {
      readonly kind: 'near';
      readonly why: Reply;
      readonly told: readonly Reply[];
      readonly found: GoodsMeant;
    }
  /** Named, and not sold here. */
  | { readonly kind: 'unknown'; readonly why: Reply }
  /** Nothing was named that could be meant. */
  | { readonly kind: 'unnamed'; readonly why: Reply | null }
  | { readonly kind: 'trouble'; readonly acted: Acted };

/** What these slots name; without a product, "the usual", "the last" or what was talked about. */
export async function goodsMeant({ product, basis }: Slots, scene: ShopperScene): Promise<GoodsMeant> {
  return withOrders(scene, (orders) => {
    const bought = habits(orders);
    if (!product) return unnamed(basis?.ids[0], orders, scene);
    const found = meant(
      product,
      bought.map((habit) => habit.product),
    );
    const named = bought.filter((habit) => found.includes(habit.product));
    const favourite = basis?.ids[0] === 'usual' ? usual(named) : null;
    const among = favourite ? [favourite] : ownVariants(named);
    const [only, ...others] = among;
    if (!only) return inCatalogue(product, scene, bought);
    return others.length === 0 ? again(only) : { kind: 'several', ids: among.map((habit) => habit.product.id) };
  });
}

/** These goods: as many as last time, or one of what was never bought, which is said. */
export async function goodsById(productId: string, scene: ShopperScene): Promise<GoodsMeant> {
  return withOrders(scene, (orders) => oneOf(productId, scene, habits(orders)));
}

/** One of these, or to be chosen from. */
export async function amongThese(ids: readonly string[], scene: ShopperScene): Promise<GoodsMeant> {
  const [only, ...others] = ids;
  return only && others.length === 0 ? goodsById(only, scene) : { kind: 'several', ids };
}

/** An answer to "which one?": one or some of those asked about; null: something else altogether. */
export async function goodsAmong(
  product: Slot | undefined,
  ids: readonly string[],
  scene: ShopperScene,
): Promise<GoodsMeant | null> {
  const found = product ? meant(product, await soldOf(ids, scene)) : [];
  const [only, ...others] = found;
  if (!only) return null;
  return others.length === 0 ? goodsById(only.id, scene) : { kind: 'several', ids: found.map(({ id }) => id) };
}

/** "The cheaper one", "my usual", of those that were asked about; null: neither is said, or none is. */
export async function pickedAmong(
  { change, basis }: Slots,
  ids: readonly string[],
  scene: ShopperScene,
): Promise<GoodsMeant | null> {
  if (change?.ids[0] === 'cheaper') return cheapestAmong(ids, scene);
  return basis?.ids[0] === 'usual' ? usualAmong(ids, scene) : null;
}

/** "My usual" of those that were asked about; null: none of them is. */
async function usualAmong(ids: readonly string[], scene: ShopperScene): Promise<GoodsMeant | null> {
  const found = await withOrders(scene, (orders) => {
    const favourite = usual(habits(orders).filter(({ product }) => ids.includes(product.id)));
    return favourite ? again(favourite) : { kind: 'unnamed', why: null };
  });
  return found.kind === 'unnamed' ? null : found;
}

/** Of those that were asked about, today's cheapest; null: no price is known. */
async function cheapestAmong(ids: readonly string[], scene: ShopperScene): Promise<GoodsMeant | null> {
  const { prices } = await choicesFor({ lines: [], among: ids }, scene);
  const [best] = [...prices].sort(([, price], [, than]) => price - than);
  return best ? goodsById(best[0], scene) : null;
}

type Looking = (orders: readonly Order[]) => GoodsMeant | Promise<GoodsMeant>;

async function withOrders(scene: ShopperScene, look: Looking): Promise<GoodsMeant> {
  const history = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  return history.ok ? look(history.value) : { kind: 'trouble', acted: await troubleWith(history.error, scene) };
}

function unnamed(basis: string | undefined, orders: readonly Order[], { memory }: ShopperScene): GoodsMeant {
  const bought = habits(orders);
  const last = orders.find((order) => order.stage !== 'cancelled');
  if (!last) return { kind: 'unnamed', why: say('neverOrdered') };
  if (basis === 'last' || basis === 'last-order') return { kind: 'last', lines: linesOf(last) };
  const favourite = usual(bought);
  if (basis === 'usual') return favourite ? again(favourite) : { kind: 'unnamed', why: say('noUsual') };
  const talkedAbout = bought.find(({ product }) => product.id === memory.topic.productId);
  return talkedAbout ? again(talkedAbout) : { kind: 'unnamed', why: null };
}

/** Never bought, but sold here: offered as such, or not found at all. */
async function inCatalogue(product: Slot, scene: ShopperScene, bought: readonly Habit[]): Promise<GoodsMeant> {
  const sold = await scene.services.goods.meant(product, scene.call);
  if (!sold.ok) return { kind: 'trouble', acted: await troubleWith(sold.error, scene) };
  return sold.value.length > 0 ? ofThese(sold.value, scene, bought) : notSold(product, scene, bought);
}

async function ofThese(goods: readonly Product[], scene: ShopperScene, bought: readonly Habit[]): Promise<GoodsMeant> {
  const [only = '', ...others] = goods.map(({ id }) => id);
  return others.length > 0 ? { kind: 'several', ids: [only, ...others] } : oneOf(only, scene, bought);
}

async function notSold(product: Slot, scene: ShopperScene, bought: readonly Habit[]): Promise<GoodsMeant> {
  const said = echo(product, scene);
  const why = say('notSold', { said });
  const near = await scene.services.goods.near(product, scene.call);
  if (!near.ok || near.value.length === 0) return { kind: 'unknown', why };
  const found = await ofThese(near.value, scene, bought);
  // It may be sold under another name: a shop may write another language.
  const told = say('noneCalled', { said });
  return found.kind === 'one'
    ? { kind: 'near', why, told: [told, say('nearest')], found: { ...found, before: [] } }
    : { kind: 'near', why, told: [told], found };
}

async function oneOf(productId: string, scene: ShopperScene, bought: readonly Habit[]): Promise<GoodsMeant> {
  const habit = bought.find(({ product }) => product.id === productId);
  if (habit) return again(habit);
  const [product] = await soldOf([productId], scene);
  const before = product
    ? [{ ...say('notBoughtBefore', { product: { type: 'product', product: product.name } }), spare: true } as const]
    : [];
  return { kind: 'one', line: { productId, quantity: 1 }, before };
}

function again({ product, lastQuantity }: Habit): GoodsMeant {
  return { kind: 'one', line: { productId: product.id, quantity: lastQuantity }, before: [] };
}

function linesOf(order: Order): readonly WantedLine[] {
  return order.lines.map((line) => ({ productId: line.product.id, quantity: line.quantity }));
}
