/** A secret that is made once, and kept in a file which only its owner may read. */

import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whole from the first moment: of two programs that begin at once, one makes it and both read it. */
export function keptSecret(file: string, make: () => string): string {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) keepNew(file, make());
  return readFileSync(file, 'utf8').trim();
}

function keepNew(file: string, text: string): void {
  const written = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(written, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(written, file);
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return;
    // Not every file system has links.
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } finally {
    rmSync(written);
  }
}
