/** `npm run locales export` and `import`: the texts of a language out to the tools of translators and back. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fromPo, toPo } from './po';
import { variablesOf } from './sentence-forms';
import { MEASURE, type Place } from './source';
import { type LocaleText, nameOf, type Put, printOf, putTexts, type TextBack, textsOf } from './texts';
import { fromXliff, toXliff } from './xliff';

type Format = {
  write(texts: readonly LocaleText[], language: string): string;
  read(text: string, language: string): readonly TextBack[];
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

export type Imported = Put & {
  /** What was not taken, by its name, and why. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
};

/**
 * Only what was translated is taken; a text that has not changed is not touched, and none that is newer here than what went out,
 * unless `isForced`. Variables must be those of the text.
 */
export function imported(place: Place, language: string, file: string, { isForced = false } = {}): Imported {
  const format = formatOf(file);
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const here = new Map(textsOf(place, language).map((one) => [nameOf(one), one]));
  const found = format.read(wordsIn(file), language).map((back) => {
    const own = here.get([back.file, ...back.path].join('/'));
    return { back, why: own && own.text !== back.text ? whyLeft(back, own, isForced) : undefined };
  });
  const left = found.flatMap(({ back, why }) => (why ? [{ name: [back.file, ...back.path].join('/'), why }] : []));
  const taken = found.flatMap(({ back, why }) => (why ? [] : [back]));
  return { ...putTexts(place, language, taken), left };
}

/** Throws where it is written otherwise: read as UTF-8 its letters would be lost. */
function wordsIn(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new Error(`${file} is not written in UTF-8: save it so in your tool, and import it then`);
  }
}

function whyLeft(back: TextBack, own: LocaleText, isForced: boolean): string | undefined {
  const [wanted, source, has] = [own.text ?? own.source, own.source, back.text].map(variablesOf);
  if (has !== wanted && has !== source) return `it has the variables ${has || 'none'} and not ${wanted || 'none'}`;
  if (isForced) return undefined;
  if (back.source !== undefined && back.source !== own.source) return 'its English is another now';
  return back.was !== undefined && back.was !== printOf(own.text) ? 'it is newer here' : undefined;
}

function formatOf(file: string): Format {
  const format = FORMATS[extname(file).toLowerCase()];
  if (!format) throw new Error(`${file} must end in ${Object.keys(FORMATS).join(', ')}`);
  return format;
}
