/** An order that was placed a moment ago and is not wanted: a person is asked to cancel it. */

import type { Scene } from '../kit/define';
import { type Acted, type Part, replies } from '../kit/define';
import { handOver, offerPerson } from '../TalkToHuman';

const SAYS = { passed: { product: 'product' }, offer: { product: 'product' } } as const;
const say = replies('Undo', SAYS);

export const Undo: Part = { name: 'Undo', personal: false, says: SAYS, asks: {} };

/** Later, "cancel" means something else. */
const MOMENT = 2 * 60_000;

export function justPlaced({ memory, services }: Pick<Scene, 'memory' | 'services'>): boolean {
  const { orderId, placedAt } = memory.topic;
  return orderId !== undefined && placedAt !== undefined && services.now() - placedAt < MOMENT;
}

/** `isSure`: the shopper said so; else it is asked. null: no order is being talked about, or a person has it already. */
export async function undo(scene: Scene, isSure: boolean): Promise<Acted | null> {
  const { topic, owner } = scene.memory;
  if (!scene.shopper || owner === 'human' || topic.orderId === undefined || !topic.product) return null;
  const product = { type: 'product', product: topic.product } as const;
  if (!isSure) return offerPerson({ reason: 'policy', said: [say('offer', { product })] }, scene);
  const passed = await handOver({ reason: 'policy', lines: [], orderIds: [topic.orderId] }, scene);
  return { ...passed, replies: [say('passed', { product }), ...passed.replies] };
}
