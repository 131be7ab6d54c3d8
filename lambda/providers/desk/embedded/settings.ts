/** What a shop sets for the desk in the house: nothing. */

import * as z from 'zod/mini';
import { settingsGroup } from '../../../vocabulary/settings';

export const settings = settingsGroup({ label: 'The desk', variables: z.object({}), make: () => ({}) });
