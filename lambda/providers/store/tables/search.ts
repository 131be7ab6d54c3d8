/** Finds hand-offs by the beginnings of their words, on any engine; without words, all there are. */

import { type Kysely, sql } from 'kysely';
import { MOST_WORDS, type QueueSearch, type SearchState } from '../../../services/hand-off/queue';
import { foldedWords } from '../../../services/privacy/fold';
import type { Engine } from '../engine';
import { isOver, isUnderWay, NOBODY_WAITS } from '../migrations/migration-pages';
import { type Query, query } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';
import { type ItemRow, itemsIn } from './queue-items';
import { keyOf } from './words';

/** `word0` …: where the keys of a word begin; they end before `end0`. */
type Values = {
  readonly kind: string;
  readonly tag: string;
  readonly createdAt: number;
  readonly id: string;
  readonly limit: number;
} & Readonly<Record<`word${number}` | `end${number}`, string>>;

/** The values a search binds; asks for one row more than is wanted. */
export function valuesOf({ kind, tag, after, limit }: QueueSearch, keys: readonly string[]): Values {
  const place = after ?? { createdAt: NOBODY_WAITS, id: '' };
  return {
    ...Object.fromEntries(
      keys.flatMap((key, at) => [
        [`word${at}`, key],
        [`end${at}`, `${key}g`],
      ]),
    ),
    ...{ kind: kind ?? '', tag: tag ?? '', createdAt: place.createdAt, id: place.id, limit: atMost(limit) + 1 },
  };
}

/** Where the keys of the words that are looked for begin. */
export function keysIn(words: readonly string[]): readonly string[] {
  return words.flatMap(foldedWords).slice(0, MOST_WORDS).map(keyOf);
}

export type Searching = ReturnType<typeof searchStatements>;

/** A statement for each way words are spread, made when it is first asked for. */
export function searchStatements(db: Kysely<Tables>) {
  const made = new Map<string, Query<Values, ItemRow>>();
  return {
    /** How many have a word that begins so, counted no further than matters. */
    howMany: query((v: { word: string; end: string }) =>
      db
        .selectFrom(
          db
            .selectFrom('hand_off_word')
            .select('hand_off_id')
            .where('word', '>=', v.word)
            .where('word', '<', v.end)
            .limit(MANY)
            .as('some'),
        )
        .select(({ fn }) => fn.countAll<number>().as('count')),
    ),
    find(state: SearchState, areCommon: readonly boolean[]): Query<Values, ItemRow> {
      const key = `${state} ${areCommon.join()}`;
      const known = made.get(key);
      if (known) return known;
      const statement = query((v: Values) => search(db, { state, areCommon, v }));
      made.set(key, statement);
      return statement;
    },
  };
}

/** What so many have is not gathered: hand-offs are gone through from the latest, and soon enough of them have it. */
const MANY = 1_000;

export async function areCommonIn(keys: readonly string[], { howMany }: Searching, read: Engine['read']) {
  const counted = await Promise.all(keys.map((word) => read(howMany, { word, end: `${word}g` })));
  return counted.map(([row]) => (row?.count ?? 0) >= MANY);
}

type Asked = { readonly state: SearchState; readonly areCommon: readonly boolean[]; readonly v: Values };

function search(db: Kysely<Tables>, { state, areCommon, v }: Asked) {
  const within = { all: sql<boolean>`1 = 1`, open: isUnderWay, ended: isOver }[state];
  // Found first, and only then told of: what is told of each costs more than to find it.
  let found = db
    .selectFrom('hand_off')
    .select('hand_off.id')
    .where(within)
    .where('created_at', '<=', v.createdAt)
    .where(sql<boolean>`(created_at, id) < (${v.createdAt}, ${v.id})`)
    .where(sql<boolean>`(${v.kind} = '' or reason = ${v.kind} or wish = ${v.kind})`)
    .where(sql<boolean>`(${v.tag} = '' or exists (
      select 1 from hand_off_tag where hand_off_tag.hand_off_id = hand_off.id and hand_off_tag.tag = ${v.tag}))`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(v.limit);
  for (const [at, isCommon] of areCommon.entries()) {
    const [from, to] = [v[`word${at}`] ?? '', v[`end${at}`] ?? ''];
    found = found.where(({ eb, exists, selectFrom }) => {
      const having = selectFrom('hand_off_word')
        .select('hand_off_word.hand_off_id')
        .where('word', '>=', from)
        .where('word', '<', to);
      if (isCommon) return exists(having.whereRef('hand_off_word.hand_off_id', '=', 'hand_off.id'));
      return eb('hand_off.id', 'in', having);
    });
  }
  return itemsIn(db)
    .where('hand_off.id', 'in', found)
    .orderBy('hand_off.created_at', 'desc')
    .orderBy('hand_off.id', 'desc');
}
