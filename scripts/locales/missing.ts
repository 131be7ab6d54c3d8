/** What is missing is told with where it belongs, and with how such a text looks where it is there. */

import { isTree, isWordings } from '../../lambda/language/locales/locales';
import { type Folder, othersIn } from './folder';
import type { Finding, Path } from './lines';
import { MEASURE } from './source';

/** Words of another language that an empty list is told with. */
const EXAMPLES = 2;

type Place = { readonly file: string; readonly path: Path };

/** `format.topic_X is missing; write a text, like "topic_Reorder": "order something"` at the line of what stands before it elsewhere. */
export function missingOf(folder: Folder, place: Place, why = ''): Finding {
  const { file, path } = place;
  const like = exampleIn(folder, place);
  const told = like === undefined ? '' : `; write ${like}`;
  return folder.finding(file, neighbourOf(folder, place), `${path.join('.')} is missing${why}${told}`);
}

/** A plural form that is missing, with the words of another one. */
export function exampleOf(folder: Folder, place: Place): string {
  const found = exampleIn(folder, place);
  return found === undefined ? '' : `; write ${found}`;
}

/** `consent.yes has no words, or an empty one; like "yes", "yep" in en`. */
export function emptyOf(folder: Folder, { file, path }: Place): Finding {
  const found = othersIn(folder, file).map(({ language, value }) => ({ language, words: wordsAt(value, path) }));
  const { language, words } = found.find((one) => one.words.length > 0) ?? { language: MEASURE, words: [] };
  const like = [...new Set(words.map(plainly))].slice(0, EXAMPLES).map((word) => JSON.stringify(word));
  const told = like.length > 0 ? `; like ${like.join(', ')} in ${language}` : '';
  return folder.finding(file, path, `${path.join('.')} has no words, or an empty one${told}`);
}

/** The first way to say a template: of `[please] (send|post) it`, "send it". */
function plainly(template: string): string {
  const simpler = template.replace(/\[[^[\]()]*\]|\(([^[\]()|]*)[^[\]()]*\)/g, (_, first = '') => first);
  return simpler === template ? template.replace(/\s+/g, ' ').trim() : plainly(simpler);
}

function wordsAt(value: unknown, path: Path): readonly string[] {
  const there = valueAt(value, path);
  const words: readonly unknown[] = Array.isArray(there) ? there : Object.keys(Object(there));
  return words.filter((word) => typeof word === 'string');
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) => (Object.hasOwn(Object(node), step) ? Object(node)[step] : undefined),
    value,
  );
}

/** `a text, like "topic_Reorder": "order something"`, in the first language that has it, else of what lies beside it. */
function exampleIn(folder: Folder, { file, path }: Place): string | undefined {
  const key = String(path.at(-1));
  const all = othersIn(folder, file);
  const there = all.find(({ value }) => formAt(value, path) !== undefined);
  if (there) return shown({ key, node: formAt(there.value, path), language: there.language });
  const beside = String(neighbourOf(folder, { file, path }).at(-1));
  for (const { language, value } of all) {
    const group = valueAt(value, path.slice(0, -1));
    const names = isTree(group) ? Object.keys(group).filter((name) => isLike(name, key)) : [];
    const like = names.find((name) => name === beside) ?? names[0];
    if (like !== undefined && isTree(group)) return shown({ key: like, node: group[like], language });
  }
  return undefined;
}

/** A key, or a plural form of it. */
function formAt(value: unknown, path: Path): unknown {
  const key = String(path.at(-1));
  const group = valueAt(value, path.slice(0, -1));
  if (!isTree(group)) return undefined;
  if (Object.hasOwn(group, key)) return group[key];
  const forms = [`${key}_other`, key.replace(/_(?:zero|one|two|few|many)$/, '_other')];
  return forms.map((name) => group[name]).find((one) => one !== undefined);
}

type Shown = { readonly key: string; readonly node: unknown; readonly language: string };

function shown({ key, node, language }: Shown): string {
  const by = language === MEASURE ? '' : ` in ${language}`;
  const what =
    typeof node === 'string'
      ? 'a text'
      : Array.isArray(node)
        ? 'a list'
        : isWordings(node)
          ? 'wordings'
          : whatElse(node);
  return `${what}, like ${JSON.stringify(key)}: ${JSON.stringify(shortened(node))}${by}`;
}

function whatElse(node: unknown): string {
  return isTree(node) ? 'keys in braces' : 'a number';
}

/** Of a whole group its first text is enough, and of a list its first words. */
function shortened(node: unknown): unknown {
  if (Array.isArray(node)) return node.slice(0, EXAMPLES).map(shortened);
  if (!isTree(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .slice(0, 1)
      .map(([key, inner]) => [key, shortened(inner)]),
  );
}

/** Where a key belongs: at what stands before it in another language and is there, else at what is like it, else in its group. */
function neighbourOf(folder: Folder, { file, path }: Place): Path {
  const own = folder.file(file)?.value;
  const [key, parent] = [String(path.at(-1)), path.slice(0, -1)];
  const group = valueAt(own, parent);
  if (!isTree(group)) return parent.length === 0 ? [] : neighbourOf(folder, { file, path: parent });
  for (const { value } of othersIn(folder, file)) {
    const names = Object.keys(Object(valueAt(value, parent)));
    const at = names.findIndex((name) => name === key || name.startsWith(`${key}_`));
    const before = names.slice(0, Math.max(0, at)).findLast((name) => Object.hasOwn(group, name));
    if (before !== undefined) return [...parent, before];
  }
  const like = Object.keys(group).findLast((name) => isLike(name, key));
  return like === undefined ? parent : [...parent, like];
}

/** Of one set: `topic_Reorder` and `topic_Help`, `intent.Yes` and `intent.No`. */
function isLike(name: string, key: string): boolean {
  const set = /^[a-zA-Z]+[._-]/.exec(key)?.[0];
  return set !== undefined && name !== key && name.startsWith(set);
}
