/** Parts each class of samples from the rest by a plane, all classes at once. */

import { type Random, randomFrom } from './random';

/** Feature numbers and values, of two blocks of length 1 each. */
export type Row = { readonly at: Int32Array; readonly values: Float32Array };

/** One row a feature, one number a class: what a feature weighs for each class lies side by side. */
export type Planes = { readonly weights: Float32Array; readonly biases: Float32Array };

export type Separation = {
  readonly rows: readonly Row[];
  /** The class of each row, counted from 0. */
  readonly own: Uint8Array;
  readonly features: number;
  /** How many, at most 255. */
  readonly classes: number;
  /** The cost of a row on the wrong side. */
  readonly cost: number;
  readonly rounds: number;
};

/** All classes of all rows are looked at again this often; between, where a row lies safely on its side it is left alone. */
const LOOK_AGAIN = 5;
/** Rows between two pauses. */
const AT_ONCE = 200;

/** Dual coordinate descent for the squared hinge (Hsieh et al., ICML 2008). The same rows give the same planes. */
export function* separate(problem: Separation): Generator<void, Planes> {
  const { rows, rounds } = problem;
  const order = Uint32Array.from(rows, (_, index) => index);
  const random = randomFrom(rows.length + 1);
  const { planes, visit, openAll } = createDescent(problem);
  for (let round = 0; round < rounds; round += 1) {
    if (round % LOOK_AGAIN === 0) openAll();
    // In one order all rounds through, what the last rows say would weigh more.
    shuffle(order, random);
    for (let turn = 0; turn < order.length; turn += 1) {
      if (turn % AT_ONCE === 0) yield;
      visit(order[turn] ?? 0);
    }
  }
  return planes;
}

function createDescent({ rows, own, features, classes, cost }: Separation) {
  const planes = { weights: new Float32Array(features * classes), biases: new Float32Array(classes) };
  const alphas = new Float32Array(rows.length * classes);
  /** The classes of a row that are not settled: how many, and which. */
  const open = new Uint8Array(rows.length);
  const opened = new Uint8Array(rows.length * classes);
  const sums = new Float64Array(classes);
  const half = 1 / (2 * cost);

  /** Whether the row is near the plane of this class; moves the plane where it should. */
  const settle = (index: number, label: number, sum: number): boolean => {
    const target = own[index] === label ? 1 : -1;
    const place = index * classes + label;
    const alpha = alphas[place] ?? 0;
    const gradient = target * sum - 1 + half * alpha;
    if (alpha === 0 && gradient > 0) return false;
    // Both blocks have length 1 and the bias is one more feature: the diagonal is 3.
    const next = Math.max(0, alpha - gradient / (3 + half));
    alphas[place] = next;
    const row = rows[index];
    if (row && next !== alpha) move(planes, row, label, (next - alpha) * target);
    return true;
  };

  return {
    planes,
    openAll(): void {
      open.fill(classes);
      for (let at = 0; at < opened.length; at += 1) opened[at] = at % classes;
    },
    visit(index: number): void {
      const row = rows[index];
      const labels = opened.subarray(index * classes, index * classes + (open[index] ?? 0));
      if (!row || labels.length === 0) return;
      measure(planes, row, labels, sums);
      let still = 0;
      for (let at = 0; at < labels.length; at += 1) {
        const label = labels[at] ?? 0;
        if (!settle(index, label, sums[at] ?? 0)) continue;
        labels[still] = label;
        still += 1;
      }
      open[index] = still;
    },
  };
}

/** Into `sums`: on which side of each of these classes the row lies, and how far. */
function measure({ weights, biases }: Planes, { at, values }: Row, labels: Uint8Array, sums: Float64Array): void {
  const { length } = labels;
  for (let which = 0; which < length; which += 1) sums[which] = biases[labels[which] ?? 0] ?? 0;
  for (let index = 0; index < at.length; index += 1) {
    const start = (at[index] ?? 0) * biases.length;
    const value = values[index] ?? 0;
    for (let which = 0; which < length; which += 1) {
      sums[which] = (sums[which] ?? 0) + value * (weights[start + (labels[which] ?? 0)] ?? 0);
    }
  }
}

function move({ weights, biases }: Planes, { at, values }: Row, label: number, step: number): void {
  biases[label] = (biases[label] ?? 0) + step;
  for (let index = 0; index < at.length; index += 1) {
    const place = (at[index] ?? 0) * biases.length + label;
    weights[place] = (weights[place] ?? 0) + step * (values[index] ?? 0);
  }
}

function shuffle(order: Uint32Array, random: Random): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = random(index + 1);
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}
