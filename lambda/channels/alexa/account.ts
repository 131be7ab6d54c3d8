/** What Amazon does for the account of a speaker: with its own token of a request its e-mail address and reminders, with the skill's own its notifications. */

import type { SendNotice } from '../../services/news/notices';
import type { SetReminder } from '../../services/reach/reminders';
import type { Device } from '../../vocabulary/device';
import { createNotices } from './notices';
import type { NoticesSettings } from './notices-settings';
import { type ReadEmail, readEmail } from './profile';
import { createReminders } from './reminders';

const PROFILE_WITHIN_MS = 1_500;

export type AmazonAccount = {
  readonly readProfile: (profile: NonNullable<Device['profile']>) => Promise<ReadEmail>;
  readonly setReminder: SetReminder;
  readonly sendNotice?: SendNotice;
};

type AccountHouse = {
  /** null: no speaker chimes by itself. */
  readonly notices: NoticesSettings | null;
  readonly shop: { readonly name: string; readonly alexaLocales: readonly string[] };
};

export function amazonAccount({ notices, shop }: AccountHouse): AmazonAccount {
  const told = { shopName: shop.name, locales: shop.alexaLocales, now: Date.now };
  return {
    readProfile: (profile) => readEmail(profile, { signal: AbortSignal.timeout(PROFILE_WITHIN_MS) }),
    setReminder: createReminders(),
    ...(notices ? { sendNotice: createNotices(notices, told) } : {}),
  };
}
