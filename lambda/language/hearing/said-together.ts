/** Sentences that ask a shop for nothing, one behind the other or before a request: "slower, I can't keep up", "thanks, cancel my order". */

import type { IntentName } from '../../vocabulary/intents';
import { endsFrom } from './ends-from';
import type { Found, Hear } from './heard';
import type { Lexicon } from './lexicon';
import { isRequest } from './refusals';
import { cut, type Sense, type Sentence } from './slots';

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
/** One word behind another sentence may still be of it. */
const FEWEST_ASKING = 2;

/** undefined: some of it is something else. */
export function saidTogether(sentence: Sentence, sense: Sense, hear: Hear): Found | undefined {
  const { length } = sentence.said;
  if (length > MOST_WORDS) return undefined;
  for (const at of endsOfFirst(sentence.said, sense.lexicon)) {
    const first = weighing(hear(cut(sentence, 0, at)));
    if (!first) continue;
    const rest = cut(sentence, at, length);
    const second = weighing(hear(rest)) ?? saidTogether(rest, sense, hear);
    const meant =
      second && WEIGHT[second.intent] ? heavier(first, second) : (second ?? requestBehind(first, rest, hear));
    if (meant) return { ...meant, read: { from: 0, to: length } };
  }
  return undefined;
}

/** "Thanks, cancel my order": what asks for nothing gives way to a request. */
function requestBehind(first: Found, rest: Sentence, hear: Hear): Found | undefined {
  if ((WEIGHT[first.intent] ?? WANTS_SOMETHING) >= WANTS_SOMETHING || rest.said.length < FEWEST_ASKING)
    return undefined;
  const found = hear(rest);
  return found?.score === 1 && isRequest(found) && !found.slots.left ? found : undefined;
}

/** "That's brilliant, thank you": where nothing was asked, it is no yes. */
export function thanksIn({ said }: Sentence, { lexicon }: Sense): boolean {
  return said.some((_, from) =>
    endsFrom(lexicon.grammar(), said, from).some(({ intents }) => intents.includes('Thanks')),
  );
}

/** Where a first such sentence may end, courtesies about it among its words: most utterances begin with none. */
function endsOfFirst(said: readonly string[], lexicon: Lexicon): readonly number[] {
  const isSmall = (at: number) => lexicon.courtesies.has(said[at] ?? '');
  const ends = new Set<number>();
  for (let from = 0; from === 0 || (from < said.length && isSmall(from - 1)); from += 1) {
    for (const { to, intents } of endsFrom(lexicon.grammar(), said, from)) {
      if (!intents.some((intent) => WEIGHT[intent])) continue;
      for (let end = to; end === to || isSmall(end - 1); end += 1) ends.add(end);
    }
  }
  return [...ends].filter((end) => end < said.length).sort((one, other) => one - other);
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
