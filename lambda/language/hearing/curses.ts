/** "Where is my damn parcel": a curse before a thing names neither goods nor a wish. */

import { type Found, NOT_UNDERSTOOD } from './heard';
import type { Sense, Sentence } from './slots';
import { type Phrases, phrases, readPhrase, type Words } from './words';

const made = new WeakMap<Words, Phrases<true>>();

function cursesOf(words: Words): Phrases<true> {
  const before = made.get(words);
  if (before) return before;
  const all = phrases(new Map(words.curses.map((text) => [text, true] as const)), words.apostrophe);
  made.set(words, all);
  return all;
}

type Heard = { readonly sentence: Sentence; readonly heard: Found };

/** What is no sentence of ours as it stands is heard without its curses, where it then is one. It consents to nothing by that. */
export function withoutCurses(asWritten: Sentence, hear: (sentence: Sentence) => Heard, { lexicon }: Sense): Heard {
  const own = hear(asWritten);
  const plain = isWhole(own.heard) ? asWritten : plainOf(asWritten, cursesOf(lexicon.words));
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

/** The very same where it has none. */
function plainOf(sentence: Sentence, all: Phrases<true>): Sentence {
  const { said, written } = sentence;
  const kept: number[] = [];
  for (let at = 0; at < said.length; ) {
    const length = readPhrase(all, said, at)?.length ?? 0;
    if (length === 0) kept.push(at);
    at += Math.max(length, 1);
  }
  if (kept.length === said.length) return sentence;
  return { said: kept.map((at) => said[at] ?? ''), written: kept.map((at) => written[at] ?? '') };
}
