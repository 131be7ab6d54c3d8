/** One suggestion at a time, three at most, each with a true reason; asked for, never pushed, and easy to stop. */

import * as z from 'zod/mini';
import type { Suggestion } from '../services/commerce/advice';
import { shapeOf } from '../services/shape';
import type { Slots } from '../vocabulary/heard';
import type { Option, Reply } from '../vocabulary/outcome';
import {
  type Acted,
  type AnswerGiven,
  ask,
  done,
  type Instead,
  type Intent,
  replies,
  type Scene,
  type ShopperScene,
} from './kit/define';
import { goodsIn, lineOf } from './parts/basket';
import { buy } from './parts/purchase';
import { SUGGESTED, type Suggested, storedOf, suggestionsFor, wishIn } from './parts/suggesting';
import { askToLink } from './parts/trouble';
import { ofLast } from './parts/why-last';
import { countingOf } from './parts/wish';

const SLOTS = { product: 'Product', trait: 'Trait', price: 'AMAZON.NUMBER', asked: 'Suggesting' } as const;

const SAYS = {
  suggest: { product: 'product', price: 'money' },
  together: { other: 'product' },
  bought: { other: 'product' },
  favourite: {},
  asked: { said: 'name' },
  under: { most: 'money' },
  noneSuch: {},
  noOthers: {},
  declined: {},
  whySales: {},
  whyOrders: {},
  whyWords: {},
  notPaid: {},
} as const;
const say = replies('Recommend', SAYS);

/** `shown`: those that were told, the one that is being asked about last. `ids` of the choices are theirs. */
const offer = ask<Suggested, { product: 'product' }, Scene>({
  id: 'Recommend.offer',
  state: shapeOf(SUGGESTED),
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
  says: SAYS,
  asks: { offer, what },
  act: suggest,
};

async function suggest(slots: Slots, scene: Scene): Promise<Acted> {
  const asked = slots.asked?.ids[0];
  // "Why?" of nothing that was suggested is no request of ours.
  if (asked === 'why') return ofLast(scene);
  if (asked === 'ad') return done(say('notPaid'));
  const wish = wishIn(slots, scene);
  // "What goes with it" of nothing that is being talked about.
  if ((wish.isWith || wish.isLike) && !wish.product) return askWhat(asked ?? null);
  const found = await suggestionsFor(wish, scene);
  if ('replies' in found) return found;
  const [first] = found;
  if (first) return tell(storedOf(found), 0, scene, found);
  const isOpen = !wish.product && wish.traits.length === 0 && !wish.most;
  return isOpen ? askWhat(null) : done(say('noneSuch'));
}

function askWhat(asked: string | null): Acted {
  return { replies: [], ending: what.put({}, { asked }) };
}

/** One of them, with its reason and its price of today. */
async function tell(state: Suggested['all'], at: number, scene: Scene, known?: readonly Suggestion[]): Promise<Acted> {
  const found = known ?? (await suggestionsFor({ stored: state }, scene));
  if ('replies' in found) return found;
  const one = found.find(({ product }) => product.id === state[at]?.id);
  if (!one) return done(say('noOthers'));
  const told = state.slice(0, at + 1).flatMap(({ id }) => found.find(({ product }) => product.id === id) ?? []);
  const options: readonly Option[] = told.map(({ product }) => ({
    id: product.id,
    label: { type: 'product', product: product.name },
  }));
  const product = { type: 'product', product: one.product.name } as const;
  return {
    replies: [say('suggest', { product, price: { type: 'money', money: one.price } }), ...(await reasonOf(one, scene))],
    ending: offer.put({ product }, { all: state, at }, options),
    topic: { productId: one.product.id, product: one.product.name },
  };
}

async function reasonOf({ because }: Suggestion, { services, call }: Scene): Promise<readonly Reply[]> {
  switch (because.kind) {
    case 'favourite':
      return [say('favourite')];
    case 'asked':
      return [say('asked', { said: { type: 'name', name: because.said } })];
    case 'price':
      return [say('under', { most: { type: 'money', money: because.most } })];
    case 'together':
    case 'bought': {
      const goods = await services.shop.catalogue.products(call);
      const other = goods.ok ? goods.value.find(({ id }) => id === because.productId) : undefined;
      return other ? [say(because.kind, { other: { type: 'product', product: other.name } })] : [];
    }
  }
}

/** What was looked at for it, and nothing else was. */
const LOOKED_AT = {
  together: 'whySales',
  favourite: 'whySales',
  bought: 'whyOrders',
  asked: 'whyWords',
  price: 'whyWords',
} as const satisfies Readonly<Record<Suggestion['because']['kind'], keyof typeof SAYS>>;

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
      return tell(all, answer.to === 'next' ? at + 1 : Math.max(0, at - 1), scene);
    case 'no':
      return isElse(scene) ? tell(all, at + 1, scene) : done(say('declined'));
    case 'slots':
      return answeredBy(answer.slots, state, scene);
  }
}

/** "Why?", "is this an ad?", "something else", "make it two", or another wish. */
async function answeredBy(slots: Slots, { all, at }: Suggested, scene: Scene): Promise<Acted | Instead | null> {
  const { asked, change, product, quantity, unit, trait, price } = slots;
  const one = all[at];
  if (!one) return null;
  const again = async (why: Reply) => ({ ...(await tell(all, at, scene)), replies: [why] });
  if (asked?.ids[0] === 'why') return again(say(LOOKED_AT[one.because.kind]));
  if (asked?.ids[0] === 'ad') return again(say('notPaid'));
  const isMore = Object.keys(slots).length === 0;
  if (change?.ids[0] === 'other' || change?.ids[0] === 'else' || isMore) return tell(all, at + 1, scene);
  if (change?.ids[0] === 'cheaper') return suggest({ trait: { said: change.said, ids: ['cheap'] } }, scene);
  const count = product ? undefined : countingOf(quantity, unit);
  if (count?.number) return take(one.id, count.number, scene);
  if (trait || price || asked) return suggest(slots, scene);
  return product ? { instead: { intent: 'Reorder', slots } } : null;
}

/** "Something else" is a no to this one, not to all of them. */
function isElse({ turn: { heard } }: Scene): boolean {
  return heard.kind === 'intent' && heard.intent === 'Reorder' && heard.slots.change !== undefined;
}

/** It leads to the purchase, where its total is said and nothing is bought without a yes to that. */
function take(productId: string, quantity: number, scene: Scene): Promise<Acted> | Acted {
  if (!scene.shopper) return askToLink(scene.stranger === 'unlinked' ? 'unlinked' : 'guest');
  return buy({ lines: [lineOf(productId, { number: quantity })] }, scene as ShopperScene);
}
