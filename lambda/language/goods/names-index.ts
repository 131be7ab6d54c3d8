/** Finds what kind of thing a title speaks of, by the names people have for kinds. */

import { type GoodKind, isKind } from '../../vocabulary/kinds';
import type { GoodsWords } from './goods-words';

/** A telling word of a title. */
export type NameWord = {
  readonly stem: string;
  /** It stands behind "with", "for": a detail, not the thing. */
  readonly isAside: boolean;
  /** It stands behind "and": a second thing. */
  readonly isSecond: boolean;
  /** The thing is without it: "sugar free". */
  readonly isLacking: boolean;
  /** A word like "bottle" stands right behind it. */
  readonly isOfThing: boolean;
};

export type KindFound = {
  /** null: several kinds are as likely, or none. */
  readonly kind: GoodKind | null;
  /** Places of the words that name it, among the title's telling words. */
  readonly at: readonly number[];
  /** What it is called, also where the kind is not sure. */
  readonly called: readonly string[];
};

/** `shelves`: the stems of the categories' words. */
export type NamesIndex = {
  find(title: readonly NameWord[], shelves: readonly string[]): KindFound;
  /** Whether this one word is the name of one kind. */
  isNameAlone(stem: string): boolean;
};

type Name = {
  readonly text: string;
  readonly stems: readonly string[];
  readonly kinds: readonly GoodKind[];
  /** A name of categories only. */
  readonly isShelf: boolean;
};
type Seen = { readonly places: number[]; aside: number; readonly shelved: Set<string>; alsoShelved: number };
type Match = {
  readonly name: Name;
  readonly places: readonly number[];
  readonly score: number;
  readonly place: number;
};

/** What a word of a name is worth, by where it was found. */
const WORTH = { together: 3, apart: 2.4, withCategory: 1.8, shelf: 1.7, category: 1 } as const;
const ASIDE = 0.4;
/** The title's own name for it weighs a little more where the category agrees. */
const AGREES = 0.6;
/** Further than any title is long. */
const FAR = 1000;

export function createNamesIndex(words: GoodsWords, stemsOf: (text: string) => readonly string[]): NamesIndex {
  const names = namesIn(words, stemsOf);
  const byStem = new Map<string, Name[]>();
  for (const name of names)
    for (const stem of new Set(name.stems)) {
      const known = byStem.get(stem);
      if (known) known.push(name);
      else byStem.set(stem, [name]);
    }
  const isLast = words.name.head === 'last';
  const plain = new Map(
    Object.entries(words.plain).flatMap(([kind, texts]) =>
      texts.map((text) => [stemsOf(text).join(' '), kind] as const),
    ),
  );

  function place(places: readonly number[], title: readonly NameWord[]): number {
    if (places.length === 0) return -FAR;
    const at = isLast ? Math.max(...places) : -Math.min(...places);
    return places.every((one) => title[one]?.isSecond) ? at - FAR / 2 : at;
  }

  const alone = new Set(
    names.flatMap(({ stems, kinds, isShelf }) => (stems.length === 1 && kinds.length === 1 && !isShelf ? stems : [])),
  );
  return {
    isNameAlone: (stem) => alone.has(stem),
    find(title, shelves) {
      const matches: Match[] = [];
      const shelved = new Set<GoodKind>();
      for (const [name, seen] of seenIn(byStem, title, shelves)) {
        const isOnShelf = name.stems.every((stem) => seen.shelved.has(stem));
        if (isOnShelf && name.kinds.length === 1) for (const kind of name.kinds) shelved.add(kind);
        const isDoubtful = isDetail(seen.places, title) && !isOnShelf;
        const score = scoreOf(name, { seen, isOnShelf, title });
        if (score > 0 && !isDoubtful)
          matches.push({ name, places: seen.places, score, place: place(seen.places, title) });
      }
      const agreed = matches.map((match) =>
        match.places.length > 0 && match.name.kinds.some((kind) => shelved.has(kind))
          ? { ...match, score: match.score + AGREES }
          : match,
      );
      return decided(agreed, shelved, plain);
    },
  };
}

/** A detail or the beginning of another thing's name says no kind, unless the category says so too. */
function isDetail(places: readonly number[], title: readonly NameWord[]): boolean {
  const last = title[Math.max(...places)];
  return places.length > 0 && (last?.isOfThing || places.every((at) => title[at]?.isAside));
}

function seenIn(
  byStem: ReadonlyMap<string, readonly Name[]>,
  title: readonly NameWord[],
  shelves: readonly string[],
): ReadonlyMap<Name, Seen> {
  const seen = new Map<Name, Seen>();
  const of = (name: Name): Seen => {
    const known = seen.get(name) ?? { places: [], aside: 0, shelved: new Set(), alsoShelved: 0 };
    seen.set(name, known);
    return known;
  };
  const namesWith = (stem: string) => byStem.get(stem) ?? [];
  // A word that stands twice is found where it stands first.
  const there = [...title.entries()].filter(([, { isLacking }]) => !isLacking);
  const places = new Map(there.reverse().map(([at, { stem }]) => [stem, at] as const));
  for (const [stem, at] of [...places].reverse())
    for (const name of namesWith(stem).filter(({ isShelf }) => !isShelf)) {
      const one = of(name);
      one.places.push(at);
      if (title[at]?.isAside) one.aside++;
    }
  for (const stem of new Set(shelves))
    for (const name of namesWith(stem)) {
      const one = of(name);
      one.shelved.add(stem);
      if (places.has(stem)) one.alsoShelved++;
    }
  return seen;
}

/** 0: not all of the name is there. */
type Scored = { readonly seen: Seen; readonly isOnShelf: boolean; readonly title: readonly NameWord[] };

function scoreOf({ stems, isShelf }: Name, { seen, isOnShelf, title }: Scored): number {
  const { places, aside, shelved, alsoShelved } = seen;
  const each = stems.length;
  if (isShelf) return isOnShelf ? each * WORTH.shelf : 0;
  if (places.length === each)
    return each * (isTogether(stems, places, title) ? WORTH.together : WORTH.apart) * (aside === each ? ASIDE : 1);
  if (isOnShelf) return each * WORTH.category;
  // A word that stands in both is counted once: what the title lacks must be on the shelf.
  return places.length > 0 && places.length + shelved.size - alsoShelved >= each ? each * WORTH.withCategory : 0;
}

/** Side by side, and in the order of the name. */
function isTogether(stems: readonly string[], places: readonly number[], title: readonly NameWord[]): boolean {
  const [first = 0] = places;
  return stems.every((stem, by) => title[first + by]?.stem === stem);
}

function decided(
  matches: readonly Match[],
  shelved: ReadonlySet<GoodKind>,
  plain: ReadonlyMap<string, string>,
): KindFound {
  const top = Math.max(...matches.map(({ score }) => score));
  const best = matches.filter(({ score }) => score === top);
  const where = Math.max(...best.map(({ place }) => place));
  const there = best.filter(({ place }) => place === where);
  const [first] = there;
  if (!first) return { kind: null, at: [], called: [] };
  const kinds = there.map(({ name }) => name.kinds).reduce((all, these) => all.filter((kind) => these.includes(kind)));
  const meant = plain.get(first.name.stems.join(' '));
  const narrowed = kinds.length > 1 ? kinds.filter((kind) => shelved.has(kind)) : kinds;
  const likely = narrowed.length === 1 ? narrowed : kinds.filter((kind) => kind === meant);
  return { kind: likely[0] ?? null, at: first.places, called: there.map(({ name }) => name.text) };
}

function namesIn({ kinds, also, shelves }: GoodsWords, stemsOf: (text: string) => readonly string[]): readonly Name[] {
  const names = new Map<string, Name>();
  const add = (lists: Readonly<Record<string, readonly string[]>>, isShelf: boolean): void => {
    for (const [kind, texts] of Object.entries(lists)) {
      if (!isKind(kind)) continue;
      for (const text of texts) {
        const stems = stemsOf(text);
        const id = `${isShelf} ${[...stems].sort().join(' ')}`;
        const known = names.get(id);
        const all = known?.kinds.includes(kind) ? known.kinds : [...(known?.kinds ?? []), kind];
        names.set(id, { text: known?.text ?? text, stems, kinds: all, isShelf });
      }
    }
  };
  add(kinds, false);
  add(also, false);
  add(shelves, true);
  return [...names.values()].filter(({ stems }) => stems.length > 0);
}
