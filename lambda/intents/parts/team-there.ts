/** Whether the team can be reached now, and when it is back. */

import { isOpen, nextOpening } from '../../services/commerce/hours';
import type { Reply } from '../../vocabulary/outcome';
import type { Scene } from '../kit/define';
import { say } from './hand-off-words';

/** By the number in the shop's own books: nobody is promised a call that the desk could not make. */
export function canBeCalled({ shopper, services: { desk, remedies } }: Scene): boolean {
  const hasNumber = shopper?.known.some(({ kind }) => kind === 'phone') ?? false;
  return hasNumber && desk.showsNumbers === true && remedies.canWatch;
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
  const time = { type: 'window', from: next.minutes, to: next.minutes } as const;
  return [say('back', { day: { type: 'day', day: next.day, today }, time })];
}
