/** What every tool needs of a language before it does anything with it. */

import { languagesIn } from './check';
import { openFolder } from './folder';
import type { Place } from './source';

/** Throws for a language that has no folder: what would follow speaks of files nobody has heard of. */
export function requireThere(place: Place, language: string): void {
  const known = languagesIn(place);
  if (known.includes(language)) return;
  throw new Error(
    `there is no locales/${language}/, only ${known.join(', ')}; npm run locales add ${language} "<name>" begins one`,
  );
}

/** Throws what of it cannot be read, line by line: with the rest of it everything told or written would be half of the truth. */
export function requireRead(place: Place, language: string): void {
  const { broken } = openFolder(place, language);
  if (broken.length === 0) return;
  const lines = broken.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  throw new Error([...lines, `mend ${broken.length === 1 ? 'this' : 'these'} first; nothing was done`].join('\n'));
}
