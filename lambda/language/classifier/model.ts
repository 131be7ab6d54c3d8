/** A trained classifier: its numbers, how they score a sentence, and how they are kept in a file. */

import { gunzipSync, gzipSync } from 'node:zlib';
import { featuresOf } from './features';

export type Model = {
  readonly labels: readonly string[];
  /** Hashes of the known features, ascending. */
  readonly features: Uint32Array;
  readonly idf: Float32Array;
  /** One row a feature, one number a label; `scales` makes weights of them. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
};

export type Scores = ReadonlyMap<string, number>;

/** Margins by label, the larger the surer. */
export type Scorer = (tokens: readonly string[]) => Scores;

export function scorer(model: Model): Scorer {
  const { labels, idf, weights, scales, biases } = model;
  const index = new Map<number, number>();
  model.features.forEach((feature, row) => void index.set(feature, row));
  const width = labels.length;
  return (tokens) => {
    const { words, characters } = featuresOf(tokens);
    const sums = new Float64Array(width);
    for (const block of [words, characters]) addBlock(block, sums);
    return new Map(labels.map((label, at) => [label, (sums[at] ?? 0) * (scales[at] ?? 0) + (biases[at] ?? 0)]));
  };

  function addBlock(block: ReadonlyMap<number, number>, sums: Float64Array): void {
    const own = new Float64Array(width);
    let square = 0;
    for (const [feature, count] of block) {
      const row = index.get(feature);
      if (row === undefined) continue;
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[row] ?? 0);
      square += value * value;
      for (let label = 0, at = row * width; label < width; label += 1, at += 1) {
        own[label] = (own[label] ?? 0) + value * (weights[at] ?? 0);
      }
    }
    const length = Math.sqrt(square) || 1;
    for (let label = 0; label < width; label += 1) sums[label] = (sums[label] ?? 0) + (own[label] ?? 0) / length;
  }
}

/** The file: a length, a JSON head, then the numbers; features as differences, which pack better. */
export function pack({ labels, features, idf, weights, scales, biases }: Model): Buffer {
  const head = { labels, features: features.length, idf: Math.max(...idf), scales: [...scales], biases: [...biases] };
  const json = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const steps = features.map((feature, at) => feature - (features[at - 1] ?? 0));
  const frequencies = Uint8Array.from(idf, (value) => Math.round((value / head.idf) * 255));
  return gzipSync(Buffer.concat([size, json, split(steps), frequencies, columnwise(weights, labels.length)]), {
    level: 9,
  });
}

/** Throws when the bytes are none of `pack`'s. */
export function unpack(bytes: Buffer): Model {
  const raw = gunzipSync(bytes);
  const body = 4 + raw.readUInt32LE();
  const head = JSON.parse(raw.subarray(4, body).toString()) as {
    labels: string[];
    features: number;
    idf: number;
    scales: number[];
    biases: number[];
  };
  const { features: count, labels } = head;
  const features = new Uint32Array(count);
  for (let at = 0, sum = 0; at < count; at += 1) {
    sum += (raw[body + at] ?? 0) | ((raw[body + count + at] ?? 0) << 8) | ((raw[body + 2 * count + at] ?? 0) << 16);
    features[at] = sum;
  }
  const idf = Float32Array.from(raw.subarray(body + 3 * count, body + 4 * count), (value) => (value * head.idf) / 255);
  const packed = new Int8Array(raw.buffer, raw.byteOffset + body + 4 * count, count * labels.length);
  const weights = new Int8Array(packed.length);
  for (let label = 0, from = 0; label < labels.length; label += 1) {
    for (let row = 0; row < count; row += 1, from += 1) weights[row * labels.length + label] = packed[from] ?? 0;
  }
  return {
    labels,
    features,
    idf,
    weights,
    scales: Float32Array.from(head.scales),
    biases: Float32Array.from(head.biases),
  };
}

/** Three bytes a number, the low ones of all first: the high ones are mostly zero and pack to nothing. */
function split(numbers: Uint32Array): Buffer {
  const out = Buffer.alloc(numbers.length * 3);
  numbers.forEach((number, at) => {
    out[at] = number & 0xff;
    out[numbers.length + at] = (number >>> 8) & 0xff;
    out[2 * numbers.length + at] = (number >>> 16) & 0xff;
  });
  return out;
}

function columnwise(weights: Int8Array, width: number): Buffer {
  const rows = weights.length / width;
  const out = new Int8Array(weights.length);
  for (let label = 0, to = 0; label < width; label += 1) {
    for (let row = 0; row < rows; row += 1, to += 1) out[to] = weights[row * width + label] ?? 0;
  }
  return Buffer.from(out.buffer);
}
