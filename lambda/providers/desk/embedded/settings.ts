/** What a shop sets for the desk in the house: nothing. */

import { z } from 'zod';
import { settingsGroup } from '../../../vocabulary/settings';

export const settings = settingsGroup({ label: 'The desk', variables: z.object({}), make: () => ({}) });
