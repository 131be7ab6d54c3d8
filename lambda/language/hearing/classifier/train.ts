/** Trains the classifier: a linear support vector machine, one class against the rest, on TF-IDF features. */

import { type Features, featuresOf } from './features';
import type { Model } from './model';

/** Goes up with everything that makes the same samples another model; kept models of other versions are not used. */
export const TRAINER = 8;

export type Sample = { readonly tokens: readonly string[]; readonly label: string };

export type Training = {
  /** The cost of a sample on the wrong side. */
  readonly cost: number;
  readonly rounds: number;
  /** Known features, of which no language has as many; the least telling are left out beyond this. Without half of them a fifth more is taken for what it is not. */
  readonly features: number;
};

const DEFAULTS: Training = { cost: 0.25, rounds: 8, features: 40_000 };
/** Weights are kept in so many steps either way: with more the file grows and nothing is heard better. */
const STEPS = 15;
/** Samples read between two pauses. */
const AT_ONCE = 200;

/** Rows of feature numbers and values, each block of length 1, so that neither drowns the other. */
type Row = { readonly at: Int32Array; readonly values: Float32Array };

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
  const seen: Features[] = [];
  for (const { tokens } of samples) if (seen.push(featuresOf(tokens)) % AT_ONCE === 0) yield;
  const vocabulary = commonEnough(seen);
  yield;
  const idf = inverseFrequencies(seen, vocabulary);
  yield;
  const rows: Row[] = [];
  for (const one of seen) if (rows.push(rowOf(one, vocabulary, idf)) % AT_ONCE === 0) yield;
  const labels = [...new Set(samples.map(({ label }) => label))].sort();
  const columns: Column[] = [];
  for (const label of labels) {
    const targets = Int8Array.from(samples, (sample) => (sample.label === label ? 1 : -1));
    columns.push(yield* separate(rows, targets, { cost, rounds, size: vocabulary.size }));
  }
  return pruned({ labels, vocabulary, idf, columns }, features);
}

type Column = { readonly weights: Float32Array; readonly bias: number };

/** Words met once are kept, they may be a product; stretches of characters met once are noise. */
function commonEnough(seen: readonly Features[]): ReadonlyMap<number, number> {
  const words = documents(seen.map((one) => one.words));
  const characters = documents(seen.map((one) => one.characters));
  const kept = [...words.keys(), ...[...characters].filter(([, often]) => often > 1).map(([feature]) => feature)];
  return new Map([...new Set(kept)].sort((a, b) => a - b).map((feature, at) => [feature, at]));
}

/** In how many samples each feature occurs. */
function documents(seen: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const often = new Map<number, number>();
  for (const one of seen) for (const feature of new Set(one)) often.set(feature, (often.get(feature) ?? 0) + 1);
  return often;
}

function inverseFrequencies(seen: readonly Features[], vocabulary: ReadonlyMap<number, number>): Float32Array {
  const often = documents(seen.map(({ words, characters }) => [...words, ...characters]));
  const idf = new Float32Array(vocabulary.size);
  for (const [feature, at] of vocabulary) idf[at] = Math.log((1 + seen.length) / (1 + (often.get(feature) ?? 0))) + 1;
  return idf;
}

function rowOf({ words, characters }: Features, vocabulary: ReadonlyMap<number, number>, idf: Float32Array): Row {
  const at: number[] = [];
  const values: number[] = [];
  for (const block of [words, characters]) {
    const from = values.length;
    for (const [feature, count] of countsOf(block)) {
      const column = vocabulary.get(feature);
      if (column === undefined) continue;
      at.push(column);
      values.push((1 + Math.log(count)) * (idf[column] ?? 0));
    }
    const length = Math.hypot(...values.slice(from)) || 1;
    for (let index = from; index < values.length; index += 1) values[index] = (values[index] ?? 0) / length;
  }
  return { at: Int32Array.from(at), values: Float32Array.from(values) };
}

function countsOf(features: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

type Problem = { readonly cost: number; readonly rounds: number; readonly size: number };

/** All rows are looked at again this often; between, those that lie safely on their side are left alone. */
const LOOK_AGAIN = 5;

/** Dual coordinate descent for the squared hinge (Hsieh et al., ICML 2008), in a fixed shuffled order. */
function* separate(rows: readonly Row[], targets: Int8Array, { cost, rounds, size }: Problem): Generator<void, Column> {
  const weights = new Float32Array(size);
  const alphas = new Float32Array(rows.length);
  const all = shuffled(rows.length);
  const half = 1 / (2 * cost);
  let active = all;
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const close: number[] = [];
    for (const index of round % LOOK_AGAIN === 0 ? all : active) {
      const row = rows[index];
      const target = targets[index] ?? 0;
      if (!row) continue;
      const alpha = alphas[index] ?? 0;
      const gradient = target * (dot(weights, row) + bias) - 1 + half * alpha;
      if (alpha === 0 && gradient > 0) continue;
      close.push(index);
      // Both blocks have length 1 and the bias is one more feature: the diagonal is 3.
      const next = Math.max(0, alpha - gradient / (3 + half));
      if (next === alpha) continue;
      alphas[index] = next;
      const step = (next - alpha) * target;
      add(weights, row, step);
      bias += step;
    }
    active = close;
    yield;
  }
  return { weights, bias };
}

function dot(weights: Float32Array, { at, values }: Row): number {
  let sum = 0;
  for (let index = 0; index < at.length; index += 1) sum += (weights[at[index] ?? 0] ?? 0) * (values[index] ?? 0);
  return sum;
}

function add(weights: Float32Array, { at, values }: Row, step: number): void {
  for (let index = 0; index < at.length; index += 1) {
    const column = at[index] ?? 0;
    weights[column] = (weights[column] ?? 0) + step * (values[index] ?? 0);
  }
}

/** A fixed order that is none of the file's: samples of one class stand together there. */
function shuffled(length: number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  let state = 12_345;
  for (let index = length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (index + 1);
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

type Trained = {
  readonly labels: readonly string[];
  readonly vocabulary: ReadonlyMap<number, number>;
  readonly idf: Float32Array;
  readonly columns: readonly Column[];
};

/** Keeps the features with the largest weights; a feature is kept with its idf, because it shares in a row's length. */
function pruned({ labels, vocabulary, idf, columns }: Trained, most: number): Model {
  const telling = (column: number) => Math.max(...columns.map(({ weights }) => Math.abs(weights[column] ?? 0)));
  const kept = [...vocabulary]
    .map(([feature, column]) => ({ feature, column, weight: telling(column) * (idf[column] ?? 0) }))
    .sort((a, b) => b.weight - a.weight || a.feature - b.feature)
    .slice(0, most)
    .sort((a, b) => a.feature - b.feature);
  const scales = columns.map(
    ({ weights }) => Math.max(1e-6, ...kept.map(({ column }) => Math.abs(weights[column] ?? 0))) / STEPS,
  );
  const weights = new Int8Array(kept.length * labels.length);
  kept.forEach(({ column }, row) => {
    columns.forEach((one, label) => {
      weights[row * labels.length + label] = Math.round((one.weights[column] ?? 0) / (scales[label] ?? 1));
    });
  });
  return {
    labels,
    features: Uint32Array.from(kept, ({ feature }) => feature),
    idf: Float32Array.from(kept, ({ column }) => idf[column] ?? 0),
    weights,
    scales: Float32Array.from(scales),
    biases: Float32Array.from(columns, ({ bias }) => bias),
  };
}
