/** What a shop sets to tell by signed requests what has changed about its orders. */

import * as z from 'zod/mini';
import { secrets, settingsGroup } from '../vocabulary/settings';

export type ChangesSettings = { readonly secrets: readonly string[] };

export const settings = settingsGroup({
  label: 'Changes of orders',
  variables: z.object({ SHOP_CHANGES_SECRET: secrets() }),
  make: ({ SHOP_CHANGES_SECRET }): ChangesSettings => ({ secrets: SHOP_CHANGES_SECRET }),
});
