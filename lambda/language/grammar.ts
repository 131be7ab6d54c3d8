/** All sentences of a language as one tree of words, so that an utterance is compared with all of them at once. */

import type { IntentName } from '../turn';
import { expand } from './sentences';
import { tokens, type Words } from './words';

export type SlotTypes = Readonly<Record<string, string>>;
/** The slots of each intent and what they hold; built-ins have none. */
export type IntentSlots = Readonly<Partial<Record<IntentName, SlotTypes>>>;

/** Words taken by one slot: `said` from `from` up to `to`. */
export type Capture = { readonly slot: string; readonly type: string; readonly from: number; readonly to: number };
/** One way to read an utterance. `plain`: its own words say nothing of what is wanted ("I'd like {product}"). */
export type Reading = {
  readonly intent: IntentName;
  readonly captures: readonly Capture[];
  readonly literals: number;
  readonly plain: boolean;
};

/** How many tokens a slot of this type may take from `from` on; empty: none. */
export type Spans = (type: string, said: readonly string[], from: number) => readonly number[];

type Edge = { readonly slot: string; readonly type: string; readonly node: Tree };
type End = { readonly intent: IntentName; readonly plain: boolean };
export type Tree = {
  readonly words: Map<string, Tree>;
  readonly slots: Map<string, Edge>;
  readonly ends: Map<IntentName, End>;
};

export type TemplateOf = { readonly intent: IntentName; readonly template: string };

function leaf(): Tree {
  return { words: new Map(), slots: new Map(), ends: new Map() };
}

/** Throws `TemplateError` for a template that cannot be read or names a slot its intent does not have. */
export function plant(templates: readonly TemplateOf[], slots: IntentSlots, words: Words): Tree {
  const root = leaf();
  const filler = new Set([...words.filler, ...words.noise].flatMap((word) => tokens(word, words.apostrophe)));
  for (const { intent, template } of templates) {
    for (const sentence of expand(template)) {
      const parts = partsOf(sentence, words);
      const plain = parts.every((part) => part.startsWith('{') || filler.has(part));
      grow(root, parts, slots[intent] ?? {}).ends.set(intent, { intent, plain });
    }
  }
  return root;
}

/** A sentence as tokens, its slots kept as `{name}`. */
export function partsOf(sentence: string, words: Words): readonly string[] {
  return sentence
    .split(/(\{[A-Za-z]+\})/)
    .flatMap((part) => (/^\{[A-Za-z]+\}$/.test(part) ? [part] : tokens(part, words.apostrophe)));
}

function grow(root: Tree, parts: readonly string[], types: SlotTypes): Tree {
  let node = root;
  for (const part of parts)
    node = part.startsWith('{') ? slotUnder(node, part.slice(1, -1), types) : wordUnder(node, part);
  return node;
}

function wordUnder(node: Tree, word: string): Tree {
  const next = node.words.get(word) ?? leaf();
  node.words.set(word, next);
  return next;
}

function slotUnder(node: Tree, slot: string, types: SlotTypes): Tree {
  const type = types[slot];
  if (type === undefined) throw new Error(`A sentence uses {${slot}}, which its intent does not have`);
  const edge = node.slots.get(`${slot}:${type}`) ?? { slot, type, node: leaf() };
  node.slots.set(`${slot}:${type}`, edge);
  return edge.node;
}

/** Every way the whole utterance can be read, in a fixed order. */
export function readings(tree: Tree, said: readonly string[], spans: Spans): readonly Reading[] {
  const found: Reading[] = [];
  walk({ said, spans, found }, { node: tree, at: 0, captures: [] });
  return found;
}

type Walk = { readonly said: readonly string[]; readonly spans: Spans; readonly found: Reading[] };
type Step = { readonly node: Tree; readonly at: number; readonly captures: readonly Capture[] };

function walk(walking: Walk, { node, at, captures }: Step): void {
  const { said, spans, found } = walking;
  if (at === said.length) {
    const taken = captures.reduce((sum, { from, to }) => sum + to - from, 0);
    for (const { intent, plain } of node.ends.values()) found.push({ intent, plain, captures, literals: at - taken });
    return;
  }
  const next = node.words.get(said[at] as string);
  if (next) walk(walking, { node: next, at: at + 1, captures });
  for (const { slot, type, node: under } of node.slots.values()) {
    for (const length of spans(type, said, at)) {
      walk(walking, {
        node: under,
        at: at + length,
        captures: [...captures, { slot, type, from: at, to: at + length }],
      });
    }
  }
}
