/** The locales a shopper can be served in. */

import type { Voice } from '../language/speech/say';
import type { ShopFile } from './shop-file';

/** What Alexa speaks here, the shop's first one first; then the languages that are only written. */
function spokenLocales(
  { alexaLocales }: Pick<ShopFile, 'alexaLocales'>,
  { supports, languages }: Pick<Voice, 'supports' | 'languages'>,
): readonly string[] {
  const aloud = alexaLocales.filter(supports);
  return [...aloud, ...languages.filter((language) => !aloud.some((locale) => locale.startsWith(`${language}-`)))];
}

export type TriedLocale = { readonly locale: string; readonly isDraft: boolean };

/** For whoever writes a language: the drafts as well, where the voice was opened with them. */
export function triedLocales(shop: Pick<ShopFile, 'alexaLocales'>, voice: Voice): readonly TriedLocale[] {
  return [
    ...spokenLocales(shop, voice).map((locale) => ({ locale, isDraft: false })),
    ...voice.drafts.map((locale) => ({ locale, isDraft: true })),
  ];
}
