/** What may become a sample of Amazon's model: the sentences of templates, of which hardly any is ever written. */

import { parse } from '../../lambda/language/hearing/sentences';
import { asSample, comparable } from './as-sample';
import { firstsOf, printOf, printsOf, SILENCE, type Telling } from './prints';
import { sentenceAt } from './sentence-at';
import type { Unsaid } from './unsaid';
import { isInParts, waysOf } from './ways';

/** Which samples are kept whatever happens, and which sentences nobody says though they are understood. */
export type Wishes = {
  readonly always: Kept;
  readonly never?: Unsaid;
  /** What a sample becomes before it is compared with others. */
  readonly as?: (sample: string) => string;
};
/** Samples by how they sound. */
export type Kept = { readonly sounds: readonly string[]; readonly soundOf: (sample: string) => string };

/** Of one template. Its sentences go by their places. */
export type Candidates = {
  /** The likeliest first; no two alike, neither here nor in the templates before. */
  readonly places: Float64Array;
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
export function candidatesOf(templates: readonly string[], wishes: Wishes): readonly Candidates[] {
  const all = templates.map((template) =>
    wishes.as || !isInParts(template) ? written(template, wishes) : unwritten(template, wishes),
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

/** The places of what is least rare first. */
function inOrder(rarities: Int32Array): Float64Array {
  const count = rarities.length;
  return Float64Array.from(rarities, (rarity, place) => rarity * count + place)
    .sort()
    .map((one) => one % count);
}

function unwritten(template: string, { always, never }: Wishes): Sentences {
  const nodes = parse(template);
  const sampleAt = (place: number) => sentenceAt(nodes, place, telling(asSample));
  const sounds = printsOf(
    nodes,
    telling((text) => always.soundOf(asSample(text))),
  ).prints;
  const mayBeNever = never?.isIn(template) === true;
  return {
    ...printsOf(
      nodes,
      telling((text) => comparable(asSample(text))),
    ),
    soundAt: (place) => sounds[place] as number,
    sampleAt,
    isNever: (place) => mayBeNever && never.is(sampleAt(place)),
  };
}

function telling(as: (text: string) => string): Telling {
  return (part) => (part.kind === 'text' ? as(part.text) : `{${part.name}}`);
}

function written(template: string, { always, never, as = (sample) => sample }: Wishes): Sentences {
  const ways = waysOf(template);
  const samples = ways.map(({ text }) => as(text));
  const sampleAt = (place: number) => samples[place] ?? '';
  return {
    prints: Float64Array.from(samples, (sample) => printOf(comparable(sample))),
    rarities: Int32Array.from(ways, ({ rarity }) => rarity),
    soundAt: (place) => printOf(always.soundOf(sampleAt(place))),
    sampleAt,
    isNever: (place) => never?.is(sampleAt(place)) === true,
  };
}
