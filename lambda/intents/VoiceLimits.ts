/** What a shopper lets voices spend: lowered and switched off at once by whoever asks, raised only by who signs in. */

import { minorIn } from '../services/commerce/sums';
import { type LimitSpan, SPANS } from '../services/limits/buying-rules';
import type { Slots } from '../vocabulary/heard';
import { type Acted, done, type Intent, type ShopperScene } from './kit/define';
import { LIMIT_SAYS, limitReply, say, toLimitsPage } from './parts/limits-words';

export const VoiceLimits: Intent = {
  name: 'VoiceLimits',
  acts: 'changes',
  atOnce: true,
  aboutOrders: false,
  slots: { limit: 'LimitWish', amount: 'AMAZON.NUMBER', span: 'LimitSpan', code: 'AMAZON.NUMBER' },
  personal: true,
  says: LIMIT_SAYS,
  asks: {},
  async act(slots, scene) {
    // Nobody asked for it: whatever it was is taken out of the turn, and is not looked at.
    if (slots.code) return done(say('neverTell'));
    switch (slots.limit?.ids[0]) {
      case 'off':
        await scene.services.limits.setOff(scene.shopper.id, true);
        return done(say('off'));
      case 'on':
      case 'raise':
        return toLimitsPage(say('onlyThere'), scene);
      case 'code':
        return toLimitsPage(say('codeThere'), scene);
      case 'told':
        return told(scene);
      default:
        return lowered(slots, scene);
    }
  },
};

/** Nobody means to allow more by it. */
const MOST_AMOUNT = 100_000;

async function lowered({ amount, span }: Slots, scene: ShopperScene): Promise<Acted> {
  const wanted = amount?.number;
  const of = SPANS.find((one) => one === span?.ids[0]);
  if (!of || wanted === undefined || !(wanted > 0 && wanted <= MOST_AMOUNT)) return done(say('howTo'));
  const { shopper, services } = scene;
  const most = { minor: minorIn(wanted, shopper.currency), currency: shopper.currency };
  if (await services.limits.lower(shopper.id, of, most)) return done(limitReply(of, 'set', most));
  const stands = (await services.limits.of(shopper.id)).most[of];
  return stands?.minor === most.minor ? done(limitReply(of, 'same', most)) : toLimitsPage(say('onlyThere'), scene);
}

async function told({ services, shopper }: ShopperScene): Promise<Acted> {
  const { most, isOff, code } = await services.limits.of(shopper.id);
  const bounds = SPANS.flatMap((span: LimitSpan) => (most[span] ? [limitReply(span, 'has', most[span])] : []));
  const all = [
    ...(isOff ? [say('isOff')] : []),
    ...bounds,
    ...(code === 'set' ? [say('hasCode')] : code === 'locked' ? [say('codeLocked')] : []),
  ];
  return all.length > 0 ? done(...all) : done(say('none'));
}
