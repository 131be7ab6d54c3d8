/** Checks the words of the pages: every one the program asks for is there, none is left untranslated, and each says what it is given. */

import { isTree } from '../../lambda/language/locales/locales';
import { isTodo } from '../../lambda/language/locales/todo';
import { inBraces } from './check-variables';
import { type Folder, othersOf } from './folder';
import type { Finding } from './lines';
import { missingOf } from './missing';
import { PAGE_KEYS } from './page-keys';
import { strayBraceIn, variablesIn } from './sentence-forms';
import { MEASURE } from './source';

const FILE = 'pages.json';

type Words = Readonly<Record<string, unknown>>;
type Pages = Readonly<Record<string, unknown>>;

export function checkPages(folder: Folder): readonly Finding[] {
  const measure = (folder.file(FILE, MEASURE)?.value ?? {}) as Pages;
  const own = folder.file(FILE);
  if (!own) return [folder.finding('language.json', [], `${FILE} is missing`)];
  const mine = own.value as Pages;
  const elsewhere = othersOf(folder, FILE).flatMap((pages) => Object.keys(pages));
  const groups = [...new Set([...Object.keys(PAGE_KEYS), ...Object.keys(measure), ...elsewhere])];
  const strays = Object.keys(mine).filter((group) => !groups.includes(group));
  return [
    ...strays.map((group) => folder.finding(FILE, [group], `${group} is no page; is it misspelt?`)),
    ...groups.flatMap((group) => checkGroup(folder, group, { mine: mine[group], measure: wordsOf(measure[group]) })),
  ];
}

function wordsOf(value: unknown): Words {
  return isTree(value) ? value : {};
}

type Group = { readonly mine: unknown; readonly measure: Words };

function checkGroup(folder: Folder, group: string, { mine, measure }: Group): readonly Finding[] {
  const others = othersOf(folder, FILE).map((pages) => wordsOf(pages[group]));
  // Of the language all are measured by: what every other one has.
  const shared = Object.keys(others[0] ?? {}).filter((key) => others.every((one) => Object.hasOwn(one, key)));
  const needed = [...new Set([...(PAGE_KEYS[group] ?? []), ...Object.keys(measure), ...shared])];
  if (mine !== undefined && !isTree(mine))
    return [folder.finding(FILE, [group], `${group} must hold keys in braces, like those of ${MEASURE}`)];
  const words = wordsOf(mine);
  const lost = folder.isDraft ? [] : needed.filter((key) => words[key] === undefined);
  return [
    ...lost.map((key) => missingOf(folder, { file: FILE, path: [group, key] })),
    ...Object.entries(words).flatMap(([key, text]) => {
      const like = (folder.language === MEASURE ? others : [measure]).map((one) => variablesIn(one[key]));
      return checkWord(folder, { path: [group, key], needed, text, like });
    }),
  ];
}

type Word = {
  readonly path: readonly [string, string];
  readonly needed: readonly string[];
  readonly text: unknown;
  /** The variables of this word in the languages it is measured by. */
  readonly like: readonly (readonly string[])[];
};

function checkWord(folder: Folder, { path, needed, text, like }: Word): readonly Finding[] {
  const [group, key] = path;
  const wrong = (message: string) => [folder.finding(FILE, path, `${group}.${key} ${message}`)];
  if (!needed.includes(key)) return wrong('is a key no page asks for; is it misspelt?');
  if (typeof text !== 'string') return wrong('must be a text');
  if (text.trim() === '') return folder.isDraft ? [] : wrong('has no words');
  if (isTodo(text)) return folder.isDraft ? [] : wrong('is not translated yet (TODO:)');
  const used = variablesIn(text);
  const [first = [], ...others] = like;
  const lost = [...new Set(first)].filter((name) => others.every((one) => one.includes(name)) && !used.includes(name));
  const strays = [...new Set(used)].filter((name) => !like.flat().includes(name));
  const measure = folder.language === MEASURE ? 'every other language' : MEASURE;
  const brace = strayBraceIn(text);
  return [
    ...strays.flatMap((name) => wrong(`uses {{${name}}}, which it does not get`)),
    ...(lost.length === 0 ? [] : wrong(`does not say ${inBraces(lost)}, as ${measure} does`)),
    ...(brace === undefined ? [] : wrong(`has ${JSON.stringify(brace)}; a variable is written {{name}}`)),
  ];
}
