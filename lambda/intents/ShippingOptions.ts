/** Which kinds of delivery there are: counted first, at most three. */

import type { ShippingOption } from '../services/commerce/shipping';
import type { Reply } from '../vocabulary/outcome';
import { done, replies } from './kit/define';
import { shippingIntent } from './parts/destination';

const SAYS = {
  count: { count: 'number', country: 'country' },
  standard: { price: 'money', days: 'days' },
  standardFree: { days: 'days' },
  express: { price: 'money', days: 'days' },
  pickup: { days: 'days' },
  pickupCosts: { price: 'money', days: 'days' },
} as const;
const say = replies('ShippingOptions', SAYS);

export const ShippingOptions = shippingIntent({
  name: 'ShippingOptions',
  slots: { place: 'Place' },
  says: SAYS,
  tell({ options, country }) {
    const spoken = options.slice(0, 3);
    const count = { type: 'number', number: spoken.length } as const;
    return done(say('count', { count, country }), ...spoken.map(describe));
  },
});

/** Three ranges of days would be six days to keep in mind: the later one is the promise. */
function describe({ speed, price, latest, today }: ShippingOption): Reply {
  const days = { type: 'days', from: latest, to: latest, today } as const;
  const isFree = price.minor === 0;
  if (isFree && speed !== 'express') return say(speed === 'pickup' ? 'pickup' : 'standardFree', { days });
  return say(speed === 'pickup' ? 'pickupCosts' : speed, { price: { type: 'money', money: price }, days });
}
