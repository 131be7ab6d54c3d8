/** The name a title's own words make for the ear: at most seven words and 45 characters, what the thing is before what it has. */

import { MOST } from '../speech/titles';
import type { GoodsLexicon } from './lexicon';
import type { TitleWord } from './title-words';

export type Sayable = {
  readonly words: readonly TitleWord[];
  /** By the word's place. */
  readonly isSaid: (at: number) => boolean;
  /** Words that name the thing itself: they are said first of all. */
  readonly core: ReadonlySet<number>;
  /** As it is said; empty: unknown, or not said. */
  readonly brand: string;
  /** A book: its title is a name, and stays as it is written. */
  readonly isWork: boolean;
};

/** So many telling words are enough of a name; fewer are filled up from the next part. */
const ENOUGH = { known: 2, unknown: 3 } as const;
/** A part of a single word is what sets it apart ("unscented"), and is said besides while there are no more than these. */
const ROOM = 4;

export function voiceTitle(sayable: Sayable, lexicon: GoodsLexicon): string {
  const wanted = wantedOf(sayable);
  const budget = { words: MOST.words - countOf(sayable.brand), characters: MOST.characters - sayable.brand.length };
  const chosen = new Set<number>();
  const first = wanted.filter((at) => sayable.core.has(at));
  const quoted = wanted.filter((at) => sayable.words[at]?.isQuoted);
  for (const at of [...first, ...quoted, ...wanted]) {
    if (chosen.has(at)) continue;
    chosen.add(at);
    if (fits(placesOf(chosen, sayable), sayable.words, budget)) continue;
    chosen.delete(at);
    if (!sayable.core.has(at)) break;
  }
  const said = placesOf(chosen, sayable)
    .map((at, order) => speltAt(at, sayable, { lexicon, isFirst: order === 0 }))
    .join(' ');
  const parts = lexicon.words.name.brand === 'first' ? [sayable.brand, said] : [said, sayable.brand];
  return parts.filter((part) => part !== '').join(' ');
}

type Budget = { readonly words: number; readonly characters: number };

function fits(places: readonly number[], words: readonly TitleWord[], budget: Budget): boolean {
  const characters = places.reduce((sum, at) => sum + (words[at]?.text.length ?? 0) + 1, 0);
  return places.length <= budget.words && characters <= budget.characters;
}

/** The parts of the title up to the one that says what it is, and one more where that is little. */
function wantedOf({ words, isSaid, core, isWork }: Sayable): readonly number[] {
  const parts = new Map<number, number[]>();
  const met = new Set<string>();
  for (const [at, { segment, isSmall, low }] of words.entries()) {
    if (isSmall || !(isSaid(at) || core.has(at)) || (met.has(low) && !isWork)) continue;
    met.add(low);
    parts.set(segment, [...(parts.get(segment) ?? []), at]);
  }
  const wanted: number[] = [];
  const enough = core.size > 0 && !isWork ? ENOUGH.known : ENOUGH.unknown;
  const isNamed = () => isWork || [...core].every((at) => wanted.includes(at));
  for (const [segment, part] of parts) {
    const isOne = !isWork && wanted.length < ROOM && words.filter((word) => word.segment === segment).length === 1;
    if (wanted.length < enough || isOne || (wanted.length <= enough && !isNamed())) wanted.push(...part);
  }
  return wanted;
}

/** Where the chosen words stand, with the small words right before them: "without" is never lost. */
function placesOf(chosen: ReadonlySet<number>, { words, isWork }: Sayable): readonly number[] {
  const said: number[] = [];
  let small: number[] = [];
  for (const [at, word] of words.entries()) {
    if (chosen.has(at)) {
      said.push(...small, at);
      small = [];
    } else if (word.isSmall && (isWork || said.length > 0) && word.segment === words[at + 1]?.segment) {
      small.push(at);
    } else {
      small = [];
    }
  }
  return said;
}

/** Letters of a word in capitals that is not shouted: "USB-C". */
const ACRONYM = 5;

const shouts = new WeakMap<readonly TitleWord[], { readonly shouted: boolean; readonly capital: boolean }>();

function styleOf(words: readonly TitleWord[]): { readonly shouted: boolean; readonly capital: boolean } {
  const known = shouts.get(words);
  if (known) return known;
  const long = words.filter(({ text, isSmall }) => !isSmall && /^\p{L}{3,}/u.test(text));
  const shouted = long.filter(({ text }) => isCapitals(text)).length;
  const capital = long.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  const style = { shouted: shouted > long.length / 2, capital: capital > long.length / 2 };
  shouts.set(words, style);
  return style;
}

type As = { readonly lexicon: GoodsLexicon; readonly isFirst: boolean };

function speltAt(at: number, { words, isWork, brand }: Sayable, as: As): string {
  const word = words[at];
  if (!word) return '';
  const { text, isSmall } = word;
  if (isSmall && !isWork) return text.toLowerCase();
  if (/\d/.test(text) || (text.length === 1 && !isSmall)) return text;
  if (as.lexicon.spelled.has(text.toUpperCase())) return text.toUpperCase();
  const { shouted, capital } = styleOf(words);
  if (isWork) return speltWork(word, shouted, as);
  if (isCapitals(text)) return !shouted && text.length <= ACRONYM ? text : text.toLowerCase();
  // Nobody told who makes it: the name may be among these words.
  if (capital) return brand === '' ? text : text.toLowerCase();
  return as.isFirst ? text.toLowerCase() : text;
}

/** A title of a work keeps its capitals, but for those that shout. */
function speltWork({ text, isSmall }: TitleWord, shouted: boolean, { isFirst }: As): string {
  if (shouted) return isSmall && !isFirst ? text.toLowerCase() : calmed(text);
  return isCapitals(text) && text.length > ACRONYM ? calmed(text) : text;
}

export function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** "BELLA" as "Bella". */
export function calmed(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

function countOf(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}
