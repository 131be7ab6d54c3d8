/** One suggestion at a time, three at most, each with a true reason; asked for, never pushed, and easy to stop. */

import * as z from 'zod/mini';
import type { Suggestion } from '../services/commerce/advice';
import { shapeOf } from '../services/shape';
import type { Slot, Slots } from '../vocabulary/heard';
import type { Reply } from '../vocabulary/outcome';
import {
  type Acted,
  type AnswerGiven,
  ask,
  done,
  type Instead,
  type Intent,
  type Scene,
  type ShopperScene,
} from './kit/define';
import { optionOf } from './kit/goods';
import { goodsIn, lineOf } from './parts/basket';
import { cheaperThan, cheaperThanWhat, like } from './parts/cheaper';
import { buy } from './parts/purchase';
import { LOOKED_AT, RECOMMEND_SAYS, reasonOf, SUGGESTS, say } from './parts/recommend-words';
import { isSuggested, limitsOf, narrowed, type Suggested } from './parts/suggested';
import { FOR_NEWBORNS, storedOf, suggestionsFor, wishIn } from './parts/suggesting';
import { askToLink } from './parts/trouble';
import { ofLast } from './parts/why-last';
import { countingOf } from './parts/wish';

const SLOTS = { product: 'Product', trait: 'Trait', price: 'AMAZON.NUMBER', asked: 'Suggesting' } as const;

/** `shown`: those that were told, the one that is being asked about last. `ids` of the choices are theirs. */
const offer = ask<Suggested, { product: 'product' }, Scene>({
  id: 'Recommend.offer',
  state: isSuggested,
  commits: false,
  group: 'purchase',
  goods: ({ all, at }) => goodsIn({ lines: all.slice(at, at + 1).map(({ id }) => ({ productId: id, quantity: 1 })) }),
  with: { product: 'product' },
  expects: ['yesno', 'ordinal'],
  amendedBy: ['Recommend', 'Reorder'],
  ifLeft: 'drop',
  answer: answerOffer,
});

/** Nothing is known to go by: what it should be is asked. */
const what = ask<{ readonly asked: string | null }, Record<never, never>, Scene>({
  id: 'Recommend.what',
  state: shapeOf(z.object({ asked: z.nullable(z.string()) })),
  commits: false,
  with: {},
  expects: ['product'],
  elicits: { intent: 'Recommend', slot: 'product' },
  amendedBy: ['Recommend', 'Reorder'],
  ifLeft: 'drop',
  async answer(answer, { asked }, scene) {
    if (answer.kind === 'no') return done(say('declined'));
    if (answer.kind !== 'slots' || !(answer.slots.product || answer.slots.trait)) return null;
    return suggest(asked === null ? answer.slots : { asked: { said: '', ids: [asked] }, ...answer.slots }, scene);
  },
});

export const Recommend: Intent = {
  name: 'Recommend',
  acts: null,
  aboutOrders: false,
  slots: SLOTS,
  personal: false,
  says: RECOMMEND_SAYS,
  asks: { offer, what },
  act: suggest,
};

async function suggest(slots: Slots, scene: Scene): Promise<Acted> {
  const asked = slots.asked?.ids[0];
  // "Why?" of nothing that was suggested is no request of ours.
  if (asked === 'why') return ofLast(scene);
  if (asked === 'ad') return done(say('notPaid'));
  if (asked === 'none') return done(say('declined'));
  const wish = wishIn(slots, scene);
  // "What goes with it" of nothing that is being talked about.
  if ((wish.isWith || wish.isLike) && !wish.product) return askWhat(asked ?? null);
  const talkedOf = cheaperThanWhat(slots, scene);
  if (talkedOf) return cheaperLike(talkedOf, scene);
  const found = await suggestionsFor(wish, scene);
  if ('replies' in found) return found;
  const [first] = found;
  if (first) return tell({ all: storedOf(found), at: 0, slots: limitsOf(slots) }, scene, found);
  const isOpen = !wish.product && wish.traits.length === 0 && !wish.most;
  return isOpen ? askWhat(null) : done(say('noneSuch'));
}

function askWhat(asked: string | null): Acted {
  return { replies: [], ending: what.put({}, { asked }) };
}

/** One of them, with its reason and its price of today. */
async function tell(state: Suggested, scene: Scene, known?: readonly Suggestion[]): Promise<Acted> {
  const { all, at } = state;
  const found = known ?? (await suggestionsFor({ stored: all }, scene));
  if ('replies' in found) return found;
  const one = found.find(({ product }) => product.id === all[at]?.id);
  if (!one) return done(say('noOthers'));
  const told = all.slice(0, at + 1).flatMap(({ id }) => found.find(({ product }) => product.id === id) ?? []);
  const options = told.map(({ product }) => optionOf(product));
  const product = { type: 'product', product: one.product.name } as const;
  return {
    replies: [
      say('suggest', { product, price: { type: 'money', money: one.price } }),
      ...(await reasonOf(one, scene)),
      ...(isSmallest(one, state, scene) ? [say('isSmallest')] : []),
    ],
    ending: offer.put({ product }, state, options),
    topic: { productId: one.product.id, product: one.product.name },
  };
}

/** Of what comes in sizes the smallest was wished: whether it fits is not claimed. */
function isSmallest({ product }: Suggestion, { slots }: Suggested, { services, call }: Scene): boolean {
  return slots?.trait?.ids.includes(FOR_NEWBORNS) === true && services.goods.sizeOf(product, call) !== undefined;
}

async function answerOffer(answer: AnswerGiven, state: Suggested, scene: Scene): Promise<Acted | Instead | null> {
  const { all, at } = state;
  const one = all[at];
  if (!one) return done(say('noOthers'));
  switch (answer.kind) {
    case 'yes':
      return take(one.id, 1, scene);
    case 'option':
      return take(answer.option, 1, scene);
    case 'page':
      return tell({ ...state, at: answer.to === 'next' ? at + 1 : Math.max(0, at - 1) }, scene);
    case 'no':
      return isElse(scene) ? tell({ ...state, at: at + 1 }, scene) : done(say('declined'));
    case 'slots':
      return answeredBy(answer.slots, state, scene);
  }
}

/** "Why?", "is this an ad?", "something else", "make it two", or another wish. */
async function answeredBy(slots: Slots, state: Suggested, scene: Scene): Promise<Acted | Instead | null> {
  const { all, at, slots: before = {} } = state;
  const { asked, change, detail, product, quantity, unit, trait, price } = slots;
  const one = all[at];
  if (!one) return null;
  const again = async (why: Reply) => ({ ...(await tell(state, scene)), replies: [why] });
  if (asked?.ids[0] === 'why') return again(say(LOOKED_AT[one.because.kind]));
  if (asked?.ids[0] === 'ad') return again(say('notPaid'));
  if (detail?.ids[0] === 'total' && !product) return priced(state, scene);
  const isMore = Object.keys(slots).length === 0;
  if ((change && isAnother(change)) || isMore) return tell({ ...state, at: at + 1 }, scene);
  if (change?.ids[0] === 'cheaper' || trait?.ids[0] === 'cheap') return cheaper(state, scene);
  const count = product ? undefined : countingOf(quantity, unit);
  if (count?.number) return take(one.id, count.number, scene);
  // Other goods are another wish; a limit comes on top of what was asked.
  if (trait || price || asked) return suggest(product || asked ? slots : narrowed(before, slots), scene);
  return product ? { instead: { intent: 'Reorder', slots } } : null;
}

/** "How much is it?": its price of today, as it was told. */
async function priced(state: Suggested, scene: Scene): Promise<Acted> {
  const told = await tell(state, scene);
  const price = told.replies.find(({ key }) => key === SUGGESTS)?.with.price;
  return price?.type === 'money' ? { ...told, replies: [say('costs', { price })] } : told;
}

/** "Something else", "another one": the next of them. */
function isAnother({ ids }: Slot): boolean {
  return ids[0] === 'other' || ids[0] === 'else' || ids[0] === 'more';
}

/** Something that costs less than this and still is what was asked for. */
async function cheaper(state: Suggested, scene: Scene): Promise<Acted> {
  const slots = narrowed(state.slots ?? {}, { trait: { said: '', ids: ['cheap'] } });
  const less = await cheaperThan(state.all[state.at]?.id ?? '', slots, scene);
  if ('replies' in less) return less;
  if (less.length > 0) return tell({ all: storedOf(less), at: 0, slots: limitsOf(slots) }, scene, less);
  return { ...(await tell(state, scene)), replies: [say('noneCheaper')] };
}

/** Where there is nothing, what was asked before is asked again. */
async function cheaperLike(id: string, scene: Scene): Promise<Acted> {
  const less = await cheaperThan(id, like(id), scene);
  if ('replies' in less) return less;
  if (less.length === 0) return done(say('noneCheaper'));
  return tell({ all: storedOf(less), at: 0, slots: limitsOf(like(id)) }, scene, less);
}

/** "Something else" is a no to this one, not to all of them. */
function isElse({ turn: { heard } }: Scene): boolean {
  return heard.kind === 'intent' && heard.intent === 'Reorder' && heard.slots.change !== undefined;
}

/** It leads to the purchase, where its total is said and nothing is bought without a yes to that. */
function take(productId: string, quantity: number, scene: Scene): Promise<Acted> | Acted {
  if (!scene.shopper) return askToLink(scene.stranger === 'unlinked' ? 'unlinked' : 'guest', scene);
  return buy({ lines: [lineOf(productId, { number: quantity })] }, scene as ShopperScene);
}
