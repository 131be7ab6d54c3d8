/** Whether the team can be reached now, and when it is back. */

import { isOpen, nextOpening } from '../../services/commerce/hours';
import type { Reply } from '../../vocabulary/outcome';
import { isKeptPhone, type Phone } from '../../vocabulary/phones';
import type { Scene } from '../kit/define';
import { say } from './hand-off-words';

/** By the number they gave, or the one in the shop's own books: nobody is promised a call that the desk could not make. */
export function canBeCalled(scene: Scene): boolean {
  const { shopper, services } = scene;
  const hasNumber = shopper?.known.some(({ kind }) => kind === 'phone') ?? false;
  return (
    services.desk.showsNumbers === true &&
    (phoneGiven(scene) !== undefined || (hasNumber && services.remedies.canWatch))
  );
}

/** For a call about what a person has now; what was given for an earlier one is over with it. */
export function phoneGiven({ memory: { owner, handOff } }: Scene): Phone | undefined {
  const given = owner === 'human' ? handOff?.phone : undefined;
  return given && isKeptPhone(given) ? given : undefined;
}

/** Whether whoever calls sees a number that is given here, and nobody else. */
export function takesPhones({ services: { desk, sealsPhones } }: Scene): boolean {
  return desk.showsNumbers === true && sealsPhones;
}

/** That nobody is there, since it is late or since all are away; empty: somebody is. */
export async function notThere({ services, shopper, call }: Scene): Promise<readonly Reply[]> {
  const { hours } = services.merchant.support;
  const at = services.calendar();
  const there = isOpen(hours, at) ? await services.desk.availability(call) : ({ kind: 'closed' } as const);
  if (there.kind === 'open') return [];
  if (there.kind === 'nobody') return [say('nobody')];
  const next = nextOpening(hours, at);
  if (!next) return [say('nobody')];
  const today = services.today(shopper?.address.timeZone ?? hours.timeZone);
  const time = { type: 'hours', from: next.minutes, to: null } as const;
  return [say('back', { day: { type: 'day', day: next.day, today }, time })];
}
