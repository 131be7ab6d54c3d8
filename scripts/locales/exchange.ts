/** `npm run locales export` and `import`: the texts of a language out to the tools of translators and back. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fromPo, toPo } from './po';
import { MEASURE, type Place } from './source';
import { type LocaleText, type NewText, type Put, putTexts, textsOf } from './texts';
import { fromXliff, toXliff } from './xliff';

type Format = {
  write(texts: readonly LocaleText[], language: string): string;
  read(text: string, language: string): readonly NewText[];
};

const XLIFF: Format = { write: (texts, language) => toXliff(texts, MEASURE, language), read: fromXliff };
const FORMATS: Readonly<Record<string, Format>> = {
  '.xlf': XLIFF,
  '.xliff': XLIFF,
  '.po': { write: toPo, read: fromPo },
};

/** How many texts were written. */
export function exported(place: Place, language: string, file: string): number {
  const texts = textsOf(place, language);
  writeFileSync(file, formatOf(file).write(texts, language));
  return texts.length;
}

/** Only what was translated is taken; a text that has not changed is not touched. */
export function imported(place: Place, language: string, file: string): Put {
  const format = formatOf(file);
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  return putTexts(place, language, format.read(readFileSync(file, 'utf8'), language));
}

function formatOf(file: string): Format {
  const format = FORMATS[extname(file).toLowerCase()];
  if (!format) throw new Error(`${file} must end in ${Object.keys(FORMATS).join(', ')}`);
  return format;
}
