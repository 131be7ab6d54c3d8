/** Whose order is meant, where it is somebody else's: "Chiara's order", "il pacco di mia moglie". */

import type { Slots } from '../../vocabulary/heard';
import { listed } from './listed';
import { type Sense, type Sentence, sentenceOf } from './slots';

/** Words that may stand between "of" and a person: "di mia moglie". */
const BETWEEN = 1;

/** The owner, in the shopper's words; undefined: nobody else is named. */
function ownerIn(sentence: Sentence, sense: Sense): string | undefined {
  const { said } = sentence;
  const { words } = sense.lexicon;
  const things = listed(words.others.things, words);
  for (const [at, token] of said.entries()) {
    const owner = things.has(token) ? (before(sentence, at - 1, sense) ?? behind(sentence, at + 1, sense)) : undefined;
    if (owner) return owner;
  }
  return undefined;
}

/** "Chiara's". */
function before({ said, written }: Sentence, at: number, sense: Sense): string | undefined {
  const word = (written[at] ?? '').replaceAll('’', "'");
  const { words } = sense.lexicon;
  const { after, people } = words.others;
  const ending = after.find((one) => word.toLowerCase().endsWith(one));
  if (ending === undefined) return undefined;
  const bare = word.slice(0, -ending.length).toLowerCase();
  const isSomebody = listed(people, words).has(bare) || ![bare, said[at] ?? ''].some((one) => isKnown(one, sense));
  return isSomebody ? word : undefined;
}

/** "di Chiara", "di mia moglie"; a name is known by its capital. */
function behind({ said, written }: Sentence, at: number, sense: Sense): string | undefined {
  const { words } = sense.lexicon;
  if (!listed(words.others.before, words).has(said[at] ?? '')) return undefined;
  const people = listed(words.others.people, words);
  const next = said.slice(at + 1, at + 2 + BETWEEN).findIndex((one) => people.has(one));
  if (next >= 0) return written.slice(at + 1, at + 2 + next).join(' ');
  const name = written[at + 1] ?? '';
  return /^\p{Lu}\p{Ll}+/u.test(name) && !isKnown(said[at + 1] ?? '', sense) ? name : undefined;
}

function isKnown(token: string, { lexicon, mentions }: Sense): boolean {
  return lexicon.isWord(token) || mentions.knows(token);
}

/** What is asked of an order of somebody else's names no goods of one's own. */
export function withOwner(slots: Slots, sentence: Sentence, sense: Sense): Slots {
  if (slots.product && slots.product.ids.length > 0) return slots;
  const said = ownerIn(sentence, sense);
  return said ? { ...slots, product: { said, ids: [], anothers: true } } : slots;
}

/** The same of a slot that a voice channel filled: "chiara's", "chiara's order". */
export function isOfAnother(said: string, sense: Sense): boolean {
  const sentence = sentenceOf(said, sense.lexicon);
  return (ownerIn(sentence, sense) ?? before(sentence, sentence.said.length - 1, sense)) !== undefined;
}

/** "Where is my uncle": whoever one has at home is no order. */
export function isPerson({ product }: Slots, { lexicon }: Sense): boolean {
  const { words, small } = lexicon;
  const own = product && product.ids.length === 0 ? lexicon.split(product.said) : [];
  const named = own.filter((token) => !small.has(token));
  return named.length > 0 && named.every((token) => listed(words.others.people, words).has(token));
}
