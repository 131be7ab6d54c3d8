/** What a shop sets to have the words of its shoppers translated at the desk. */

import * as z from 'zod/mini';
import { serverAddress, settingsGroup, written } from '../../../vocabulary/settings';

export type TranslationSettings = { readonly base: string; readonly key: string | null };

export const settings = settingsGroup({
  label: 'Translation',
  variables: z.object({
    TRANSLATE_URL: serverAddress('http://localhost:5000'),
    TRANSLATE_KEY: z.optional(written(/^[\x21-\x7e]{8,200}$/, 'an API key of the translation service')),
  }),
  make: ({ TRANSLATE_URL, TRANSLATE_KEY }): TranslationSettings => ({
    base: TRANSLATE_URL,
    key: TRANSLATE_KEY ?? null,
  }),
});
