/** What became of an export or an import, for whoever made it. */

import type { Imported } from './exchange';
import { type LocaleText, nameOf, TEXT_FILES, type TextFile } from './texts';

/** Texts of Amazon's store, which nobody has to write whose language Alexa does not speak. */
const OF_STORE: TextFile = 'listing.json';

/** How many of each file, and of these how many wait for words. */
export function exportedInLines(texts: readonly LocaleText[], to: string): readonly string[] {
  const counts = TEXT_FILES.map((file) => ({ file, own: texts.filter((one) => one.file === file) }));
  const todo = texts.filter(({ text }) => text === null).length;
  return [
    `${texts.length} texts written to ${to}, ${todo} of them without words yet:`,
    ...counts.flatMap(({ file, own }) => {
      const only = file === OF_STORE ? ', needed only where Alexa speaks it' : '';
      return own.length === 0 ? [] : [`  ${file}: ${own.length}${only}`];
    }),
  ];
}

/** More names than these nobody reads. */
const NAMED = 10;
const FORCE = ' (import with -- --force takes them all the same)';

/** `texts`: those there are now, so that each is told with its file and line. */
export function importedInLines(
  { changed, left, unknown, newer, unmarked, outdated, wrong }: Imported,
  { language, texts: known }: { readonly language: string; readonly texts: readonly LocaleText[] },
): readonly string[] {
  const lines = new Map(known.map((one) => [nameOf(one), `locales/${language}/${one.file}:${one.line}`]));
  const placed = (name: string) => (lines.has(name) ? `${name} (${lines.get(name)})` : name);
  const told = (names: readonly string[], words: readonly [string, string]) => named(names.map(placed), words, FORCE);
  return [
    `${texts(changed, 'was', 'were')} changed`,
    ...(left === 0 ? [] : [`${texts(left, 'is', 'are')} not translated in the file, or marked as a guess`]),
    ...told(newer, ['is newer here than in the file', 'are newer here than in the file']),
    ...told(unmarked, [
      'may be newer here: the file lost its note of what it was',
      'may be newer here: the file lost its notes of what they were',
    ]),
    ...told(outdated, ['was made from other English words', 'were made from other English words']),
    ...named(unknown, ['has no place here', 'have no place here'], ''),
    ...named(
      wrong.map(({ name, message }) => `${placed(name)}: ${message}`),
      ['was left out, for something is wrong', 'were left out, for something is wrong'],
      '',
    ),
  ];
}

/** Whether every text of the file is here now. */
export function isAllTaken({ unknown, newer, unmarked, outdated, wrong }: Imported): boolean {
  return [unknown, newer, unmarked, outdated, wrong].every((names) => names.length === 0);
}

function texts(count: number, one: string, several: string): string {
  return count === 1 ? `1 text ${one}` : `${count} texts ${several}`;
}

function named(names: readonly string[], [one, several]: readonly [string, string], end: string): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length - NAMED;
  return [
    `${texts(names.length, one, several)}${end}:`,
    ...names.slice(0, NAMED).map((name) => `  ${name}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
