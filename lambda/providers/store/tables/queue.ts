/** The desk's queue on any engine: each page is one statement that walks an index and stops. */

import { type Kysely, sql } from 'kysely';
import type { HandOffQueue, QueueGroup, QueuePlace, QueueWish, WaitingPage } from '../../../services/hand-off/queue';
import type { Engine } from '../engine';
import { isOver, isUnderWay, NOBODY_WAITS, turn } from '../migrations/migration-pages';
import { query } from '../query';
import { atMost, byIds, inParts } from '../rows';
import type { Tables } from '../schema';
import { figuresOn } from './figures';
import { type ItemRow, itemOf, itemsIn } from './queue-items';
import { areCommonIn, keysIn, searchStatements, valuesOf } from './search';

const FIRST: QueuePlace = { turn: -1, createdAt: -1, id: '' };
const LATEST: QueuePlace = { turn: NOBODY_WAITS, createdAt: 0, id: '' };

export function queueOn(engine: Engine): HandOffQueue {
  const { words, read } = engine;
  const statements = queueStatements(words);
  const searching = searchStatements(words);
  return {
    ...figuresOn(engine),
    async page({ group, after, limit, agentId, endedSince }) {
      const most = atMost(limit);
      const place = after ?? (group === 'ended' ? LATEST : FIRST);
      // One more than is shown tells whether another page follows.
      const values = { ...place, agentId, since: endedSince, limit: most + 1 };
      return pageOf(await read(statements[group], values), most, (row) => placeOf(row, group));
    },
    async search(wish) {
      const keys = keysIn(wish.words);
      const common = await areCommonIn(keys, searching, read);
      const rows = await read(searching.find(wish.state, common), valuesOf(wish, keys));
      return pageOf(rows, atMost(wish.limit), foundPlace);
    },
    async counts({ agentId, endedSince }) {
      const [row] = await read(statements.counts, { agentId, since: endedSince });
      const mine = row?.mine ?? 0;
      const others = (row?.taken ?? 0) - mine;
      return { mine, mineWaiting: row?.mineWaiting ?? 0, free: row?.free ?? 0, others, ended: row?.ended ?? 0 };
    },
    async items(ids, endedSince) {
      const rows = await inParts(read, statements.itemsOf, ids.map(rowOf));
      return rows.map(itemOf).filter(({ handOff: { endedAt } }) => endedAt === null || endedAt >= endedSince);
    },
    async waiting() {
      const [row] = await read(statements.waiting, {});
      return (row?.free ?? 0) + (row?.taken ?? 0);
    },
    movedSince: (since) => read(statements.movedSince, { since }),
    movedIn: (conversationIds) => inParts(read, statements.movedIn, conversationIds.map(rowOf)),
    async known(ids) {
      return (await inParts(read, statements.known, ids.map(rowOf))).map(({ id }) => id);
    },
  };
}

export function queueStatements(words: Kysely<Tables>) {
  return { ...pageStatements(words), ...countStatements(words), ...changeStatements(words) };
}

function rowOf(id: string) {
  return { id };
}

function pageOf(rows: readonly ItemRow[], most: number, place: (row: ItemRow) => QueuePlace): WaitingPage {
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), next: last && rows.length > most ? place(last) : null };
}

function foundPlace({ id, created_at: createdAt }: ItemRow): QueuePlace {
  return { turn: createdAt, createdAt, id };
}

function placeOf({ waiting_since, ended_at, created_at, id }: ItemRow, group: QueueGroup): QueuePlace {
  return { turn: (group === 'ended' ? ended_at : waiting_since) ?? NOBODY_WAITS, createdAt: created_at, id };
}

type At = Omit<QueueWish, 'group' | 'after' | 'endedSince'> & QueuePlace & { readonly since: number };

function pageStatements(db: Kysely<Tables>) {
  const inTurn = (v: At) =>
    itemsIn(db)
      .where(isUnderWay)
      // Beside the exact condition, so that the index begins at the right place.
      .where(turn, '>=', v.turn)
      .where(sql<boolean>`(${turn}, hand_off.created_at, hand_off.id) > (${v.turn}, ${v.createdAt}, ${v.id})`)
      .orderBy(turn)
      .orderBy('hand_off.created_at')
      .orderBy('hand_off.id')
      .limit(v.limit);
  return {
    free: query((v: At) => inTurn(v).where('agent_id', 'is', null)),
    mine: query((v: At) => inTurn(v).where('agent_id', 'is not', null).where('agent_id', '=', v.agentId)),
    others: query((v: At) => inTurn(v).where('agent_id', 'is not', null).where('agent_id', '<>', v.agentId)),
    ended: query((v: At) =>
      itemsIn(db)
        .where(isOver)
        .where('ended_at', '>=', v.since)
        .where('ended_at', '<=', v.turn)
        .where(sql<boolean>`(hand_off.ended_at, hand_off.id) < (${v.turn}, ${v.id})`)
        .orderBy('ended_at', 'desc')
        .orderBy('hand_off.id', 'desc')
        .limit(v.limit),
    ),
    itemsOf: byIds((ids) => itemsIn(db).where('hand_off.id', 'in', ids)),
  };
}

/** By the same indexes, without a look at the rows. */
function countStatements(db: Kysely<Tables>) {
  const counted = db.selectFrom('hand_off').select(({ fn }) => fn.countAll<number>().as('count'));
  const underWay = counted.where(isUnderWay);
  const free = underWay.where('agent_id', 'is', null);
  const taken = underWay.where('agent_id', 'is not', null);
  const waiting = sql<boolean>`waiting_since is not null`;
  return {
    counts: query((v: { agentId: string; since: number }) => {
      const mine = taken.where('agent_id', '=', v.agentId);
      const ended = counted.where(isOver).where('ended_at', '>=', v.since);
      return db.selectNoFrom([
        free.as('free'),
        taken.as('taken'),
        mine.as('mine'),
        mine.where(waiting).as('mineWaiting'),
        ended.as('ended'),
      ]);
    }),
    waiting: query(() => db.selectNoFrom([free.where(waiting).as('free'), taken.where(waiting).as('taken')])),
  };
}

/** Every turn of every server leaves an answer, and those know when they were written. */
function changeStatements(db: Kysely<Tables>) {
  const moved = db
    .selectFrom('hand_off')
    .innerJoin('conversation', 'conversation.id', 'hand_off.conversation_id')
    .select(['hand_off.id', 'conversation.version']);
  return {
    movedSince: query((v: { since: number }) =>
      moved.where('hand_off.conversation_id', 'in', (eb) =>
        eb
          .selectFrom('answer')
          .select('answer.conversation_id')
          .where('answer.at', '>=', v.since)
          .where('answer.conversation_id', 'is not', null)
          .$narrowType<{ conversation_id: string }>(),
      ),
    ),
    movedIn: byIds((ids) => moved.where('hand_off.conversation_id', 'in', ids)),
    known: byIds((ids) => db.selectFrom('hand_off').select('id').where('id', 'in', ids)),
  };
}
