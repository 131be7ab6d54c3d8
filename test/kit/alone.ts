/** What an app needs of desk and phones in a house that has neither. */

import type { AppNeeds } from '../../lambda/conversation/answer';
import { createReach } from '../../lambda/services/reach/reach';
import type { Store } from '../../lambda/services/store';

export function alone(
  store: Pick<Store, 'contacts' | 'tokens'>,
  now: () => number,
): Pick<AppNeeds, 'desk' | 'reach' | 'calendar'> {
  return {
    desk: {
      name: 'none',
      availability: async () => ({ kind: 'open', waiting: 0 }),
      forget: async () => ({ kind: 'done' }),
    },
    reach: createReach({
      ...store,
      channels: ['email'],
      publicUrl: null,
      secret: 'a secret of a test, and of nothing else',
      readProfile: async () => ({ kind: 'unavailable' }),
      now,
    }),
    calendar: now,
  };
}
