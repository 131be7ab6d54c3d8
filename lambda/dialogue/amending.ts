/** Words that change or ask about a purchase, where nothing is being bought: they mean what was told last, or start nothing. */

import { miss } from '../intents/Fallback';
import type { Scene, ShopperScene } from '../intents/kit/define';
import { moreOf } from '../intents/OrderStatus';
import { changeOfPlaced, isRefused } from '../intents/parts/placed';
import { justPlaced } from '../intents/parts/undo';
import type { Slots } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reaction } from './reaction';
import { act, answered, toAnswer } from './serve';
import { toldAside } from './told-aside';

type At = { readonly open: OpenQuestion | null; readonly scene: Scene };

/** null: an order like any other. `isFree`: what is asked has no matter of its own. */
export async function nothingToAmend(slots: Slots, isFree: boolean, { open, scene }: At): Promise<Reaction | null> {
  const commits = open !== null && scene.policyOf(open.question).commits;
  const placed = isFree ? await ofPlaced(slots, scene) : null;
  if (placed) return placed;
  if (isAmending(slots)) {
    const at = { open, scene };
    // "When?", where something is about to be done: what asks for the yes may know.
    const told = commits || !isFree ? await answered(toAnswer('Reorder', slots, at), open, scene) : null;
    const other = isFree ? await meantInstead(slots, scene) : open && (await toldAside(slots, open, scene));
    return told ?? other ?? missed(at);
  }
  // A number alone answers what asks for one, or a list whose choice costs nothing.
  const takesPlaces = open?.question.options && !commits;
  if (!isCount(slots) || !open || takesPlaces) return null;
  return (await answered(toAnswer('Reorder', slots, { open, scene }), open, scene)) ?? missed({ open, scene });
}

/** Said right after an order was placed, it is of that order. null: none was, or it is an order like any other. */
async function ofPlaced(slots: Slots, scene: Scene): Promise<Reaction | null> {
  const place = slots.change;
  const isPlace = place !== undefined && IS_PLACE[place.ids[0] ?? ''] === true;
  // Where it goes can be changed as it is; "ship it to my office", where nothing was ordered just now, is of an order on its way.
  const isAlone = Object.keys(slots).length === 1 && scene.shopper !== null;
  if (isPlace && (justPlaced(scene) ? !isRefused(scene) : isAlone))
    return { acted: await act('ChangeAddress', { place }, scene), fate: 'left' };
  const isOfIt = isAmending(slots) || isCount(slots) || slots.product !== undefined;
  const acted = isOfIt ? await changeOfPlaced(slots, scene) : null;
  return acted && { acted, fate: 'left' };
}

const IS_PLACE: Readonly<Record<string, true>> = { home: true, work: true };

/** Slots that amend, and name nothing to be ordered beside it. */
export function isAmending(slots: Slots): boolean {
  return Boolean(slots.amend || (!slots.product && !slots.basis && (slots.change || slots.detail)));
}

/** "Where is one oh four two": numbers alone are goods of nothing, but of a purchase that is being made. */
export function namesNothing({ product, basis }: Slots, open: OpenQuestion | null, { policyOf }: Scene): boolean {
  return !product && !basis && !(open && policyOf(open.question).group === 'purchase');
}

const COUNTS: ReadonlySet<string> = new Set(['quantity', 'unit']);

function isCount(slots: Slots): boolean {
  return Object.keys(slots).length > 0 && Object.keys(slots).every((name) => COUNTS.has(name));
}

/** "When exactly?" and "I meant the dog food" after a status; "I meant dog food" after nothing is an order of it. */
async function meantInstead(slots: Slots, scene: Scene): Promise<Reaction | null> {
  const { amend, product, ...others } = slots;
  const { productId } = scene.memory.topic;
  // "How much is it?": what was told of last.
  if (others.detail?.ids[0] === 'total' && !amend && productId)
    return { acted: await act('SupportPolicy', { product: { said: '', ids: [productId] } }, scene), fate: 'left' };
  // "Anything cheaper?", "too expensive": than that, or in the shop.
  if ((others.change?.ids[0] === 'cheaper' || others.detail?.ids[0] === 'dear') && !amend && !product)
    return { acted: await act('Recommend', { trait: { said: '', ids: ['cheap'] } }, scene), fate: 'left' };
  if (!(amend && product)) {
    const told = scene.shopper && (await moreOf(slots, scene as ShopperScene));
    return told && { acted: told, fate: 'left' };
  }
  if (amend.ids[0] === 'drop' || amend.ids[0] === 'except') return null;
  const isStatus = amend.ids[0] === 'instead' && scene.memory.topic.orderId !== undefined;
  const acted = isStatus
    ? await act('OrderStatus', { product }, scene)
    : await act('Reorder', { product, ...others }, scene);
  return { acted, fate: 'left' };
}

function missed({ open, scene }: At): Reaction {
  return { acted: miss(open?.question ?? null, scene), fate: 'kept', missed: true };
}
