/** "Has anyone answered?": of this very conversation, whoever holds it. */

import type { Slots } from '../../vocabulary/heard';
import type { Acted, Scene } from '../kit/define';
import { inGoodHands, news } from './person';

/** null: nothing was handed over in this conversation. */
export function answerHere(scene: Scene): Acted | null {
  return news(scene.memory) ?? inGoodHands(scene);
}

export function asksForAnswer({ history }: Slots): boolean {
  return history?.ids[0] === 'answered';
}
