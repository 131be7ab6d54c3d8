/** `npm run locales export` and `import`: the texts of a language out to the tools of translators and back, over nobody's newer work. */

import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { decoded } from './decoded';
import { type Exchanged, type ExchangedText, markOf } from './exchanged';
import { encodingOfPo, fromPo, toPo } from './po';
import { MEASURE, type Place } from './source';
import { type LocaleText, nameOf, putTexts, textsOf } from './texts';
import { wrongAmong } from './wrong-texts';
import { encodingOfXml, fromXliff, toXliff } from './xliff';

type Format = {
  write(texts: readonly LocaleText[], language: string): string;
  encodingIn(head: string): string | undefined;
  read(text: string, language: string): Exchanged;
};

const XLIFF: Format = {
  write: (texts, language) => toXliff(texts, MEASURE, language),
  encodingIn: encodingOfXml,
  read: fromXliff,
};
const FORMATS: Readonly<Record<string, Format>> = {
  '.xlf': XLIFF,
  '.xliff': XLIFF,
  '.po': { write: toPo, encodingIn: encodingOfPo, read: fromPo },
};

/** What was written. */
export function exported(place: Place, language: string, file: string): readonly LocaleText[] {
  const texts = textsOf(place, language);
  writeWhole(file, formatOf(file).write(texts, language));
  return texts;
}

/** What became of an import; all but `changed` and `left` are names of texts that were not taken. */
export type Imported = {
  readonly changed: number;
  /** Not translated in the file, or marked as a guess there. */
  readonly left: number;
  /** No file of the language has them, or the file does not say where they belong. */
  readonly unknown: readonly string[];
  /** Changed here since the file was written. */
  readonly newer: readonly string[];
  /** Perhaps so: the file has lost the note of what they were then. */
  readonly unmarked: readonly string[];
  /** The words they were translated from are others by now. */
  readonly outdated: readonly string[];
  /** Something is wrong with them, and what. */
  readonly wrong: readonly { readonly name: string; readonly message: string }[];
};

/** `force`: takes what is older than what is here, too; what is wrong it never takes. Throws what cannot be read. */
export function imported(place: Place, language: string, file: string, force = false): Imported {
  const format = formatOf(file);
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const { texts, left, nameless } = ofFile(file, () => readIn(format, { bytes: readFileSync(file), language }));
  const here = new Map(textsOf(place, language).map((one) => [nameOf(one), one]));
  const changed = texts.filter((one) => here.get(nameOf(one))?.text !== one.text);
  const known = changed.filter((one) => here.has(nameOf(one)));
  const fates = known.map((one) => ({ one, fate: force ? 'taken' : fateOf(one, here.get(nameOf(one))) }));
  const of = (wanted: Fate) => fates.filter(({ fate }) => fate === wanted).map(({ one }) => one);
  const wrong = wrongAmong(place, language, of('taken'));
  const names = new Set(wrong.map(({ name }) => name));
  const right = of('taken').filter((one) => !names.has(nameOf(one)));
  return {
    ...{ changed: putTexts(place, language, right).changed, left, wrong },
    unknown: [...changed.filter((one) => !here.has(nameOf(one))).map(nameOf), ...nameless],
    newer: of('newer').map(nameOf),
    unmarked: of('unmarked').map(nameOf),
    outdated: of('outdated').map(nameOf),
  };
}

type Fate = 'taken' | 'newer' | 'unmarked' | 'outdated';

/** A text nobody has translated here is nobody's newer work, unless somebody took one away. */
function fateOf({ was, source }: ExchangedText, here: LocaleText | undefined): Fate {
  const text = here?.text ?? null;
  if (was === null && text !== null) return 'unmarked';
  if (was !== null && was !== markOf(text)) return 'newer';
  return source === here?.source ? 'taken' : 'outdated';
}

function readIn(format: Format, { bytes, language }: { readonly bytes: Buffer; readonly language: string }): Exchanged {
  const read = format.read(decoded(bytes, format.encodingIn), language);
  const { texts, left, nameless } = read;
  if (texts.length + left === 0)
    throw new Error(
      nameless.length === 0 ? 'it has no texts' : 'none of its texts says where it belongs; export them anew',
    );
  const first = new Map(texts.toReversed().map((one) => [nameOf(one), one.text]));
  const twice = texts.find((one) => first.get(nameOf(one)) !== one.text);
  if (twice) throw new Error(`${nameOf(twice)} stands there twice, in different words`);
  return read;
}

/** What is wrong with a file is told with its name. */
function ofFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function formatOf(file: string): Format {
  const format = FORMATS[extname(file).toLowerCase()];
  if (!format) throw new Error(`${file} must end in ${Object.keys(FORMATS).join(', ')}`);
  return format;
}
