/** Reminders that a voice assistant speaks on a later day: the port, whoever keeps them. */

import type { Device } from '../../vocabulary/device';
import type { PlainDate } from '../../vocabulary/values';
import type { Call } from '../commerce/call';

/** Once, at this clock time there: minutes after midnight. */
export type ReminderWish = {
  readonly day: PlainDate;
  readonly minute: number;
  readonly timeZone: string;
  /** What is said then, in the language of the call. */
  readonly text: string;
};

export type ReminderMade =
  | { readonly kind: 'set' }
  /** The shopper has not been asked whether we may, or has refused. */
  | { readonly kind: 'consent-needed' }
  /** There are as many as may be. */
  | { readonly kind: 'full' }
  /** This device keeps none. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'unavailable' };

/** Does not throw. */
export type SetReminder = (
  wish: ReminderWish,
  at: NonNullable<Device['profile']>,
  call: Pick<Call, 'locale' | 'signal'>,
) => Promise<ReminderMade>;
