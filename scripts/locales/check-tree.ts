/** Holds a file of lists against the same file of other languages: nothing missing, nothing of another kind, and no list empty that none of them leaves empty. */

import { isTree, type Tree } from '../../lambda/language/locales/locales';
import { type Folder, othersOf } from './folder';
import type { Finding, Path } from './lines';
import { emptyOf, missingOf } from './missing';
import { MEASURE } from './source';

/** Objects whose keys are words of the language, or which of them there are is its own business. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  'words.json': [
    ...['writtenOut', 'dialect', 'negation.refusals', 'negation.nothing', 'negation.verbs', 'wonders.leads'],
    ...['amounts', 'ordinals', 'prompts'],
  ],
  'emergencies.json': ['lists'],
  'digits.json': ['words', 'repeats'],
  'goods.json': ['also', 'shelves', 'plain', 'counts', 'short'],
};
/** On which side of a word something stands is the language's own: it may have none before, or none behind. */
const ONE_SIDE: Readonly<Record<string, readonly string[]>> = {
  'words.json': ['others.before', 'others.after', 'order.packOf.before', 'order.packOf.after'],
};
/** A language may do without them altogether. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = { 'emergencies.json': ['lists'] };

/** `likes`: what stands at the same place in other languages, the one all are measured by first. */
type Place = { readonly folder: Folder; readonly file: string; readonly path: Path };
type Held = Place & { readonly own: unknown; readonly likes: readonly unknown[] };
/** `shape`: what nobody can read; `empty`: lists without words, of which a draft has many. */
export type TreeFindings = { readonly shape: readonly Finding[]; readonly empty: readonly Finding[] };

/** "The first", and "the last". */
const CHOSEN: readonly string[] = ['1', '2', '3', '-1'];

const NONE: TreeFindings = { shape: [], empty: [] };

/** Several checks ask for the same file of one folder. */
const known = new WeakMap<Folder, Map<string, TreeFindings>>();

/** Of a file that is there. */
export function checkTree(folder: Folder, file: string): TreeFindings {
  const own = known.get(folder) ?? new Map<string, TreeFindings>();
  known.set(folder, own);
  const found = own.get(file) ?? treeOf(folder, file);
  own.set(file, found);
  return found;
}

function treeOf(folder: Folder, file: string): TreeFindings {
  return held({ folder, file, path: [], own: folder.file(file)?.value, likes: othersOf(folder, file) });
}

function held(one: Held): TreeFindings {
  const { own, likes } = one;
  const like = likes.find(isFilled) ?? likes[0];
  if (like === undefined || own === undefined) return NONE;
  if (isTree(like))
    return isTree(own) ? heldTable(one, own, likes.filter(isTree)) : mismatch(one, 'must hold keys in braces');
  if (!Array.isArray(like))
    return typeof own === typeof like
      ? textIn(one)
      : mismatch(one, `must be a ${typeof like === 'number' ? 'number' : 'text'}`);
  const what = Array.isArray(like[0]) ? 'a list of lists, each of texts' : 'a list of texts';
  if (!Array.isArray(own)) return mismatch(one, `must be ${what}`);
  return Array.isArray(like[0]) ? heldLists(one, own) : heldList(one, own);
}

function isFilled(value: unknown): boolean {
  return typeof value !== 'object' || Object.keys(Object(value)).length > 0;
}

function textIn(one: Held): TreeFindings {
  const isEmpty = typeof one.own === 'string' && one.own.trim() === '' && !one.likes.includes('');
  return isEmpty ? { shape: [], empty: [finding(one, 'has no words')] } : NONE;
}

function mismatch(one: Held, what: string): TreeFindings {
  const like = JSON.stringify(one.likes.find(isFilled)) ?? '';
  const told = like.length > 0 && like.length < 120 ? `, like ${like}` : '';
  return { shape: [finding(one, `${what}${told}`)], empty: [] };
}

function finding({ folder, file, path }: Place, message: string): Finding {
  return folder.finding(file, path, `${path.join('.')} ${message}`);
}

/** Words; nobody says an empty one, but for an ending that falls away. */
function heldList(one: Held, own: readonly unknown[]): TreeFindings {
  const strange = own.findIndex((word) => typeof word !== 'string');
  if (strange >= 0) return { shape: [finding({ ...one, path: [...one.path, strange] }, 'must be a text')], empty: [] };
  const mayHaveNone = one.likes.some((like) => Array.isArray(like) && like.includes(''));
  const hole = mayHaveNone ? -1 : own.findIndex((word) => String(word).trim() === '');
  const mayBeNone = ONE_SIDE[one.file]?.includes(one.path.join('.'));
  const isNone = own.length === 0 && !mayBeNone && one.likes.length > 0 && one.likes.every(isFilled);
  return hole >= 0 || isNone ? { shape: [], empty: [emptyOf(one.folder, one)] } : NONE;
}

/** Where all languages have as many lists, each has its place: the months, the numbers. */
function heldLists(one: Held, own: readonly unknown[]): TreeFindings {
  const strange = own.findIndex((list) => !Array.isArray(list));
  if (strange >= 0)
    return { shape: [finding({ ...one, path: [...one.path, strange] }, 'must be a list of texts')], empty: [] };
  const lengths = new Set(one.likes.map((like) => (like as readonly unknown[]).length));
  const [length = 0] = lengths;
  const isPlaced = lengths.size === 1 && one.likes.length > 1;
  if (isPlaced && own.length !== length)
    return { shape: [finding(one, `must be ${length} lists, as in ${MEASURE}; it is ${own.length}`)], empty: [] };
  if (own.length === 0 && one.likes.every(isFilled)) return { shape: [], empty: [emptyOf(one.folder, one)] };
  return joined(
    own.map((list, at) => {
      const likes = isPlaced ? one.likes.map((like) => (like as readonly unknown[])[at]) : [['']];
      return held({ ...one, path: [...one.path, at], own: list, likes });
    }),
  );
}

function heldTable(one: Held, own: Tree, likes: readonly Tree[]): TreeFindings {
  const { folder, file, path } = one;
  const name = path.join('.');
  if (OPEN[file]?.includes(name)) return heldOpen(one, own, likes);
  const isMeasure = folder.language === MEASURE;
  const [first = {}, ...others] = likes;
  const needed = Object.keys(first).filter((key) => !isMeasure || others.every((like) => Object.hasOwn(like, key)));
  const lost = needed.filter((key) => !Object.hasOwn(own, key) && !OPTIONAL[file]?.includes(key));
  const known = new Set([...likes.flatMap((like) => Object.keys(like)), ...(OPTIONAL[file] ?? [])]);
  const strays = isMeasure ? [] : Object.keys(own).filter((key) => !known.has(key));
  return joined([
    { shape: lost.map((key) => missingOf(folder, { file, path: [...path, key] })), empty: [] },
    {
      shape: strays.map((key) => folder.finding(file, [...path, key], `${[...path, key].join('.')} is not known`)),
      empty: [],
    },
    ...Object.keys(own).map((key) => {
      const inner = likes.map((like) => like[key]).filter((like) => like !== undefined);
      return held({ ...one, path: [...path, key], own: own[key], likes: inner });
    }),
  ]);
}

/** Each entry is of one kind with those of other languages; which there are, and how many, nobody says. */
function heldOpen(one: Held, own: Tree, likes: readonly Tree[]): TreeFindings {
  const isNone = Object.keys(own).length === 0 && likes.length > 0 && likes.every(isFilled);
  const mayFallAway = likes
    .flatMap((like) => Object.values(like))
    .some((like) => Array.isArray(like) && like.includes(''));
  const sample = likes.flatMap((like) => Object.values(like)).find(isFilled);
  // No list has more than three to choose from: further places are the language's own business.
  const shared = one.path.join('.') === 'ordinals' ? CHOSEN : [];
  const lost = shared.filter((key) => !Object.hasOwn(own, key) && likes.every((like) => Object.hasOwn(like, key)));
  const entries = Object.entries(own).map(([key, inner]) => {
    const like = mayFallAway && Array.isArray(sample) ? [...sample, ''] : sample;
    return held({ ...one, path: [...one.path, key], own: inner, likes: like === undefined ? [] : [like] });
  });
  const missing = lost.map((key) => missingOf(one.folder, { file: one.file, path: [...one.path, key] }));
  return joined([
    ...entries,
    { shape: missing, empty: [] },
    isNone ? { shape: [], empty: [emptyOf(one.folder, one)] } : NONE,
  ]);
}

function joined(all: readonly TreeFindings[]): TreeFindings {
  return { shape: all.flatMap(({ shape }) => shape), empty: all.flatMap(({ empty }) => empty) };
}
