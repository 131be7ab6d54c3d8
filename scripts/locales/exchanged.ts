/** What goes out to the tools of translators and comes back: a text, the words it is made from, and the mark of what it was. */

import { createHash } from 'node:crypto';
import type { NewText } from './texts';

/** A text as a file of translators has it. */
export type ExchangedText = NewText & {
  /** The words it was translated from. */
  readonly source: string;
  /** The mark of what stood in the language's own file when this one was written; null: it does not say. */
  readonly was: string | null;
};

export type Exchanged = {
  readonly texts: readonly ExchangedText[];
  /** How many are not translated, or marked as a guess. */
  readonly left: number;
  /** What stands there, of texts that say not where they belong. */
  readonly nameless: readonly string[];
};

const DIGITS = 12;

/** Two texts of the same mark are the same; null: nobody has translated it yet. */
export function markOf(text: string | null): string {
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
    .slice(0, DIGITS);
}

/** Where a name of a file of translators leads; a name is that of a file and the way to the text in it. */
export function placeNamed(name: string): Pick<NewText, 'file' | 'path'> {
  const [file = '', ...path] = name.split('/');
  return { file, path };
}

/** Throws where a file is for another language; for a region of it is right: `cs-CZ` for `cs`. */
export function requireLanguage(written: string, language: string, where: string): void {
  if (written.trim() === '') throw new Error(`it does not say its language; write "${language}" as its ${where}`);
  const [own = ''] = written.trim().split(/[-_@.]/);
  if (own.toLowerCase() !== language) throw new Error(`it is for "${written}", not for "${language}"`);
}
