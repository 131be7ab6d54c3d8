/** Holds Amazon's own yes and no against the lists by which every channel understands them: one without the other is heard, and never taken. */

import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import { normalise, type Words } from '../../lambda/language/hearing/words';
import type { Folder } from './folder';
import type { Finding } from './lines';

const LISTS = [
  ['Yes', 'yes'],
  ['No', 'no'],
] as const;
const FILE = 'sentences.json';

/** Of words and sentences that can be used. */
export function checkConsent(folder: Folder): readonly Finding[] {
  const sentences = folder.file(FILE)?.value as Sentences;
  const words = folder.file('words.json')?.value as Words;
  return LISTS.flatMap(([intent, list]) => {
    const isTaken = takerOf(words, list);
    const lost = (sentences[intent] ?? []).map((template) => expand(template).find((text) => !isTaken(text)));
    // Both may be said in other ways, which are read word by word: one on the list is enough.
    if (lost.includes(undefined)) return [];
    return lost.flatMap((text, at) => {
      const message = `"${text}" is a ${list} here, and not under consent.${list} in words.json: no question takes it`;
      return text === undefined ? [] : [folder.finding(FILE, [intent, at], message)];
    });
  });
}

/** Of words of the list, with courtesies beside them. */
function takerOf({ consent, apostrophe }: Words, list: 'yes' | 'no'): (text: string) => boolean {
  const phrases = (texts: readonly string[]) => texts.flatMap(expand).map((text) => normalise(text, apostrophe));
  const own = new Set(phrases([...consent[list], ...(list === 'yes' ? Object.values(consent.at).flat() : [])]));
  const beside = new Set(phrases([...consent.besides, ...(list === 'no' ? consent.yes : [])]));
  const known = (text: string, from: readonly string[], has: boolean): boolean => {
    if (from.length === 0) return has;
    for (let length = from.length; length > 0; length -= 1) {
      const part = from.slice(0, length).join(' ');
      const isOwn = own.has(part);
      if ((isOwn || beside.has(part)) && known(text, from.slice(length), has || isOwn)) return true;
    }
    return false;
  };
  return (text) => known(text, normalise(text, apostrophe).split(' '), false);
}
