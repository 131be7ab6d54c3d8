/** Sentences that ask a shop for nothing, one behind the other: "slower, I can't keep up", "thanks, that's all". */

import type { IntentName } from '../../vocabulary/intents';
import type { Found, Hear } from './heard';
import { cut, type Sentence } from './slots';

/** However often it is said, it is said in few words. */
const MOST_WORDS = 16;

/** What is said besides another gives way to it; of two that both want something, neither is meant alone. */
const WEIGHT: Readonly<Partial<Record<IntentName, number>>> = {
  SmallTalk: 1,
  Thanks: 2,
  Insult: 3,
  Volume: 4,
  Pace: 4,
  Repeat: 4,
  Stop: 4,
  Help: 4,
  LegalThreat: 5,
};
const WANTS_SOMETHING = 4;

/** undefined: some of it is something else. */
export function saidTogether(sentence: Sentence, hear: Hear): Found | undefined {
  const { length } = sentence.said;
  if (length > MOST_WORDS) return undefined;
  for (let at = 1; at < length; at += 1) {
    const first = weighing(hear(cut(sentence, 0, at)));
    if (!first) continue;
    const rest = cut(sentence, at, length);
    const second = weighing(hear(rest)) ?? saidTogether(rest, hear);
    const meant = second && heavier(first, second);
    if (meant) return { ...meant, read: { from: 0, to: length } };
  }
  return undefined;
}

function weighing(found: Found | undefined): Found | undefined {
  return found?.score === 1 && WEIGHT[found.intent] ? found : undefined;
}

function heavier(one: Found, other: Found): Found | undefined {
  if (one.intent === other.intent) return one;
  const [first, second] = [WEIGHT[one.intent] ?? 0, WEIGHT[other.intent] ?? 0];
  if (first >= WANTS_SOMETHING && second >= WANTS_SOMETHING) return undefined;
  return first > second ? one : other;
}
