/** Words in groups: replies by who says them, what stands on pages by the page, sentences by their intent. */

import type { PlacedText } from '../../lambda/console/localiser-protocol';
import { inForms } from './forms';
import type { KnownWords } from './known-words';
import type { Place } from './place';

/** What is said to friends stands beside what it stands for. */
export function groupIn(file: string, [group = '', ...rest]: readonly string[]): string {
  if (file === 'listing.json') return 'Amazon’s store';
  if (file === 'words.json') return 'Alexa’s questions';
  const isOnPage = file === 'pages.json' || (file === 'familiar.json' && group === 'pages');
  const name = file === 'familiar.json' ? (rest[0] ?? '') : group;
  return isOnPage ? `Page: ${name}` : name;
}

export function groupsOf({ texts, sentences }: KnownWords, view: Place['view']): readonly string[] {
  if (view === 'sentences') return Object.keys(sentences);
  return [...new Set(texts.map(({ file, path }) => groupIn(file, path)))];
}

export function textsIn({ texts }: KnownWords, group: string): readonly PlacedText[] {
  return inForms(texts.filter(({ file, path }) => groupIn(file, path) === group));
}

/** ", 3 of 12" while some are lacking; of sentences how many there are. */
export function progressOf(known: KnownWords, view: Place['view'], group: string): string {
  if (view === 'sentences') return `, ${known.sentences[group]?.length ?? 0}`;
  const own = textsIn(known, group);
  const done = own.filter(({ text }) => text !== null).length;
  return done === own.length ? '' : `, ${done} of ${own.length}`;
}
