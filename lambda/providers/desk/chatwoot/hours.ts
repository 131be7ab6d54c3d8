/** Whether an inbox is within its hours: Chatwoot keeps them by weekday, in a time zone of its own. */

import * as z from 'zod/mini';
import type { Instant } from '../../../vocabulary/values';

export const inbox = z.object({
  working_hours_enabled: z.nullish(z.boolean()),
  timezone: z.nullish(z.string()),
  working_hours: z.nullish(
    z.array(
      z.object({
        /** 0 is Sunday. */
        day_of_week: z.number(),
        closed_all_day: z.nullish(z.boolean()),
        open_all_day: z.nullish(z.boolean()),
        open_hour: z.nullish(z.number()),
        open_minutes: z.nullish(z.number()),
        close_hour: z.nullish(z.number()),
        close_minutes: z.nullish(z.number()),
      }),
    ),
  ),
});
type Inbox = z.infer<typeof inbox>;

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** An inbox without hours is always open. */
export function isWithinHours({ working_hours_enabled, working_hours, timezone }: Inbox, at: Instant): boolean {
  if (!working_hours_enabled || !working_hours) return true;
  const { day, minute } = localTime(at, timezone ?? 'UTC');
  const today = working_hours.find(({ day_of_week }) => day_of_week === day);
  if (!today || today.closed_all_day) return false;
  if (today.open_all_day) return true;
  const from = (today.open_hour ?? 0) * 60 + (today.open_minutes ?? 0);
  const to = (today.close_hour ?? 0) * 60 + (today.close_minutes ?? 0);
  return minute >= from && minute < to;
}

function localTime(at: Instant, timeZone: string): { readonly day: number; readonly minute: number } {
  const options = { timeZone, weekday: 'short', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(at);
  const part = (type: 'weekday' | 'hour' | 'minute') => parts.find((one) => one.type === type)?.value ?? '';
  return { day: DAYS.indexOf(part('weekday')), minute: Number(part('hour')) * 60 + Number(part('minute')) };
}
