/** What is said to a friend stands for a text that is said otherwise: for which one, and where words for friends are lacking. */

import { join } from 'node:path';
import { isTree, type Tree } from '../../lambda/language/locales/locales';
import { SHOPPERS_PAGES } from '../../lambda/language/locales/pages';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { formalWords, PARTS } from './check-familiar';
import { textOf } from './file-text';
import { openFolder } from './folder';
import { asJsonText } from './json-text';
import { localesOf, type Place } from './source';
import { type LocaleText, leavesOf, nameOf, textsOf, withText } from './texts';

const FILE = 'familiar.json';

type Named = Pick<LocaleText, 'file' | 'path'>;

export function isFamiliar({ file }: { readonly file: string }): boolean {
  return file === FILE;
}

/** The text a friend hears or reads another one for; any other is itself. */
export function usualOf({ file, path }: Named): Named {
  const [part, ...own] = path;
  const usual = PARTS.find((one) => one === part);
  return file === FILE && usual !== undefined ? { file: `${usual}.json`, path: own } : { file, path };
}

/** Formal texts that a friend would be told as they are; each as the text it lacks. */
export function lackingFamiliar(place: Place, language: string, texts: readonly LocaleText[]): readonly LocaleText[] {
  const { folder } = openFolder(place, language);
  const [lined, formal] = [folder.file(FILE), formalWords(folder)];
  if (!lined || !formal) return [];
  const has = new Set(leavesOf(lined.value).map(({ path }) => path.join('/')));
  return texts.flatMap((one): readonly LocaleText[] => {
    const path = familiarPath(one);
    if (path === undefined || one.text === null || !formal.test(one.text) || has.has(path.join('/'))) return [];
    return [{ ...one, file: FILE, path, line: lined.lineOf(path), text: null }];
  });
}

/** undefined: friends are never told it otherwise. */
export function familiarPath({ file, path }: Named): readonly string[] | undefined {
  const part = PARTS.find((one) => `${one}.json` === file);
  if (part === undefined || (part === 'pages' && !SHOPPERS_PAGES.includes(path[0] ?? ''))) return undefined;
  return [part, ...path];
}

/** Makes the place of words for friends that are written for the first time. */
export function makeRoom(place: Place, language: string, text: Named): void {
  if (!isFamiliar(text)) return;
  const name = `${language}/${FILE}`;
  const [usual, file] = [usualOf(text), join(localesOf(place), name)];
  const isThere = (one: Named) => textsOf(place, language).some((other) => nameOf(other) === nameOf(one));
  if (isThere(text) || !isThere(usual)) return;
  const before = textOf(file, name);
  writeWhole(file, asJsonText(withText(JSON.parse(before), text.path, ''), before));
}

/** Friends are told again what everybody is told. */
export function removeFamiliar(place: Place, language: string, { path }: Named): void {
  const name = `${language}/${FILE}`;
  const file = join(localesOf(place), name);
  const before = textOf(file, name);
  writeWhole(file, asJsonText(withoutText(JSON.parse(before), path), before));
}

/** What holds nothing any more goes with it. */
function withoutText(tree: Tree, [key = '', ...rest]: readonly string[]): Tree {
  const { [key]: inner, ...others } = tree;
  const left = rest.length > 0 && isTree(inner) ? withoutText(inner, rest) : {};
  if (Object.keys(left).length === 0) return others;
  return Object.fromEntries(Object.entries(tree).map(([one, value]) => [one, one === key ? left : value])) as Tree;
}
