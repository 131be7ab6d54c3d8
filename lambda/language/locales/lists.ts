/** Reads a list of words of every language that has a folder, and takes of it what is written as it has to be. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFile } from './json-file';
import { isTree, type Tree } from './locales';

/** What each part of a list is taken for; undefined: it is not that, and is left out. */
export type ListShape<T> = { readonly [K in keyof T]-?: (value: unknown) => T[K] | undefined };

/** What is no text among them is left out: the others are worth no less. */
export function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

export function textTableIn(value: unknown): Readonly<Record<string, string>> | undefined {
  return tableIn(value, (one) => typeof one === 'string');
}

export function numberTableIn(value: unknown): Readonly<Record<string, number>> | undefined {
  return tableIn(value, (one) => typeof one === 'number');
}

function tableIn<T>(value: unknown, isRight: (one: unknown) => one is T): Readonly<Record<string, T>> | undefined {
  if (!isTree(value)) return undefined;
  return Object.fromEntries(Object.entries<unknown>(value).flatMap(([key, one]) => (isRight(one) ? [[key, one]] : [])));
}

/** What a shape has taken of a value. A file that has not changed is the same value, and so is what was taken of it. */
const taken = new WeakMap<object, WeakMap<object, object>>();

/** The parts of a value that are what they have to be; of what is no table, none. */
export function partsOf<T extends object>(value: unknown, shape: ListShape<T>): Partial<T> {
  if (!isTree(value)) return {};
  const known = taken.get(shape) ?? new WeakMap<object, object>();
  taken.set(shape, known);
  const parts = known.get(value) ?? taking(value, shape);
  known.set(value, parts);
  return parts as Partial<T>;
}

function taking(value: Tree, shape: object): object {
  const entries = Object.entries<(part: unknown) => unknown>({ ...shape });
  const parts = entries.map(([key, take]) => [key, take(value[key])] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

/** Each language's file of this name. What is not there, or is not what it has to be, is left out: the check tells of it. */
export function readLists<T extends object>(
  directory: string,
  file: string,
  shape: ListShape<T>,
): readonly Partial<T>[] {
  return languageFolders(directory).flatMap((folder) => {
    const value = readList(join(directory, folder, file));
    return value ? [partsOf(value, shape)] : [];
  });
}

/** A file beside the folders, which holds the same for languages that have none. */
export function readListsBeside<T extends object>(
  directory: string,
  file: string,
  shape: ListShape<T>,
): Readonly<Record<string, Partial<T>>> {
  const lists = Object.entries(readList(join(directory, file)) ?? {});
  return Object.fromEntries(lists.map(([language, list]) => [language, partsOf(list, shape)]));
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

/** Of one language. */
export function readListOf<T extends object>(path: string, shape: ListShape<T>): Partial<T> {
  return partsOf(readList(path), shape);
}

export function languageFolders(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A table whose keys the reader looks through itself. */
export function treeIn(value: unknown): Tree | undefined {
  return isTree(value) ? value : undefined;
}

/** Lists by a name each. */
export function listsIn(value: unknown): Readonly<Record<string, readonly string[]>> | undefined {
  if (!isTree(value)) return undefined;
  return Object.fromEntries(Object.entries<unknown>(value).map(([key, one]) => [key, textsIn(one) ?? []]));
}
