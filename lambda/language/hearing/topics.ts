/** Which of the topics a shop has written about is asked for: its questions word for word, then what is most like one. */

import type { IntentName } from '../../vocabulary/intents';
import type { IntentSlots } from './grammar';
import type { Lexicon } from './lexicon';
import { expand } from './sentences';
import { stemOf } from './stem';
import type { Words } from './words';

/** What a shop has written about, and how shoppers ask for it. */
export type Askable = {
  readonly topic: string;
  readonly names: readonly string[];
  /** Templates, as in sentences.json. */
  readonly questions: readonly string[];
  /** The whole answer: whoever asks says words of it. */
  readonly text?: string;
};

export type Topics = {
  /** One of the questions, word for word. */
  exactly(said: readonly string[]): string | undefined;
  /** The likeliest, and how much the words are like it: 0 to 1. `by`: whole questions, or the names of topics besides. */
  nearest(said: readonly string[], by: 'questions' | 'names'): Near | undefined;
};

export type Near = { readonly topic: string; readonly likeness: number };

/** The slot type whose values are topics. */
export const TOPIC = 'PolicyTopic';
/** Types of which a sentence may say a value in its own words, where it has no slot for it. */
export const SAID_WITHIN: ReadonlySet<string> = new Set([TOPIC, 'DataWish', 'Problem', 'Remedy']);

/** A language's words with the shop's own names for its topics. */
export function withTopics(words: Words, askable: readonly Askable[]): Words {
  if (askable.length === 0) return words;
  const own: Record<string, readonly string[]> = {};
  for (const { topic, names } of askable) own[topic] = [...new Set([...(own[topic] ?? []), ...names])];
  const taken = new Set(Object.values(own).flatMap((names) => names.map((name) => name.toLowerCase())));
  const free = Object.entries(words.values[TOPIC] ?? {}).map(([id, names]) => {
    const left = names.filter((name) => !taken.has(name.toLowerCase()));
    return [id, [...(own[id] ?? []), ...left]] as const;
  });
  const topics = { ...own, ...Object.fromEntries(free.filter(([, names]) => names.length > 0)) };
  return { ...words, values: { ...words.values, [TOPIC]: topics } };
}

/** The intent that takes topics. */
export function topicalIn(intents: IntentSlots): IntentName | undefined {
  return (Object.keys(intents) as IntentName[]).find((name) => intents[name]?.topic === TOPIC);
}

/** The words of everything that is written about a topic, by their stems. */
type Told = ReadonlyMap<string, ReadonlySet<string>>;
/** How much it says that these words stand in an answer, beside what they are like among the questions. */
const TOLD_WEIGHT = 0.25;

type Asked = { readonly topic: string; readonly isName: boolean; readonly stems: ReadonlySet<string> };
type Weighed = Asked & { readonly at: number; readonly length: number };

/** A word alone asks nothing, unless something is known to be asked. */
const FEWEST_TELLING = 2;
/** Endings that change a word's kind are longer than those of number: "recycled" and "recyclable" are one here. */
const LONGEST_STEM = 6;

const made = new WeakMap<readonly Askable[], WeakMap<Lexicon, Topics>>();

/** Made once for a list and a language. */
export function topicsOf(askable: readonly Askable[], lexicon: Lexicon): Topics {
  const ofList = made.get(askable) ?? new WeakMap<Lexicon, Topics>();
  made.set(askable, ofList);
  const known = ofList.get(lexicon) ?? createTopics(askable, lexicon);
  ofList.set(lexicon, known);
  return known;
}

function createTopics(askable: readonly Askable[], lexicon: Lexicon): Topics {
  const stems = stemmer(lexicon);
  const asked = askable.flatMap(({ topic, names, questions }) =>
    [
      ...questions.flatMap(expand).map((text) => [text, false] as const),
      ...names.map((name) => [name, true] as const),
    ].map(([text, isName]) => {
      const said = lexicon.split(text);
      return { topic, isName, words: said.join(' '), stems: stems(said) };
    }),
  );
  const exact = new Map(asked.flatMap(({ topic, isName, words }) => (isName ? [] : [[words, topic] as const])));
  const { weigh, all } = weighed(asked);
  const sharing = sharingIn(all, weigh);
  const told = toldBy(askable, asked, (text) => stems(lexicon.split(text)));
  return {
    exactly: (said) => exact.get(said.join(' ')),
    nearest(said, by) {
      const topic = by === 'names' ? exact.get(said.join(' ')) : undefined;
      return topic === undefined ? nearestTo(stems(said), by) : { topic, likeness: 1 };
    },
  };

  function nearestTo(own: ReadonlySet<string>, by: 'questions' | 'names'): Near | undefined {
    if (by === 'questions' && own.size < FEWEST_TELLING) return undefined;
    const weight = sum(own, weigh);
    const length = Math.sqrt(weight);
    const answered = own.size < FEWEST_TELLING ? undefined : answeredBy(own, weight);
    let best: { readonly one: Weighed; readonly likeness: number } | undefined;
    for (const [one, shared] of sharing(own)) {
      const alike = shared / (length * one.length);
      const likeness = alike + TOLD_WEIGHT * (answered?.get(one.topic) ?? 0) * (1 - alike);
      const over = likeness - (best?.likeness ?? 0);
      // Of two as like, the one written first.
      if (over > 0 || (over === 0 && best && one.at < best.one.at)) best = { one, likeness };
    }
    return best && { topic: best.one.topic, likeness: best.likeness };
  }

  /** How much of it stands in the answer of each topic, which has many questions. */
  function answeredBy(own: ReadonlySet<string>, weight: number): ReadonlyMap<string, number> {
    const stems = [...own];
    const share = (words: ReadonlySet<string>) =>
      sum(
        stems.filter((stem) => words.has(stem)),
        weigh,
      ) / weight;
    return new Map([...told].map(([topic, words]) => [topic, share(words)]));
  }
}

function toldBy(
  askable: readonly Askable[],
  asked: readonly Asked[],
  stems: (text: string) => ReadonlySet<string>,
): Told {
  const told = new Map<string, Set<string>>(askable.map(({ topic }) => [topic, new Set()]));
  const add = (topic: string, words: ReadonlySet<string>) => {
    for (const one of words) told.get(topic)?.add(one);
  };
  for (const { topic, text = '' } of askable) add(topic, stems(text));
  for (const one of asked) add(one.topic, one.stems);
  return told;
}

/** A word that stands in few questions says more than one that stands in many; one of none says the most. */
function weighed(asked: readonly Asked[]) {
  const counts = new Map<string, Set<string>>();
  for (const { topic, stems } of asked)
    for (const one of stems) counts.set(one, (counts.get(one) ?? new Set()).add(topic));
  const topics = new Set(asked.map(({ topic }) => topic)).size;
  const weigh = (one: string) => Math.log(1 + topics / (counts.get(one)?.size ?? 0.5)) ** 2;
  const all = asked.map((one, at): Weighed => ({ ...one, at, length: Math.sqrt(sum(one.stems, weigh)) }));
  return { weigh, all: all.filter(({ length }) => length > 0) };
}

/** What shares words with an utterance, with the weight of these words; and of each topic its first, which may share none. */
function sharingIn(all: readonly Weighed[], weigh: (stem: string) => number) {
  const having = new Map<string, Weighed[]>();
  for (const one of all) {
    for (const stem of one.stems) {
      const known = having.get(stem);
      if (known) known.push(one);
      else having.set(stem, [one]);
    }
  }
  const firsts = [...new Map(all.toReversed().map((one) => [one.topic, one])).values()];
  return (own: ReadonlySet<string>): ReadonlyMap<Weighed, number> => {
    const shared = new Map(firsts.map((one) => [one, 0]));
    for (const stem of own) {
      const weight = weigh(stem);
      for (const one of having.get(stem) ?? []) shared.set(one, (shared.get(one) ?? 0) + weight);
    }
    return shared;
  };
}

function sum(stems: Iterable<string>, weigh: (stem: string) => number): number {
  let total = 0;
  for (const one of stems) total += weigh(one);
  return total;
}

/** The words that say something, bare of their endings, one for all that mean the same; all of them where none does. */
function stemmer({ words, small }: Lexicon): (said: readonly string[]) => ReadonlySet<string> {
  const bare = stemOf(words);
  const stem = (word: string) => bare(word).slice(0, LONGEST_STEM);
  const same = new Map(
    words.synonyms
      .filter((group) => group.every((word) => !/[\s']/.test(word)))
      .flatMap((group) => group.map((word) => [stem(word), stem(group[0] ?? word)] as const)),
  );
  return (said) => {
    const telling = said.filter((token) => !small.has(token));
    return new Set((telling.length > 0 ? telling : said).map(stem).map((one) => same.get(one) ?? one));
  };
}
