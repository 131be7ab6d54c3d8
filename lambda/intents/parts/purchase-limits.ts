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
  if (!owesCode(proposal, scene) || asksAlexa(scene)) return null;
  const instead = await withoutCode(scene);
  return instead && toPersonInstead([say('highValue', { total: money(proposal.total) }), ...instead], proposal, scene);
}

/** Why nobody is asked for our own code, and how to have one; null: it can be asked for. */
export async function withoutCode({ services, shopper, turn }: ShopperScene): Promise<readonly Reply[] | null> {
  if (turn.form !== 'speech' || services.voiceCodes === null) return [];
  const { code } = await services.limits.of(shopper.id);
  if (code === 'set') return null;
  if (code === 'locked') return [say('codeLocked')];
  return services.limitsPage === null ? [] : [say('codeOffer')];
}

/** Alexa has a PIN of whose voice this is, and the shop lets her ask for it. */
export function asksAlexa({ services, turn }: ShopperScene): boolean {
  return services.merchant.limits.alexaPin && turn.device?.verifies === true;
}

export function owesCode({ total }: Proposal, { services }: ShopperScene): boolean {
  return needsVoiceCode(total, services.merchant);
}

export function toPersonInstead(said: readonly Reply[], proposal: Proposal, scene: ShopperScene): Acted {
  return offerPerson({ reason: 'high-value', said, lines: linesOf(proposal) }, scene);
}
