/** All ways to read an utterance by the sentences of a language, and which of them is meant. */

import type { Slots } from '../../vocabulary/heard';
import { type Reading, readings } from './grammar';
import type { Found } from './heard';
import { type Sense, type Sentence, slotOf, spansOf } from './slots';

type Weighed = { readonly reading: Reading; readonly slots: Slots; readonly unknown: number; readonly open: number };

/** All sentences of the language; the reading that guesses least wins. */
export function bySentences(sentence: Sentence, sense: Sense): Found | undefined {
  const all = readings(sense.lexicon.grammar, sentence.said, spansOf(sense));
  const weighed = all.map((reading) => weigh(reading, sentence, sense)).filter(isSound);
  const [best, ...others] = weighed.sort(byCertainty);
  if (!best) return undefined;
  const rivals = others
    .filter(({ reading }, at) => {
      const first = others.findIndex((other) => other.reading.intent === reading.intent);
      return reading.intent !== best.reading.intent && first === at;
    })
    .map((other) => ({ intent: other.reading.intent, score: scoreOf(other) }));
  return { intent: best.reading.intent, slots: best.slots, score: scoreOf(best), rivals };
}

function weigh(reading: Reading, sentence: Sentence, sense: Sense): Weighed {
  const filled = reading.captures.map((capture) => [capture, slotOf(sense, sentence, capture)] as const);
  const guessed = filled.filter(([{ type }]) => isOpen(type));
  const taken = filled.filter(([{ type }]) => isOpen(type) || type === 'AMAZON.SearchQuery');
  return {
    reading,
    slots: Object.fromEntries(filled.map(([capture, slot]) => [capture.slot, slot])),
    unknown: guessed.filter(([, slot]) => slot.ids.length === 0).length,
    open: taken.reduce((sum, [capture]) => sum + capture.to - capture.from, 0),
  };
}

function isOpen(type: string): boolean {
  return type === 'Product' || type === 'Place';
}

/** "I'd like a doctor" is no order: where the sentence itself says nothing, the goods must be the shop's. */
function isSound({ reading, unknown }: Weighed): boolean {
  return unknown === 0 || (!reading.plain && unknown === 1);
}

function byCertainty(a: Weighed, b: Weighed): number {
  return a.unknown - b.unknown || a.open - b.open || b.reading.literals - a.reading.literals;
}

function scoreOf({ unknown }: Weighed): number {
  return unknown === 0 ? 1 : 0.7;
}
