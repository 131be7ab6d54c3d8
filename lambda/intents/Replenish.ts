/** What is due again by the shopper's own orders, said as a habit; reminders, and what is asked about regular orders. */

import { meant, type Product } from '../services/commerce/catalogue';
import type { BuyingHabit } from '../services/commerce/replenish';
import type { Slots } from '../vocabulary/heard';
import { type Acted, done, type Intent, type Scene, type ShopperScene } from './kit/define';
import { echo } from './kit/echo';
import { besides, REPLENISH_SAYS, say } from './parts/habit-words';
import { tellNoMoreOf, tellWhenBack } from './parts/later-wished';
import { rhythmIn } from './parts/replenish-rhythm';
import { asked, habitsOf, order, tellDue, wished } from './parts/replenish-told';
import { policyOn } from './SupportPolicy';
import { offerPerson } from './TalkToHuman';

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
  ofThisTalk: unsubscribed,
  async act(slots, scene) {
    const { product, habit: wish } = slots;
    const ended = unsubscribed(slots, scene);
    if (ended) return ended;
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
    return wish ? wished(wish, habits, { slots, scene }) : tellDue(habits, [], scene);
  },
};

/** "Cancel my subscription": what the shop says of them; where it says nothing, that there is none here, and a person. */
function unsubscribed({ habit }: Slots, scene: Scene): Acted | null {
  if (habit?.ids[0] !== 'unsubscribe') return null;
  return policyOn('subscriptions', scene) ?? offerPerson({ reason: 'policy', said: [say('noSubscription')] }, scene);
}

/** What was named, or what is being talked about where only a wish was said: "remind me". */
function aboutIn(slots: Slots, habits: readonly BuyingHabit[], { memory }: ShopperScene) {
  const { product, habit: wish } = slots;
  const goods = habits.map((one) => one.product);
  const found: readonly Product[] = product ? meant(product, goods) : [];
  if (product) return habits.filter((one) => found.includes(one.product));
  const isOfTopic = wish?.ids.some((id) => id !== 'subscribe' && id !== 'left') ?? rhythmIn(slots) !== null;
  return isOfTopic ? habits.filter((one) => one.product.id === memory.topic.productId) : [];
}
