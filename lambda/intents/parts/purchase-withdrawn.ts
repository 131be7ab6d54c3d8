/** Purchases that were summed up and are given up: nobody can order them any more, or a yes was faster. */

import type { OpenQuestion } from '../../vocabulary/memory';
import { type Acted, close, done, type ShopperScene } from '../kit/define';
import { wentThrough } from './purchase-late';
import { ordered } from './purchase-placed';
import { type Summed, waitingIn } from './purchase-state';
import { say } from './purchase-words';

/** One proposal waits for a yes at a time. When a yes to an older one was faster, that is the news, and nothing is asked. */
export async function voidOlder(scene: ShopperScene): Promise<Acted | null> {
  const news = scene.late.map(({ proposalId }) => proposalId);
  for (const summed of waitingIn(scene.memory.questions)) {
    if (news.includes(summed.id)) continue;
    const bought = await scene.services.ordering.withdraw(summed, scene.conversationId, scene.call);
    if (bought.kind === 'unknown') return close(say('unknown'));
    // Its card and e-mail go with the turn that placed it.
    if (bought.kind === 'placed') return close(wentThrough(summed, scene));
  }
  return null;
}

/** "No": nobody can order it any more. When a yes was faster, its outcome is told instead. */
export async function refrain(summed: Summed, scene: ShopperScene): Promise<Acted> {
  const bought = await scene.services.ordering.withdraw(summed, scene.conversationId, scene.call);
  const isOrdered = bought.kind === 'placed' || bought.kind === 'unknown';
  return isOrdered ? ordered(bought, summed, scene) : done(say('notOrdered'));
}

/**
 * What becomes of summed-up purchases when a visit is broken off: they are given up. When a yes was faster, its
 * outcome is told; null: nothing was ordered.
 */
export async function breakOff(questions: readonly OpenQuestion[], scene: ShopperScene): Promise<Acted | null> {
  for (const summed of waitingIn(questions)) {
    const told = await refrain(summed, scene);
    if (told.ending.kind === 'close') return told;
  }
  return null;
}
