/** The sentences of a template, told apart without being written: of hundreds of thousands a few hundred are ever read. */

import type { Node } from '../../lambda/language/hearing/sentences';
import { remembered } from './word-by-word';

/** How a part of a template is told: words with one space between them. */
export type Telling = (part: Exclude<Node, { kind: 'choice' }>) => string;

export type Prints = {
  /** One for each sentence, in the order of `expand`: the same for the same words, and as good as never for others. */
  readonly prints: Float64Array;
  /** How far the choices of each sentence stand behind the first ones there are, together. */
  readonly rarities: Int32Array;
};

/** The print of no words. */
export const SILENCE = 1;

export function printsOf(nodes: readonly Node[], telling: Telling): Prints {
  const rows = along(nodes, telling);
  const count = rows.length / ROW;
  const prints = new Float64Array(count);
  const rarities = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    prints[at] = printed(rows[at * ROW + FIRST] as number, rows[at * ROW + SECOND] as number);
    rarities[at] = rows[at * ROW + RARITY] as number;
  }
  return { prints, rarities };
}

/** Of words with one space between them. */
export function printOf(words: string): number {
  if (words === '') return SILENCE;
  const all = words.split(' ').map(rowOfWord);
  const hash = (which: 0 | 1, factor: number) =>
    all.reduce((before, row) => (Math.imul(before, factor) + (row[which] as number)) | 0, 0);
  return printed(hash(FIRST, BEFORE_ONE), hash(SECOND, BEFORE_OTHER));
}

/** A row for each sentence: two hashes of its words, what each is multiplied by where others stand before it, and how rare it is. */
type Rows = Int32Array;
const ROW = 5;
const [FIRST, SECOND, BEFORE_FIRST, BEFORE_SECOND, RARITY] = [0, 1, 2, 3, 4] as const;
const EMPTY: Rows = Int32Array.of(0, 0, 1, 1, 0);

/** Odd, so that nothing of a hash is lost. */
const [BEFORE_ONE, BEFORE_OTHER] = [0x01000193, 0x5bd1e995] as const;

/** As many bits of both as a number holds exactly; never 0. */
function printed(first: number, second: number): number {
  return (first >>> 0) * 2 ** 21 + (second >>> 11) + SILENCE;
}

function along(nodes: readonly Node[], telling: Telling): Rows {
  return nodes.reduce<Rows>((heads, node) => {
    return behind(heads, node.kind === 'choice' ? anyOf(node.branches, telling) : rowOf(telling(node)));
  }, EMPTY);
}

/** Each tail behind each head. */
function behind(heads: Rows, tails: Rows): Rows {
  if (tails === EMPTY) return heads;
  if (heads === EMPTY) return tails;
  const made = new Int32Array((heads.length / ROW) * tails.length);
  let to = 0;
  for (let head = 0; head < heads.length; head += ROW) {
    for (let tail = 0; tail < tails.length; tail += ROW, to += ROW) {
      const [first, second] = [tails[tail + BEFORE_FIRST] as number, tails[tail + BEFORE_SECOND] as number];
      made[to + FIRST] = Math.imul(heads[head + FIRST] as number, first) + (tails[tail + FIRST] as number);
      made[to + SECOND] = Math.imul(heads[head + SECOND] as number, second) + (tails[tail + SECOND] as number);
      made[to + BEFORE_FIRST] = Math.imul(heads[head + BEFORE_FIRST] as number, first);
      made[to + BEFORE_SECOND] = Math.imul(heads[head + BEFORE_SECOND] as number, second);
      made[to + RARITY] = (heads[head + RARITY] as number) + (tails[tail + RARITY] as number);
    }
  }
  return made;
}

/** One after the other, each rarer than those before it; leaving out what may be left out is not rare. */
function anyOf(branches: readonly (readonly Node[])[], telling: Telling): Rows {
  const all = branches.map((branch) => along(branch, telling));
  const isOptional = branches.at(-1)?.length === 0;
  const made = new Int32Array(all.reduce((sum, rows) => sum + rows.length, 0));
  let to = 0;
  for (const [at, rows] of all.entries()) {
    const rarer = branches[at]?.length === 0 ? 0 : at + (isOptional ? 1 : 0);
    made.set(rows, to);
    for (const end = to + rows.length; to < end; to += ROW) made[to + RARITY] = (made[to + RARITY] as number) + rarer;
  }
  return made;
}

const rowOf = remembered(
  (words: string): Rows => (words === '' ? EMPTY : words.split(' ').map(rowOfWord).reduce(behind)),
);

let known = 0;
const rowOfWord = remembered((): Rows => {
  known += 1;
  return Int32Array.of(scattered(known), scattered(~known), BEFORE_ONE, BEFORE_OTHER, 0);
});

/** Numbers that stand side by side lie far from each other in it. The mixing of MurmurHash3. */
function scattered(number: number): number {
  const half = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return most ^ (most >>> 16);
}

/** Where each print was first seen. */
export type Firsts = (print: number, where: number) => number;

/** `most`: prints at most. */
export function firstsOf(most: number): Firsts {
  const last = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
  const prints = new Float64Array(last + 1);
  const wheres = new Int32Array(last + 1);
  return (print, where) => {
    let at = print & last;
    while (prints[at] !== print && prints[at] !== 0) at = (at + 1) & last;
    if (prints[at] === print) return wheres[at] as number;
    prints[at] = print;
    wheres[at] = where;
    return where;
  };
}
