/** The goods of a catalogue made ready to be recognised, once for each language they are spoken of in. */

import type { Lexicon } from './lexicon';
import { type Mentions, mentionsInSteps } from './mentions';
import type { Nameable } from './nameable';

export type Indexes = {
  /** Made now, where nobody prepared it. */
  of(products: readonly Nameable[], lexicon: Lexicon): Mentions;
  /** Makes it a slice at a time while others are served. */
  prepare(products: readonly Nameable[], lexicon: Lexicon): Promise<void>;
};

type Entry = { readonly making: Generator<void, Mentions>; mentions?: Mentions };

/** Locales of one language share its lexicon, and so the index. */
export function createIndexes(): Indexes {
  const kept = new WeakMap<readonly Nameable[], WeakMap<Lexicon, Entry>>();
  const entryOf = (products: readonly Nameable[], lexicon: Lexicon): Entry => {
    const ofGoods = kept.get(products) ?? new WeakMap<Lexicon, Entry>();
    kept.set(products, ofGoods);
    const known = ofGoods.get(lexicon);
    if (known) return known;
    const entry = { making: mentionsInSteps(products, lexicon.words) };
    ofGoods.set(lexicon, entry);
    return entry;
  };
  return {
    of(products, lexicon) {
      const entry = entryOf(products, lexicon);
      for (;;) {
        const mentions = entry.mentions ?? step(entry);
        if (mentions) return mentions;
      }
    },
    async prepare(products, lexicon) {
      const entry = entryOf(products, lexicon);
      // Whoever asks in between finishes it.
      while (!entry.mentions && !step(entry)) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function step(entry: Entry): Mentions | undefined {
  const { done, value } = entry.making.next();
  if (done) entry.mentions = value;
  return entry.mentions;
}
