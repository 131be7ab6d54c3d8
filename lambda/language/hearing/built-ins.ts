/** Amazon's own intents where the sentence is none of ours: other small words around it, or a slip of the keyboard. */

import type { IntentName } from '../../vocabulary/intents';
import { coreOf } from './built-in-sentences';
import type { Found } from './heard';
import type { Lexicon } from './lexicon';
import { forgiven, isSwapped, slips } from './likeness';
import type { Sense, Sentence } from './slots';
import { readPhrase } from './words';

/** The most words of a misspelt "cancel", "say that again". */
const MOST_WORDS = 4;
/** A built-in is said in few words, however politely. */
const MOST_AROUND = 16;
/** None of its sentences that are looked for among others is longer. */
const MOST_LETTERS = 24;
const SURENESS = { core: 0.8, misspelt: 0.6 } as const;

/** "will you please say that again": what is left without its small words is a core of ours. */
export function builtInByCore({ said }: Sentence, { lexicon }: Sense): Found | undefined {
  if (said.length > MOST_AROUND) return undefined;
  const intent = lexicon.cores().get(coreOf(said, lexicon.courtesies));
  if (intent === undefined || !LIBERAL.has(intent) || said.some((token) => weighs(token, lexicon))) return undefined;
  if (isBareQuestion(said, lexicon) || (ENDS.has(intent) && isCounted(said, lexicon))) return undefined;
  return { intent, slots: {}, score: SURENESS.core, rivals: [] };
}

/** "I didn't hear you, can you say that again": two sentences that come to the same. */
export function builtInTwice({ said }: Sentence, { lexicon }: Sense): Found | undefined {
  if (said.length > MOST_AROUND) return undefined;
  const builtIns = lexicon.builtIns();
  let before = '';
  for (let at = 1; at < said.length && before.length <= MOST_LETTERS; at += 1) {
    before = said.slice(0, at).join(' ');
    const intent = builtIns.get(before);
    if (intent === undefined || !LIBERAL.has(intent)) continue;
    for (let from = at; from < said.length; from += 1) {
      if (builtIns.get(said.slice(from).join(' ')) === intent)
        return { intent, slots: {}, score: SURENESS.core, rivals: [] };
      if (!lexicon.courtesies.has(said[from] ?? '')) break;
    }
  }
  return undefined;
}

/** What a guess may start: it does nothing but tell, or end the visit. */
const LIBERAL: ReadonlySet<IntentName> = new Set([
  'Help',
  'Repeat',
  'Stop',
  'Cancel',
  'No',
  'More',
  'Next',
  'Previous',
  'Thanks',
]);

const ENDS: ReadonlySet<IntentName> = new Set(['Stop', 'Cancel', 'No']);

/** "Take one out": whoever counts speaks of goods. */
function isCounted(said: readonly string[], { numbers }: Lexicon): boolean {
  return said.some((token) => numbers.phrases.has(token) || /^\d+$/.test(token));
}

/** "What" with small words around it may ask anything. */
function isBareQuestion(said: readonly string[], { labels, courtesies }: Lexicon): boolean {
  const core = said.filter((token) => !courtesies.has(token));
  return core.every((token) => readPhrase(labels(), [token], 0)?.value === 'question');
}

/** A word that turns what it stands beside: "not", "if". */
function weighs(token: string, { labels }: Lexicon): boolean {
  const kind = readPhrase(labels(), [token], 0)?.value;
  return kind === 'negation' || kind === 'condition' || kind === 'hedge';
}

/** A slip in one of its sentences: "yse", "cancle", "hlep". What is spelled right is none: "and the cat" ends no chat. */
export function builtInNear({ said }: Sentence, { lexicon, mentions }: Sense): Found | undefined {
  if (said.length > MOST_WORDS) return undefined;
  const text = said.join(' ');
  const right = said.filter((token) => lexicon.isWord(token) || mentions.knows(token));
  const intents = new Set<IntentName>();
  for (const [known, intent] of lexicon.builtIns())
    if (isNear(text, known) && right.every((token) => known.split(' ').includes(token))) intents.add(intent);
  const [intent] = intents;
  if (intents.size !== 1 || intent === undefined || intent === 'Yes') return undefined;
  return { intent, slots: {}, score: SURENESS.misspelt, rivals: [] };
}

function isNear(text: string, known: string): boolean {
  const most = forgiven(known);
  return most === 0 ? known.length === 3 && isSwapped(text, known) : slips(text, known, most) <= most;
}
