/** All ways to read an utterance by the sentences of a language, and which of them is meant. */

import type { Slot, Slots, WordKind } from '../../vocabulary/heard';
import { slotsOfLines, TAKES_LINES } from '../../vocabulary/lines';
import { type AskedAbout, isSound, NOTHING, orderOf, scoreOf, type Weighed } from './certainty';
import { type Capture, type Reading, readings } from './grammar';
import type { Found, HearingContext } from './heard';
import { type OrderText, ordered } from './lines-together';
import { isNoPlace } from './no-place';
import { meantOf, type ReadLine } from './of-these';
import type { Stretch } from './order-reading';
import { inOrders } from './ordered-goods';
import { readLines } from './read-lines';
import { spansOf } from './slot-spans';
import { type Sense, type Sentence, slotOf } from './slots';
import { readPhrase, tokens } from './words';

export function askedAbout({ question, told, options, goods: tables }: HearingContext): AskedAbout {
  const goods = (question?.goods ?? []).map(({ productId }) => productId);
  const [part = ''] = question?.id.split('.') ?? [];
  return {
    part,
    goods,
    packOf: tables.packOf,
    ...(told ? { told: told.by } : {}),
    isBuying: question?.commits === true && goods.length > 0,
    hasOptions: options !== undefined && question?.commits !== true,
    hasMatter: goods.length > 0 || told?.isOrder === true,
  };
}

/** All sentences of the language; the reading that guesses least wins. What is said for nobody here is nothing else, whatever a slot would take of it. */
export function bySentences(sentence: Sentence, sense: Sense, about = NOTHING): Found | undefined {
  const all = readings(sense.lexicon.grammar(), sentence.said, spansOf(sense));
  if (all.length === 0) return undefined;
  if (all.some(({ intent }) => intent === 'Fallback')) return { intent: 'Fallback', slots: {}, score: 0, rivals: [] };
  const text = { sentence, sense, about, slotAt: slotsRead(sentence, sense), linesAt: linesRead(sentence, sense) };
  const weighed = all.map((reading) => weigh(reading, text)).filter(isSound);
  const [best, ...others] = weighed.sort(orderOf(about));
  if (!best) return undefined;
  const rivals = others
    .filter(({ reading }, at) => {
      const first = others.findIndex((other) => other.reading.intent === reading.intent);
      return reading.intent !== best.reading.intent && first === at;
    })
    .map((other) => ({ intent: other.reading.intent, score: scoreOf(other) }));
  return { intent: best.reading.intent, slots: best.slots, score: scoreOf(best), rivals };
}

/** What the readings of one sentence ask of it again and again. */
type In = {
  readonly sentence: Sentence;
  readonly sense: Sense;
  readonly about: AskedAbout;
  readonly slotAt: (capture: Capture) => Slot;
  readonly linesAt: (stretch: Stretch) => OrderText;
};

function slotsRead(sentence: Sentence, sense: Sense): In['slotAt'] {
  const known = new Map<string, Slot>();
  return (capture) => {
    const key = `${capture.type}:${capture.from}:${capture.to}`;
    const slot = known.get(key) ?? slotOf(sense, sentence, capture);
    known.set(key, slot);
    return slot;
  };
}

function linesRead(sentence: Sentence, sense: Sense): In['linesAt'] {
  const known = new Map<string, OrderText>();
  return (stretch) => {
    const key = `${stretch.from}:${stretch.to}`;
    const lines = known.get(key) ?? readLines(sentence, stretch, sense);
    known.set(key, lines);
    return lines;
  };
}

function weigh(reading: Reading, text: In): Weighed {
  const read = reading.captures.map((capture) => [capture, text.slotAt(capture)] as const);
  if (TAKES_LINES.has(reading.intent)) return weighLines(reading, read, text);
  const filled = read.map(([capture, slot]) => [capture, inOrders(slot, capture.type, text.sense)] as const);
  const guessed = filled.filter(([{ type }]) => isOpen(type));
  const taken = filled.filter(([{ type }]) => isOpen(type) || type === 'AMAZON.SearchQuery');
  return {
    reading,
    slots: Object.fromEntries(filled.map(([capture, slot]) => [capture.slot, slot])),
    unknown: strangeness(guessed, text),
    open: taken.reduce((sum, [capture]) => sum + capture.to - capture.from, 0),
  };
}

/** How many values the shop does not know; what cannot be one counts twice. */
function strangeness(filled: Filled, text: In): number {
  const isKnown = ({ ids, ordinal }: Slot) => ids.length > 0 || (ordinal !== undefined && text.about.hasOptions);
  return filled.reduce((sum, [capture, slot]) => sum + (isKnown(slot) ? 0 : isSmall(capture, text) ? 2 : 1), 0);
}

/** "Mi è arrivata …": a word that says nothing by itself is no goods; "it" may be. */
function isSmall({ type, from, to }: Capture, { sentence: { said }, sense }: In): boolean {
  const own = said.slice(from, to);
  if (type === 'Place') return isNoPlace(own, sense) || isRequest(own, sense);
  const { lexicon } = sense;
  return type === 'Product' && own.every((token) => lexicon.small.has(token)) && !lexicon.pronouns.has(own.join(' '));
}

/** "What about shipping costs", "what about express": what is said by itself, with nothing in it that could be anything, is no place. */
function isRequest(own: readonly string[], sense: Sense): boolean {
  return readings(sense.lexicon.grammar(), own, spansOf(sense)).some(({ captures }) =>
    captures.every(({ type }) => !isOpen(type) && !CAN_BE_ANYTHING.has(type)),
  );
}

/** Slot types that take whatever is said. */
const CAN_BE_ANYTHING: ReadonlySet<string> = new Set(['AMAZON.SearchQuery', 'AMAZON.FirstName']);

type Filled = readonly (readonly [Capture, Slot])[];

/** Each stretch of goods is read line by line, with the number that the sentence has right before it. */
function weighLines(reading: Reading, filled: Filled, text: In): Weighed {
  const { sense, about, linesAt } = text;
  const goods = filled
    .filter(([{ type }]) => type === 'Product')
    .map(([capture]) => stretchOf(capture, reading.captures));
  const isOwn = ({ from, slot }: Capture) =>
    goods.every((stretch) => from < stretch.from || from >= stretch.to) || slot === 'basis';
  const named = Object.fromEntries(
    filled.filter(([capture]) => isOwn(capture)).map(([{ slot }, value]) => [slot, value]),
  );
  const isBehind = filled.some(([{ slot, from }]) => slot === 'amend' && goods.every((stretch) => from >= stretch.to));
  const read = meantOf(ordered(goods.map(linesAt)), named, { about, sense, isBehind });
  const others = read.slots;
  const lines = read.lines.filter(({ product }) => product !== undefined);
  const known = lines.filter(({ product }) => (product?.ids.length ?? 0) > 0).length;
  const places = filled.filter(([capture]) => capture.type === 'Place' && isOwn(capture));
  // "Cancel the coffee and the tea", where nothing is being bought: there is nothing they could be taken out of.
  const isOutOfNothing =
    lines.length > 1 && !about.part && about.told !== 'Purchase' && others.amend?.ids[0] === 'drop';
  const isNone = goods.some((stretch) => stretch.to - stretch.from > LONGEST_UNKNOWN || isTalk(stretch, text));
  return {
    reading,
    slots: { ...read.besides, ...others, ...slotsOfLines(read.lines) },
    unknown:
      (isOutOfNothing ? 2 : 0) +
      (others.amend &&
      (read.besides.left || read.besides.place || !(isNamed(lines, sense) || isCount(others, lines, about)))
        ? 2
        : 0) +
      strangeness(places, text) +
      (known === lines.length ? 0 : (known === 0 && isNone) || areSplit(goods) ? 2 : 1),
    open: goods.reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

/** Goods that are added to a purchase, or put into their place, are called by a name of theirs. */
function isNamed(lines: readonly ReadLine[], { lexicon, mentions }: Sense): boolean {
  const isName = ({ product }: ReadLine) =>
    mentions.exactly(tokens(product?.said ?? '', lexicon.words.apostrophe)).length > 0;
  return lines.length > 0 && lines.every((line) => line.isOfThese || isName(line));
}

/** "Two more", of what is being bought; at a choice they are two more to choose from. */
function isCount({ amend, quantity }: Slots, lines: readonly ReadLine[], { part, isBuying }: AskedAbout): boolean {
  if (part === 'Reorder' && !isBuying && amend?.ids[0] === 'more') return false;
  return lines.length === 0 && quantity !== undefined && COUNTS[amend?.ids[0] ?? ''] === true;
}

const COUNTS: Readonly<Record<string, true>> = { more: true, less: true, add: true, drop: true, each: true };

/** A sentence about goods of which none is known says something else when it goes on and on. */
const LONGEST_UNKNOWN = 8;

/** "Tea when does it arrive", "coffee or have I got some left": no goods are called so. */
function isTalk({ from, to }: Stretch, { sentence: { said }, sense }: In): boolean {
  const labels = sense.lexicon.labels();
  for (let at = from; at < to; at += 1) {
    const read = readPhrase(labels, said, at);
    if (read && at + read.length <= to && OF_TALK[read.value]) return true;
  }
  return false;
}

const OF_TALK: Readonly<Partial<Record<WordKind, true>>> = { question: true, condition: true, wait: true };

/** Goods named without a word between them: "dog shampoo" is not dog and shampoo. */
function areSplit(goods: readonly { readonly from: number; readonly to: number }[]): boolean {
  return goods.some(({ to }) => goods.some(({ from }) => from === to));
}

/** From the number before the goods on, where no other slot stands between them. */
function stretchOf({ from, to }: Capture, captures: readonly Capture[]): Pick<Capture, 'from' | 'to'> {
  const before = captures.findLast((one) => one.to <= from);
  return { from: before?.type === 'AMAZON.NUMBER' ? before.from : from, to };
}

function isOpen(type: string): boolean {
  return type === 'Product' || type === 'Place';
}
