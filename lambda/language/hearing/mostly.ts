/** "Say it slower, I'm writing it down": where nothing else is heard, the little thing most of the words say. */

import type { IntentName } from '../../vocabulary/intents';
import { endsFrom } from './ends-from';
import type { Found } from './heard';
import type { Lexicon } from './lexicon';
import type { Sense, Sentence } from './slots';
import { readPhrase } from './words';

/** What costs nothing, sends nothing and ends nothing, and is told in a sentence. */
const LITTLE: ReadonlySet<IntentName> = new Set([
  'Help',
  'Thanks',
  'Insult',
  'LegalThreat',
  'Volume',
  'Pace',
  'SmallTalk',
]);

/** These are short, whatever else is said with them. */
const MOST_WORDS = 16;
/** One word of it may stand in any sentence. */
const LEAST_TOGETHER = 2;
const SURENESS = 0.7;
/**
 * How many other words may stand beside each of it, where it is not one: small talk is made of everyday words, and "can you help me" leads
 * to anything.
 */
const STRANGE_BESIDE: Readonly<Partial<Record<IntentName, number>>> = { SmallTalk: 0, Help: 1 / 4 };

/** A sentence of ours within others' words, and at least as long as all that is not of it; of two such things neither. */
export function mostly({ said }: Sentence, sense: Sense): Found | undefined {
  if (said.length > MOST_WORDS) return undefined;
  const covered = coveredBy(said, sense.lexicon);
  const [[intent, places] = [], [, others] = []] = [...covered].sort(([, a], [, b]) => b.size - a.size);
  if (!intent || !places || places.size === others?.size) return undefined;
  const rest = said.filter((_, at) => !places.has(at));
  const strange = rest.filter((token) => !sense.lexicon.courtesies.has(token));
  if (strange.length > places.size * (STRANGE_BESIDE[intent] ?? 1) || rest.some((token) => turns(token, sense)))
    return undefined;
  return { intent, slots: {}, score: SURENESS, rivals: [] };
}

/** The places of the words that sentences of each are made of. */
function coveredBy(said: readonly string[], lexicon: Lexicon): ReadonlyMap<IntentName, ReadonlySet<number>> {
  const covered = new Map<IntentName, Set<number>>();
  for (let from = 0; from < said.length; from += 1) {
    for (const { to, intents } of endsFrom(lexicon.grammar(), said, from)) {
      const [intent, other] = intents;
      if (to - from < LEAST_TOGETHER || !intent || other || !LITTLE.has(intent)) continue;
      const places = covered.get(intent) ?? new Set();
      covered.set(intent, places);
      for (let at = from; at < to; at += 1) places.add(at);
    }
  }
  return covered;
}

/** A word that turns what it stands beside, or that names goods or their number: then it is about something else. */
function turns(token: string, { lexicon, mentions }: Sense): boolean {
  const kind = readPhrase(lexicon.labels(), [token], 0)?.value;
  const isTurning = kind === 'negation' || kind === 'condition' || kind === 'hedge';
  return isTurning || mentions.knows(token) || lexicon.numbers.phrases.has(token) || /^\d+$/.test(token);
}
