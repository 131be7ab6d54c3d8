/** What this turn has said that is said once a visit. */

import type { Scene } from '../intents/kit/define';
import { offersCart } from '../intents/parts/cart-waiting';
import { tellsOfPerson } from '../intents/parts/courtesy';
import type { Memory, SaidOnce } from '../vocabulary/memory';
import type { Outcome } from '../vocabulary/outcome';

export function onceAfter({ replies, ending }: Outcome, { memory, turn, policyOf }: Scene): Pick<Memory, 'once'> {
  const said: Readonly<Record<SaidOnce, boolean>> = {
    news: ending.kind === 'ask' && policyOf(ending.question).role === 'announces',
    people: tellsOfPerson(replies),
    cart: offersCart(replies),
  };
  const now = Object.entries(said).flatMap(([what, isSaid]) => (isSaid ? [[what, turn.session.id] as const] : []));
  return now.length > 0 ? { once: { ...memory.once, ...Object.fromEntries(now) } } : {};
}
