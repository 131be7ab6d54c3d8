/** How long delivery takes for what is ordered now, or was a moment ago. */

import type { ShippingOption } from '../services/commerce/shipping';
import type { Slots } from '../vocabulary/heard';
import type { ValueOf } from '../vocabulary/values';
import { type Acted, done, isShoppers, replies, type Scene } from './kit/define';
import { openFor } from './kit/questions';
import { moreOf } from './OrderStatus';
import { mainOptions, shippingIntent } from './parts/destination';
import { justPlaced } from './parts/undo';

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
  instead: ofPlaced,
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

/** "How long till it gets here", right after an order: that one is meant, unless another is being made. */
async function ofPlaced({ place, speed }: Slots, scene: Scene): Promise<Acted | null> {
  const isOther =
    place !== undefined || speed !== undefined || openFor(scene.turn, scene.memory)?.question.ifLeft === 'wait';
  return isOther || !isShoppers(scene) || !justPlaced(scene) ? null : moreOf(WHEN, scene);
}

/** A value of the slot type Detail. */
const WHEN = { detail: { said: '', ids: ['when'] } };

function daysOf({ earliest, latest, today }: ShippingOption): ValueOf<'days'> {
  return { type: 'days', from: earliest, to: latest, today };
}
