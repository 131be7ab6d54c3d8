/** One word for all goods, one for all places, days and numbers: what is asked of one is asked of all of them. */

import { type Node, parse } from '../sentences';
import { tokens } from '../words';
import { goodsIn, type Lesson, slotValues } from './lesson';

/** Brings a sentence to what the classifier learns from. */
export type Classes = (said: readonly string[]) => readonly string[];

/** Slot types whose values are alike, and the word that stands for them. */
const ALIKE = {
  Product: '#goods',
  Place: '#place',
  'AMAZON.DATE': '#day',
  'AMAZON.NUMBER': '#number',
  Sum: '#number',
  Digits: '#number',
} as const;
/** A word that so many sentences have of their own says something by itself: "box", "card", "one". */
const OWN = 3;

export function classesOf(lesson: Lesson): Classes {
  const { words } = lesson;
  const own = literals(lesson);
  const small = new Set([...words.noise, ...words.filler].flatMap((text) => tokens(text, words.apostrophe)));
  const values = slotValues(lesson);
  const classes = new Map<string, string>();
  for (const [type, name] of Object.entries(ALIKE)) {
    for (const text of type === 'Product' ? goodsIn(lesson.goods) : (values[type] ?? [])) {
      for (const token of tokens(text, words.apostrophe)) {
        if (!small.has(token) && (own.get(token) ?? 0) < OWN && !classes.has(token)) classes.set(token, name);
      }
    }
  }
  return (said) => {
    const found: string[] = [];
    for (const token of said) {
      const one = /^\d+$/.test(token) ? ALIKE['AMAZON.NUMBER'] : (classes.get(token) ?? token);
      if (one !== found.at(-1) || one === token) found.push(one);
    }
    return found;
  };
}

/** A time may stand in any sentence, and says nothing of what is wished; what takes a call back takes back much else. */
export function isLearned(template: string): boolean {
  return !/\{(time|call)\}/.test(template);
}

/** In how many sentences a word stands outside slots. */
function literals({ sentences, words }: Lesson): ReadonlyMap<string, number> {
  const often = new Map<string, number>();
  for (const template of Object.values(sentences).flat().filter(isLearned)) {
    const own = new Set(textsIn(parse(template)).flatMap((text) => tokens(text, words.apostrophe)));
    for (const token of own) often.set(token, (often.get(token) ?? 0) + 1);
  }
  return often;
}

function textsIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.kind === 'choice' ? node.branches.flatMap(textsIn) : node.kind === 'text' ? [node.text] : [],
  );
}
