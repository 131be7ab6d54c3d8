/** Writes what people wrote whole or not at all: a disk that is full in the middle leaves the file as it was. */

import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Why nothing could be written, by the code of the system's error. */
const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left on the disk',
  EDQUOT: 'you may use no more room on the disk',
  EFBIG: 'files may not become that large here',
  EACCES: 'nobody gave the right to write there',
  EPERM: 'nobody gave the right to write there',
  EROFS: 'the disk can only be read',
};

/** Throws, in a localiser's words, why the file is as it was. What reads it meanwhile reads the one or the other, never a half. */
export function writeWhole(path: string, text: string): void {
  const isThere = existsSync(path);
  const file = isThere ? realpathSync(path) : path;
  // Begins with a dot and has another ending: nobody takes it for a file of a language.
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    const mode = isThere ? { mode: statSync(file).mode } : {};
    writeFileSync(beside, text, { flush: true, ...mode });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Error(`${nameOf(path)} could not be written and is as it was: ${reasonOf(error)}`);
  }
}

function nameOf(path: string): string {
  return join(basename(dirname(path)), basename(path));
}

/** What a localiser is told of an error of the system. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return WHY[code ?? ''] ?? message;
}
