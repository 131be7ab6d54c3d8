/** Trains the classifier: a linear support vector machine, one class against the rest, on TF-IDF features. */

import { type Features, featuresOf } from './features';
import type { Model } from './model';
import { type Planes, type Row, separate } from './separate';

/** Goes up with everything that makes the same samples another model; kept models of other versions are not used. */
export const TRAINER = 10;

export type Sample = { readonly tokens: readonly string[]; readonly label: string };

export type Training = {
  /** The cost of a sample on the wrong side. */
  readonly cost: number;
  readonly rounds: number;
  /** Known features, of which no language has as many; the least telling are left out beyond this. Without half of them a fifth more is taken for what it is not. */
  readonly features: number;
};

const DEFAULTS: Training = { cost: 0.25, rounds: 8, features: 45_000 };
/** Weights are kept in so many steps either way: with more the file grows and nothing is heard better. */
const STEPS = 15;
/** Samples read between two pauses. */
const AT_ONCE = 200;

/** The same samples give the same model. */
export function train(samples: readonly Sample[], training: Partial<Training> = {}): Model {
  const steps = trainInSteps(samples, training);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Pauses every few milliseconds, so that a server can answer in between. */
export function* trainInSteps(samples: readonly Sample[], training: Partial<Training> = {}): Generator<void, Model> {
  const { cost, rounds, features } = { ...DEFAULTS, ...training };
  const seen: Counted[] = [];
  for (const { tokens } of samples) if (seen.push(countedIn(featuresOf(tokens))) % AT_ONCE === 0) yield;
  const often = {
    words: documents(seen.map((one) => one.words)),
    characters: documents(seen.map((one) => one.characters)),
  };
  yield;
  const vocabulary = commonEnough(often);
  yield;
  const idf = inverseFrequencies(often, vocabulary, seen.length);
  yield;
  const rows: Row[] = [];
  for (const one of seen) if (rows.push(rowOf(one, vocabulary, idf)) % AT_ONCE === 0) yield;
  const labels = [...new Set(samples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, at) => [label, at]));
  const own = Uint8Array.from(samples, ({ label }) => numbers.get(label) ?? 0);
  const size = { features: vocabulary.size, classes: labels.length };
  const planes = yield* separate({ rows, own, ...size, cost, rounds });
  return pruned({ labels, vocabulary, idf, planes }, features);
}

/** Each feature once, and how often it occurs. */
type Counts = ReadonlyMap<number, number>;
type Counted = { readonly words: Counts; readonly characters: Counts };

function countedIn({ words, characters }: Features): Counted {
  return { words: countsOf(words), characters: countsOf(characters) };
}

function countsOf(features: readonly number[]): Counts {
  const counts = new Map<number, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** In how many samples each feature occurs. */
function documents(seen: readonly Counts[]): Counts {
  const often = new Map<number, number>();
  for (const one of seen) for (const feature of one.keys()) often.set(feature, (often.get(feature) ?? 0) + 1);
  return often;
}

/** Words met once are kept, they may be a product; stretches of characters met once are noise. */
function commonEnough({ words, characters }: Counted): ReadonlyMap<number, number> {
  const kept = [...words.keys(), ...[...characters].filter(([, often]) => often > 1).map(([feature]) => feature)];
  return new Map([...new Set(kept)].sort((a, b) => a - b).map((feature, at) => [feature, at]));
}

function inverseFrequencies(
  { words, characters }: Counted,
  vocabulary: ReadonlyMap<number, number>,
  all: number,
): Float32Array {
  const idf = new Float32Array(vocabulary.size);
  for (const [feature, at] of vocabulary) {
    const often = (words.get(feature) ?? 0) + (characters.get(feature) ?? 0);
    idf[at] = Math.log((1 + all) / (1 + often)) + 1;
  }
  return idf;
}

/** Each block is brought to length 1, so that neither drowns the other. */
function rowOf({ words, characters }: Counted, vocabulary: ReadonlyMap<number, number>, idf: Float32Array): Row {
  const at: number[] = [];
  const values: number[] = [];
  for (const block of [words, characters]) {
    const from = values.length;
    let square = 0;
    for (const [feature, count] of block) {
      const column = vocabulary.get(feature);
      if (column === undefined) continue;
      const value = (1 + Math.log(count)) * (idf[column] ?? 0);
      at.push(column);
      values.push(value);
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let index = from; index < values.length; index += 1) values[index] = (values[index] ?? 0) / length;
  }
  return { at: Int32Array.from(at), values: Float32Array.from(values) };
}

type Trained = {
  readonly labels: readonly string[];
  readonly vocabulary: ReadonlyMap<number, number>;
  readonly idf: Float32Array;
  readonly planes: Planes;
};

/** Keeps the features with the largest weights; a feature is kept with its idf, because it shares in a row's length. */
function pruned({ labels, vocabulary, idf, planes }: Trained, most: number): Model {
  const width = labels.length;
  const weightsOf = (column: number) => planes.weights.subarray(column * width, (column + 1) * width);
  const kept = [...vocabulary]
    .map(([feature, column]) => ({ feature, column, weight: largest(weightsOf(column)) * (idf[column] ?? 0) }))
    .sort((a, b) => b.weight - a.weight || a.feature - b.feature)
    .slice(0, most)
    .sort((a, b) => a.feature - b.feature);
  const scales = Float64Array.from(labels, (_, label) => {
    const own = Float32Array.from(kept, ({ column }) => weightsOf(column)[label] ?? 0);
    return Math.max(1e-6, largest(own)) / STEPS;
  });
  const weights = new Int8Array(kept.length * width);
  kept.forEach(({ column }, row) => {
    weightsOf(column).forEach((weight, label) => {
      weights[row * width + label] = Math.round(weight / (scales[label] ?? 1));
    });
  });
  return {
    labels,
    features: Uint32Array.from(kept, ({ feature }) => feature),
    idf: Float32Array.from(kept, ({ column }) => idf[column] ?? 0),
    weights,
    scales: Float32Array.from(scales),
    biases: planes.biases,
  };
}

/** Of either sign. */
function largest(weights: Float32Array): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
}
