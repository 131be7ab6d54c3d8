/** Reads a list of words of every language that has a folder, and takes of it what is written as it has to be. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFile } from './json-file';
import { isTree, type Tree } from './locales';

/** Takes of a value what is as it has to be; of one that is something else, nothing. */
type Take<T> = (value: unknown) => T;

/** What is no text among them is left out: the others are worth no less. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function textTableIn(value: unknown): Readonly<Record<string, string>> {
  return tableIn(value, (one) => typeof one === 'string');
}

export function numberTableIn(value: unknown): Readonly<Record<string, number>> {
  return tableIn(value, (one) => typeof one === 'number');
}

function tableIn<T>(value: unknown, isRight: (one: unknown) => one is T): Readonly<Record<string, T>> {
  const entries = Object.entries<unknown>(treeIn(value));
  return Object.fromEntries(entries.flatMap(([key, one]) => (isRight(one) ? [[key, one]] : [])));
}

/** A table whose keys the reader looks through itself. */
export function treeIn(value: unknown): Tree {
  return isTree(value) ? value : {};
}

/** Lists by a name each. */
export function listsIn(value: unknown): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries<unknown>(treeIn(value)).map(([key, one]) => [key, textsIn(one)]));
}

/** A table of known parts. A file that has not changed is the same value, and so is what is taken of it. */
export function partsIn<T extends object>(shape: { readonly [K in keyof T]-?: Take<T[K]> }): Take<T> {
  const taken = new WeakMap<object, T>();
  const entries = Object.entries<Take<unknown>>({ ...shape });
  return (value) => {
    const tree = treeIn(value);
    const known = taken.get(tree);
    if (known) return known;
    const parts = Object.fromEntries(entries.map(([key, take]) => [key, take(tree[key])])) as T;
    taken.set(tree, parts);
    return parts;
  };
}

/** Each language's file of this name. What is not there, or cannot be read, is left out: the check tells of it. */
export function readLists<T>(directory: string, file: string, take: Take<T>): readonly T[] {
  return languageFolders(directory).flatMap((folder) => {
    const value = readList(join(directory, folder, file));
    return value ? [take(value)] : [];
  });
}

/** A file beside the folders, which holds the same for languages that have none. */
export function readListsBeside<T>(directory: string, file: string, take: Take<T>): Readonly<Record<string, T>> {
  const lists = Object.entries(readList(join(directory, file)) ?? {});
  return Object.fromEntries(lists.map(([language, list]) => [language, take(list)]));
}

/** Of one language. */
export function readListOf<T>(path: string, take: Take<T>): T {
  return take(readList(path));
}

/** null: it is not there, or cannot be read. */
function readList(path: string): object | null {
  if (!existsSync(path)) return null;
  try {
    const read = jsonFile(path);
    return isTree(read) ? read : null;
  } catch {
    return null;
  }
}

export function languageFolders(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .sort();
}
