/** Who translates at the desk what shoppers write in another language; null: nobody does. */

import { openTranslator, type TranslationHouse } from '../providers/translation/libretranslate/index';
import type { Translator } from '../services/hand-off/translation';
import type { Config } from './config';

export function translatorOf(
  { translation }: Pick<Config, 'translation'>,
  log: TranslationHouse['log'],
): Translator | null {
  return translation && openTranslator(translation, { fetch, log });
}
