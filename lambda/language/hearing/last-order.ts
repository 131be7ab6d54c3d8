/** "My last order", "the last order": the newest of those that may be meant, though no sentence has a place for it. */

import type { Slots } from '../../vocabulary/heard';
import { onceFor } from './once';
import type { Sense, Sentence } from './slots';
import { tokens, type Words } from './words';

/** Of orders a shopper talks about; what is bought again has slots of its own. */
export function withLast(slots: Slots, { said }: Sentence, sense: Sense): Slots {
  const found = lastIn(said, sense);
  if (!found) return slots;
  const { product, ...others } = slots;
  const basis = { said: found.join(' '), ids: [LAST] };
  const own = tokens(product?.said ?? '', sense.lexicon.words.apostrophe);
  // "Last order" is the name of no goods.
  const isGoods = product && (product.ids.length > 0 || !endsWith(found, own));
  return isGoods ? { ...slots, basis } : { ...others, basis };
}

const LAST = 'last-order';

/** The longest way to say it that stands in the sentence; of a slot that begins behind "my", what is left of it. */
function lastIn(said: readonly string[], { lexicon }: Sense): readonly string[] | undefined {
  const ways = waysOf(lexicon.words);
  const whole = ways.filter((way) => said.some((_, at) => startsAt(said, way, at)));
  const cut = ways.some((way) => said.length > 1 && endsWith(way, said)) ? [said] : [];
  return [...whole, ...cut].toSorted((one, other) => other.length - one.length)[0];
}

const waysOf = onceFor(({ values, apostrophe }: Words) =>
  (values.Basis?.[LAST] ?? []).map((text) => tokens(text, apostrophe)),
);

function startsAt(said: readonly string[], way: readonly string[], from: number): boolean {
  return way.every((token, at) => said[from + at] === token);
}

function endsWith(way: readonly string[], end: readonly string[]): boolean {
  return end.length <= way.length && startsAt(way, end, way.length - end.length);
}
