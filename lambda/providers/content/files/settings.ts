/** Content in files of the shop's own folder needs no settings. */

import * as z from 'zod/mini';
import { settingsGroup } from '../../../vocabulary/settings';

export type FilesSettings = Record<string, never>;

export const settings = settingsGroup({ label: 'Files', variables: z.object({}), make: (): FilesSettings => ({}) });
