/** Phrases as a tree of tokens: what begins at a place is found by its own words, however many phrases begin alike. */

/** What was read and how many tokens it took. */
export type Read<T> = { readonly value: T; readonly length: number };
/** A phrase as tokens, with what it stands for: where it is read, it is what was read. */
export type Phrase<T> = Read<T> & { readonly tokens: readonly string[] };
/** Phrases by their first token, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

type Branch<T> = { readonly next: Map<string, Branch<T>>; readonly ends: Phrase<T>[] };

const trees = new WeakMap<object, Branch<unknown>>();

/** Every phrase that stands at `from`, the shortest first. The tree is made when its phrases are first asked for. */
export function phrasesAt<T>(all: Phrases<T>, said: readonly string[], from: number): readonly Read<T>[] {
  const found: Read<T>[] = [];
  let branch: Branch<T> | undefined = treeOf(all);
  for (let at = from; branch !== undefined; at += 1) {
    found.push(...branch.ends);
    branch = branch.next.get(said[at] ?? '');
  }
  return found;
}

function treeOf<T>(all: Phrases<T>): Branch<T> {
  const known = trees.get(all) as Branch<T> | undefined;
  if (known) return known;
  const root: Branch<T> = { next: new Map(), ends: [] };
  for (const list of all.values()) for (const phrase of list) grown(root, phrase.tokens).ends.push(phrase);
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
