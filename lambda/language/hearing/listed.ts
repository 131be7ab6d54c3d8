/** A list of single words as they are heard: in lower case and without accents, however it is written. */

import { tokens, type Words } from './words';

const made = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Made once for each list: asked about every word of an utterance. */
export function listed(list: readonly string[], { apostrophe }: Pick<Words, 'apostrophe'>): ReadonlySet<string> {
  const known = made.get(list);
  if (known) return known;
  const set = new Set(list.flatMap((text) => tokens(text, apostrophe)));
  made.set(list, set);
  return set;
}
