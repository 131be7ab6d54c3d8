/** Who sets right what they just said: "make it three, no, two, no, four", "cancel my cat food, no wait, the dog food". */

import type { IntentName } from '../../vocabulary/intents';
import type { Found, Hear, Understanding } from './heard';
import { orderReader } from './order-reader';
import { put } from './put';
import { isRequest } from './refusals';
import { cut, isApart, type Sentence } from './slots';
import { readPhrase } from './words';

/** The most words that are put right at once, and how often in one breath. */
const LONGEST = 7;
const MOST_TURNS = 4;

/**
 * What stands behind a turn takes the place of the last words before it, where the same thing is wanted with another
 * value in the same slots; undefined: nothing is set right so, or it is not clear what takes whose place.
 */
export function setRight(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const [first, ...others] = betweenTurns(sentence, asked);
  if (!first || others.length === 0 || others.length > MOST_TURNS) return undefined;
  let wanted: Wanted | undefined = wantedIn(first, hear);
  for (const next of others) wanted = wanted && (putInto(wanted, next, hear) ?? insteadOf(wanted, next, hear));
  return wanted && { ...wanted.found, read: { from: 0, to: sentence.said.length } };
}

type Wanted = { readonly words: Sentence; readonly found: Found };

function wantedIn(words: Sentence, hear: Hear): Wanted | undefined {
  const found = hear(words);
  const isSure = found?.score === 1 && !found.slots.left && !found.slots.amend;
  return isSure ? { words, found } : undefined;
}

function putInto({ words, found }: Wanted, next: Sentence, hear: Hear): Wanted | undefined {
  if (Object.keys(found.slots).length === 0) return undefined;
  const [wanted, before] = [slotsOf(found), valuesOf(found)];
  // The last words first; then those before them: "two bags, no, three".
  for (let to = words.said.length; to > 0; to -= 1) {
    for (let from = to - 1; from >= Math.max(0, to - LONGEST); from -= 1) {
      const now = wantedIn(put(words, { from, to }, next), hear);
      if (now && slotsOf(now.found) === wanted && valuesOf(now.found) !== before) return now;
    }
  }
  return undefined;
}

const ENDS: ReadonlySet<IntentName> = new Set(['Cancel', 'Stop', 'No']);

/** "Order coffee, no wait, cancel my order"; "make it two, no, cancel". */
function insteadOf({ found }: Wanted, next: Sentence, hear: Hear): Wanted | undefined {
  const now = hear(next);
  const isWish = now && (isRequest(now) || ENDS.has(now.intent));
  const isOther = isWish && now.score === 1 && isRequest(found) && now.intent !== found.intent;
  return isOther && !now.slots.left && !now.slots.amend ? { words: next, found: now } : undefined;
}

function slotsOf({ intent, slots }: Found): string {
  return [intent, ...Object.keys(slots).sort()].join(' ');
}

/** What is set right has become something else: "make it two, no, cancel" is no other number. */
function valuesOf({ slots }: Found): string {
  return JSON.stringify(Object.values(slots).map(({ said, ...meant }) => meant));
}

function betweenTurns(sentence: Sentence, asked: Understanding): readonly Sentence[] {
  const { instead, but, and, or } = orderReader(asked.sense.lexicon.words);
  // "Coffee but no tea" refuses tea.
  const joins = (at: number) => [but, and, or].some((all) => readPhrase(all, sentence.said, at)?.length === 1);
  const stretches: Sentence[] = [];
  let from = 0;
  for (let at = 1; at < sentence.said.length; at += 1) {
    const turn = readPhrase(instead, sentence.said, at);
    if (!turn || at === from || joins(at - 1) || isNot(sentence, { at, turn: turn.length }, asked)) continue;
    stretches.push(cut(sentence, from, at));
    from = at + turn.length;
    at = from - 1;
  }
  stretches.push(cut(sentence, from, sentence.said.length));
  return stretches.some(({ said }) => said.length === 0) ? [] : stretches;
}

/** "Ne" and "nie" are no and not alike: a sign before it and none behind, "velikost 3, ne 4", make it a not, and so does a choice. */
function isNot(
  sentence: Sentence,
  { at, turn }: { at: number; turn: number },
  { options, sense }: Understanding,
): boolean {
  const refusal = readPhrase(sense.lexicon.refusals(), sentence.said, at);
  if (refusal?.length !== turn || !refusal.value.includes('') || isApart(sentence, { length: at + turn })) return false;
  return options !== undefined || isApart(sentence, { length: at });
}
