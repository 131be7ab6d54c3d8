/** Buys again what the shopper bought before: asks which goods are meant, then hands them to the purchase. */

import type { WantedLine } from '../services/commerce/purchases';
import { shapeOf } from '../services/shape';
import type { Slots } from '../vocabulary/heard';
import type { Reply } from '../vocabulary/outcome';
import { type Page, page, speak } from './kit/choosing';
import {
  type Acted,
  type AnswerGiven,
  ask,
  done,
  type Instead,
  type Intent,
  type ShopperScene,
  withBefore,
} from './kit/define';
import { echo } from './kit/echo';
import { optionOf, soldOf } from './kit/goods';
import { asides, asidesIn, leftOver } from './parts/asides';
import { choiceLeft } from './parts/choice-left';
import { buy } from './parts/purchase';
import { withoutThat } from './parts/purchase-words';
import { apartAsking } from './parts/reorder-apart';
import { amongThese, type GoodsMeant, goodsAmong, goodsById, goodsMeant, pickedAmong } from './parts/reorder-found';
import { counted, REORDER_SAYS, REORDER_SLOTS, say } from './parts/reorder-words';
import { backToReplaced, keptReplaced, withReplaced } from './parts/replaced';
import { areSizes } from './parts/sizes';
import { merge, type OrderWish, onlyAsks, WISH, wishOf } from './parts/wish';
import { basketOf, withLast, withLine } from './parts/wish-basket';
import { isWishChoice, type WishChoice, wishAmong } from './parts/wish-choice';

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
    if (answer.kind === 'no') return (await without(wish, scene)) ?? done();
    if (answer.kind !== 'slots' || onlyAsks(answer.slots)) return null;
    const kept = await keptReplaced(answer.slots, wish, scene);
    return kept ?? choose(answer.slots, merge(wish, wishOf(answer.slots)), scene);
  },
});

const choice = {
  state: isWishChoice,
  commits: false,
  group: 'purchase',
  with: { count: 'number', options: 'list' },
  expects: ['ordinal', 'product'],
  elicits: { intent: 'Reorder', slot: 'product' },
  amendedBy: ['Reorder'],
  ifLeft: 'wait',
  async answer(answer: AnswerGiven, state: WishChoice, scene: ShopperScene): Promise<Acted | Instead | null> {
    if (answer.kind === 'option') return take(await goodsById(answer.option, scene), wishAmong(state), scene);
    if (answer.kind === 'page') return askWhich(page(state, answer.to), state.wish, scene);
    // None of these: perhaps something else.
    if (answer.kind === 'no') return (await backToReplaced(state.wish, scene)) ?? askWhat([], state.wish, scene);
    return answer.kind === 'slots' && !onlyAsks(answer.slots) ? chosenBy(answer.slots, state, scene) : null;
  },
  again: (state: WishChoice, _where: unknown, scene: ShopperScene) => askWhich(state, state.wish, scene),
} as const;
type Choosing = { count: 'number'; options: 'list' };

const which = ask<WishChoice, Choosing, ShopperScene>({ id: 'Reorder.which', ...choice });
/** Of one thing that comes in sizes. */
const size = ask<WishChoice, Choosing, ShopperScene>({ id: 'Reorder.size', ...choice });

const apart = apartAsking({
  none: (scene) => askWhat([], {}, scene),
  others: (slots, scene) => choose(slots, wishOf(slots), scene),
});

export const Reorder: Intent = {
  name: 'Reorder',
  acts: 'buys',
  aboutOrders: true,
  slots: REORDER_SLOTS,
  personal: true,
  says: REORDER_SAYS,
  asks: { what, which, size, apart },
  async act(slots, scene) {
    return choose(slots, wishOf(slots), scene);
  },
};

/** "What would you like?" after what was offered was not it. */
export function whatInstead() {
  return what.put({}, {});
}

async function choose(slots: Slots, wish: OrderWish, scene: ShopperScene): Promise<Acted> {
  return take(await goodsMeant(slots, scene), wish, scene);
}

/** What becomes of the goods that are meant: on with one, a question about several, a word about none. */
async function take(goods: GoodsMeant, wish: OrderWish, scene: ShopperScene): Promise<Acted> {
  switch (goods.kind) {
    case 'one':
      return settled(goods.line, wish, { scene, before: goods.before });
    case 'several':
      return askWhich({ ids: goods.ids, at: 0 }, wish, scene);
    case 'near':
      return (
        (await theOthers(wish, { scene, before: [goods.why] })) ??
        withBefore(goods.told, await take(goods.found, wish, scene))
      );
    case 'last':
      return buyAll(withLast(wish, goods.lines), { scene, before: [] });
    case 'unknown':
      return (await theOthers(wish, { scene, before: [goods.why] })) ?? askWhat([goods.why], wish, scene);
    case 'unnamed':
      return askWhat(goods.why ? [goods.why] : counted(wish), wish, scene);
    default:
      return goods.acted;
  }
}

/** "Both", "the cheaper one", "not the tea", "my usual", "the Bella Roma" of those that were asked about. */
async function chosenBy(slots: Slots, state: WishChoice, scene: ShopperScene): Promise<Acted | Instead> {
  const { ids } = state;
  const { basis, product } = slots;
  const left = choiceLeft(slots, state);
  if (left?.kind === 'none') return (await without(state.wish, scene)) ?? askWhat([], {}, scene);
  if (left) {
    const chosen = await take(await amongThese(left.ids, scene), left.wish, scene);
    return withBefore(left.isLess ? [withoutThat()] : [], chosen);
  }
  const wish = merge(state.wish, wishOf(slots));
  const picked = await pickedAmong(slots, ids, scene);
  if (picked) return take(picked, { ...wish, among: ids }, scene);
  if (basis?.ids[0] === 'usual') return withBefore([say('noUsual')], await askWhich(state, wish, scene));
  if (!product) return askWhich(state, wish, scene);
  const chosen = await goodsAmong(product, ids, scene);
  if (chosen) return take(chosen, { ...wish, among: ids }, scene);
  const kept = await keptReplaced(slots, state.wish, scene);
  if (kept) return kept;
  // "Make it three" was said of what was asked about.
  const { count, ...others } = state.wish;
  return choose(slots, merge(others, wishOf(slots)), scene);
}

function askWhat(before: readonly Reply[], wish: OrderWish, scene: ShopperScene): Acted {
  return { replies: before, ending: what.put({}, withReplaced(wish, scene)) };
}

async function askWhich(state: Page, wish: OrderWish, scene: ShopperScene): Promise<Acted> {
  const products = await soldOf(state.ids, scene);
  const spoken = speak(state, products.map(optionOf));
  const asked = areSizes(products) ? size : which;
  return {
    replies: [],
    ending: asked.put(spoken.values, { ...spoken.page, wish: withReplaced(wish, scene) }, spoken.options),
  };
}

type Told = { readonly scene: ShopperScene; readonly before: readonly Reply[] };

/** One of the wanted goods is found out: on to the next, or to the purchase of all of them. */
async function settled(line: WantedLine, wish: OrderWish, { scene, before }: Told): Promise<Acted> {
  const next = withLine(wish, line);
  // Of several, what is said of one would be taken for all of them; each is named before the yes.
  return (
    (await theNext(next, { scene, before: [] })) ?? buyAll(next, { scene, before: wish.lines?.length ? [] : before })
  );
}

/** What was asked about is not wanted: what else was, or the purchase whose place it would have taken. */
async function without(wish: OrderWish, scene: ShopperScene): Promise<Acted | null> {
  return (await theOthers(wish, { scene, before: [] })) ?? backToReplaced(wish, scene);
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
  const { left = leftOver(scene) } = wish;
  const basket = basketOf(wish, scene);
  if (left === undefined) return buy(basket, scene, [...before, ...asides(wish, scene)]);
  const said = echo({ said: left }, scene);
  return { replies: before, ending: apart.put({ said }, { ...basket, asides: asidesIn(wish) }) };
}
