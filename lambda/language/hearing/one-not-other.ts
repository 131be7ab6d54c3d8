/** "Three and not two", "to work, not home": of what is being bought one thing is said, and what it shall not be. */

import type { Slots } from '../../vocabulary/heard';
import { askedAbout } from './by-sentences';
import type { Found, Hear, Understanding } from './heard';
import { orderReader } from './order-reader';
import { cut, isApart, type Sentence } from './slots';
import { readPhrase } from './words';

/** How many, or where to: one takes the place of the other. */
const TAKE_PLACE: Readonly<Record<string, true>> = { quantity: true, change: true };

/** undefined: nothing is being bought, or a part is something else. */
export function oneNotOther(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  if (!askedAbout(asked).isBuying) return undefined;
  const { length } = sentence.said;
  for (let at = 1; at < length - 1; at += 1) {
    const parted = partedAt(sentence, at, asked);
    if (!parted || isRefused(sentence.said, parted.to, asked)) continue;
    const one = hear(cut(sentence, 0, parted.to));
    const other = one && hear(cut(sentence, parted.from, length));
    if (one && other && isInItsPlace(one, other)) return { ...one, read: { from: 0, to: length } };
  }
  return undefined;
}

/** Where what is wanted ends and what is not begins; undefined: no word parts them there, or it puts right: "three, no, two". */
export function partedAt(sentence: Sentence, at: number, { sense }: Understanding) {
  const { but, and, instead } = orderReader(sense.lexicon.words);
  const { said } = sentence;
  const joint = Math.max(readPhrase(but, said, at)?.length ?? 0, readPhrase(and, said, at)?.length ?? 0);
  const refusal = readPhrase(sense.lexicon.negations, said, at + joint);
  if (!refusal || isApart(sentence, { length: at + joint + refusal.length })) return undefined;
  // "Ne" and "nie" are no and not alike: with no comma behind it, it is of the words that follow.
  const isNot = readPhrase(sense.lexicon.refusals(), said, at)?.value.includes('') === true;
  const putsRight = joint === 0 && !isNot && readPhrase(instead, said, at) !== undefined;
  return putsRight ? undefined : { to: at, from: at + joint + refusal.length };
}

/** "Yes, but not home and not to work": neither is wanted. A no that opens it is the answer, and not of these words. */
function isRefused(said: readonly string[], to: number, { sense }: Understanding): boolean {
  return said.slice(0, to).some((_, at) => at > 0 && readPhrase(sense.lexicon.negations, said, at) !== undefined);
}

function isInItsPlace(one: Found, other: Found): boolean {
  const [name, ...more] = Object.keys(one.slots);
  const isOne = name !== undefined && more.length === 0 && TAKE_PLACE[name] === true;
  return (
    isOne &&
    isOrder(one) &&
    isOrder(other) &&
    Object.keys(other.slots).join() === name &&
    !isSame(one.slots, other.slots, name)
  );
}

function isOrder({ intent, score, negated }: Found): boolean {
  return intent === 'Reorder' && score === 1 && !negated;
}

function isSame(one: Slots, other: Slots, name: string): boolean {
  const [first, second] = [one[name], other[name]];
  return first?.number === second?.number && first?.ids[0] === second?.ids[0];
}
