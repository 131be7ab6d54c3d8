/** "Will it come by Friday?", where what is asked knows nothing of it: it is told, and that is asked again. */

import type { Scene, ShopperScene } from '../intents/kit/define';
import { moreOf } from '../intents/OrderStatus';
import { askedShort } from '../intents/parts/courtesy';
import type { Slots } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reply } from '../vocabulary/outcome';
import type { Reaction } from './reaction';
import { act } from './serve';

/** Values of the slot type Detail that ask of a delivery. */
const OF_DELIVERY: Readonly<Record<string, true>> = { when: true, carrier: true };

/** null: nothing of a delivery is asked, or nobody knows. */
export async function toldAside(slots: Slots, open: OpenQuestion, scene: Scene): Promise<Reaction | null> {
  const isAsked = OF_DELIVERY[slots.detail?.ids[0] ?? ''] === true && !(slots.amend || slots.change || slots.product);
  const told = isAsked ? await toldOf(slots, open, scene) : [];
  return told.length > 0
    ? { acted: askedShort({ replies: told, ending: { kind: 'done' } }, open.question), fate: 'kept' }
    : null;
}

/** Of what is about to be bought what holds for every order; else of the order that is spoken of. */
async function toldOf(slots: Slots, { question }: OpenQuestion, scene: Scene): Promise<readonly Reply[]> {
  const { group } = scene.policyOf(question);
  if (group === 'purchase' || scene.memory.topic.orderId === undefined)
    return slots.detail?.ids[0] === 'when' ? (await act('DeliveryTime', {}, scene)).replies.slice(0, 1) : [];
  const more = scene.shopper ? await moreOf(slots, scene as ShopperScene) : null;
  return more?.replies ?? [];
}
