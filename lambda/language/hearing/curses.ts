/** "Where is my damn parcel": a curse before a thing names neither goods nor a wish. */

import { reworded } from './dialect';
import { type Found, NOT_UNDERSTOOD } from './heard';
import { onceFor } from './once';
import type { Sense, Sentence } from './slots';
import { phrases, type Words } from './words';

/** Each in no words at all. */
const cursesOf = onceFor(({ curses, apostrophe }: Words) =>
  phrases(new Map(curses.map((text) => [text, NO_WORDS] as const)), apostrophe),
);
const NO_WORDS: readonly string[] = [];

type Heard = { readonly sentence: Sentence; readonly heard: Found };

/** What is no sentence of ours as it stands is heard without its curses, where it then is one. It consents to nothing by that. */
export function withoutCurses(asWritten: Sentence, hear: (sentence: Sentence) => Heard, { lexicon }: Sense): Heard {
  const own = hear(asWritten);
  const plain = isWhole(own.heard) ? asWritten : reworded(asWritten, cursesOf(lexicon.words));
  if (plain === asWritten || plain.said.length === 0) return own;
  const other = hear(plain);
  // "Just order the damn thing" may be meant, and it may not: it is asked again.
  if (other.heard.intent === 'Yes') return { sentence: asWritten, heard: NOT_UNDERSTOOD };
  const isSame = other.heard.intent === own.heard.intent && !hasUnknown(other.heard);
  return isWhole(other.heard) || isSame ? other : own;
}

function hasUnknown({ slots: { product } }: Found): boolean {
  return product !== undefined && product.ids.length === 0 && product.refers !== true;
}

/** One of ours, with goods of the shop where it names any; or one that is known to be for nobody here. */
function isWhole(found: Found): boolean {
  if (found.intent === 'Fallback') return found.read !== undefined;
  return found.score === 1 && !hasUnknown(found);
}
