/** Reads a list of words of every language that has a folder. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFile } from './json-file';
import { isTree } from './locales';

/** Each language's file of this name. What is not there, or cannot be read, is left out: the check tells of it. */
export function readLists<T extends object>(
  directory: string,
  file: string,
  folders: readonly string[] = languageFolders(directory),
): readonly Partial<T>[] {
  return folders.flatMap((folder) => {
    const path = join(directory, folder, file);
    if (!existsSync(path)) return [];
    try {
      const read = jsonFile(path);
      return isTree(read) ? [read as Partial<T>] : [];
    } catch {
      return [];
    }
  });
}

export function languageFolders(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .sort();
}
