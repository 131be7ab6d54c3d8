/** Phrases as a tree of tokens: what begins at a place is found by its own words, however many phrases begin alike. */

import type { Phrases, Read } from './words';

type Branch<T> = { readonly next: Map<string, Branch<T>>; readonly ends: T[] };

const trees = new WeakMap<object, Branch<unknown>>();

/** Every phrase that stands at `from`, the shortest first. The tree is made when its phrases are first asked for. */
export function phrasesAt<T>(all: Phrases<T>, said: readonly string[], from: number): readonly Read<T>[] {
  const found: Read<T>[] = [];
  let branch: Branch<T> | undefined = treeOf(all);
  for (let at = from; branch !== undefined; at += 1) {
    for (const value of branch.ends) found.push({ value, length: at - from });
    branch = branch.next.get(said[at] ?? '');
  }
  return found;
}

function treeOf<T>(all: Phrases<T>): Branch<T> {
  const known = trees.get(all) as Branch<T> | undefined;
  if (known) return known;
  const root: Branch<T> = { next: new Map(), ends: [] };
  for (const list of all.values()) for (const { tokens, value } of list) grown(root, tokens).ends.push(value);
  trees.set(all, root);
  return root;
}

/** The branch of these tokens. */
function grown<T>(root: Branch<T>, tokens: readonly string[]): Branch<T> {
  return tokens.reduce((branch, token) => {
    const next = branch.next.get(token) ?? { next: new Map(), ends: [] };
    branch.next.set(token, next);
    return next;
  }, root);
}
