/** "Every four weeks instead": how often the shopper says they need something counts more than what their orders say. */

import { type BuyingHabit, withOwnRhythms } from '../../services/commerce/replenish';
import type { Slots } from '../../vocabulary/heard';
import type { Effect, Reply } from '../../vocabulary/outcome';
import { named, say } from './habit-words';

/** Days of what a number counts, by the values of the slot type Rhythm. */
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
/** Two years: nobody means more, and what was heard as more was heard wrong. */
const MOST_DAYS = 730;

/** In days; null: none was said. `odd`: none that anybody keeps to. */
export function rhythmIn({ every, rhythm }: Slots): number | 'odd' | null {
  if (!every && !rhythm) return null;
  const days = (every?.number ?? 1) * (DAYS[rhythm?.ids[0] ?? ''] ?? 0);
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : 'odd';
}

export function setRhythm(
  one: BuyingHabit,
  days: number,
): { readonly habit: BuyingHabit; readonly said: Reply; readonly effect: Effect } {
  const [habit = one] = withOwnRhythms([one], { [one.product.id]: days });
  const said = say('rhythmSet', { product: named(one), every: { type: 'rhythm', days } });
  return { habit, said, effect: { kind: 'habit', productId: one.product.id, every: days } };
}
