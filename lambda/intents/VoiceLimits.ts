/** What a shopper lets voices spend: lowered and switched off at once by whoever asks, raised only by who signs in. */

import { type BuyingRules, type LimitSpan, SPANS } from '../services/limits/buying-rules';
import type { Slots } from '../vocabulary/heard';
import { type Acted, done, type Intent, type ShopperScene } from './kit/define';
import { wantedMost } from './parts/limit-amount';
import { LIMIT_SAYS, limitReply, neverTell, notSet, say, toLimitsPage } from './parts/limits-words';

export const VoiceLimits: Intent = {
  name: 'VoiceLimits',
  acts: 'changes',
  atOnce: true,
  aboutOrders: false,
  slots: {
    limit: 'LimitWish',
    thing: 'LimitThing',
    amount: 'Sum',
    cents: 'AMAZON.NUMBER',
    currency: 'Currency',
    span: 'LimitSpan',
    code: 'Digits',
    lead: 'CodeLead',
  },
  personal: true,
  says: LIMIT_SAYS,
  asks: {},
  async act(slots, scene) {
    // Nobody asked for it: whatever it was is taken out of the turn, and is not looked at.
    if (slots.code || slots.lead) return done(neverTell);
    if (slots.thing) return ofThing(slots, scene);
    switch (slots.limit?.ids[0]) {
      case 'off':
        await scene.services.limits.setOff(scene.shopper.id, true);
        return done(say(scene.services.limitsPage === null ? 'offByTeam' : 'off'));
      case 'on':
        return (await rulesOf(scene)).isOff ? toLimitsPage(say('onlyThere'), scene) : done(say('isOn'));
      case 'raise':
        return raised(scene);
      case 'code':
        return codeThere('codeThere', scene);
      case 'told':
        return told(scene);
      default:
        return lowered(slots, scene);
    }
  },
};

const rulesOf = ({ services, shopper }: ShopperScene) => services.limits.of(shopper.id);
const hasLimit = ({ most }: BuyingRules) => SPANS.some((span) => most[span] !== null);

async function raised(scene: ShopperScene): Promise<Acted> {
  return hasLimit(await rulesOf(scene)) ? toLimitsPage(say('onlyThere'), scene) : told(scene);
}

/** Nothing of a code is done by voice: who hears it could be anybody. */
function codeThere(reply: 'codeThere' | 'codeOffThere', scene: ShopperScene): Acted {
  return scene.services.limitsPage === null ? done(say('noCode')) : toLimitsPage(say(reply), scene);
}

/** "Turn off my limit" lets voices buy more, and "turn off voice buying" nothing: what is turned off says which is meant. */
async function ofThing({ limit, thing }: Slots, scene: ShopperScene): Promise<Acted> {
  const isOn = limit?.ids[0] === 'on';
  if (thing?.ids[0] === 'code') return codeThere(isOn ? 'codeThere' : 'codeOffThere', scene);
  return isOn ? done(say('howTo')) : raised(scene);
}

async function lowered(slots: Slots, scene: ShopperScene): Promise<Acted> {
  const of = SPANS.find((one) => one === slots.span?.ids[0]);
  const { shopper, services } = scene;
  const wanted = wantedMost(slots, { currency: shopper.currency, locale: scene.turn.locale });
  if (!of || wanted === null) return done(say('howTo'));
  const money = slots.currency?.ids[0] ?? shopper.currency;
  if (money !== shopper.currency) {
    return done(say('otherMoney', { currency: { type: 'currency', code: shopper.currency } }));
  }
  if ('problem' in wanted) return done(notSet(wanted.problem, shopper.currency));
  const { most } = wanted;
  if (await services.limits.lower(shopper.id, of, most)) return done(limitReply(of, 'set', most));
  const stands = (await rulesOf(scene)).most[of];
  return stands?.minor === most.minor ? done(limitReply(of, 'same', most)) : toLimitsPage(say('onlyThere'), scene);
}

async function told(scene: ShopperScene): Promise<Acted> {
  const { most, isOff, code } = await rulesOf(scene);
  const bounds = SPANS.flatMap((span: LimitSpan) => (most[span] ? [limitReply(span, 'has', most[span])] : []));
  const all = [
    ...(isOff ? [say('isOff')] : []),
    ...bounds,
    ...(code === 'set' ? [say('hasCode')] : code === 'locked' ? [say('codeLocked')] : []),
  ];
  return all.length > 0 ? done(...all) : done(say('none'));
}
