/** What the classifier learns a language from, and what may stand in a slot of its sentences. */

import type { IntentSlots } from '../grammar';
import { valuesOf } from '../lexicon';
import type { Sentences } from '../sentences';
import type { Words } from '../words';

export type Lesson = {
  readonly sentences: Sentences;
  readonly words: Words;
  /** The intents to be told apart, with their slots. Amazon's own are not among them: they are heard exactly. */
  readonly intents: IntentSlots;
  /** What some of the goods are called, the usual name of each first. */
  readonly goods: readonly (readonly string[])[];
  readonly language: string;
};

/** Values a slot is filled with. */
const MOST_GOODS = 60;

/** What the classifier sees of a shop's goods. */
export function goodsIn(goods: Lesson['goods']): readonly string[] {
  return spread(goods, MOST_GOODS).flatMap((words) => words.slice(0, 2));
}

/** By slot type. */
export type SlotValues = Readonly<Record<string, readonly string[]>>;

export function slotValues({ words, goods, language }: Lesson): SlotValues {
  const closed = Object.keys(words.values).map((type) => {
    const all = [...valuesOf(words, type, language).values()];
    return [type, type === 'Place' ? all.flatMap((texts) => texts.slice(0, 2)) : all.flat()] as const;
  });
  const numbers = ['2', ...words.numbers.slice(2, 7).flat()];
  return {
    ...Object.fromEntries(closed),
    Product: goodsIn(goods),
    'AMAZON.NUMBER': numbers,
    Sum: numbers,
    'AMAZON.DATE': [
      ...Object.values(words.days).flat(),
      ...words.weekdays.flat(),
      ...Object.values(words.periods).flatMap((all) => Object.values(all).flat()),
    ],
    OrderNumber: ['4271', '88219', '1043'],
  };
}

/** `count` of them, evenly from the first to the last. */
export function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}
