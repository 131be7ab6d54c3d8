/** Scores a sentence with a trained model. */

import type { Classes } from './classes';
import { characterFeatures, wordFeatures } from './features';
import type { Model } from './model';

/** A label and its margin: the larger, the surer. */
export type Scored = { readonly label: string; readonly margin: number };
/** `tokens` are normalised words; every label comes back, in the model's order. */
export type Scorer = (tokens: readonly string[]) => readonly Scored[];

/** Words whose features are remembered; people use the same few thousand. */
const REMEMBERED = 5_000;

export function scorer(model: Model, classes: Classes): Scorer {
  const { labels, scales, biases } = model;
  const rowOf = table(model.features);
  const adder = createAdder(model);
  const known = new Map<string, Int32Array>();
  const found = (features: readonly number[]) => Int32Array.from(features, rowOf).filter((row) => row >= 0);

  function charactersOf(word: string): Int32Array {
    const before = known.get(word);
    if (before) return before;
    if (known.size >= REMEMBERED) known.clear();
    const rows = found(characterFeatures(word));
    known.set(word, rows);
    return rows;
  }

  return (said) => {
    const tokens = classes(said);
    const sums = new Float64Array(labels.length);
    adder([found(wordFeatures(tokens))], sums);
    adder(tokens.map(charactersOf), sums);
    return labels.map((label, at) => ({ label, margin: (sums[at] ?? 0) * (scales[at] ?? 0) + (biases[at] ?? 0) }));
  };
}

/** Adds one block of features, brought to length 1, to the sums of all labels. */
function createAdder({ labels, idf, weights, features }: Model) {
  const width = labels.length;
  const counts = new Uint16Array(features.length);
  const own = new Float64Array(width);
  const value = (row: number) => {
    const count = counts[row] ?? 0;
    counts[row] = 0;
    return (count === 1 ? 1 : 1 + Math.log(count)) * (idf[row] ?? 0);
  };
  return (parts: readonly Int32Array[], sums: Float64Array): void => {
    own.fill(0);
    let square = 0;
    for (const row of distinct(parts, counts)) {
      const weight = value(row);
      square += weight * weight;
      for (let label = 0, at = row * width; label < width; label += 1, at += 1) {
        own[label] = (own[label] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
    const length = Math.sqrt(square) || 1;
    for (let label = 0; label < width; label += 1) sums[label] = (sums[label] ?? 0) + (own[label] ?? 0) / length;
  };
}

/** Each row once; how often it occurs is left in `counts`. */
function distinct(parts: readonly Int32Array[], counts: Uint16Array): readonly number[] {
  const rows: number[] = [];
  for (const part of parts) {
    for (const row of part) {
      const count = counts[row] ?? 0;
      if (count === 0) rows.push(row);
      counts[row] = count + 1;
    }
  }
  return rows;
}

/** From a feature to its row, -1 where it is unknown: open addressing, because it must be ready within a millisecond. */
function table(features: Uint32Array): (feature: number) => number {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, features.length * 2)));
  const rows = new Int32Array(size).fill(-1);
  const slotFor = (feature: number) => {
    let slot = (Math.imul(feature, 0x9e37_79b1) >>> 0) & (size - 1);
    while ((rows[slot] ?? -1) >= 0 && features[rows[slot] ?? 0] !== feature) slot = (slot + 1) & (size - 1);
    return slot;
  };
  features.forEach((feature, row) => {
    rows[slotFor(feature)] = row;
  });
  return (feature) => rows[slotFor(feature)] ?? -1;
}
