/** The locales a shopper can be served in. */

import type { Voice } from '../language/speech/say';
import type { ShopFile } from './shop-file';

/** What Alexa speaks here, the shop's first one first; then the languages that are only written. */
export function spokenLocales(
  { alexaLocales }: Pick<ShopFile, 'alexaLocales'>,
  { supports, languages }: Pick<Voice, 'supports' | 'languages'>,
): readonly string[] {
  const aloud = alexaLocales.filter(supports);
  return [...aloud, ...languages.filter((language) => !aloud.some((locale) => locale.startsWith(`${language}-`)))];
}
