/** What the classifier learns from: a language's sentences with slots filled, carriers around them, words exchanged. */

import type { IntentName } from '../../../vocabulary/intents';
import type { IntentSlots, SlotTypes } from '../grammar';
import { valuesOf } from '../lexicon';
import type { Nameable } from '../nameable';
import { expand, type Sentences } from '../sentences';
import { tokens, type Words } from '../words';
import { classesOf } from './classes';
import type { Sample } from './train';

export type Lesson = {
  readonly sentences: Sentences;
  readonly words: Words;
  /** The intents to be told apart, with their slots. Amazon's own are not among them: they are heard exactly. */
  readonly intents: IntentSlots;
  readonly products: readonly Nameable[];
  readonly language: string;
};

/** The class of what nobody here can do. */
export const NONE = 'Fallback';

/** Sentences taken from one template, spread over all it stands for; copies of them in carriers, and with other words. */
const PER_TEMPLATE = 8;
const CARRIED = 2;
const EXCHANGED = 2;
/** Values a slot is filled with, of as many goods as a catalogue has. */
const MOST_PRODUCTS = 60;

/** The same lesson gives the same samples, and a new sentence changes none of the others'. */
export function samplesOf(lesson: Lesson): readonly Sample[] {
  const values = slotValues(lesson);
  const classes = classesOf(lesson);
  const { sentences, words, intents } = lesson;
  return [...Object.keys(intents), NONE].flatMap((label) =>
    templatesOf(label, sentences)
      .filter(standsAlone)
      .flatMap((template) => {
        const random = randomFrom(`${label} ${template}`);
        const types = intents[label as IntentName] ?? {};
        const fill = (sentence: string) => filled(sentence, { types, values, random });
        const all = spread(expand(template), PER_TEMPLATE);
        const plain = all.map(fill);
        const again = () => fill(pick(all, random) ?? '');
        const carried = Array.from({ length: CARRIED }, () => carry(again(), words, random));
        const other = Array.from({ length: EXCHANGED }, () => exchange(again(), words, random));
        return [...plain, ...carried, ...other].map((text) => ({
          label,
          tokens: classes(tokens(text, words.apostrophe)),
        }));
      }),
  );
}

/** Small talk is heard exactly; whatever is only like it is nothing a shop can do. */
function templatesOf(label: string, sentences: Sentences): readonly string[] {
  const own = sentences[label] ?? [];
  return label === NONE ? [...own, ...(sentences.SmallTalk ?? [])] : own;
}

/** What changes or asks about an open purchase is heard exactly: by likeness it would start one. */
function standsAlone(template: string): boolean {
  return !/\{(change|amend|detail)\}/.test(template);
}

/** What the classifier sees of a catalogue. */
export function goodsIn(products: Lesson['products']): readonly string[] {
  return spread(products, MOST_PRODUCTS).flatMap(({ words }) => words.slice(0, 2));
}

type Random = (below: number) => number;
type Values = Readonly<Record<string, readonly string[]>>;

export function slotValues({ words, products, language }: Lesson): Values {
  const closed = Object.keys(words.values).map((type) => {
    const all = [...valuesOf(words, type, language).values()];
    return [type, type === 'Place' ? all.flatMap((texts) => texts.slice(0, 2)) : all.flat()] as const;
  });
  return {
    ...Object.fromEntries(closed),
    Product: goodsIn(products),
    'AMAZON.NUMBER': ['2', ...words.numbers.slice(2, 7).flat()],
    'AMAZON.DATE': [
      ...Object.values(words.days).flat(),
      ...words.weekdays.flat(),
      ...Object.values(words.periods).flatMap((all) => Object.values(all).flat()),
    ],
    OrderNumber: ['4271', '88219', '1043'],
  };
}

type Filling = { readonly types: SlotTypes; readonly values: Values; readonly random: Random };

function filled(sentence: string, { types, values, random }: Filling): string {
  return sentence.replace(/\{([A-Za-z]+)\}/g, (_, slot: string) => pick(values[types[slot] ?? ''] ?? [], random) ?? '');
}

function carry(text: string, { carriers }: Words, random: Random): string {
  return pick(carriers, random)?.replace('…', text) ?? text;
}

/** One of its words, where it has a group of its own, stands for another of the group. */
function exchange(text: string, { synonyms }: Words, random: Random): string {
  const padded = ` ${text} `;
  const usable = synonyms.flatMap((group) => {
    const word = group.find((one) => padded.includes(` ${one} `));
    return word === undefined ? [] : [{ word, others: group.filter((one) => one !== word) }];
  });
  const chosen = pick(usable, random);
  const other = chosen && pick(chosen.others, random);
  return chosen && other ? padded.replace(` ${chosen.word} `, ` ${other} `) : text;
}

function pick<T>(all: readonly T[], random: Random): T | undefined {
  return all.length === 0 ? undefined : all[random(all.length)];
}

/** `count` of them, evenly from the first to the last. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}

/** Marsaglia's xorshift, seeded by a text. */
function randomFrom(text: string): Random {
  let state = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
