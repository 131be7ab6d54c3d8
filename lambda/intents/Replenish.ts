/** What is due again by the shopper's own orders, said as a habit; reminders, and what is asked about regular orders. */

import { meant, type Product } from '../services/commerce/catalogue';
import type { BuyingHabit } from '../services/commerce/replenish';
import type { Slots } from '../vocabulary/heard';
import { done, type Intent, type ShopperScene } from './kit/define';
import { echo } from './kit/echo';
import { besides, REPLENISH_SAYS, say } from './parts/habit-words';
import { tellNoMoreOf, tellWhenBack } from './parts/later-wished';
import { rhythmIn } from './parts/replenish-rhythm';
import { asked, habitsOf, order, tellDue, wished } from './parts/replenish-told';

const SLOTS = {
  product: 'Product',
  habit: 'HabitWish',
  date: 'AMAZON.DATE',
  every: 'AMAZON.NUMBER',
  rhythm: 'Rhythm',
} as const;

export const Replenish: Intent = {
  name: 'Replenish',
  acts: null,
  aboutOrders: false,
  slots: SLOTS,
  personal: true,
  says: REPLENISH_SAYS,
  asks: { order },
  async act(slots, scene) {
    const { product, habit: wish } = slots;
    if (wish?.ids[0] === 'back') return tellWhenBack(slots, scene);
    const stopped = wish?.ids[0] === 'stop' ? await tellNoMoreOf(slots, scene) : null;
    if (stopped) return stopped;
    const habits = await habitsOf(scene);
    if ('replies' in habits) return habits;
    const about = aboutIn(slots, habits, scene);
    if (product && about.length === 0)
      return done(...besides(wish), say('neverBought', { said: echo(product, scene) }));
    const [one] = about;
    if (one) return asked(wish, one, { slots, scene });
    if (rhythmIn(slots)) return done(say('rhythmOf'));
    return wish ? wished(wish, habits, scene) : tellDue(habits, [], scene);
  },
};

/** What was named, or what is being talked about where only a wish was said: "remind me". */
function aboutIn(slots: Slots, habits: readonly BuyingHabit[], { memory }: ShopperScene) {
  const { product, habit: wish } = slots;
  const goods = habits.map((one) => one.product);
  const found: readonly Product[] = product ? meant(product, goods) : [];
  if (product) return habits.filter((one) => found.includes(one.product));
  const isOfTopic = wish?.ids.some((id) => id !== 'subscribe' && id !== 'left') ?? rhythmIn(slots) !== null;
  return isOfTopic ? habits.filter((one) => one.product.id === memory.topic.productId) : [];
}
