/** Which of several wordings is said: the next one each time, so that none is heard twice running. */

import { isWordings, nodeAt, type Tree } from '../locales/locales';

/** The index last used for each sentence that has wordings. */
export type Wording = Readonly<Record<string, number>>;

/** How many sentences a conversation remembers the wording of. */
const REMEMBERED = 50;

/** The letters of a sentence's wordings, in order; empty when it has only one. */
export function lettersOf(speech: Tree, key: string): readonly string[] {
  const node = nodeAt(speech, key);
  if (!isWordings(node)) return [];
  return [...new Set(Object.keys(node).map((name) => name.charAt(0)))].sort();
}

/** FNV-1a, 32 bits: the same seed always begins with the same wording. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** The index to use now, given the last one. */
export function nextWording(count: number, last: number | undefined, seed: string): number {
  return last === undefined ? hash(seed) % count : (last + 1) % count;
}

/** Remembers an index as the latest, and forgets the oldest beyond the bound. */
export function remember(wording: Wording, key: string, index: number): Wording {
  const { [key]: _, ...others } = wording;
  const kept = Object.entries({ ...others, [key]: index }).slice(-REMEMBERED);
  return Object.fromEntries(kept);
}
