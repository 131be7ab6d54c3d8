/** Finds hand-offs by the beginnings of their words, on any engine; without words, all there are. */

import { type Kysely, sql } from 'kysely';
import { MOST_WORDS, type QueueSearch, type SearchState } from '../../../services/hand-off/queue';
import { foldedWords } from '../../../services/privacy/fold';
import { isOver, isUnderWay, NOBODY_WAITS } from '../migrations/migration-pages';
import { type Query, query } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';
import { type ItemRow, itemsIn } from './queue-items';
import { keyOf } from './words';

/** `word0` …: where the keys of a word begin; they end before `end0`. */
type Values = {
  readonly kind: string;
  readonly createdAt: number;
  readonly id: string;
  readonly limit: number;
} & Readonly<Record<`word${number}` | `end${number}`, string>>;

/** The values a search binds; asks for one row more than is wanted. */
export function valuesOf({ kind, after, limit }: QueueSearch, keys: readonly string[]): Values {
  const place = after ?? { createdAt: NOBODY_WAITS, id: '' };
  return {
    ...Object.fromEntries(
      keys.flatMap((key, at) => [
        [`word${at}`, key],
        [`end${at}`, `${key}g`],
      ]),
    ),
    ...{ kind: kind ?? '', createdAt: place.createdAt, id: place.id, limit: atMost(limit) + 1 },
  };
}

/** Where the keys of the words that are looked for begin. */
export function keysIn(words: readonly string[]): readonly string[] {
  return words.flatMap(foldedWords).slice(0, MOST_WORDS).map(keyOf);
}

/** A statement for each number of words, made when it is first asked for. */
export function searchStatements(db: Kysely<Tables>) {
  const made = new Map<string, Query<Values, ItemRow>>();
  return (state: SearchState, count: number): Query<Values, ItemRow> => {
    const known = made.get(`${state} ${count}`);
    if (known) return known;
    const statement = query((v: Values) => search(db, { state, count, v }));
    made.set(`${state} ${count}`, statement);
    return statement;
  };
}

type Asked = { readonly state: SearchState; readonly count: number; readonly v: Values };

function search(db: Kysely<Tables>, { state, count, v }: Asked) {
  const within = { all: sql<boolean>`1 = 1`, open: isUnderWay, ended: isOver }[state];
  // Found first, and only then told of: what is told of each costs more than to find it.
  let found = db
    .selectFrom('hand_off')
    .select('hand_off.id')
    .where(within)
    .where('created_at', '<=', v.createdAt)
    .where(sql<boolean>`(created_at, id) < (${v.createdAt}, ${v.id})`)
    .where(sql<boolean>`(${v.kind} = '' or reason = ${v.kind} or wish = ${v.kind})`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(v.limit);
  for (let at = 0; at < count; at += 1)
    found = found.where('id', 'in', (eb) =>
      eb
        .selectFrom('hand_off_word')
        .select('hand_off_word.hand_off_id')
        .where('word', '>=', v[`word${at}`] ?? '')
        .where('word', '<', v[`end${at}`] ?? ''),
    );
  return itemsIn(db)
    .where('hand_off.id', 'in', found)
    .orderBy('hand_off.created_at', 'desc')
    .orderBy('hand_off.id', 'desc');
}
