/** What a shop sets for linking its accounts with a voice service. */

import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { settingsGroup, strong, written } from '../vocabulary/settings';

export type LinkSettings = {
  /** What Amazon shows when it exchanges a code. */
  readonly clientSecret: string;
  /** The ids of the shop's accounts at Amazon: redirect addresses are made of them. */
  readonly vendorIds: readonly string[];
};

const VENDORS = /^[A-Z0-9]{6,20}( *, *[A-Z0-9]{6,20})*$/;

export const settings = settingsGroup({
  label: 'Account linking',
  variables: z.object({
    LINK_SECRET: strong(32),
    LINK_VENDORS: written(VENDORS, "Amazon's vendor id, like M1ABCDEFGH23, or several with commas"),
  }),
  make: ({ LINK_SECRET, LINK_VENDORS }): LinkSettings => ({
    clientSecret: LINK_SECRET,
    vendorIds: LINK_VENDORS.split(',').map((one) => one.trim()),
  }),
});

/** Where nothing is set, on a developer's own machine: only its console can be linked. */
export function consoleOnly(): LinkSettings {
  return { clientSecret: randomBytes(32).toString('base64url'), vendorIds: [] };
}
