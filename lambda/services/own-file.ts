/** A file of SQLite's that is there, and this user's, before SQLite opens it. */

import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates folder and file for this user only. Throws what the file system says of a wrong path or permission. What is there is not
 * opened: to close it again would take away, unseen, every lock that this process has on it, and others write into what it reads.
 */
export function makeOwnFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'EEXIST') throw error;
    accessSync(file, constants.R_OK | constants.W_OK);
    if (!statSync(file).isFile()) throw Object.assign(new Error('it is no file'), { code: 'EISDIR' });
  }
}
