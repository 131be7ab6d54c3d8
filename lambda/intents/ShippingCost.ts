/** What delivery costs; inside a purchase it comes back to the open question. */

import type { ShippingOption } from '../services/commerce/shipping';
import type { Reply } from '../vocabulary/outcome';
import type { ValueOf } from '../vocabulary/values';
import { type Acted, done, replies } from './kit/define';
import { money } from './kit/money';
import { mainOptions, type Offered, shippingIntent } from './parts/destination';

const SAYS = {
  cost: { country: 'country', price: 'money' },
  costFreeFrom: { country: 'country', price: 'money', from: 'money' },
  free: { country: 'country' },
  express: { price: 'money' },
  onlyExpress: { country: 'country', price: 'money' },
  pickup: { country: 'country' },
  pickupCosts: { country: 'country', price: 'money' },
  noExpress: { country: 'country' },
  noPickup: { country: 'country' },
} as const;
const say = replies('ShippingCost', SAYS);

export const ShippingCost = shippingIntent({
  name: 'ShippingCost',
  slots: { place: 'Place', speed: 'ShippingSpeed' },
  says: SAYS,
  tell(offered) {
    const { speed, options, country } = offered;
    const option = options.find((one) => one.speed === speed);
    if (speed === 'pickup') return done(option ? pickup(option, country) : say('noPickup', { country }));
    if (speed !== 'express') return inGeneral(offered);
    return done(option ? say('onlyExpress', { country, price: money(option.price) }) : say('noExpress', { country }));
  },
});

function pickup({ price }: ShippingOption, country: ValueOf<'country'>): Reply {
  return price.minor === 0 ? say('pickup', { country }) : say('pickupCosts', { country, price: money(price) });
}

function inGeneral({ options, country, speed, isAside }: Offered): Acted {
  const { standard, express } = mainOptions(options);
  const also =
    express && !speed && !isAside ? [{ ...say('express', { price: money(express.price) }), spare: true } as const] : [];
  if (standard.price.minor === 0) return done(say('free', { country }), ...also);
  const price = money(standard.price);
  const from = isAside ? undefined : standard.freeFrom;
  const first = from ? say('costFreeFrom', { country, price, from: money(from) }) : say('cost', { country, price });
  return done(first, ...also);
}
