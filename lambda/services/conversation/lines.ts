/** What a line of the history says, and whether anything was made of it. */

import type { HistoryLine } from './conversation';

/** Marks what the shopper said and nothing was made of, so that a person can see it. */
export const MISSED = '(not understood) ';

export function isMissed({ by, text }: HistoryLine): boolean {
  return by === 'shopper' && text.startsWith(MISSED);
}

/** What the line says, without the mark. */
export function wordsOf(line: HistoryLine): string {
  return isMissed(line) ? line.text.slice(MISSED.length) : line.text;
}
