/** What a shop sets to have its parcels followed by AfterShip. */

import * as z from 'zod/mini';
import { serverAddress, settingsGroup, written } from '../../../vocabulary/settings';

export type AftershipSettings = {
  /** Scheme, host and port. */
  readonly base: string;
  readonly key: string;
};

export const settings = settingsGroup({
  label: 'AfterShip',
  variables: z.object({
    AFTERSHIP_KEY: written(/^[\x21-\x7e]{8,200}$/, 'an API key that may read trackings'),
    AFTERSHIP_URL: z.optional(serverAddress('https://api.aftership.com')),
  }),
  make: ({ AFTERSHIP_KEY, AFTERSHIP_URL }): AftershipSettings => ({
    base: AFTERSHIP_URL ?? 'https://api.aftership.com',
    key: AFTERSHIP_KEY,
  }),
});
