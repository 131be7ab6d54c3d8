/** Goods looked up by what they are called: whole names, and the words that may stand beside one. */

import { type GoodsTables, MOST_RESOLVED } from '../../vocabulary/goods-tables';
import { isNumber, joinedKey, type NameWords, nameKey, nameWords, partKey, singleKey, wordKey } from './name-keys';
import type { Words } from './words';

export type Names = NameWords & {
  readonly tables: GoodsTables;
  /** Looked up once, however often it is asked. */
  readonly has: (key: string) => boolean;
  /** Whether some goods may have it in a whole name: what is asked of every word before any name is put together. */
  readonly mayStandIn: (token: string) => boolean;
  /** Whether some goods have this word in their name. */
  readonly hasWord: (token: string) => boolean;
  readonly having: (keys: readonly string[]) => readonly string[];
};

/** Answers remembered: most words of most sentences are the same few hundred. */
const REMEMBERED = 4_000;

export function namesIn(tables: GoodsTables, words: Words): Names {
  const having = remembered((keys: string) => tables.having(keys.split('\n'), MOST_RESOLVED));
  const plain = nameWords(words);
  const own = { ...plain, stem: remembered(plain.stem) };
  const has = remembered((key) => tables.has(key));
  const counts = new Set([...own.numbers].map(own.stem));
  return {
    ...own,
    tables,
    has,
    mayStandIn: remembered((token) => has(wordKey(own, token)) || isNumber(own, token) || counts.has(own.stem(token))),
    hasWord: remembered((token) => has(wordKey(own, token)) || has(joinedKey(token))),
    having: (keys) => having(keys.join('\n')),
  };
}

/** Forgets all of it where it becomes too much. */
export function remembered<T>(look: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const found = look(key);
    known.set(key, found);
    return found;
  };
}

/** The goods that all these words name: one whole name among them, and the others words of the same goods. */
export function named(names: Names, said: readonly string[]): readonly string[] {
  const mention = bare(names, said);
  if (!mention.every(names.mayStandIn)) return [];
  const whole = isToolFor(names, said, mention) ? toolItself(names, mention) : wholeName(names, mention);
  if (whole.length > 0 || mention.length < 2) return whole;
  for (let length = mention.length - 1; length > 0; length -= 1) {
    for (let from = 0; from + length <= mention.length; from += 1) {
      if (isToolBeside(names, mention, { from, to: from + length })) continue;
      const ids = withName(names, mention, { from, to: from + length });
      if (ids.length > 0) return ids;
    }
  }
  return [];
}

/** "Ekspres do kawy", "coffee filters": what is only used with these goods, however many of its words their names have. */
function isToolBeside({ tools }: Names, mention: readonly string[], { from, to }: Span): boolean {
  const isBefore = from > 0 && tools.before.has(mention[0] ?? '');
  return isBefore || (to < mention.length && tools.after.has(mention.at(-1) ?? ''));
}

/** "Filters for coffee" are no "filter coffee". */
function isToolFor({ tools }: Names, said: readonly string[], [first = '', second]: readonly string[]): boolean {
  return tools.before.has(first) && second !== undefined && said[said.indexOf(first) + 1] !== second;
}

/** "Filters for water", where "filters" by itself names these. */
function toolItself(names: Names, mention: readonly string[]): readonly string[] {
  const tools = wholeName(names, mention.slice(0, 1));
  return tools.length > 0 ? wholeName(names, mention).filter((id) => tools.includes(id)) : [];
}

/** Whether all of it is such a thing, whatever it is used with. */
export function isTool({ tools }: Names, mention: readonly string[]): boolean {
  return mention.length > 1 && (tools.before.has(mention[0] ?? '') || tools.after.has(mention.at(-1) ?? ''));
}

function wholeName(names: Names, mention: readonly string[]): readonly string[] {
  const key = nameKey(names, mention);
  return names.has(key) ? names.having([key]) : [];
}

type Span = { readonly from: number; readonly to: number };

/** Whose whole name these words of them are, and which have the others as well. */
function withName(names: Names, mention: readonly string[], { from, to }: Span): readonly string[] {
  const name = nameKey(names, mention.slice(from, to));
  if (!names.has(name)) return [];
  const rest = mention.flatMap((_, at) => (at < from || at >= to ? [partKey(names, mention, at)] : []));
  return rest.every(names.has) ? names.having([name, ...rest]) : [];
}

/** The goods that have all these words somewhere in their names. */
export function sharing(names: Names, mention: readonly string[]): readonly string[] {
  const keys = mention.map((_, at) => partKey(names, mention, at));
  return keys.length > 0 && keys.every(names.has) ? names.having(keys) : [];
}

/** Whether it may stand in a name: a word of one, or a number. */
export function isOfName(names: Names, token: string): boolean {
  return names.hasWord(token) || isNumber(names, token);
}

export function isSingle({ has }: Names, token: string): boolean {
  return has(singleKey(token));
}

/** The two words that were run together; undefined: it is no two words of a name. */
export function apartIn({ has }: Names, token: string): readonly [string, string] | undefined {
  if (!has(joinedKey(token))) return undefined;
  for (let at = 1; at < token.length; at += 1) {
    const [before, after] = [token.slice(0, at), token.slice(at)];
    if (has(joinedKey(`${before} ${after}`))) return [before, after];
  }
  return undefined;
}

/** Without articles and the like; of nothing else, as it is. */
export function bare({ noise }: NameWords, said: readonly string[]): readonly string[] {
  const kept = said.filter((token) => !noise.has(token));
  return kept.length > 0 ? kept : said;
}
