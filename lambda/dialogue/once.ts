/** What this turn has said that is said once a visit. */

import type { Scene } from '../intents/kit/define';
import { offersCart } from '../intents/parts/cart-waiting';
import { tellsOfPerson } from '../intents/parts/courtesy';
import { saysOwnName } from '../intents/parts/own-name';
import { wantsNoLink } from '../intents/SendToPhone';
import type { Memory, SaidOnce } from '../vocabulary/memory';
import type { Outcome } from '../vocabulary/outcome';
import { calledAfter } from './advised';

export function onceAfter(outcome: Outcome, scene: Scene): Pick<Memory, 'once'> {
  const { replies, ending } = outcome;
  const { memory, turn, policyOf } = scene;
  const after = { ...memory, ...calledAfter(outcome) };
  const said: Readonly<Record<SaidOnce, boolean>> = {
    news: ending.kind === 'ask' && policyOf(ending.question).role === 'announces',
    people: tellsOfPerson(replies),
    cart: offersCart(replies),
    link: wantsNoLink(replies),
    name: saysOwnName(replies, { ...scene, memory: after }),
  };
  const now = Object.entries(said).flatMap(([what, isSaid]) => (isSaid ? [[what, turn.session.id] as const] : []));
  return now.length > 0 ? { once: { ...memory.once, ...Object.fromEntries(now) } } : {};
}
