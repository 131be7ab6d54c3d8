/** What a shop sets for the demo shop: nothing. */

import * as z from 'zod/mini';
import { settingsGroup } from '../../../vocabulary/settings';

export const settings = settingsGroup({ label: 'The demo shop', variables: z.object({}), make: () => ({}) });
