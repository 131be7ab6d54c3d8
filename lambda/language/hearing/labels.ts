/** What phrases are that belong to no request of ours: courtesies, negations, hedges, waits, conditions, corrections. */

import type { WordKind } from '../../vocabulary/heard';
import { expand } from './sentences';
import { normalise, type Phrases, phrases, tokens, type Words } from './words';

/** `small`: what says nothing wherever it stands. A template leads as a whole: no word of "is (anybody|someone) there" is small. */
type Courtesies = {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly small: readonly string[];
};

/** What stands before and behind a request and says nothing. `invoked` puts the skill's spoken name in. */
export function courtesiesOf(
  { before, after }: Words,
  invoked: (texts: readonly string[]) => readonly string[],
): Courtesies {
  const small = [...before, ...after].filter((text) => !/[([]/.test(text));
  return { before: invoked(before).flatMap(expand), after: after.flatMap(expand), small };
}

/** Of a phrase on two lists, the later one counts. */
export function labelsOf(words: Words, courtesies: readonly string[]): Phrases<WordKind> {
  const { consent, negation, hedges, corrections } = words;
  const lists: readonly (readonly [WordKind, readonly string[]])[] = [
    ['hedge', consent.mild],
    ['courtesy', [...courtesies, ...consent.besides]],
    ['consent', consent.yes],
    ['hedge', hedges],
    ['negation', negation.words],
    ['question', consent.question],
    ['wait', consent.wait],
    ['condition', consent.condition],
    ['correction', corrections],
    ['hedge', consent.irony],
  ];
  const found = new Map(
    lists.flatMap(([kind, texts]) =>
      texts.flatMap(expand).map((text) => [normalise(text, words.apostrophe), kind] as const),
    ),
  );
  return phrases(found, words.apostrophe);
}

/** What may lead to a request without being a part of it: "no, …", "wait, …", "actually …". */
export function leadsOf({ consent, corrections, apostrophe }: Words): Phrases<WordKind> {
  const lists: readonly (readonly [WordKind, readonly string[]])[] = [
    ['consent', consent.yes],
    ['negation', consent.no],
    ['wait', consent.wait],
    ['correction', corrections],
  ];
  const found = new Map(
    lists.flatMap(([kind, texts]) => texts.flatMap(expand).map((text) => [normalise(text, apostrophe), kind] as const)),
  );
  return phrases(found, apostrophe);
}

/** "I don't want to …" to the words that ask for the same: "", "i want". */
export function refusalsOf({ negation, apostrophe }: Words): Phrases<readonly string[]> {
  return phrases(labelled(negation.refusals, apostrophe), apostrophe);
}

/** "Nothing" to what stands in its place where something is wanted. */
export function nothingOf({ negation, apostrophe }: Words): Phrases<readonly string[]> {
  return phrases(labelled(negation.nothing, apostrophe), apostrophe);
}

/** The same behind a refusal, where "anything" is nothing. */
export function anythingOf({ negation, apostrophe }: Words): Phrases<readonly string[]> {
  const all = Object.entries(negation.nothing).map(([put, texts]) => [put, [...texts, ...negation.any]] as const);
  return phrases(labelled(Object.fromEntries(all), apostrophe), apostrophe);
}

/** By their words in one; `lasts`: the last word of each, since most utterances end in none. */
export type TakingBack = {
  readonly backs: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly lasts: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
};

export function takingBackOf({ negation, order, apostrophe }: Words): TakingBack {
  const own = (texts: readonly string[]) => new Set(texts.flatMap(expand).map((text) => normalise(text, apostrophe)));
  const backs = own(negation.takenBack);
  const lasts = new Set([...backs].flatMap((text) => tokens(text, apostrophe).slice(-1)));
  return { backs, turns: own(negation.turning), lasts, or: own(order.or) };
}

export type WonderPhrases = {
  /** "Should I", to the words that ask for the same. */
  readonly leads: Phrases<readonly string[]>;
  /** "Can I": a question only where what is meant is later, or what somebody else would do. */
  readonly able: Phrases<readonly string[]>;
  readonly ends: Phrases<readonly string[]>;
  /** "How long do I have to": asks what holds for everybody, unless it names something of one's own. */
  readonly rules: Phrases<readonly string[]>;
  readonly own: Phrases<readonly string[]>;
  /** Numbers, days, "something", "not", and words that mean what is spoken of: they say nothing of what is asked. */
  readonly bare: ReadonlySet<string>;
};

export function wonderPhrases({ wonders, apostrophe, negation, ...words }: Words): WonderPhrases {
  const of = (texts: Readonly<Record<string, readonly string[]>>) => phrases(labelled(texts, apostrophe), apostrophe);
  const plain = (texts: readonly string[]) => of({ '': texts });
  const { leads, able, ends, rules, own } = wonders;
  const { numbers, days, weekdays, pronouns } = words;
  const some = [...Object.entries(negation.nothing).flat(2), ...negation.words];
  const saysNothing = [...numbers.flat(), ...Object.values(days).flat(), ...weekdays.flat(), ...pronouns, ...some];
  const bare = new Set(saysNothing.flatMap((text) => tokens(text, apostrophe)));
  return { leads: of(leads), able: plain(able), ends: plain(ends), rules: plain(rules), own: plain(own), bare };
}

/** Each phrase of these templates with all the words they stand under. */
function labelled(
  templates: Readonly<Record<string, readonly string[]>>,
  apostrophe: Words['apostrophe'],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [asking, texts] of Object.entries(templates)) {
    for (const text of texts.flatMap(expand)) {
      const key = normalise(text, apostrophe);
      found.set(key, [...(found.get(key) ?? []), asking]);
    }
  }
  return found;
}
