/** The words of one template as places between them: where it branches, where its slots stand, and where it ends. */

import type { IntentName } from '../../vocabulary/intents';
import type { Node } from './sentences';

export type SlotTypes = Readonly<Record<string, string>>;

/** A place between two words of one template. */
export type WordPlace = {
  words: { readonly word: string; readonly to: WordPlace }[];
  slots: { readonly slot: string; readonly type: string; readonly to: WordPlace }[];
  ends: IntentName[];
};

export type Weaving = {
  readonly types: SlotTypes;
  readonly tokensOf: (text: string) => readonly string[];
  /** Every place there is. */
  readonly made: WordPlace[];
};

/** Leads from these places through the nodes; the places behind them. */
export function follow(nodes: readonly Node[], from: readonly WordPlace[], weaving: Weaving): readonly WordPlace[] {
  let tails = from;
  for (const node of nodes) tails = step(node, tails, weaving);
  return tails;
}

function step(node: Node, tails: readonly WordPlace[], weaving: Weaving): readonly WordPlace[] {
  if (node.kind === 'choice') return node.branches.flatMap((branch) => follow(branch, tails, weaving));
  if (node.kind === 'slot') return [slotAfter(node.name, tails, weaving)];
  return weaving
    .tokensOf(node.text)
    .reduce<readonly WordPlace[]>((places, word) => [wordAfter(word, places, weaving.made)], tails);
}

function wordAfter(word: string, tails: readonly WordPlace[], made: WordPlace[]): WordPlace {
  const to = newPlace(made);
  const edge = { word, to };
  for (const { words } of tails) words.push(edge);
  return to;
}

function slotAfter(slot: string, tails: readonly WordPlace[], { types, made }: Weaving): WordPlace {
  const type = types[slot];
  if (type === undefined) throw new Error(`A sentence uses {${slot}}, which its intent does not have`);
  const to = newPlace(made);
  for (const { slots } of tails) slots.push({ slot, type, to });
  return to;
}

export function newPlace(made: WordPlace[]): WordPlace {
  const place = { words: [], slots: [], ends: [] };
  made.push(place);
  return place;
}

/** A list that was pushed to keeps room for sixteen more, and most of these have one: a language has hundreds of thousands. */
export function keepSmall(place: WordPlace): void {
  place.words = exactly(place.words);
  place.slots = exactly(place.slots);
  place.ends = exactly(place.ends);
}

const NONE: never[] = [];

function exactly<T>(list: T[]): T[] {
  return list.length === 0 ? NONE : list.slice();
}
