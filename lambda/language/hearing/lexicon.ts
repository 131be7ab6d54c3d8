/** One language's sentences and words, made ready to be compared with what is said. */

import type { WordKind } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import { builtInsOf, coresOf } from './built-in-sentences';
import { type Consent, consentOf } from './consent';
import { type DayPhrases, dayPhrases } from './dates';
import { type Emergencies, type EmergencySense, emergencySense } from './emergencies';
import { type GoodsNames, goodsWordsIn } from './goods-words-in';
import { type Grammar, type IntentSlots, type TemplateOf, weave } from './grammar';
import {
  anythingOf,
  courtesiesOf,
  labelsOf,
  leadsOf,
  nothingOf,
  refusalsOf,
  type TakingBack,
  takingBackOf,
  type WonderPhrases,
  wonderPhrases,
} from './labels';
import { type CountWords, countWords, type DigitWords, digitWords } from './numbers';
import { type MadeEach, once, onceEach } from './once';
import { vocabularyOf } from './own-words';
import { type PeriodPhrases, periodPhrases } from './periods';
import type { Sentences } from './sentences';
import { createSpelling, type Spelling, usedWords } from './spelling';
import { normalise, type Phrases, phrases, tokens, type Words } from './words';

export type Lexicon = {
  readonly words: Words;
  /** Throws `TemplateError` when a sentence cannot be read. */
  readonly grammar: () => Grammar;
  /** `Intent.slot` to the bare answers to the question for that slot. Throws as the grammar does. */
  readonly answers: MadeEach<Grammar>;
  readonly numbers: CountWords;
  /** Of a long number: "one oh four". */
  readonly digits: DigitWords;
  readonly days: DayPhrases;
  readonly periods: PeriodPhrases;
  /** Slot type to its known values. */
  readonly values: MadeEach<Phrases<string>>;
  readonly consent: () => Consent;
  /** "No, …", "actually …": what may lead to a request without being a part of it. */
  readonly leads: () => Phrases<WordKind>;
  /** "I don't want to …", to the words that ask for the same. */
  readonly refusals: () => Phrases<readonly string[]>;
  /** "…, no don't": what takes back, and what leads to it; "order nothing". */
  readonly takingBack: () => TakingBack;
  readonly nothing: () => Phrases<readonly string[]>;
  /** The same where it is refused: "don't order anything". */
  readonly anything: () => Phrases<readonly string[]>;
  /** "Should I …": asked about, not asked for. */
  readonly wonders: () => WonderPhrases;
  readonly negations: Phrases<true>;
  readonly deeds: Phrases<true>;
  readonly pronouns: ReadonlySet<string>;
  /** Whether our own sentences and lists have this word. */
  readonly isWord: (token: string) => boolean;
  readonly split: (text: string) => readonly string[];
  readonly emergencies: () => EmergencySense;
  readonly launch: ReadonlySet<string>;
  readonly before: Phrases<true>;
  readonly after: ReadonlySet<string>;
  /** Single tokens dropped from a mention, and those that may surround a choice besides. */
  readonly noise: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
  /** Tokens that say nothing by themselves, wherever they stand; and those of courtesies besides. */
  readonly small: ReadonlySet<string>;
  /** Amazon's own intents by their sentences, to be found when one is misspelt, and by what these have for a core. */
  /** What only some utterances need is made when the first of them comes. */
  readonly spelling: () => Spelling;
  /** Sets more words right than is wise where nothing confirms the outcome. */
  readonly boldSpelling: () => Spelling;
  /** Words by which the language calls goods of any shop: they are spelled right, whatever this one sells. */
  readonly goodsWords: () => ReadonlySet<string>;
  readonly courtesies: ReadonlySet<string>;
  readonly builtIns: () => ReadonlyMap<string, IntentName>;
  readonly cores: () => ReadonlyMap<string, IntentName>;
  /** What phrases are that belong to no request: courtesies, negations, hedges. */
  readonly labels: () => Phrases<WordKind>;
  /** The words of each intent's own sentences. */
  readonly vocabulary: () => ReadonlyMap<IntentName, ReadonlySet<string>>;
};

export type LexiconSource = {
  readonly sentences: Sentences;
  readonly words: Words;
  readonly emergencies: Emergencies;
  /** What goods of any shop are called: `goods.json`. */
  readonly goods: GoodsNames;
  /** How digits are repeated, "double" to 2: `digits.json`. */
  readonly repeats: Readonly<Record<string, number>>;
  readonly slots: IntentSlots;
  /** A language or locale: countries are named in it. */
  readonly language: string;
  /** The skill's spoken name, for "ask … to". */
  readonly invocation: string;
};

/** What only some utterances need is made when the first of them comes: a speaker's first words wait for little of it. */
export function buildLexicon(source: LexiconSource): Lexicon {
  const { words, sentences, slots } = source;
  const known = once(() => templatesOf(sentences));
  const invoked = (texts: readonly string[]) => texts.map((text) => text.replace('{{invocation}}', source.invocation));
  const listed = (texts: readonly string[]) =>
    phrases(new Map(texts.map((text) => [text, true] as const)), words.apostrophe);
  const set = (texts: readonly string[]) => new Set(texts.map((text) => normalise(text, words.apostrophe)));
  const used = once(() => usedWords(sentences, words));
  const builtIns = once(() => builtInsOf(known(), words));
  const courtesies = courtesiesOf(words, invoked);
  const small = tokenSet([...words.noise, ...words.filler, ...courtesies.small], words);
  return {
    words,
    grammar: once(() => weave([...known(), ...nobodysOf(sentences)], slots, words)),
    answers: answersOf(source),
    numbers: countWords(words),
    digits: digitWords(words, source.repeats),
    days: dayPhrases(words),
    periods: periodPhrases(words),
    values: valuePhrases(words, source.language),
    goodsWords: once(() => goodsWordsIn(source.goods, words)),
    consent: once(() => consentOf(words)),
    leads: once(() => leadsOf(words)),
    refusals: once(() => refusalsOf(words)),
    takingBack: once(() => takingBackOf(words)),
    nothing: once(() => nothingOf(words)),
    anything: once(() => anythingOf(words)),
    wonders: once(() => wonderPhrases(words)),
    negations: listed(words.negation.words),
    deeds: listed(words.deeds),
    pronouns: set(words.pronouns),
    isWord: (token) => used().has(token),
    split: (text) => tokens(text, words.apostrophe),
    emergencies: once(() => emergencySense(source.emergencies, words)),
    launch: set(invoked(words.launch)),
    before: listed(courtesies.before),
    after: set(courtesies.after),
    noise: tokenSet(words.noise, words),
    around: tokenSet([...words.noise, ...words.ordinalMarks], words),
    small: tokenSet([...words.noise, ...words.filler], words),
    spelling: once(() => createSpelling(used(), 'careful')),
    boldSpelling: once(() => createSpelling(used(), 'bold')),
    builtIns,
    courtesies: small,
    cores: once(() => coresOf(known(), small, words)),
    labels: once(() => labelsOf(words, [...courtesies.before, ...courtesies.after])),
    vocabulary: once(() => vocabularyOf(sentences, words)),
  };
}

function tokenSet(texts: readonly string[], { apostrophe }: Words): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => tokens(text, apostrophe)));
}

/** The templates of whole sentences; `Intent.slot` keys are something else, and `Fallback` holds what nobody here can do. */
export function templatesOf(sentences: Sentences): readonly TemplateOf[] {
  return Object.entries(sentences)
    .filter(([key]) => /^[A-Za-z]+$/.test(key) && key !== 'Fallback')
    .flatMap(([intent, templates]) => templates.map((template) => ({ intent: intent as IntentName, template })));
}

/** Exact words for what nobody here can do. */
function nobodysOf({ Fallback = [] }: Sentences): readonly TemplateOf[] {
  return Fallback.map((template) => ({ intent: 'Fallback', template }));
}

function answersOf({ sentences, slots, words }: LexiconSource): MadeEach<Grammar> {
  return onceEach((key) => {
    const [intent, slot] = key.split('.') as [IntentName, string];
    if (!Object.hasOwn(slots[intent] ?? {}, slot)) return undefined;
    const templates = [`{${slot}}`, ...(sentences[key] ?? [])];
    const own = templates.map((template) => ({ intent, template }));
    return weave(own, slots, words);
  });
}

function valuePhrases(words: Words, language: string): MadeEach<Phrases<string>> {
  return onceEach((type) => {
    if (!Object.hasOwn(words.values, type)) return undefined;
    const values = [...valuesOf(words, type, language)];
    return phrases(
      values.flatMap(([id, texts]) => texts.map((text) => [text, id] as const)),
      words.apostrophe,
    );
  });
}

/** A slot type's values with all their sayings, the name first; countries begin with their name in the language. */
export function valuesOf(words: Words, type: string, language: string): ReadonlyMap<string, readonly string[]> {
  const countries = type === 'Place' ? new Intl.DisplayNames([language], { type: 'region' }) : null;
  return new Map(
    Object.entries(words.values[type] ?? {}).map(([id, texts]) => {
      const name = countries && /^[A-Z]{2}$/.test(id) ? countries.of(id) : undefined;
      return [id, name === undefined ? texts : [name, ...texts.filter((text) => text !== name)]] as const;
    }),
  );
}
