/** A trained classifier as numbers, and how they are kept in a file. */

import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';

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

const HEAD = z.object({
  labels: z.array(z.string()),
  features: z.int(),
  /** The largest inverse frequency: the others are kept as parts of it. */
  idf: z.number(),
  scales: z.array(z.number()),
  biases: z.array(z.number()),
});
type Head = z.infer<typeof HEAD>;

/** The file: a length, a JSON head, then the numbers; features as differences, which pack better. */
export function pack({ labels, features, idf, weights, scales, biases }: Model): Buffer {
  const head: Head = {
    labels: [...labels],
    features: features.length,
    // A language that has just begun has no features.
    idf: Math.max(0, ...idf),
    scales: [...scales],
    biases: [...biases],
  };
  const json = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const steps = features.map((feature, at) => feature - (features[at - 1] ?? 0));
  const frequencies = Uint8Array.from(idf, (value) => Math.round((value / head.idf) * 255));
  const parts = [
    size,
    json,
    split(steps),
    frequencies,
    Buffer.from(weights.buffer, weights.byteOffset, weights.length),
  ];
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

/** Throws when the bytes are none of `pack`'s, or not all of them. */
export function unpack(bytes: Buffer): Model {
  const raw = gunzipSync(bytes);
  const body = 4 + raw.readUInt32LE();
  const head = HEAD.parse(JSON.parse(raw.subarray(4, body).toString()));
  const { features: count, labels } = head;
  if (raw.length !== body + count * (4 + labels.length)) throw new Error('a model has another length than it says');
  return {
    labels,
    features: joined(raw.subarray(body, body + 3 * count)),
    idf: Float32Array.from(raw.subarray(body + 3 * count, body + 4 * count), (value) => (value * head.idf) / 255),
    weights: new Int8Array(raw.buffer, raw.byteOffset + body + 4 * count, count * labels.length),
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

function joined(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length / 3);
  for (let at = 0, sum = 0; at < numbers.length; at += 1) {
    const high = (bytes[2 * numbers.length + at] ?? 0) << 16;
    sum += (bytes[at] ?? 0) | ((bytes[numbers.length + at] ?? 0) << 8) | high;
    numbers[at] = sum;
  }
  return numbers;
}
