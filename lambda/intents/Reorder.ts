/** Buys again what the shopper bought before: finds out which goods are meant, then hands them to the purchase. */

import * as z from 'zod/mini';
import { meant, type Product } from '../services/commerce/catalogue';
import { type Habit, habits, usual } from '../services/commerce/habits';
import type { Order } from '../services/commerce/orders';
import type { WantedLine } from '../services/commerce/purchases';
import { shapeOf } from '../services/shape';
import type { Slots } from '../vocabulary/heard';
import type { Option, Reply } from '../vocabulary/outcome';
import { PAGE, type Page, page, speak } from './kit/choosing';
import { type Acted, ask, done, type Intent, replies, type ShopperScene } from './kit/define';
import { echo } from './kit/echo';
import { choicesFor } from './parts/amend-choices';
import { ASIDES, ASIDES_SAYS, type Asides, addressFor, asides, asidesIn, leftOver } from './parts/asides';
import { BASKET, type Basket, type BasketLine, goodsIn, lineOf } from './parts/basket';
import { buy } from './parts/purchase';
import { troubleWith } from './parts/trouble';
import { merge, type OrderWish, WISH, wishOf } from './parts/wish';

const SLOTS = {
  product: 'Product',
  quantity: 'AMAZON.NUMBER',
  unit: 'Unit',
  speed: 'ShippingSpeed',
  basis: 'Basis',
  place: 'Place',
  date: 'AMAZON.DATE',
  extra: 'Extra',
  change: 'Change',
  amend: 'Amend',
  detail: 'Detail',
  /** "My coffee, two teas and my dog food": each with its own number (`vocabulary/lines`). */
  also: 'Product',
  alsoQuantity: 'AMAZON.NUMBER',
  alsoUnit: 'Unit',
  third: 'Product',
  thirdQuantity: 'AMAZON.NUMBER',
  thirdUnit: 'Unit',
  fourth: 'Product',
  fourthQuantity: 'AMAZON.NUMBER',
  fourthUnit: 'Unit',
  fifth: 'Product',
  fifthQuantity: 'AMAZON.NUMBER',
  fifthUnit: 'Unit',
  sixth: 'Product',
  sixthQuantity: 'AMAZON.NUMBER',
  sixthUnit: 'Unit',
} as const;

const SAYS = {
  neverOrdered: {},
  noUsual: {},
  notBoughtBefore: { product: 'product' },
  notSold: { said: 'name' },
  counted: { count: 'number' },
  ...ASIDES_SAYS,
} as const;
const say = replies('Reorder', SAYS);

const what = ask<OrderWish, Record<never, never>, ShopperScene>({
  id: 'Reorder.what',
  state: shapeOf(WISH),
  commits: false,
  group: 'purchase',
  with: {},
  expects: ['product'],
  elicits: { intent: 'Reorder', slot: 'product' },
  amendedBy: ['Reorder'],
  ifLeft: 'wait',
  async answer(answer, wish, scene) {
    if (answer.kind === 'no') return (await theOthers(wish, { scene, before: [] })) ?? done();
    return answer.kind === 'slots' ? choose(answer.slots, merge(wish, wishOf(answer.slots)), scene) : null;
  },
});

const which = ask<Page & { wish: OrderWish }, { count: 'number'; options: 'list' }, ShopperScene>({
  id: 'Reorder.which',
  state: shapeOf(z.extend(PAGE, { wish: WISH })),
  commits: false,
  group: 'purchase',
  with: { count: 'number', options: 'list' },
  expects: ['ordinal', 'product'],
  elicits: { intent: 'Reorder', slot: 'product' },
  amendedBy: ['Reorder'],
  ifLeft: 'wait',
  async answer(answer, state, scene) {
    const among = state.wish.lines || state.wish.next ? {} : { among: state.ids };
    if (answer.kind === 'option') return buyOne(answer.option, { ...state.wish, ...among }, scene);
    if (answer.kind === 'page') return askWhich(page(state, answer.to), state.wish, scene);
    // None of these: perhaps something else.
    if (answer.kind === 'no') return askWhat([], state.wish);
    if (answer.kind !== 'slots') return null;
    const chosen = await chosenBy(answer.slots, state, scene);
    if (chosen) return chosen;
    const wish = merge(state.wish, wishOf(answer.slots));
    if (answer.slots.basis?.ids[0] === 'usual') return usualAmong(state, { wish, scene });
    if (answer.slots.product) return chooseAmong(answer.slots, state, { wish, scene });
    return askWhich(state, wish, scene);
  },
  again: (state, _where, scene) => askWhich(state, state.wish, scene),
});

/** Something was said that nobody could place: it is named, and nothing is offered for a yes before it is settled. */
const apart = ask<Basket & { readonly asides: Asides }, { said: 'name' }, ShopperScene>({
  id: 'Reorder.apart',
  state: shapeOf(z.extend(BASKET, { asides: ASIDES })),
  commits: false,
  group: 'purchase',
  goods: goodsIn,
  with: { said: 'name' },
  expects: ['yesno'],
  amendedBy: ['Reorder'],
  ifLeft: 'wait',
  async answer(answer, { asides: said, ...basket }, scene) {
    if (answer.kind === 'no') return askWhat([], {});
    if (answer.kind === 'slots') return choose(answer.slots, wishOf(answer.slots), scene);
    return answer.kind === 'yes' ? buy(basket, scene, asides(said, scene)) : null;
  },
});

export const Reorder: Intent = {
  name: 'Reorder',
  acts: 'buys',
  aboutOrders: true,
  slots: SLOTS,
  personal: true,
  says: SAYS,
  asks: { what, which, apart },
  async act(slots, scene) {
    return choose(slots, wishOf(slots), scene);
  },
};

async function choose(slots: Slots, wish: OrderWish, scene: ShopperScene): Promise<Acted> {
  const history = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  if (!history.ok) return troubleWith(history.error, scene);
  const bought = habits(history.value);
  const { product, basis } = slots;
  if (!product) return withoutProduct(basis?.ids[0], history.value, { wish, scene });
  const found = meant(
    product,
    bought.map((habit) => habit.product),
  );
  const among = bought.filter((habit) => found.includes(habit.product));
  const favourite = basis?.ids[0] === 'usual' ? usual(among) : null;
  const [only, ...others] = favourite ? [favourite] : among;
  if (!only) return fromCatalogue(product, wish, scene);
  if (others.length === 0) return buyHabit(only, wish, scene);
  return askWhich({ ids: among.map((habit) => habit.product.id), at: 0 }, wish, scene);
}

type With = { readonly wish: OrderWish; readonly scene: ShopperScene };

async function withoutProduct(
  basis: string | undefined,
  orders: readonly Order[],
  { wish, scene }: With,
): Promise<Acted> {
  const bought = habits(orders);
  const topic = scene.memory.topic.productId;
  const last = orders.find((order) => order.stage !== 'cancelled');
  if (!last) return askWhat([say('neverOrdered')], wish);
  if (basis === 'last') return buyAll({ ...wish, ...wishLines(linesOf(last), wish) }, { scene, before: [] });
  const favourite = usual(bought);
  if (basis === 'usual') return favourite ? buyHabit(favourite, wish, scene) : askWhat([say('noUsual')], wish);
  const talkedAbout = bought.find((habit) => habit.product.id === topic);
  return talkedAbout ? buyHabit(talkedAbout, wish, scene) : askWhat(counted(wish), wish);
}

/** Never bought, but sold here: offered as such, or not found at all. */
async function fromCatalogue(
  product: { said: string; ids: readonly string[] },
  wish: OrderWish,
  scene: ShopperScene,
): Promise<Acted> {
  const all = await scene.services.shop.catalogue.products(scene.call);
  if (!all.ok) return troubleWith(all.error, scene);
  const found = meant(product, all.value);
  const [only, ...others] = found;
  const unknown = [say('notSold', { said: echo(product, scene) })];
  if (!only) return (await theOthers(wish, { scene, before: unknown })) ?? askWhat(unknown, wish);
  if (others.length > 0) return askWhich({ ids: found.map(({ id }) => id), at: 0 }, wish, scene);
  return buyOne(only.id, wish, scene);
}

/** An answer to "which one?": one of those asked about, or something else altogether. */
async function chooseAmong(slots: Slots, state: Page, { wish, scene }: With): Promise<Acted> {
  const offered = await productsOf(state.ids, scene);
  const found = slots.product ? meant(slots.product, offered) : [];
  const [only, ...others] = found;
  if (only && others.length === 0) return buyOne(only.id, { ...wish, among: state.ids }, scene);
  if (others.length > 0) return askWhich({ ids: found.map(({ id }) => id), at: 0 }, wish, scene);
  return choose(slots, wish, scene);
}

/** "What would you like?" after what was offered was not it. */
export function whatInstead() {
  return what.put({}, {});
}

function askWhat(before: readonly Reply[], wish: OrderWish): Acted {
  return { replies: before, ending: what.put({}, wish) };
}

async function askWhich(state: Page, wish: OrderWish, scene: ShopperScene): Promise<Acted> {
  const products = await productsOf(state.ids, scene);
  const options: readonly Option[] = products.map(({ id, name }) => ({
    id,
    label: { type: 'product', product: name },
  }));
  const spoken = speak(state, options);
  return { replies: [], ending: which.put(spoken.values, { ...spoken.page, wish }, spoken.options) };
}

async function buyOne(productId: string, wish: OrderWish, scene: ShopperScene): Promise<Acted> {
  const history = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  if (!history.ok) return troubleWith(history.error, scene);
  const habit = habits(history.value).find(({ product }) => product.id === productId);
  if (habit) return buyHabit(habit, wish, scene);
  const [product] = await productsOf([productId], scene);
  const before = product ? [say('notBoughtBefore', { product: { type: 'product', product: product.name } })] : [];
  return settled({ productId, quantity: 1 }, wish, { scene, before });
}

function buyHabit(habit: Habit, wish: OrderWish, scene: ShopperScene): Promise<Acted> {
  return settled({ productId: habit.product.id, quantity: habit.lastQuantity }, wish, { scene, before: [] });
}

type Told = { readonly scene: ShopperScene; readonly before: readonly Reply[] };

/** One of the wanted goods is found out: on to the next, or to the purchase of all of them. */
async function settled(line: WantedLine, wish: OrderWish, { scene, before }: Told): Promise<Acted> {
  const { count, lines = [], ...rest } = wish;
  const counted = count ? lineOf(line.productId, count) : line;
  const isNew = lines.every(({ productId }) => productId !== line.productId);
  const next = { ...rest, lines: isNew ? [...lines, counted] : lines };
  // Of several, what is said of one would be taken for all of them; each is named before the yes.
  return (
    (await theNext(next, { scene, before: [] })) ?? buyAll(next, { scene, before: lines.length === 0 ? before : [] })
  );
}

/** What else was wanted, when one of the goods was not to be had; null: nothing. */
async function theOthers({ count, ...wish }: OrderWish, told: Told): Promise<Acted | null> {
  return (await theNext(wish, told)) ?? (wish.lines ? buyAll(wish, told) : null);
}

async function theNext({ next = [], ...wish }: OrderWish, { scene, before }: Told): Promise<Acted | null> {
  const [first, ...others] = next;
  if (!first) return null;
  const { count, ...product } = first;
  const acted = await choose({ product }, { ...wish, ...(count ? { count } : {}), next: others }, scene);
  return { ...acted, replies: [...before, ...acted.replies] };
}

function buyAll(wish: OrderWish, { scene, before }: Told): Promise<Acted> | Acted {
  const { lines = [], speed, to, among, fromCart, left = leftOver(scene) } = wish;
  const address = to && addressFor(to, scene);
  const basket = {
    lines,
    ...(speed ? { speed } : {}),
    ...(address ? { addressId: address.id } : {}),
    ...(among ? { among } : {}),
    ...(fromCart ? { fromCart } : {}),
  };
  if (left === undefined) return buy(basket, scene, [...before, ...asides(wish, scene)]);
  const said = echo({ said: left }, scene);
  return { replies: before, ending: apart.put({ said }, { ...basket, asides: asidesIn(wish) }) };
}

/** "Both", "the cheaper one", "not the tea" of those that were asked about; null: another answer. */
async function chosenBy(
  { change, amend }: Slots,
  { ids, wish }: Page & { wish: OrderWish },
  scene: ShopperScene,
): Promise<Acted | null> {
  if (amend?.ids[0] === 'drop') return (await theOthers(wish, { scene, before: [] })) ?? askWhat([], {});
  const [one, other, ...more] = ids;
  if (change?.ids[0] === 'both' && one && other && more.length === 0)
    return buyOne(one, { ...wish, next: [{ said: '', ids: [other] }, ...(wish.next ?? [])] }, scene);
  if (change?.ids[0] !== 'cheaper') return null;
  const { prices } = await choicesFor({ lines: [], among: ids }, scene);
  const [best] = [...prices].sort(([, price], [, than]) => price - than);
  return best ? buyOne(best[0], { ...wish, among: ids }, scene) : null;
}

/** "My usual" of those that were asked about. */
async function usualAmong(state: Page, { wish, scene }: With): Promise<Acted> {
  const history = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  if (!history.ok) return troubleWith(history.error, scene);
  const favourite = usual(habits(history.value).filter(({ product }) => state.ids.includes(product.id)));
  if (favourite) return buyHabit(favourite, wish, scene);
  const again = await askWhich(state, wish, scene);
  return { ...again, replies: [say('noUsual'), ...again.replies] };
}

/** "Make it three" of nothing yet: the number is kept, and that is said. */
function counted({ count }: OrderWish): readonly Reply[] {
  return count?.number ? [say('counted', { count: { type: 'number', number: count.number } })] : [];
}

async function productsOf(ids: readonly string[], scene: ShopperScene): Promise<readonly Product[]> {
  const all = await scene.services.shop.catalogue.products(scene.call);
  const byId = new Map((all.ok ? all.value : []).map((product) => [product.id, product]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function wishLines(lines: readonly WantedLine[], { count }: OrderWish): { readonly lines: readonly BasketLine[] } {
  const [only, ...others] = lines;
  return { lines: only && others.length === 0 && count ? [lineOf(only.productId, count)] : lines };
}

function linesOf(order: Order): readonly WantedLine[] {
  return order.lines.map((line) => ({ productId: line.product.id, quantity: line.quantity }));
}
