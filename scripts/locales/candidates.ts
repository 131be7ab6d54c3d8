/** What may become a sample of Amazon's model: the sentences of templates, of which hardly any is ever written. */

import { parse } from '../../lambda/language/hearing/sentences';
import { asSample, comparable } from './as-sample';
import { firstsOf, printOf, printsOf, SILENCE, type Telling } from './prints';
import { sentenceAt } from './sentence-at';
import type { Unsaid } from './unsaid';
import { isInParts, waysOf } from './ways';
import { remembered } from './word-by-word';

export type Making = {
  /** How a sample sounds. */
  readonly soundOf: (sample: string) => string;
  /** What nobody says though it is understood. */
  readonly never?: Unsaid;
  /** What a sample becomes before it is compared with others. */
  readonly as?: (sample: string) => string;
};

/** Of one template. Its sentences go by their places. */
export type Candidates = {
  /** The likeliest first; no two alike, neither here nor in the templates before. */
  readonly places: Int32Array;
  /** How each sounds, by its print. */
  soundAt(place: number): number;
  sampleAt(place: number): string;
};

type Sentences = Omit<Candidates, 'places'> & {
  readonly prints: Float64Array;
  readonly rarities: Int32Array;
  readonly isNever: (place: number) => boolean;
};

/**
 * Likely is the usual word, which who writes a template puts before the rarer ones, and that what may be left out is
 * left out.
 */
export function candidatesOf(templates: readonly string[], making: Making): readonly Candidates[] {
  const all = templates.map((template) =>
    making.as || !isInParts(template) ? written(template, making) : unwritten(template, making),
  );
  const firstOf = firstsOf(all.reduce((sum, { prints }) => sum + prints.length, 0));
  let before = 0;
  return all.map(({ prints, rarities, isNever, ...others }) => {
    const isNew = (place: number) => {
      const print = prints[place] as number;
      if (print === SILENCE || isNever(place)) return false;
      before += 1;
      return firstOf(print, before) === before;
    };
    return { ...others, places: inOrder(rarities).filter(isNew) };
  });
}

/** The places of what is least rare first, counted into their order: of tens of thousands only some dozen rarities differ. */
function inOrder(rarities: Int32Array): Int32Array {
  const next = new Int32Array(rarities.reduce((most, rarity) => Math.max(most, rarity), 0) + 2);
  for (const rarity of rarities) next[rarity + 1] = (next[rarity + 1] as number) + 1;
  for (let rarity = 1; rarity < next.length; rarity += 1) {
    next[rarity] = (next[rarity] as number) + (next[rarity - 1] as number);
  }
  const places = new Int32Array(rarities.length);
  rarities.forEach((rarity, place) => {
    const at = next[rarity] as number;
    places[at] = place;
    next[rarity] = at + 1;
  });
  return places;
}

function unwritten(template: string, { soundOf, never }: Making): Sentences {
  const nodes = parse(template);
  const sampleAt = (place: number) => sentenceAt(nodes, place, asPart);
  const sounds = printsOf(
    nodes,
    telling((text) => soundOf(sampleOf(text))),
  ).prints;
  const mayBeNever = never?.isIn(template) === true;
  return {
    ...printsOf(nodes, comparedPart),
    soundAt: (place) => sounds[place] as number,
    sampleAt,
    isNever: (place) => mayBeNever && never.is(sampleAt(place)),
  };
}

function telling(as: (text: string) => string): Telling {
  return (part) => (part.kind === 'text' ? as(part.text) : `{${part.name}}`);
}

const sampleOf = remembered(asSample);
const asPart = telling(sampleOf);
const comparedPart = telling(remembered((text) => comparable(sampleOf(text))));

function written(template: string, { soundOf, never, as = (sample) => sample }: Making): Sentences {
  const ways = waysOf(template);
  const samples = ways.map(({ text }) => as(text));
  const sampleAt = (place: number) => samples[place] ?? '';
  return {
    prints: Float64Array.from(samples, (sample) => printOf(comparable(sample))),
    rarities: Int32Array.from(ways, ({ rarity }) => rarity),
    soundAt: (place) => printOf(soundOf(sampleAt(place))),
    sampleAt,
    isNever: (place) => never?.is(sampleAt(place)) === true,
  };
}
