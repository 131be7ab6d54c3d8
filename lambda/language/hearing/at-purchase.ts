/** What every way to change a purchase reads and gives: goods by a name of theirs, and a change that is the whole sentence. */

import type { Slot, Slots } from '../../vocabulary/heard';
import type { Found } from './heard';
import { type Sense, type Sentence, slotOf } from './slots';
import { tokens } from './words';

/** What the purchase is changed by, every word of it read. */
export function changeOf({ said }: Sentence, slots: Slots): Found {
  return { intent: 'Reorder', slots, score: 1, rivals: [], read: { from: 0, to: said.length } };
}

/** A value of Amend that nobody said. */
export function amending(id: string): Slot {
  return { said: '', ids: [id] };
}

/** All the words as goods, but for what says nothing before them; undefined: nothing is left. */
export function goodsOf(words: Sentence, sense: Sense): Slot | undefined {
  const from = words.said.findIndex((token) => !sense.lexicon.noise.has(token));
  return from < 0 ? undefined : slotOf(sense, words, { slot: 'product', type: 'Product', from, to: words.said.length });
}

/** Some goods have that very name. */
export function isNamed({ said }: Slot, { lexicon, mentions }: Sense): boolean {
  return mentions.exactly(tokens(said, lexicon.words.apostrophe)).length > 0;
}
