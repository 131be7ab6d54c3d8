/** Something is wrong with a delivery: finds what and how much of it, checks what the shop lets be done, offers it, and does it once. */

import { DELIVERY_TROUBLES, type DeliveryTrouble } from '../services/care/policy';
import type { Slots } from '../vocabulary/heard';
import { speak } from './kit/choosing';
import { type Acted, ask, done, type Intent, replies, type ShopperScene, withBefore } from './kit/define';
import { orderNow } from './parts/order-asked';
import { tellOrder } from './parts/order-state';
import { countedIn, PIECES_HEARD, PIECES_SLOTS, piecesOf } from './parts/pieces';
import {
  type Counted,
  cameOn,
  daysSince,
  idOf,
  isCounted,
  isInTheBox,
  isOverdue,
  namedIn,
  onePerOrder,
  overdueOf,
  remedyIn,
  type Suspect,
  suspects,
} from './parts/problem-found';
import { already } from './parts/remedied';
import { offerLate, offerRemedies, tooOld } from './parts/remedy-offer';
import { aboutGoods } from './parts/remedy-words';
import { troubleWith } from './parts/trouble';
import { byAge, isWhichOrder, noSuchOrder, ORDER_SLOTS, topicOf, type WhichOrder } from './parts/which-order';
import { noted, offerPerson } from './TalkToHuman';

const SAYS = { sorry: {}, nothingCame: {} } as const;
const say = replies('DeliveryProblem', SAYS);

const what = ask<WhichOrder, Record<never, never>, ShopperScene>({
  id: 'DeliveryProblem.what',
  group: 'complaint',
  state: isWhichOrder,
  commits: false,
  with: {},
  expects: ['problem'],
  elicits: { intent: 'DeliveryProblem', slot: 'problem' },
  amendedBy: ['DeliveryProblem'],
  ifLeft: 'drop',
  async answer(answer, state, scene) {
    if (answer.kind === 'no') return offerPerson({ reason: 'complaint', said: [] }, scene);
    if (answer.kind !== 'slots') return null;
    const slots = { ...state.slots, ...answer.slots };
    const trouble = troubleIn(slots);
    return trouble ? about(slots, trouble, scene) : offerPerson({ reason: 'complaint', said: [say('sorry')] }, scene);
  },
});

const which = ask<WhichOrder, { count: 'number'; options: 'list' }, ShopperScene>({
  id: 'DeliveryProblem.which',
  group: 'complaint',
  state: isWhichOrder,
  commits: false,
  with: { count: 'number', options: 'list' },
  expects: ['ordinal', 'product', 'date'],
  elicits: { intent: 'DeliveryProblem', slot: 'product' },
  amendedBy: ['DeliveryProblem', 'Reorder'],
  ifLeft: 'wait',
  async answer(answer, state, scene) {
    if (answer.kind === 'no') return done();
    const trouble = troubleIn(state.slots);
    if (!trouble) return null;
    // What else was asked about meanwhile says nothing of which is meant.
    const plain = { ...scene, memory: { ...scene.memory, topic: {} } };
    const found = await candidates(state.slots, trouble, plain);
    if (!('length' in found)) return found;
    if (answer.kind === 'page') return askWhich({ ...state, at: state.at + (answer.to === 'next' ? 3 : -3) }, found);
    const slots = answer.kind === 'slots' ? answer.slots : {};
    const chosen = answer.kind === 'option' ? found.find((one) => idOf(one) === answer.option) : byAge(slots, found);
    if (chosen) return decide(chosen, { trouble, slots: state.slots }, scene);
    const which = namedIn(slots);
    // "And the torn bag?", after something else: it is still not known which.
    if (!which) return slots.problem ? askWhich(state, found) : null;
    const named = await candidates({ ...state.slots, ...which }, trouble, plain);
    if (!('length' in named)) return named;
    return named[0] && named.length === 1 ? decide(named[0], { trouble, slots: state.slots }, scene) : null;
  },
});

const howMany = ask<Counted, { count: 'number' }, ShopperScene>({
  id: 'DeliveryProblem.howMany',
  group: 'complaint',
  state: isCounted,
  commits: false,
  with: { count: 'number' },
  expects: ['pieces', 'remedy'],
  elicits: { intent: 'DeliveryProblem', slot: 'pieces' },
  amendedBy: PIECES_HEARD,
  ifLeft: 'wait',
  async answer(answer, { orderId, productId, trouble, remedy }, scene) {
    const slots = answer.kind === 'slots' ? countedIn(answer.slots) : null;
    const wished = remedyIn(slots ?? {});
    if (!slots?.pieces && !wished) return answer.kind === 'no' ? done() : null;
    const order = await orderNow(orderId, scene);
    if (!('lines' in order)) return order;
    const line = order.lines.find(({ product }) => product.id === productId);
    return line ? offerFor({ order, line }, { trouble, slots: slots ?? {}, remedy: wished ?? remedy }, scene) : null;
  },
});

export const DeliveryProblem: Intent = {
  name: 'DeliveryProblem',
  acts: null,
  aboutOrders: true,
  slots: { ...ORDER_SLOTS, ...PIECES_SLOTS, problem: 'Problem', remedy: 'Remedy' },
  personal: true,
  says: SAYS,
  asks: { what, which, howMany },
  async act(slots, scene) {
    const theirs = noted(scene);
    if (theirs) return theirs;
    const trouble = troubleIn(slots) ?? (await overdueOf(slots, scene));
    if (!trouble) return { replies: [say('sorry')], ending: what.put({}, { ids: [], at: 0, slots }) };
    return about(slots, trouble, scene);
  },
};

function troubleIn({ problem }: Slots): DeliveryTrouble | null {
  return DELIVERY_TROUBLES.find((one) => one === problem?.ids[0]) ?? null;
}

async function candidates(
  slots: Slots,
  trouble: DeliveryTrouble,
  scene: ShopperScene,
): Promise<readonly Suspect[] | Acted> {
  const orders = await scene.services.whereabouts.now(scene.call);
  if (!orders.ok) return troubleWith(orders.error, scene);
  const found = suspects(slots, trouble, orders.value, scene);
  if (found.length > 0) return found;
  const isThere = suspects(slots, 'late', orders.value, scene).length > 0;
  return done(isThere && slots.product ? say('nothingCame') : noSuchOrder(slots, orders.value, scene));
}

async function about(slots: Slots, trouble: DeliveryTrouble, scene: ShopperScene): Promise<Acted> {
  const found = await candidates(slots, trouble, scene);
  if (!('length' in found)) return found;
  // What is late is one parcel's matter, however many lines are in it.
  const late = isInTheBox(trouble) ? found : onePerOrder(found);
  const [first, ...others] = late;
  if (!first) return done();
  // A parcel's own news speak for themselves.
  const said = { trouble, slots };
  if (others.length === 0 && !isInTheBox(trouble) && cameOn(first) === null) return decide(first, said, scene);
  if (others.length === 0) return withBefore([say('sorry')], await decide(first, said, scene));
  return withBefore([say('sorry')], askWhich({ ids: late.map(idOf), at: 0, slots }, late));
}

function askWhich(state: WhichOrder, found: readonly Suspect[]): Acted {
  const named = ({ line }: Suspect) => ({ type: 'product', product: line.product.name }) as const;
  const options = found.map((one) => ({ id: idOf(one), label: named(one) }));
  const at = state.at < 0 || state.at >= options.length ? 0 : state.at;
  const spoken = speak({ ids: state.ids, at }, options);
  return { replies: [], ending: which.put(spoken.values, { ...spoken.page, slots: state.slots }, spoken.options) };
}

type Said = Pick<Counted, 'trouble' | 'remedy'> & { readonly slots: Slots };

/** What the parcel's data say, what it had before, then what may be done. */
async function decide(suspect: Suspect, said: Said, scene: ShopperScene): Promise<Acted> {
  const { order } = suspect;
  const { trouble } = said;
  const had = await hadBefore(suspect, scene);
  if (had) return had;
  if (!isInTheBox(trouble) && cameOn(suspect) === null) {
    if (!isOverdue(suspect)) return { ...done(...tellOrder(order)), topic: topicOf(order) };
    return offerLate(suspect, scene);
  }
  const came = cameOn(suspect);
  const { days } = scene.services.merchant.policy.report;
  if (came && daysSince(came, order.today) > days[trouble]) return tooOld(order, scene);
  return offerFor(suspect, said, scene);
}

/** Of several of a kind it is asked how many, where it was not said, or more than were bought. */
async function offerFor({ order, line }: Suspect, said: Said, scene: ShopperScene): Promise<Acted> {
  const { trouble, slots, remedy = remedyIn(slots) } = said;
  const { quantity: bought } = line;
  const productId = line.product.id;
  const quantity = isInTheBox(trouble) && bought > 1 ? piecesOf(slots, bought) : bought;
  if (quantity === null) {
    const count = { type: 'number', number: bought } as const;
    const ending = howMany.put({ count }, { orderId: order.id, productId, trouble, remedy });
    return { replies: [aboutGoods(line.product)], ending, topic: topicOf(order) };
  }
  const parts = [{ productId, quantity }];
  return offerRemedies(order, { key: scene.services.random(), orderId: order.id, parts, trouble }, scene, remedy);
}

/** One remedy each: what these goods had already is told. */
async function hadBefore({ order, line }: Suspect, scene: ShopperScene): Promise<Acted | null> {
  const had = await scene.services.remedies.had(order, line.product.id, scene.call);
  return had && { ...done(...already(had, order.today)), topic: topicOf(order) };
}
