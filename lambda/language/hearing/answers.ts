/** Bare answers to the open question: yes, a number, the second one, a product, a place. */

import type { Slots } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import type { Expected } from '../../vocabulary/outcome';
import { atPlace } from '../../vocabulary/places';
import { askedAbout } from './by-sentences';
import { readings } from './grammar';
import type { Found, Understanding } from './heard';
import { ordinalOf, readNumber } from './numbers';
import { orderReader } from './order-reader';
import { spansOf } from './slot-spans';
import { type Sentence, slotOf, writtenIn } from './slots';
import { stemOf } from './stem';
import { readPhrase, tokens } from './words';

/** The slot types whose values answer what is expected. */
const TYPES: Readonly<Record<Expected, readonly string[]>> = {
  yesno: [],
  ordinal: [],
  number: ['AMAZON.NUMBER', 'Digits'],
  product: ['Product'],
  date: ['AMAZON.DATE'],
  place: ['Place'],
  problem: ['Problem'],
  remedy: ['Remedy'],
  pieces: ['Pieces'],
  opinion: ['Opinion'],
  time: ['CallTime'],
  phone: ['Phone'],
};

/** undefined: the words are not an answer to what is asked. */
export function answerTo(sentence: Sentence, asked: Understanding): Found | undefined {
  const expects = asked.expects ?? [];
  return (
    optionByName(sentence, asked) ??
    optionByGoods(sentence, asked) ??
    optionBySize(sentence, asked) ??
    bySlots(sentence, asked) ??
    (expects.includes('ordinal') || asked.options ? byPlace(sentence, asked) : undefined)
  );
}

function sure(intent: IntentName, slots: Slots = {}): Found {
  return { intent, slots, score: 1, rivals: [] };
}

/** An option's own words, or enough of them to mean no other option. */
function optionByName(sentence: Sentence, asked: Understanding): Found | undefined {
  const { options = [] } = asked;
  const { words, around, numbers } = asked.sense.lexicon;
  const stem = stemOf(words);
  const numberOf = (token: string) => readNumber(numbers, [token], 0)?.value;
  const bare = sentence.said.filter((token) => !around.has(token));
  // "It" and "them" are in many a label, and choose none.
  if (options.length === 0 || bare.every((token) => asked.sense.lexicon.pronouns.has(token))) return undefined;
  const matching = options.map(({ label }) => {
    const own = tokens(label, words.apostrophe);
    const labelled = new Set([...own.map(stem), ...own.flatMap((token) => numberOf(token) ?? [])]);
    // A label is made for the ear: its "size four" is chosen by "4", too.
    return bare.every(
      (token) => labelled.has(/^\d+$/.test(token) ? Number(token) : stem(token)) || labelled.has(stem(token)),
    );
  });
  const at = matching.indexOf(true);
  return at >= 0 && at === matching.lastIndexOf(true) ? chosen(asked, at + 1, writtenIn(sentence)) : undefined;
}

/** "The one for dogs", in whatever language the shop writes: what only one of them is called by. */
function optionByGoods(sentence: Sentence, asked: Understanding): Found | undefined {
  const { options = [], sense } = asked;
  const { around, small } = sense.lexicon;
  const bare = sentence.said.filter((token) => !(around.has(token) || small.has(token)));
  if (options.length < 2 || bare.length === 0) return undefined;
  return onlyOf(sense.mentions.partly(bare), sentence, asked);
}

/** "Drei", of what there are fewer of: the one of that size, however the shop writes it. */
function optionBySize(sentence: Sentence, asked: Understanding): Found | undefined {
  const { options = [], expects = [], sense } = asked;
  const { around, numbers, words, split } = sense.lexicon;
  const bare = sentence.said.filter((token) => !around.has(token));
  const number = readNumber(numbers, bare, 0);
  const named = readPhrase(orderReader(words).variants, bare, 0);
  const isNamed = named?.length === bare.length && named.value.startsWith(OF_SIZE);
  const size = number?.length === bare.length ? String(number.value) : isNamed && named.value.slice(OF_SIZE.length);
  if (!size || Number(size) <= options.length || options.length < 2 || expects.includes('number')) return undefined;
  const [word = ''] = words.order.sizes;
  return onlyOf(sense.mentions.partly([...split(word), size]), sentence, asked);
}

/** A value of the slot type Change. */
const OF_SIZE = 'size-';

function onlyOf(ids: readonly string[], sentence: Sentence, asked: Understanding): Found | undefined {
  const { options = [] } = asked;
  const [at, ...more] = options.flatMap(({ id }, place) => (ids.includes(id) ? [place] : []));
  return at === undefined || more.length > 0 ? undefined : chosen(asked, at + 1, writtenIn(sentence));
}

/** "No, three", "actually three", right after a purchase: so many of that. */
export function countOfTold(sentence: Sentence, asked: Understanding): Found | undefined {
  if (asked.expects || asked.told?.by !== 'Purchase') return undefined;
  return bySlots(sentence, { ...asked, expects: ['number'], elicits: { intent: 'Reorder', slot: 'quantity' } });
}

/** "the second one", "number two", "the last one"; a bare number too where no number is asked for. */
export function byPlace(sentence: Sentence, asked: Understanding): Found | undefined {
  const { said } = sentence;
  const expects = asked.expects ?? [];
  const ordinal = ordinalOf(asked.sense.lexicon.words, said);
  if (ordinal !== undefined) return chosen(asked, ordinal, writtenIn(sentence));
  if (!expects.includes('ordinal')) return undefined;
  const number = readNumber(asked.sense.lexicon.numbers, said, 0);
  return number && number.length === said.length ? chosen(asked, number.value, writtenIn(sentence)) : undefined;
}

function chosen({ options = [] }: Understanding, ordinal: number, said: string): Found {
  const option = atPlace(options, ordinal);
  const heard = sure('Select', { ordinal: { said, ids: [], ordinal } });
  return option ? { ...heard, choice: option.id } : heard;
}

/** Nothing but a value the asking intent can take, and one we know: a guess is left to the whole sentences. */
function bySlots(sentence: Sentence, asked: Understanding): Found | undefined {
  const asking = askers(asked);
  for (const expected of asked.expects ?? []) {
    for (const intent of asking) {
      for (const [slot, type] of Object.entries(asked.intents[intent] ?? {})) {
        const slots = TYPES[expected].includes(type) ? answered(sentence, asked, `${intent}.${slot}`) : undefined;
        if (slots) return sure(intent, slots);
      }
    }
  }
  return undefined;
}

/** Who asks takes an answer before all others that could. */
function askers(asked: Understanding): readonly IntentName[] {
  const { elicits, intents } = asked;
  if (elicits && intents[elicits.intent]) return [elicits.intent];
  const { part } = askedAbout(asked);
  const all = Object.keys(intents) as IntentName[];
  return all.sort((one, other) => Number(other === part) - Number(one === part));
}

function isNumber(own: readonly string[], { lexicon }: Understanding['sense']): boolean {
  return readNumber(lexicon.numbers, own, 0)?.length === own.length;
}

function answered(sentence: Sentence, { sense }: Understanding, key: string): Slots | undefined {
  const grammar = sense.lexicon.answers.get(key);
  if (!grammar) return undefined;
  for (const { captures } of readings(grammar, sentence.said, spansOf(sense))) {
    const known = captures.every(({ type, from, to }) => {
      const own = sentence.said.slice(from, to);
      // A number is how many, though some title has it as a size.
      if (type === 'Product') return !isNumber(own, sense) && sense.mentions.exactly(own).length > 0;
      return type !== 'Place' || slotOf(sense, sentence, { slot: '', type, from, to }).ids.length > 0;
    });
    if (known) return Object.fromEntries(captures.map((taken) => [taken.slot, slotOf(sense, sentence, taken)]));
  }
  return undefined;
}
