/** In which locale a text is written: the shop's own of that language, where it has one. */

import { createReadLanguage } from '../language/hearing/written-language';
import type { Voice } from '../language/speech/say';
import { languageOf } from '../vocabulary/locales';
import type { OpenOptions } from './earshot';

export function writtenLocale({ locales: directory, shop }: Pick<OpenOptions, 'locales' | 'shop'>, voice: Voice) {
  const read = createReadLanguage({ directory, languages: () => voice.languages });
  return (text: string, sofar: string, by: number): string | null => {
    const language = read(text, { far: languageOf(sofar), by });
    return language && (shop.alexaLocales.find((one) => languageOf(one) === language) ?? language);
  };
}
