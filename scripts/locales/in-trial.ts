/** Tries a change of a language's files beside them, as if it were written. */

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localesOf, type Place } from './source';

/** A place like the real one, in which these files of a language may be written; it is gone afterwards. */
export function inTrial<T>(place: Place, language: string, files: readonly string[], work: (trial: Place) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'earshot-words-'));
  try {
    const link = (from: string, to: string, names: readonly string[]) => {
      for (const name of names) symlinkSync(join(from, name), join(to, name));
    };
    const but = (folder: string, ...left: readonly string[]) =>
      readdirSync(folder).filter((name) => !left.includes(name));
    const [real, own] = [localesOf(place), join(root, 'locales', language)];
    mkdirSync(own, { recursive: true });
    link(place.root, root, but(place.root, 'locales'));
    link(real, join(root, 'locales'), but(real, language));
    link(join(real, language), own, but(join(real, language), ...files));
    for (const file of files) cpSync(join(real, language, file), join(own, file));
    return work({ root });
  } finally {
    rmSync(root, { recursive: true });
  }
}
