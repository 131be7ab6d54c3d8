/** A habit told, and what becomes of it: ordered, passed over, reminded of, left alone, or set right by the shopper. */

import { meant } from '../../services/commerce/catalogue';
import { type BuyingHabit, buyingHabits, due, withOwnRhythms } from '../../services/commerce/replenish';
import { shapeOf } from '../../services/shape';
import type { Slot, Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import { PAGE, type Page } from '../kit/choosing';
import { type Acted, type AnswerGiven, ask, done, type Instead, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { goodsIn, lineOf } from './basket';
import { besides, counted, dayOf, habitOf, inOrder, lineFor, named, say, topical } from './habit-words';
import { tellNoMore } from './later-wished';
import { buy } from './purchase';
import { proposeReminder, whyNoReminder } from './reminder';
import { rhythmIn, setRhythm } from './replenish-rhythm';
import { onTheShelf } from './shelf';
import { troubleWith } from './trouble';
import { countingOf } from './wish';

/** More are not told at a time, however many are due. */
const MOST = 3;

/** `ids`: what is due and not told yet, what is being asked about first. */
export const order = ask<Page, { product: 'product' }, ShopperScene>({
  id: 'Replenish.order',
  state: shapeOf(PAGE),
  commits: false,
  group: 'purchase',
  goods: ({ ids, at }) => goodsIn({ lines: ids.slice(at, at + 1).map((productId) => ({ productId, quantity: 1 })) }),
  with: { product: 'product' },
  expects: ['yesno', 'number'],
  amendedBy: ['Replenish', 'Reorder'],
  ifLeft: 'wait',
  answer: answerOrder,
  again: async ({ ids, at }, where, scene) => {
    const habits = await habitsOf(scene);
    if ('replies' in habits) return habits;
    const asked = askNext(inOrder(ids, habits), at, []);
    // Here it was told before: the question names the goods.
    return where === 'here' ? { ...asked, replies: asked.replies.map((one) => ({ ...one, spare: true })) } : asked;
  },
});

type Asking = { readonly slots: Slots; readonly scene: ShopperScene };

export async function asked(wish: Slot | undefined, one: BuyingHabit, { slots, scene }: Asking): Promise<Acted> {
  const every = rhythmIn(slots);
  if (every) return anew(one, every, { slots, scene });
  switch (wish?.ids[0]) {
    case 'remind':
      return proposeReminder(one, slots.date?.date ?? null, scene);
    case 'stop':
      return stopAsking(one);
    case 'last':
      return topical(one, done(say('lastBought', { product: named(one), day: dayOf(one) })));
    case 'subscribe':
      return tellOne(one, [say('noSubscription')]);
    case 'left':
      return tellOne(one, [say('cannotSee')]);
    default:
      return tellOne(one, []);
  }
}

/** "Every four weeks instead": as the shopper says it, from now on. */
async function anew(one: BuyingHabit, every: number | 'odd', { slots, scene }: Asking): Promise<Acted> {
  if (every === 'odd') return topical(one, done(say('rhythmOdd')));
  const { habit, said, effect } = setRhythm(one, every);
  const isRemind = slots.habit?.ids[0] === 'remind';
  const told = isRemind ? proposeReminder(habit, slots.date?.date ?? null, scene) : tellOne(habit, []);
  // How often is said by then.
  const heard = [say('everySo', everySo(habit)), habitOf(habit)].map(({ key }) => key);
  const rest = told.replies.filter(({ key }) => !heard.includes(key));
  return causing({ ...told, replies: [said, ...rest] }, effect);
}

/** Without goods: what is said of the wish, then what is due. */
export async function wished(wish: Slot, habits: readonly BuyingHabit[], { slots, scene }: Asking): Promise<Acted> {
  const [first] = due(habits);
  if (wish.ids[0] === 'stop') return causing(done(say('stoppedAll')), tellNoMore('all'));
  if (wish.ids[0] === 'remind')
    return first ? proposeReminder(first, slots.date?.date ?? null, scene) : done(whyNoReminder());
  return tellDue(habits, besides(wish), scene);
}

function everySo(one: BuyingHabit) {
  return { product: named(one), every: { type: 'rhythm', days: one.every ?? 0 } } as const;
}

/** One habit, and whether it is to be ordered where that is near. */
function tellOne(one: BuyingHabit, before: readonly Reply[]): Acted {
  if (one.every === null) return topical(one, done(...before, say('seldom', { product: named(one), day: dayOf(one) })));
  if (due([one]).length > 0) return askNext([one], 0, before);
  const next = say('nextOne', { day: { type: 'day', day: one.due, today: one.today } });
  return topical(one, done(...before, say('everySo', everySo(one)), ...(one.due > one.today ? [next] : [])));
}

export function tellDue(habits: readonly BuyingHabit[], before: readonly Reply[], scene: ShopperScene): Acted {
  const { quiet } = scene.memory.advice;
  const told = habits.filter(({ product }) => !quiet.includes(product.id));
  const now = due(told).slice(0, MOST);
  if (now.length > 0) return askNext(now, 0, before);
  const known = told.filter((one) => one.every !== null && one.due > one.today);
  const [next] = [...known].sort((a, b) => (a.due < b.due ? -1 : 1));
  if (!next) return done(...before, say(habits.some(({ every }) => every !== null) ? 'nothingDue' : 'tooFew'));
  const day = { type: 'day', day: next.due, today: next.today } as const;
  return topical(next, done(...before, say('nothingDue'), say('next', { product: named(next), day })));
}

/** How many and which first, then the first of them with its habit. */
function askNext(all: readonly BuyingHabit[], at: number, before: readonly Reply[]): Acted {
  const one = all[at];
  if (!one) return done(...before, say('noneLeft'));
  const count = at === 0 && all.length > 1 ? [counted(all)] : [];
  const product = named(one);
  return {
    replies: [...before, ...count, habitOf(one)],
    ending: order.put({ product }, { ids: all.map((each) => each.product.id), at }),
    topic: { productId: one.product.id, product: one.product.name },
  };
}

async function answerOrder(
  answer: AnswerGiven,
  { ids, at }: Page,
  scene: ShopperScene,
): Promise<Acted | Instead | null> {
  const habits = await habitsOf(scene);
  if ('replies' in habits) return habits;
  const all = inOrder(ids, habits);
  const one = all[at];
  if (!one) return done(say('noneLeft'));
  if (answer.kind === 'yes') return buy({ lines: [lineFor(one)] }, scene);
  if (answer.kind === 'no') return askNext(all, at + 1, []);
  if (answer.kind === 'page') return askNext(all, answer.to === 'next' ? at + 1 : Math.max(0, at - 1), []);
  return answer.kind === 'slots' ? answeredBy(answer.slots, { all, at, one, scene }) : null;
}

type Open = {
  readonly all: readonly BuyingHabit[];
  readonly at: number;
  readonly one: BuyingHabit;
  readonly scene: ShopperScene;
};

/** "Make it three", "all of them", "not that one", "stop asking", "remind me", or other goods altogether. */
async function answeredBy(slots: Slots, { all, at, one, scene }: Open): Promise<Acted | Instead | null> {
  const { habit: wish, product, change, amend, quantity, unit } = slots;
  if (product && !meant(product, [one.product]).length) {
    const at = all.findIndex((each) => meant(product, [each.product]).length > 0);
    if (at >= 0 && !wish) return buy({ lines: [lineFor(all[at] ?? one)] }, scene);
    return { instead: { intent: wish ? 'Replenish' : 'Reorder', slots } };
  }
  if (wish?.ids[0] === 'stop') return withNext(stopAsking(one), askNext(all, at + 1, []));
  if (wish || rhythmIn(slots)) return asked(wish, one, { slots, scene });
  if (change?.ids[0] === 'both') return buy({ lines: all.slice(at).map(lineFor) }, scene);
  if (change?.ids[0] === 'other' || amend?.ids[0] === 'drop') return askNext(all, at + 1, []);
  const about = askedOf(slots);
  // Why it is offered is what the offer itself says.
  if (about === 'offer') return askNext(all, at, []);
  if (about === 'price') return priced(one, askNext(all, at, []), scene);
  const count = countingOf(quantity, unit);
  if (count) return buy({ lines: [lineOf(one.product.id, count)] }, scene);
  return product ? buy({ lines: [lineFor(one)] }, scene) : { instead: { intent: 'Reorder', slots } };
}

function askedOf({ product, detail }: Slots): 'offer' | 'price' | null {
  const [what] = product ? [] : (detail?.ids ?? []);
  if (what === 'why') return 'offer';
  return what === 'total' || what === 'each' ? 'price' : null;
}

/** "How much is it?": told, and on with the question. */
async function priced({ product }: BuyingHabit, question: Acted, scene: ShopperScene): Promise<Acted> {
  const { replies } = await onTheShelf({ said: '', ids: [product.id] }, scene);
  return { ...question, replies };
}

function stopAsking(one: BuyingHabit): Acted {
  const quiet = { kind: 'habit', productId: one.product.id, every: 'quiet' } as const;
  return causing(done(say('stopped', { product: named(one) })), quiet, tellNoMore([one.product.id]));
}

/** What was done, then the next question; its own words for "none left" would be one sentence too many. */
function withNext(done: Acted, next: Acted): Acted {
  if (next.ending.kind !== 'ask') return done;
  return { ...next, replies: [...done.replies, ...next.replies], effects: [...(done.effects ?? [])] };
}

/** What is said instead where the shop cannot be asked. */
export async function habitsOf(scene: ShopperScene): Promise<readonly BuyingHabit[] | Acted> {
  const history = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  return history.ok
    ? withOwnRhythms(buyingHabits(history.value), scene.memory.advice.rhythms ?? {})
    : troubleWith(history.error, scene);
}
