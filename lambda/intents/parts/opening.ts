/** When people of the shop are there: now or when next, and on which days, by the shop's own calendar. */

import { type Hours, isOpen, minutesOf, nextOpening, type WeekDay } from '../../services/commerce/hours';
import type { Reply } from '../../vocabulary/outcome';
import type { ValueOf } from '../../vocabulary/values';
import { type Part, replies, type Scene } from '../kit/define';

const SAYS = {
  now: {},
  next: { day: 'day', time: 'hours' },
  never: {},
  weekdays: { time: 'hours' },
  toSaturday: { time: 'hours' },
  everyDay: { time: 'hours' },
} as const;
const say = replies('Opening', SAYS);

export const Opening: Part = { name: 'Opening', personal: false, says: SAYS, asks: {} };

/** Days that people call by one name. */
const RUNS: readonly (readonly [keyof typeof SAYS & ('weekdays' | 'toSaturday' | 'everyDay'), readonly WeekDay[]])[] = [
  ['weekdays', ['mon', 'tue', 'wed', 'thu', 'fri']],
  ['toSaturday', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat']],
  ['everyDay', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']],
];

/** `isWhole`: the days are said, too; where not, somebody has to have written them. */
export function opening({ services }: Scene): { readonly replies: readonly Reply[]; readonly isWhole: boolean } {
  const { hours } = services.merchant.support;
  const run = RUNS.find(
    ([, days]) => days.length === hours.days.length && days.every((day) => hours.days.includes(day)),
  );
  const now = present(hours, { services });
  if (!run) return { replies: [now], isWhole: false };
  const days = say(run[0], { time: open(minutesOf(hours.from), minutesOf(hours.to)) });
  return { replies: isThere(hours, { services }) ? [spare(now), days] : [now, spare(days)], isWhole: true };
}

/** Where there is no time for both: that they are there now follows from the hours, when they are back does not. */
function spare(reply: Reply): Reply {
  return { ...reply, spare: true };
}

function isThere(hours: Hours, { services }: Pick<Scene, 'services'>): boolean {
  return isOpen(hours, services.calendar());
}

function present(hours: Hours, { services }: Pick<Scene, 'services'>): Reply {
  const at = services.calendar();
  if (isThere(hours, { services })) return say('now');
  const next = nextOpening(hours, at);
  if (!next) return say('never');
  const today = services.today(hours.timeZone);
  return say('next', { day: { type: 'day', day: next.day, today }, time: open(next.minutes) });
}

function open(from: number, to: number | null = null): ValueOf<'hours'> {
  return { type: 'hours', from, to };
}
