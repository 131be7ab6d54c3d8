/** "Make it thre": how many was said where a number was asked for, but not heard as one. */

import type { Slot } from '../../vocabulary/heard';
import { bySentences } from './by-sentences';
import type { Found } from './heard';
import { forgiven, slips } from './likeness';
import { type Sense, type Sentence, writtenIn } from './slots';

/** Longer is a sentence that says something else. */
const MOST_WORDS = 6;
/** Any number: what the words around it say is looked at. */
const SOME = '2';
const UNCLEAR = 0.6;
const SHORT = 2;
/** Nobody misspells a count of goods beyond these. */
const MOST = 20;

/**
 * undefined: with a number in place of none of its words is it one of our sentences. A word near to just one number
 * is that; otherwise the slot has no number, and whoever asked asks again how many.
 */
export function unclearNumber(sentence: Sentence, sense: Sense): Found | undefined {
  const { said } = sentence;
  if (said.length < 2 || said.length > MOST_WORDS) return undefined;
  for (let at = said.length - 1; at >= 0; at -= 1) {
    const token = said[at] ?? '';
    // Two letters may be anything: an Italian "te" is tea, or three without its r.
    if (token.length > SHORT && sense.mentions.knows(token)) continue;
    const heard = bySentences({ ...sentence, said: said.with(at, SOME) }, sense);
    const [[name, slot] = [], ...others] = Object.entries(heard?.slots ?? {});
    if (!heard || heard.score < 1 || name === undefined || others.length > 0 || slot?.number !== Number(SOME)) continue;
    const meant: Slot = { said: writtenIn(sentence, at, at + 1), ids: [], ...numberNear(token, sense) };
    return { intent: heard.intent, slots: { [name]: meant }, score: UNCLEAR, rivals: [] };
  }
  return undefined;
}

function numberNear(token: string, { lexicon }: Sense): { readonly number?: number } {
  const most = Math.max(forgiven(token), 1);
  const near = lexicon.words.numbers
    .slice(0, MOST)
    .flatMap((words, number) => (words.some((word) => slips(token, word, most) <= most) ? [number] : []));
  const [number, ...others] = near;
  return number !== undefined && others.length === 0 ? { number } : {};
}
