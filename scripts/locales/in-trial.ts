/** Tries a change of a language's files beside them, as if it were written. */

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../../lambda/language/locales/whole-file';
import { localesOf, type Place } from './source';

/** A place like the real one, in which these files of a language may be written; it is gone afterwards. */
export function inTrial<T>(place: Place, language: string, files: readonly string[], work: (trial: Place) => T): T {
  const root = toldPlainly(() => mkdtempSync(join(tmpdir(), 'earshot-words-')));
  try {
    toldPlainly(() => copyTo(root, place, { language, files }));
    return work({ root });
  } finally {
    rmSync(root, { recursive: true });
  }
}

type Own = { readonly language: string; readonly files: readonly string[] };

function copyTo(root: string, place: Place, { language, files }: Own): void {
  linkAll(place.root, root, ['locales']);
  const [real, own] = [localesOf(place), join(root, 'locales')];
  mkdirSync(own);
  for (const name of readdirSync(real)) {
    const [from, to] = [join(real, name), join(own, name)];
    // A language is a folder: what only leads to one is none to whoever looks for languages.
    if (statSync(from).isDirectory()) {
      mkdirSync(to);
      linkAll(from, to, name === language ? files : []);
    } else symlinkSync(from, to);
  }
  for (const file of files) cpSync(join(real, language, file), join(own, language, file));
}

/** Everything in a folder but what is left out. */
function linkAll(from: string, to: string, left: readonly string[]): void {
  for (const name of readdirSync(from)) if (!left.includes(name)) symlinkSync(join(from, name), join(to, name));
}

function toldPlainly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`nothing can be tried, and all is as it was: ${reasonOf(error)}`);
  }
}
