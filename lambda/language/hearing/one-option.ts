/** "The three, not the four", "not the four": of what can be chosen one is not wanted, and another is. */

import { answerTo } from './answers';
import { withoutCourtesy } from './courtesies';
import type { Found, Understanding } from './heard';
import { partedAt } from './one-not-other';
import { orderReader } from './order-reader';
import { cut, isApart, type Sentence } from './slots';
import { readPhrase } from './words';

/** undefined: nothing is refused, or it does not tell which one is wanted. At a question of weight a choice is none. */
export function oneOption(sentence: Sentence, asked: Understanding): Found | undefined {
  const { options = [], question } = asked;
  if (options.length < 2 || question?.commits) return undefined;
  const read = { from: 0, to: sentence.said.length };
  const found = notFirst(sentence, asked) ?? notLast(sentence, asked);
  return found && { ...found, read };
}

/** "The three, not the four". */
function notLast(sentence: Sentence, asked: Understanding): Found | undefined {
  const { length } = sentence.said;
  for (let at = 1; at < length - 1; at += 1) {
    const parted = partedAt(sentence, at, asked);
    const one = parted && choiceIn(cut(sentence, 0, parted.to), asked);
    const other = one && choiceIn(cut(sentence, parted.from, length), asked);
    if (other && other.choice !== one.choice) return one;
  }
  return undefined;
}

/** "Not the four, the three"; of two, "not the four" is enough. With a sign behind it, "no, the four", the no is an answer. */
function notFirst(sentence: Sentence, asked: Understanding): Found | undefined {
  const { lexicon } = asked.sense;
  const not = readPhrase(lexicon.negations, sentence.said, 0)?.length ?? 0;
  if (not === 0 || isApart(sentence, { length: not })) return undefined;
  const behind = cut(sentence, not, sentence.said.length);
  const { but } = orderReader(lexicon.words);
  for (let at = 1; at < behind.said.length; at += 1) {
    const first = choiceIn(cut(behind, 0, at), asked);
    const joint = readPhrase(but, behind.said, at)?.length ?? 0;
    const second = first && choiceIn(cut(behind, at + joint, behind.said.length), asked);
    if (second && second.choice !== first.choice) return second;
  }
  // "No three", typed in haste, may be a no and the three.
  return readPhrase(lexicon.leads(), sentence.said, 0) ? undefined : otherThan(choiceIn(behind, asked), asked);
}

function otherThan(refused: Found | undefined, { options = [] }: Understanding): Found | undefined {
  const [other, ...more] = options.filter(({ id }) => id !== refused?.choice);
  if (!refused || !other || more.length > 0) return undefined;
  const ordinal = options.indexOf(other) + 1;
  return { ...refused, choice: other.id, slots: { ordinal: { said: other.label, ids: [], ordinal } } };
}

function choiceIn(sentence: Sentence, asked: Understanding): (Found & { readonly choice: string }) | undefined {
  const { bare } = withoutCourtesy(sentence, asked.sense.lexicon);
  const found = bare.said.length === 0 ? undefined : answerTo(bare, asked);
  return found?.choice === undefined ? undefined : { ...found, choice: found.choice };
}
