/** An order that the shopper's own rules forbid, or that is too large without a code: refused kindly, with what can be done. */

import { needsVoiceCode } from '../../services/commerce/merchant';
import type { Proposal } from '../../services/commerce/purchases';
import type { HeldBack } from '../../services/limits/limits';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { money } from '../kit/money';
import { offerPerson } from '../TalkToHuman';
import { linesOf, say } from './purchase-words';

/** null: it may be offered. */
export async function notToOffer(proposal: Proposal, scene: ShopperScene): Promise<Acted | null> {
  const { services, shopper, turn } = scene;
  const order = { shopperId: shopper.id, total: proposal.total, isSpoken: turn.form === 'speech' };
  const why = await services.limits.standingIn(order);
  return why ? heldBack(why, scene) : tooDear(proposal, scene);
}

export function heldBack(why: HeldBack, { services }: ShopperScene): Acted {
  return done(heldBackBy(why), say(services.limitsPage === null ? 'changedByTeam' : 'changedThere'));
}

function heldBackBy(why: HeldBack): Reply {
  switch (why.by) {
    case 'off':
      return say('voiceOff');
    case 'order':
      return say('overOrder', { most: money(why.most) });
    case 'day':
      return say('overDay', { most: money(why.most) });
  }
}

/** From some total on a voice code is owed; without one, or where it cannot be said, a person finishes the order. */
async function tooDear(proposal: Proposal, scene: ShopperScene): Promise<Acted | null> {
  if (!owesCode(proposal, scene)) return null;
  const { services, shopper, turn } = scene;
  const { code } = await services.limits.of(shopper.id);
  const canSay = turn.form === 'speech' && services.voiceCodes !== null;
  if (canSay && code === 'set') return null;
  const more =
    canSay && code === 'locked' ? [say('codeLocked')] : canSay && services.limitsPage ? [say('codeOffer')] : [];
  return toPersonInstead([say('highValue', { total: money(proposal.total) }), ...more], proposal, scene);
}

export function owesCode({ total }: Proposal, { services }: ShopperScene): boolean {
  return needsVoiceCode(total, services.merchant);
}

export function toPersonInstead(said: readonly Reply[], proposal: Proposal, scene: ShopperScene): Acted {
  return offerPerson({ reason: 'high-value', said, lines: linesOf(proposal) }, scene);
}
