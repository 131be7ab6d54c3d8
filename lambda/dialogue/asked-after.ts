/** "And the cat?": what was asked last, asked of something else; where nothing was, of the shopper's orders. */

import type { Scene } from '../intents/kit/define';
import { wasOfData } from '../intents/MyData';
import type { Request, Slots } from '../vocabulary/heard';
import { type IntentName, SHOP_INTENTS } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Topic } from '../vocabulary/topic';
import { askOf } from './index';
import type { Reaction } from './reaction';
import { act } from './serve';

/** What is asked of goods or of an order by their name: what it leads to is asked about before it is done. */
const OF_GOODS: ReadonlySet<IntentName> = new Set<IntentName>([
  ...(['CancelOrder', 'ChangeAddress', 'ReturnRefund', 'RefundStatus', 'SupportPolicy', 'Replenish'] as const),
]);

/** null: nothing was asked before it, or it answers what is asked now. */
export async function askedAfter(
  { intent, slots }: Request,
  open: OpenQuestion | null,
  scene: Scene,
): Promise<Reaction | null> {
  const { after, product } = slots;
  const { by } = scene.memory.topic;
  const isAnswer = open !== null && askOf(open.question)?.ask.amendedBy.includes(intent);
  if (intent !== 'OrderStatus' || !after || !product || !by || isAnswer) return null;
  return { acted: await act(by.intent, { ...by.slots, product }, scene), fate: 'left' };
}

/** "Delete everything" after what is kept of oneself was told: neither orders nor a basket. null: it is not said of that. */
export async function ofOwnData({ intent, slots }: Request, scene: Scene): Promise<Reaction | null> {
  const { heard } = scene.turn;
  const maybe = heard.kind === 'intent' && intent === 'Fallback' ? (heard.maybe ?? []) : [];
  const isBare = (intent === 'CancelOrder' || intent === 'CartCheckout') && !slots.product && !slots.orderNumber;
  const isOneOfThem = maybe.some((one) => one.intent === 'MyData');
  if (!(isBare || isOneOfThem) || !wasOfData(scene.memory)) return null;
  return { acted: await act('MyData', { wish: { said: '', ids: ['forget'] } }, scene), fate: 'left' };
}

/** What is being talked about from now on, and what was asked of it. What was told in a list can be chosen from again. */
export function topicAfter(told: Topic, { turn, memory }: Scene): Topic {
  const { listed } = memory.topic;
  const topic = listed ? { listed, ...told } : told;
  const { heard } = turn;
  if (heard.kind !== 'intent' || heard.slots.after || !IS_MATTER.has(heard.intent)) {
    const { by } = memory.topic;
    return by ? { ...topic, by } : topic;
  }
  const { intent, slots } = heard;
  return isOfGoods(intent, slots) ? { ...topic, by: { intent, slots: withoutGoods(slots) } } : topic;
}

const IS_MATTER: ReadonlySet<IntentName> = new Set(SHOP_INTENTS);

function isOfGoods(intent: IntentName, { history }: Slots): boolean {
  return OF_GOODS.has(intent) || (intent === 'OrderStatus' && history !== undefined);
}

/** What was wished of them, by its value alone. */
function withoutGoods({ product, orderNumber, ...wished }: Slots): Slots {
  return Object.fromEntries(
    Object.entries(wished).flatMap(([name, { ids }]) => (ids.length > 0 ? [[name, { said: '', ids }]] : [])),
  );
}
