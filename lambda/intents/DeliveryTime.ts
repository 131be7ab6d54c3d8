/** How long delivery takes for what is ordered now. */

import type { ShippingOption } from '../services/commerce/shipping';
import type { ValueOf } from '../vocabulary/values';
import { done, replies } from './kit/define';
import { mainOptions, shippingIntent } from './parts/destination';

const SAYS = {
  arrives: { country: 'country', days: 'days' },
  express: { days: 'days' },
  onlyExpress: { country: 'country', days: 'days' },
  pickup: { days: 'days' },
  notThatWay: { country: 'country' },
} as const;
const say = replies('DeliveryTime', SAYS);

export const DeliveryTime = shippingIntent({
  name: 'DeliveryTime',
  slots: { place: 'Place', speed: 'ShippingSpeed' },
  says: SAYS,
  tell({ options, country, speed, isAside }) {
    const { standard, express } = mainOptions(options);
    if (!speed) {
      const also = express && !isAside ? [say('express', { days: daysOf(express) })] : [];
      return done(say('arrives', { country, days: daysOf(standard) }), ...also);
    }
    const option = options.find((one) => one.speed === speed);
    if (!option) return done(say('notThatWay', { country }));
    const days = daysOf(option);
    if (speed === 'pickup') return done(say('pickup', { days }));
    return done(say(speed === 'express' ? 'onlyExpress' : 'arrives', { country, days }));
  },
});

function daysOf({ earliest, latest, today }: ShippingOption): ValueOf<'days'> {
  return { type: 'days', from: earliest, to: latest, today };
}
