/** A question about what the shop has written: its topic, where no sentence of ours names it. */

import type { Slot } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import { findSlots } from './find-slots';
import { type Found, NOT_UNDERSTOOD, type Understanding } from './heard';
import { isForOthers } from './not-for-us';
import { type Sentence, writtenIn } from './slots';
import { type Near, SAID_WITHIN, TOPIC, type Topics, topicalIn } from './topics';
import { asksForRule } from './wonders';
import { readPhrase } from './words';

/**
 * How alike words must be to what is asked of a topic: where they are heard as such a question, of nothing, of goods nobody
 * knows, or of some that are sold; where they may be one, and nothing else is understood; where they ask what holds for
 * everybody, also where something else is guessed; where something else is guessed; where nobody understands them; and where
 * all that is guessed is something else. Chosen on what is said for other intents and for none;
 * `test/language/topics.test.ts` measures what is found and what is taken for it wrongly.
 */
const LIKENESS = {
  heard: 0.4,
  maybe: 0.55,
  unknown: 0.5,
  rule: 0.5,
  ruleInstead: 0.8,
  guessed: 0.82,
  unheard: 0.79,
  named: 0.82,
  other: 0.9,
} as const;

/** What was heard, with its topic; or such a question in its place. */
export function byTopic(sentence: Sentence, asked: Understanding, heard: Found): Found {
  const { topics } = asked;
  if (isForOthers(sentence, heard, asked)) return NOT_UNDERSTOOD;
  const intent = topicalIn(asked.intents);
  const found = withValues(sentence, asked, founded(heard, intent));
  if (!topics || !intent || found.negated || found.choice !== undefined || sentence.said.length === 0) return found;
  const slot = (topic: string): Slot => ({ said: writtenIn(sentence), ids: [topic] });
  const exact = topics.exactly(sentence.said);
  const asksRule = found.read === undefined && asksForRule(sentence, asked);
  const unsure = { found, intent, topics, isNoName: isNoName(found, topics, asked), asksRule };
  if (found.intent === intent && exact === undefined) {
    const rest = withoutGoods(sentence, found, asked);
    const { product } = found.slots;
    if ((product?.ids.length && isDetail(rest, asked)) || (product?.ordinal !== undefined && asked.options))
      return found;
    return ofTopic(unsure, slot, topics.nearest(rest, found.slots.product ? 'questions' : 'names'));
  }
  const all = { from: 0, to: sentence.said.length };
  if (exact !== undefined && (found.intent === intent || !isSure(found)))
    return { intent, slots: { topic: slot(exact) }, score: 1, rivals: [], read: all };
  const near = isSure(found) ? undefined : nearIn(sentence, unsure, asked);
  return near ? { intent, slots: { topic: slot(near.topic) }, score: near.likeness, rivals: [], read: all } : found;
}

/** "Ile kosztuje [kawa]": what it costs is asked of these goods, however like the beginning of another question. */
function isDetail(rest: readonly string[], { sense }: Understanding): boolean {
  const details = sense.lexicon.values.get('Detail');
  return details !== undefined && rest.length > 0 && readPhrase(details, rest, 0)?.length === rest.length;
}

/** A guess at goods nobody sells, and at no topic, is no better than the next guess. */
function founded(found: Found, topical: IntentName | undefined): Found {
  const { product, topic } = found.slots;
  const [, second] = found.maybe ?? [];
  const isGuess = found.intent === topical && found.read === undefined && second !== undefined;
  if (!isGuess || !product || product.ids.length > 0 || (topic?.ids.length ?? 0) > 0) return found;
  return { ...found, intent: second.intent, slots: second.slots };
}

/** "Where's the nearest pick-up point": what stands where goods would is what a topic is called by. */
function isNoName({ read, slots: { product } }: Found, topics: Topics, { sense }: Understanding): boolean {
  if (read === undefined || product?.ids.length !== 0) return false;
  return (topics.nearest(sense.lexicon.split(product.said), 'names')?.likeness ?? 0) >= LIKENESS.unknown;
}

type Unsure = {
  readonly found: Found;
  readonly intent: IntentName;
  readonly topics: Topics;
  /** What stands where goods would names none. */
  readonly isNoName: boolean;
  /** It is asked as what holds for everybody is, and nothing else was read from it. */
  readonly asksRule: boolean;
};

/** What is read from a sentence or from an answer is left alone; what is only guessed gives way to what is more like a question. */
function nearIn(sentence: Sentence, unsure: Unsure, { expects }: Understanding): Near | undefined {
  // What holds for everybody is asked in the middle of anything; "cancel the first" is an answer.
  return ruleIn(sentence, unsure) ?? (expects ? undefined : questionIn(sentence, unsure));
}

/** A question about what holds for everybody. */
function ruleIn({ said }: Sentence, { found, intent, topics, asksRule }: Unsure): Near | undefined {
  if (!asksRule) return undefined;
  return atLeast(leastOfRule(found, intent), topics.nearest(said, 'names'));
}

/** The less likely it is that a topic is asked for, the liker it must be. */
function leastOfRule(found: Found, intent: IntentName): number {
  if (isMaybe(found, intent)) return LIKENESS.rule;
  const isLikest = found.intent === 'Fallback' && found.rivals[0]?.intent === intent;
  return isLikest ? LIKENESS.maybe : LIKENESS.ruleInstead;
}

function questionIn({ said }: Sentence, { found, intent, topics, isNoName }: Unsure): Near | undefined {
  const isGuess = found.read === undefined && (found.intent === 'Fallback' || found.maybe);
  if (!isNoName && !isGuess) return undefined;
  const isHeard = found.intent !== 'Fallback' && !isNoName;
  if (isMaybe(found, intent))
    return atLeast(isHeard ? LIKENESS.guessed : LIKENESS.maybe, topics.nearest(said, 'names'));
  return atLeast(isHeard ? LIKENESS.other : LIKENESS.unheard, topics.nearest(said, 'questions'));
}

function isMaybe({ maybe }: Found, intent: IntentName): boolean {
  return maybe?.some((one) => one.intent === intent) ?? false;
}

function atLeast(least: number, near: Near | undefined): Near | undefined {
  return near && near.likeness >= least ? near : undefined;
}

/** A question that names goods, or a topic in passing, is about these, unless it is very like a question about another. */
function ofTopic({ found, isNoName }: Unsure, slot: (topic: string) => Slot, near: Near | undefined): Found {
  const { topic, product, ...others } = found.slots;
  const isNamed = (product !== undefined && !isNoName) || (topic?.ids.length ?? 0) > 0;
  const least = isNamed ? LIKENESS.named : product ? LIKENESS.unknown : LIKENESS.heard;
  if (!near || near.likeness < least) return found;
  return topic?.ids.includes(near.topic) ? found : { ...found, slots: { ...others, topic: slot(near.topic) } };
}

/** A topic a voice channel could not place, by what was said for it. */
export function placed(slot: Slot, topics: Topics, split: (text: string) => readonly string[]): Slot {
  const said = split(slot.said);
  const near = slot.ids.length === 0 ? topics.nearest(said, 'names') : undefined;
  return near && near.likeness >= LIKENESS.heard ? { ...slot, ids: [near.topic] } : slot;
}

function withoutGoods({ said }: Sentence, { slots }: Found, { sense }: Understanding): readonly string[] {
  const goods = new Set(slots.product?.ids.length ? sense.lexicon.split(slots.product.said) : []);
  return said.filter((token) => !goods.has(token));
}

/** A sentence of another intent, or an answer to what is asked. */
function isSure({ intent, score, read }: Found): boolean {
  return intent !== 'Fallback' && score === 1 && read !== undefined;
}

/** A value that a sentence says in its own words. */
function withValues(sentence: Sentence, { intents, sense }: Understanding, found: Found): Found {
  const types = Object.entries(intents[found.intent] ?? {}).filter(
    ([slot, type]) => type !== TOPIC && SAID_WITHIN.has(type) && !found.slots[slot],
  );
  if (types.length === 0) return found;
  return { ...found, slots: { ...findSlots(sentence, Object.fromEntries(types), sense), ...found.slots } };
}
