/** All sentences of a language as one web of words, so that an utterance is compared with all of them at once. */

import type { IntentName } from '../../vocabulary/intents';
import { follow, keepSmall, newPlace, type SlotTypes, type WordPlace } from './places';
import { expand, parse } from './sentences';
import { tokens, type Words } from './words';

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

export type TemplateOf = { readonly intent: IntentName; readonly template: string };

/** All places that the same words lead to; what follows is looked up when somebody first says it. */
type Crossing = {
  readonly places: readonly WordPlace[];
  /** Empty until somebody comes by. */
  readonly words: Map<string, readonly WordPlace[] | Crossing>;
  readonly slots: readonly { readonly slot: string; readonly type: string; readonly to: Crossing }[];
  readonly ends: readonly IntentName[];
};

export type Grammar = { readonly start: Crossing; readonly filler: ReadonlySet<string> };

/** Throws `TemplateError` for a template that cannot be read, and for a slot its intent does not have. */
export function weave(templates: readonly TemplateOf[], slots: IntentSlots, words: Words): Grammar {
  const made: WordPlace[] = [];
  const root = newPlace(made);
  const tokensOf = remembered((text) => tokens(text, words.apostrophe));
  for (const { intent, template } of templates) {
    for (const nodes of isWordwise(template) ? [parse(template)] : expand(template).map(parse)) {
      for (const end of follow(nodes, [root], { types: slots[intent] ?? {}, tokensOf, made })) end.ends.push(intent);
    }
  }
  for (const place of made) keepSmall(place);
  const filler = new Set([...words.filler, ...words.noise].flatMap((word) => tokens(word, words.apostrophe)));
  return { start: crossingOf([root]), filler };
}

/** The same few words stand in most templates. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** Whether its brackets stand between words, never inside one: "i('m| am)" must be spelled out first. */
export function isWordwise(template: string): boolean {
  return !/[^\s([|][([]|[)\]][^\s)\]|]/.test(template);
}

function crossingOf(places: readonly WordPlace[]): Crossing {
  const edges = new Map<string, { slot: string; type: string; to: WordPlace[] }>();
  for (const { slot, type, to } of places.flatMap(({ slots }) => slots)) {
    const known = edges.get(`${slot}:${type}`);
    if (known) known.to.push(to);
    else edges.set(`${slot}:${type}`, { slot, type, to: [to] });
  }
  return {
    places,
    words: new Map(),
    slots: [...edges.values()].map(({ slot, type, to }) => ({ slot, type, to: crossingOf(to) })),
    ends: [...new Set(places.flatMap(({ ends }) => ends))],
  };
}

export function nextOf(crossing: Crossing, word: string): Crossing | undefined {
  if (crossing.words.size === 0) signpost(crossing);
  const known = crossing.words.get(word);
  if (known === undefined || 'ends' in known) return known;
  const next = crossingOf(known);
  crossing.words.set(word, next);
  return next;
}

function signpost({ places, words }: Crossing): void {
  const led = new Map<string, WordPlace[]>();
  for (const place of places) {
    for (const { word, to } of place.words) {
      const known = led.get(word);
      if (known) known.push(to);
      else led.set(word, [to]);
    }
  }
  for (const [word, to] of led) words.set(word, to);
}

/** Every way the whole utterance can be read, in a fixed order. */
export function readings({ start, filler }: Grammar, said: readonly string[], spans: Spans): readonly Reading[] {
  const found: Reading[] = [];
  walk({ said, spans: once(spans), filler, found }, { at: 0, crossing: start, captures: [] });
  return found;
}

/** Many sentences ask for the same slot at the same place. */
function once(spans: Spans): Spans {
  const known: Map<string, readonly number[]>[] = [];
  return (type, said, from) => {
    const here = known[from] ?? new Map<string, readonly number[]>();
    known[from] = here;
    const lengths = here.get(type) ?? spans(type, said, from);
    here.set(type, lengths);
    return lengths;
  };
}

type Walk = {
  readonly said: readonly string[];
  readonly spans: Spans;
  readonly filler: ReadonlySet<string>;
  readonly found: Reading[];
};
type Step = { readonly crossing: Crossing; readonly at: number; readonly captures: readonly Capture[] };

function walk(walking: Walk, { crossing, at, captures }: Step): void {
  const { said, spans } = walking;
  if (at === said.length) {
    arrive(walking, crossing, captures);
    return;
  }
  const next = nextOf(crossing, said[at] as string);
  if (next) walk(walking, { crossing: next, at: at + 1, captures });
  for (const { slot, type, to } of crossing.slots) {
    for (const length of spans(type, said, at)) {
      if (!goesOn(to, said, at + length)) continue;
      const capture = { slot, type, from: at, to: at + length };
      walk(walking, { crossing: to, at: at + length, captures: [...captures, capture] });
    }
  }
}

/** Most lengths that a slot may have lead nowhere: seen before anything is made of them. */
function goesOn(crossing: Crossing, said: readonly string[], at: number): boolean {
  if (at >= said.length) return at === said.length && crossing.ends.length > 0;
  return crossing.slots.length > 0 || nextOf(crossing, said[at] as string) !== undefined;
}

function arrive({ said, filler, found }: Walk, { ends }: Crossing, captures: readonly Capture[]): void {
  if (ends.length === 0) return;
  const own = said.filter((_, at) => !captures.some(({ from, to }) => from <= at && at < to));
  const plain = own.every((word) => filler.has(word));
  for (const intent of ends) found.push({ intent, plain, captures, literals: own.length });
}
