/** Which kinds of delivery there are: counted first, at most three. */

import type { ShippingOption } from '../services/shipping';
import type { Reply } from '../turn';
import { done, replies } from './define';
import { shippingIntent } from './destination';

const SAYS = {
  count: { count: 'number', country: 'country' },
  standard: { price: 'money', days: 'days' },
  standardFree: { days: 'days' },
  express: { price: 'money', days: 'days' },
  pickup: { days: 'days' },
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

function describe({ speed, price, earliest, latest, today }: ShippingOption): Reply {
  const days = { type: 'days', from: earliest, to: latest, today } as const;
  if (speed === 'pickup') return say('pickup', { days });
  if (price.minor === 0) return say('standardFree', { days });
  return say(speed, { price: { type: 'money', money: price }, days });
}
