/** "Will it come by Friday?", "how much are they?", where what is asked knows nothing of it: it is told, and that is asked again. */

import type { Scene, ShopperScene } from '../intents/kit/define';
import { moreOf } from '../intents/OrderStatus';
import { askedShort } from '../intents/parts/courtesy';
import type { Request, Slots } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reply } from '../vocabulary/outcome';
import { atPlace } from '../vocabulary/places';
import type { Reaction } from './reaction';
import { act } from './serve';

/** Values of the slot type Detail that ask of a delivery. */
const OF_DELIVERY: Readonly<Record<string, true>> = { when: true, carrier: true };

/** Of goods that are offered, or are to be bought. */
const OF_PRICE: Readonly<Record<string, true>> = { total: true, each: true };

/** "How much is the second one?", of what there is to choose from: it is told, and chosen from again. null: something else is said. */
export async function priceOfOption(
  { intent, slots }: Request,
  open: OpenQuestion | null,
  scene: Scene,
): Promise<Reaction | null> {
  const at = intent === 'SupportPolicy' && !slots.topic ? slots.product?.ordinal : undefined;
  const option = open && at !== undefined ? atPlace(open.question.options ?? [], at) : undefined;
  if (!open || !option || scene.policyOf(open.question).group !== 'purchase') return null;
  const { replies } = await act('SupportPolicy', { product: { said: '', ids: [option.id] } }, scene);
  return { acted: askedShort({ replies, ending: { kind: 'done' } }, open.question), fate: 'kept' };
}

/** null: nothing of the kind is asked, or nobody knows. */
export async function toldAside(slots: Slots, open: OpenQuestion, scene: Scene): Promise<Reaction | null> {
  const replies = await repliesTo(slots, open, scene);
  return replies.length > 0
    ? { acted: askedShort({ replies, ending: { kind: 'done' } }, open.question), fate: 'kept' }
    : null;
}

async function repliesTo(slots: Slots, open: OpenQuestion, scene: Scene): Promise<readonly Reply[]> {
  const detail = slots.detail?.ids[0] ?? '';
  if (slots.amend || slots.change || slots.product) return [];
  if (OF_PRICE[detail]) return pricesOf(open, scene);
  return OF_DELIVERY[detail] ? toldOf(slots, open, scene) : [];
}

async function pricesOf({ question }: OpenQuestion, scene: Scene): Promise<readonly Reply[]> {
  const { group, goods } = scene.policyOf(question);
  if (group !== 'purchase') return [];
  const own = goods(question.state).map(({ productId }) => productId);
  const ids = own.length > 0 ? own : (question.options ?? []).map(({ id }) => id);
  return ids.length > 0 ? (await act('SupportPolicy', { product: { said: '', ids } }, scene)).replies : [];
}

/** Of what is about to be bought what holds for every order; else of the order that is spoken of. */
async function toldOf(slots: Slots, { question }: OpenQuestion, scene: Scene): Promise<readonly Reply[]> {
  const { group } = scene.policyOf(question);
  if (group === 'purchase' || scene.memory.topic.orderId === undefined)
    return slots.detail?.ids[0] === 'when' ? (await act('DeliveryTime', {}, scene)).replies.slice(0, 1) : [];
  const more = scene.shopper ? await moreOf(slots, scene as ShopperScene) : null;
  return more?.replies ?? [];
}
