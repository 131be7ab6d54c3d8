/** What Amazon does for the account of a speaker, with its own token of that request: its e-mail address, and reminders. */

import type { SetReminder } from '../../services/reach/reminders';
import type { Device } from '../../vocabulary/heard';
import { type ReadEmail, readEmail } from './profile';
import { createReminders } from './reminders';

const PROFILE_WITHIN_MS = 1_500;

export type AmazonAccount = {
  readonly readProfile: (profile: NonNullable<Device['profile']>) => Promise<ReadEmail>;
  readonly setReminder: SetReminder;
};

export function amazonAccount(): AmazonAccount {
  return {
    readProfile: (profile) => readEmail(profile, { signal: AbortSignal.timeout(PROFILE_WITHIN_MS) }),
    setReminder: createReminders(),
  };
}
