/** The small words of a language: how text is normalised, and how its phrases are found again. */

import type { Telling } from '../speech/tongues';
import type { ConsentWords } from './consent-words';
import { folded } from './folded';
import type { OrderWords } from './order-words';
import type { Phrase, Phrases, Read } from './phrase-tree';

export type { Phrases, Read } from './phrase-tree';

export type Words = {
  /** Whether an apostrophe glues ("what's") or parts ("l'ordine") the words around it. */
  readonly apostrophe: 'join' | 'split';
  /** Other letters to the one they are written for: "ue" for "ü". In lower case; what stands in none of its words is left out. */
  readonly writtenOut: Readonly<Record<string, string>>;
  /** Words and phrases of the language to how dialects say them ("nicht": "ned", "nöd"); read so where nothing is a sentence as it stands. */
  readonly dialect: Readonly<Record<string, readonly string[]>>;
  /** All that may be said to a yes-or-no question; templates as in `sentences.json`. */
  readonly consent: ConsentWords;
  readonly negation: {
    readonly words: readonly string[];
    /** The words that ask for something ("", "i want") to the ways of refusing it ("don't", "i don't want"). */
    readonly refusals: Readonly<Record<string, readonly string[]>>;
    /** At the end, take back the request before them: "…, no don't", "…, forget it"; and what only leads to these: "wait". */
    readonly takenBack: readonly string[];
    readonly turning: readonly string[];
    /** What stands where nothing is wanted ("order nothing"), to what stands there otherwise ("something"); `any`: behind a refusal. */
    readonly nothing: Readonly<Record<string, readonly string[]>>;
    readonly any: readonly string[];
    /** Endings of a verb that is refused, to those it has where it asks: "-ing" to "" and "-e". */
    readonly verbs: Readonly<Record<string, readonly string[]>>;
  };
  /** A request that is only asked about: "should i …". */
  readonly wonders: {
    /** Words that ask for something to the ways of wondering about it, as with refusals. */
    readonly leads: Readonly<Record<string, readonly string[]>>;
    /** Wonder only before one of the ends: "can i … later", "would you … if you were me". */
    readonly able: readonly string[];
    readonly ends: readonly string[];
    /** How one asks what holds for everybody ("how long do i have to"), unless something of one's `own` is named ("my order"). */
    readonly rules: readonly string[];
    readonly own: readonly string[];
  };
  /** Doubt. */
  readonly hedges: readonly string[];
  /** Replace what was said before: "actually", "i meant". */
  readonly corrections: readonly string[];
  readonly endings: {
    /** What number and gender change at the end of a word: "bags" and "bag", "mele" and "mela". */
    readonly names: readonly string[];
    /** What is written behind a figure to make a place of it: "3rd". */
    readonly ordinals: readonly string[];
  };
  /** How an order is said to be somebody else's. In lower case, without accents, word by word. */
  readonly others: {
    readonly things: readonly string[];
    /** At the end of the owner's name before the thing ("'s"), and between the thing and its owner ("di"). */
    readonly after: readonly string[];
    readonly before: readonly string[];
    readonly people: readonly string[];
    /** Templates of an address nobody has saved: "my new flat", "moved". */
    readonly abodes: readonly string[];
    /** What is kept, done or paid elsewhere: no shop is asked for it ("plumber"); houses that are no shop of ours ("bank"), and that one opens or closes. */
    readonly elsewhere: readonly string[];
    readonly houses: readonly string[];
    readonly opens: readonly string[];
  };
  /** Stand for what is being talked about: "order it". */
  readonly pronouns: readonly string[];
  /** Lead to the very thing asked: "order", "i'll take". The first is the plain word for it. */
  readonly deeds: readonly string[];
  /** The ways to open the skill without asking for anything: "open {{invocation}}". */
  readonly launch: readonly string[];
  /** Said in anger before a thing: "damn". */
  readonly curses: readonly string[];
  /** Dropped from a mention: articles, "some", "more", "please". */
  readonly noise: readonly string[];
  /** Say that something is wanted but not what; a sentence of nothing else needs a product the shop has. */
  readonly filler: readonly string[];
  /** Courtesies around a request: "could you please …", "… thank you". `{{invocation}}` is the skill's spoken name. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What people say around a request in writing: "could you tell me …", "… asap"; `…` is the request. Typed language learns them to mean nothing. */
  readonly carriers: readonly string[];
  /** Words that may stand for each other in a request; typed language learns each sentence with some of them exchanged. */
  readonly synonyms: readonly (readonly string[])[];
  /** 0 to 100; each with all its spellings. */
  readonly numbers: readonly (readonly string[])[];
  /** Zero as it is said between the digits of a number, and nowhere else: "one oh four". */
  readonly zeros: readonly string[];
  /** "a couple of", "a dozen": the phrase to its number. */
  readonly amounts: Readonly<Record<string, number>>;
  /** The small words of an order. */
  readonly order: OrderWords;
  /** 1 is the first, -1 the last. */
  readonly ordinals: Readonly<Record<string, readonly string[]>>;
  /** Words that may surround an ordinal: "the … one". */
  readonly ordinalMarks: readonly string[];
  /** Words that make a place in a list of the number after them: "number two". */
  readonly positions: readonly string[];
  /** Days from today: 0 today, -1 yesterday. */
  readonly days: Readonly<Record<string, readonly string[]>>;
  /** Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  /** Said beside a weekday for the one gone or the one coming; a bare weekday is the one gone, as orders are. */
  readonly past: readonly string[];
  readonly coming: readonly string[];
  /** January first; each with all its spellings. */
  readonly months: readonly (readonly string[])[];
  /** Words around the parts of a date that say nothing: "the 3rd of march". */
  readonly dateMarks: readonly string[];
  /** A number of days to the ways to say so many of them from today: "7": "in {number} weeks", "next week". */
  readonly spans: Readonly<Record<string, readonly string[]>>;
  /** What people call a whole week, month or year, seen from this one: 0 this, -1 the last. */
  readonly periods: Readonly<Record<'week' | 'month' | 'year', Readonly<Record<string, readonly string[]>>>>;
  /** Slot type to value id to the ways people say it. Two-letter ids of Place are also known by their country's name. */
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What, with a comma or colon behind it, leads to what may literally be said ("You can say: make it three"), and what stands between two such phrases. */
  readonly suggest: { readonly after: readonly string[]; readonly between: readonly string[] };
  /** Slips that are understood in writing and that nobody says aloud: they stand in no sample of Amazon's model. */
  readonly unsaid: readonly string[];
  /** Nothing is heard by these: words no name has by which Alexa opens the shop, and what tells this language in speech. */
  readonly invocation: { readonly reserved: readonly string[]; readonly articles: readonly string[] };
  readonly telling: Telling;
  /** What Alexa's dialog model says for a slot; the skill speaks for itself, so it is heard only in Amazon's tests. */
  readonly prompts: Readonly<Record<string, string>>;
};

/** Lower case, no diacritics or punctuation, digits apart from letters; slots in braces are not kept: templates are split there. */
export function tokens(text: string, apostrophe: Words['apostrophe']): readonly string[] {
  const plain = (PLAIN.test(text) ? text : heardAs(text, apostrophe)).trim();
  return plain === '' ? [] : plain.split(/ +/);
}

/** Most of what is compared is plain already. */
const PLAIN = /^[a-z ]*$/;

function heardAs(text: string, apostrophe: Words['apostrophe']): string {
  const isAscii = ASCII.test(text);
  const lower = isAscii ? text.toLowerCase() : folded(text);
  if (PLAIN.test(lower)) return lower;
  const apart = lower.replace(/['`]/g, apostrophe === 'join' ? '' : ' ');
  const parted = /\d/.test(apart) ? apart.replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 ') : apart;
  const named = /[€£$]/.test(parted) ? parted.replace(MONEY, (sign) => ` ${SIGNS[sign]} `) : parted;
  return named.replace(isAscii ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ');
}

/** What follows is dear where letters may be any, and most of what is heard has none of them. */
const ASCII = /^[\0-\x7f]*$/;
const MONEY = /[€£$](?=\s*\d)|(?<=\d\s*)[€£$]|^[€£$]$/g;

/** "£20" is not twenty of any money. */
const SIGNS: Readonly<Record<string, string>> = { '€': 'eur', '£': 'gbp', $: 'usd' };

/** The same as one string: what two sayings are compared by. */
export function normalise(text: string, apostrophe: Words['apostrophe']): string {
  return tokens(text, apostrophe).join(' ');
}

export function phrases<T>(entries: Iterable<readonly [string, T]>, apostrophe: Words['apostrophe']): Phrases<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  // The same words stand in thousands of phrases: each is kept once.
  const once = new Map<string, string>();
  for (const [text, value] of entries) {
    const split = tokens(text, apostrophe).map((word) => once.get(word) ?? word);
    for (const word of split) once.set(word, word);
    const first = split[0];
    if (first === undefined) continue;
    const like = byFirst.get(first) ?? [];
    byFirst.set(first, like);
    like.push({ tokens: split, value, length: split.length });
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** The longest phrase that starts at `from`. Asked some hundred times an utterance, so it makes nothing new. */
export function readPhrase<T>(all: Phrases<T>, said: readonly string[], from: number): Read<T> | undefined {
  for (const phrase of all.get(said[from] ?? '') ?? NONE) if (isSaid(phrase.tokens, said, from)) return phrase;
  return undefined;
}

const NONE: readonly never[] = [];

function isSaid(tokens: readonly string[], said: readonly string[], from: number): boolean {
  for (let at = 1; at < tokens.length; at += 1) if (said[from + at] !== tokens[at]) return false;
  return true;
}
