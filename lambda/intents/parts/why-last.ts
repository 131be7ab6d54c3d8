/** "Why?" where nothing was suggested: it is asked of the order that was told last. */

import { miss } from '../Fallback';
import { type Acted, done, type Scene } from '../kit/define';
import { openFor } from '../kit/questions';
import { noReason } from './order-told';

export function ofLast(scene: Scene): Acted {
  const { turn, memory } = scene;
  return memory.topic.orderId ? done(noReason()) : miss(openFor(turn, memory)?.question ?? null, scene);
}
