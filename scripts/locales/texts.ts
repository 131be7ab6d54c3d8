/** The texts of a language as translators see them: one by one, beside the words all others are measured by, and put back in place. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument } from 'yaml';
import { isTree, type Tree } from '../../lambda/language/locales/locales';
import { isTodo } from '../../lambda/language/locales/todo';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { textOf } from './file-text';
import { readLined } from './lines';
import { localesOf, MEASURE, type Place } from './source';

export const TEXT_FILES = [
  'speech.json',
  'text.json',
  'familiar.json',
  'pages.json',
  'listing.json',
  'words.json',
] as const;
export type TextFile = (typeof TEXT_FILES)[number];

/** Of a file that holds more than texts, where they stand: what Alexa asks for a slot with. */
const WITHIN: { readonly [file in TextFile]?: string } = { 'words.json': 'prompts' };
/** What a file says again in another manner, by its groups. */
const AGAIN: { readonly [file in TextFile]?: Readonly<Record<string, TextFile>> } = {
  'familiar.json': { speech: 'speech.json', text: 'text.json', pages: 'pages.json' },
};

export type LocaleText = {
  readonly file: TextFile;
  readonly path: readonly string[];
  readonly line: number;
  /** In the language all others are measured by; of a plural form that it does not have, its nearest. */
  readonly source: string;
  /** null: not translated yet. */
  readonly text: string | null;
};

/** The plural form at the end of a key. */
export const FORM = /_(zero|one|two|few|many|other)$/;
const MANNER = /_(formal|brief|short)$/;

/** In the order of the files. Throws, with file and line, what cannot be read. */
export function textsOf(place: Place, language: string): readonly LocaleText[] {
  return TEXT_FILES.flatMap((file) => {
    const own = linedOf(place, `${language}/${file}`);
    if (!own) return [];
    const measure = measureOf(place, file);
    return textsWithin(file, own.value).map(({ path, text }) => ({
      ...{ file, path, line: own.lineOf(path) },
      source: sourceOf(path, measure) ?? text,
      text: isTodo(text) ? null : text,
    }));
  });
}

export function nameOf({ file, path }: Pick<NewText, 'file' | 'path'>): string {
  return [file, ...path].join('/');
}

/** Each text of a file as it was read. */
export function textsWithin(file: TextFile, value: unknown): readonly Leaf[] {
  return leavesOf(value).filter(({ path }) => isWithin(file, path));
}

function isWithin(file: TextFile, [group]: readonly string[]): boolean {
  return WITHIN[file] === undefined || WITHIN[file] === group;
}

/** The words a file is translated from, by where they stand in it. */
function measureOf(place: Place, file: TextFile): ReadonlyMap<string, string> {
  const groups = AGAIN[file];
  const leaves = groups
    ? Object.entries(groups).flatMap(([group, name]) =>
        measuredIn(place, name).map(({ path, text }) => ({ path: [group, ...path], text })),
      )
    : measuredIn(place, file);
  return new Map(leaves.map(({ path, text }) => [path.join('/'), text]));
}

/** What is not written otherwise is read as it is heard. */
function measuredIn(place: Place, file: TextFile): readonly Leaf[] {
  const own = leavesOf(linedOf(place, `${MEASURE}/${file}`)?.value);
  return file === 'text.json' ? [...measuredIn(place, 'speech.json'), ...own] : own;
}

function linedOf(place: Place, file: string) {
  const read = readLined(join(localesOf(place), file), file);
  const [wrong] = read?.findings ?? [];
  if (wrong) throw new Error(`${wrong.file}:${wrong.line}: ${wrong.message}`);
  return read?.lined;
}

type Leaf = { readonly path: readonly string[]; readonly text: string };

/** Each text there is, wherever it stands. */
export function leavesOf(node: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (typeof node === 'string') return [{ path, text: node }];
  return Object.entries(Object(node)).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The same, with the places of a list as numbers. */
export function leavesIn(
  node: unknown,
  path: readonly (string | number)[] = [],
): readonly { readonly path: readonly (string | number)[]; readonly text: string }[] {
  if (typeof node === 'string') return [{ path, text: node }];
  const inner = Array.isArray(node) ? [...node.entries()] : Object.entries(Object(node));
  return inner.flatMap(([key, one]) => leavesIn(one, [...path, key as string | number]));
}

/** `x_few` has the words of `x_other`, `x_formal` those of `x`. */
function sourceOf(path: readonly string[], measure: ReadonlyMap<string, string>): string | undefined {
  const full = path.join('/');
  const bare = full.replace(FORM, '');
  const names = [full, `${bare}_other`, bare, bare.replace(MANNER, ''), `${bare.replace(MANNER, '')}_other`];
  return names.map((name) => measure.get(name)).find((text) => text !== undefined);
}

export type NewText = { readonly file: string; readonly path: readonly string[]; readonly text: string };

export type Put = {
  readonly changed: number;
  /** Names of texts no file of the language has. */
  readonly unknown: readonly string[];
};

/** Writes texts where they belong; everything else in the files stays as it is, sign by sign. */
export function putTexts(place: Place, language: string, texts: readonly NewText[]): Put {
  const put = TEXT_FILES.map((file) => {
    const own = texts.filter((one) => one.file === file);
    const path = join(localesOf(place), language, file);
    return own.length === 0 ? { changed: 0, unknown: [] } : putIn(path, own);
  });
  const strays = texts.filter(({ file }) => !TEXT_FILES.some((known) => known === file));
  return {
    changed: put.reduce((sum, { changed }) => sum + changed, 0),
    unknown: [...put.flatMap(({ unknown }) => unknown), ...strays.map(nameOf)],
  };
}

type Edit = { readonly from: number; readonly to: number; readonly text: string };

function putIn(path: string, texts: readonly NewText[]): Put {
  if (!existsSync(path)) return { changed: 0, unknown: texts.map(nameOf) };
  const before = textOf(path, path.split(/[/\\]/).slice(-2).join('/'));
  const document = parseDocument(before);
  const unknown: string[] = [];
  const edits = texts.flatMap(({ file, path: keys, text }): readonly Edit[] => {
    const node = isWithin(file as TextFile, keys) ? document.getIn(keys, true) : undefined;
    if (!isScalar(node) || !node.range || typeof node.value !== 'string') {
      unknown.push(nameOf({ file, path: keys }));
      return [];
    }
    return node.value === text ? [] : [{ from: node.range[0], to: node.range[1], text: JSON.stringify(text) }];
  });
  // From the end, so that what is before stays where it was.
  const after = edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, { from, to, text }) => all.slice(0, from) + text + all.slice(to), before);
  if (edits.length > 0) writeWhole(path, after);
  return { changed: edits.length, unknown };
}

/** The same with this text at the end of the path, where there may be nothing yet. */
export function withText(tree: Tree, [key = '', ...rest]: readonly string[], text: string): Tree {
  if (rest.length === 0) return { ...tree, [key]: text };
  const inner = tree[key];
  return { ...tree, [key]: withText(isTree(inner) ? inner : {}, rest, text) };
}
