/** What an utterance is most like among all that shoppers ask for, and whether that is sure enough. */

import type { IntentName } from '../../vocabulary/intents';
import { NONE } from './classifier/samples';
import type { Scored } from './classifier/scorer';
import { findSlots } from './find-slots';
import type { Found, Understanding } from './heard';
import { shareKnown } from './known-words';
import { isPerson } from './owners';
import type { Sentence } from './slots';

/**
 * How much more an utterance must be like an intent than like nothing of ours: from the first on it is acted on, from
 * the second on it is asked about. Chosen by cross-validation on our own sentences and on others' utterances.
 */
const ACCEPTED_FROM = 1.1;
const ASKED_FROM = 0.33;
/**
 * The same where nothing else comes near. Of others' utterances in five languages 2.6 % more are heard right by it, and 0.8 % more of
 * what no shop is asked for is acted on; from 0.6 on it would be 4.2 % and 3.2 %.
 */
const CLEAR_FROM = 0.8;
const CLEAR_BY = 0.7;
/** While something waits for a yes: what was said to somebody else must not lead away from it. */
const CLEAR_FROM_WHILE_ASKED = 0.9;
/** What is nearly as like something else is asked about: of such words half were heard wrong. */
const APART_BY = 0.3;
/**
 * The share of its words that must be known; with fewer a few letters make the likeness: "do penguins have knees". At these
 * nothing that is said to a shop was lost; at a half, one in a hundred was.
 */
const KNOWN_FROM = { acted: 0.3, asked: 0.34 };
/** Margins lie mostly between -2 and 3; nothing that is only alike is as sure as a sentence of ours. */
const STEEPNESS = 2;
const MOST_SURE = 0.99;
/** How sure likeness has to be for a guess at goods nobody knows: of what it takes for that, and for something else. */
const NOTHING_LIKE = { it: 0.012, other: 0.15, topic: 0.72 } as const;
/** Rivals worth telling. */
const RIVALS = 4;

export type Likely = {
  readonly heard: Found;
  readonly best: IntentName;
  readonly score: number;
  readonly isSure: boolean;
};

/** undefined: nothing is learned yet. */
export function byLikeness(sentence: Sentence, asked: Understanding): Likely | undefined {
  // "That one" is like nothing.
  if (!asked.score || asked.sense.lexicon.pronouns.has(sentence.said.join(' '))) return undefined;
  const ranked = rank(asked.score(sentence.said));
  const [best, second] = ranked;
  if (!best || !second) return undefined;
  const found = (intent: IntentName) => ({
    intent,
    slots: findSlots(sentence, asked.intents[intent] ?? {}, asked.sense),
  });
  const rivals = ranked.slice(0, RIVALS + 1).map(({ intent, over }) => ({ intent, score: sureness(over) }));
  const known = shareKnown(sentence.said, asked.sense);
  const isSure = known >= KNOWN_FROM.acted && isAhead(best, second, asked);
  const score = sureness(isSure ? Math.max(best.over, ACCEPTED_FROM) : best.over);
  if (isSure) {
    const [first, other] = [found(best.intent), found(second.intent)];
    const heard = { ...first, score, rivals: rivals.slice(1), maybe: [first, other] };
    return { heard, best: best.intent, score, isSure: true };
  }
  const asks =
    best.over >= ASKED_FROM && known >= KNOWN_FROM.asked
      ? { maybe: [best, second].map(({ intent }) => found(intent)) }
      : {};
  return { heard: { intent: 'Fallback', slots: {}, score, rivals, ...asks }, best: best.intent, score, isSure: false };
}

function isAhead(best: Ranked, second: Ranked, { question }: Understanding): boolean {
  // Where a yes is waited for, "not enough" is nobody's name.
  if (question?.commits && best.intent === 'MyName') return false;
  const by = best.over - second.over;
  const clear = question?.commits ? CLEAR_FROM_WHILE_ASKED : CLEAR_FROM;
  return by >= CLEAR_BY ? best.over >= clear : best.over >= ACCEPTED_FROM && by >= APART_BY;
}

type Ranked = { readonly intent: IntentName; readonly over: number };

/** By how much each is above "nothing of ours", the most first. */
function rank(scored: readonly Scored[]): readonly Ranked[] {
  const none = scored.find(({ label }) => label === NONE)?.margin ?? 0;
  return scored
    .filter(({ label }) => label !== NONE)
    .map(({ label, margin }) => ({ intent: label as IntentName, over: margin - none }))
    .sort((a, b) => b.over - a.over);
}

/** From 0 to 1; a half where it begins to be acted on. */
function sureness(over: number): number {
  const score = MOST_SURE / (1 + Math.exp(-STEEPNESS * (over - ACCEPTED_FROM)));
  return Math.round(score * 1e4) / 1e4;
}

/** "Where is the nearest pharmacy": goods nobody sells, in words that are like nothing a shop is asked for. */
export function isLikeNothing({ score, intent, slots }: Found, likely: Likely, asked: Understanding): boolean {
  const { topics, sense, intents } = asked;
  if (intents[intent]?.orderNumber && !likely.isSure && isPerson(slots, sense)) return true;
  const least = likely.best === intent ? NOTHING_LIKE.it : NOTHING_LIKE.other;
  if (score === 1 || likely.isSure || likely.score >= least) return false;
  // "The nearest pick-up point" is what a topic is called by.
  const named = topics?.nearest(sense.lexicon.split(slots.product?.said ?? ''), 'names');
  return (named?.likeness ?? 0) < NOTHING_LIKE.topic;
}
