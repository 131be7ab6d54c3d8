/** Sets a reminder that Alexa speaks, with the shopper's leave for all of them and for this one. Source: Amazon, "Alexa Reminders API Reference". */

import { limitedText } from '../../http/download';
import type { ReminderMade, ReminderWish, SetReminder } from '../../services/reach/reminders';
import { amazonAddress } from './amazon-address';
import type { Fetch } from './progress';

/** `now`: real time, milliseconds. `base`: where Amazon is, when not where the request came from; for tests. */
export type ReminderOptions = { readonly fetch?: Fetch; readonly now?: () => number; readonly base?: URL };

/** Amazon's answer names the reminder, or why there is none. */
const MOST_BYTES = 64 * 1024;

export function createReminders({ fetch: get = fetch, now = Date.now, base }: ReminderOptions = {}): SetReminder {
  return async (wish, { endpoint, token }, { locale, signal }) => {
    const url = base ? new URL('/v1/alerts/reminders', base) : amazonAddress('/v1/alerts/reminders', endpoint);
    if (!url) return { kind: 'unavailable' };
    try {
      const response = await get(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(wish, locale, now())),
        redirect: 'error',
        signal,
      });
      return madeOf(response.status, (await limitedText(response, MOST_BYTES)) ?? '');
    } catch {
      // Without its reason, which may name the token: that it failed is all a shopper's turn needs.
      return { kind: 'unavailable' };
    }
  };
}

function bodyOf({ day, minute, timeZone, text }: ReminderWish, locale: string, at: number) {
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return {
    requestTime: new Date(at).toISOString(),
    trigger: { type: 'SCHEDULED_ABSOLUTE', scheduledTime: `${day}T${clock}:00.000`, timeZoneId: timeZone },
    alertInfo: { spokenInfo: { content: [{ locale, text }] } },
    pushNotification: { status: 'ENABLED' },
  };
}

/** 401 and 403 come without leave; 403 also where there are too many, or where the device keeps none, and says so in its code. */
function madeOf(status: number, text: string): ReminderMade {
  if (status === 200 || status === 201) return { kind: 'set' };
  if (/MAX_REMINDERS_EXCEEDED/.test(text)) return { kind: 'full' };
  if (/DEVICE_NOT_SUPPORTED/.test(text)) return { kind: 'unsupported' };
  return status === 401 || status === 403 ? { kind: 'consent-needed' } : { kind: 'unavailable' };
}
