/** What the classifier learns from: a language's sentences with slots filled, carriers around them, words exchanged. */

import type { IntentName } from '../../../vocabulary/intents';
import type { SlotTypes } from '../places';
import { expand, type Sentences } from '../sentences';
import { tokens, type Words } from '../words';
import { classesOf, isLearned } from './classes';
import { type Lesson, type SlotValues, slotValues, spread } from './lesson';
import { type Random, randomFrom } from './random';
import type { Sample } from './train';

/** The class of what nobody here can do. */
export const NONE = 'Fallback';

/** Sentences taken from one template, spread over all it stands for; copies of them in carriers, and with other words. */
const PER_TEMPLATE = 24;
/** The same of a shop's own questions: they are many, and as much of each would draw to them what is said for other intents. */
const PER_QUESTION = 8;
const CARRIED = 2;
const EXCHANGED = 2;

/** The same lesson gives the same samples, and a new sentence changes none of the others'. */
export function samplesOf(lesson: Lesson): readonly Sample[] {
  const values = slotValues(lesson);
  const classes = classesOf(lesson);
  const { sentences, words, intents } = lesson;
  return [...Object.keys(intents), NONE].flatMap((label) =>
    templatesOf(label, sentences)
      .filter(standsAlone)
      .flatMap((template) => {
        const random = randomOf(`${label} ${template}`);
        const types = intents[label as IntentName] ?? {};
        const fill = (sentence: string) => filled(sentence, { types, values, random });
        const all = spread(expand(template), types.topic ? PER_QUESTION : PER_TEMPLATE);
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

/**
 * What changes or asks about an open purchase is heard exactly: by likeness it would start one. So is when to call, the cents
 * of a limit, a limit or code that is changed by its name, and a code.
 */
function standsAlone(template: string): boolean {
  return !/\{(change|amend|detail|cents|thing|code|enough|lead)\}/.test(template) && isLearned(template);
}

type Filling = { readonly types: SlotTypes; readonly values: SlotValues; readonly random: Random };

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

function randomOf(text: string): Random {
  let seed = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) seed = Math.imul(seed ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0;
  return randomFrom(seed);
}
