/** The desk's queue on any engine: each page is one statement that walks an index and stops. */

import { type Kysely, sql } from 'kysely';
import type { PlacedLine } from '../../../services/conversation/lines';
import type {
  HandOffQueue,
  QueueGroup,
  QueueItem,
  QueuePlace,
  QueueWish,
  WaitingPage,
} from '../../../services/hand-off/queue';
import type { Engine } from '../engine';
import { isOver, isUnderWay, NOBODY_WAITS, turn } from '../migrations/migration-pages';
import { query } from '../query';
import { atMost, byIds, inParts } from '../rows';
import type { Tables } from '../schema';
import { placedOf } from '../turns/conversations';
import { handOffOf } from './hand-offs';
import { packetOf } from './packets';

const FIRST: QueuePlace = { turn: -1, createdAt: -1, id: '' };
const LATEST: QueuePlace = { turn: NOBODY_WAITS, createdAt: 0, id: '' };

export function queueOn({ words, read }: Engine): HandOffQueue {
  const statements = queueStatements(words);
  return {
    async page({ group, after, limit, agentId, endedSince }) {
      const most = atMost(limit);
      const place = after ?? (group === 'ended' ? LATEST : FIRST);
      // One more than is shown tells whether another page follows.
      const values = { ...place, agentId, since: endedSince, limit: most + 1 };
      return pageOf(await read(statements[group], values), group, most);
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

/** `last_`…: of the last line somebody said; null: there is none. */
type ItemRow = Tables['hand_off'] & {
  readonly body: string | null;
  readonly heard_at: number | null;
  readonly photo: string | null;
} & { readonly [C in keyof Tables['history'] as `last_${C}`]: Tables['history'][C] | null };

function pageOf(rows: readonly ItemRow[], group: QueueGroup, most: number): WaitingPage {
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), next: last && rows.length > most ? placeOf(last, group) : null };
}

function placeOf({ waiting_since, ended_at, created_at, id }: ItemRow, group: QueueGroup): QueuePlace {
  return { turn: (group === 'ended' ? ended_at : waiting_since) ?? NOBODY_WAITS, createdAt: created_at, id };
}

function itemOf(row: ItemRow): QueueItem {
  const heardAt = Math.max(row.heard_at ?? 0, row.created_at);
  const packet = row.body === null ? null : packetOf(row.body);
  return { handOff: handOffOf(row), packet, heardAt, last: lastOf(row), hasPhoto: row.photo !== null };
}

function lastOf(row: ItemRow): PlacedLine | null {
  const { last_version: version, last_line: line, last_at: at, last_by: by, last_channel: channel } = row;
  if (version === null || line === null || at === null || by === null || channel === null) return null;
  return placedOf({
    version,
    line,
    at,
    by,
    channel,
    text: row.last_text ?? '',
    show: row.last_show,
    name: row.last_name,
  });
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

/** What the bot said is no news to anybody. */
const isLastSaid = sql<boolean>`(last.version, last.line) = (
  select said.version, said.line from history as said
  where said.conversation_id = hand_off.conversation_id and said."by" <> 'bot'
  order by said.version desc, said.line desc limit 1)`;
const LAST = [
  'last.conversation_id as last_conversation_id',
  'last.version as last_version',
  'last.line as last_line',
  'last.at as last_at',
  'last.by as last_by',
  'last.channel as last_channel',
  'last.text as last_text',
  'last.show as last_show',
  'last.name as last_name',
] as const;

/** With what the list shows besides; the shopper's last word is nearly always among the last lines, found backwards. */
function itemsIn(db: Kysely<Tables>) {
  return db
    .selectFrom('hand_off')
    .leftJoin('packet', 'packet.id', 'hand_off.id')
    .leftJoin('history as last', (join) =>
      join.onRef('last.conversation_id', '=', 'hand_off.conversation_id').on(isLastSaid),
    )
    .selectAll('hand_off')
    .select(['packet.body', ...LAST])
    .select(({ selectFrom }) =>
      selectFrom('photo')
        .select('photo.id')
        .whereRef('photo.conversation_id', '=', 'hand_off.conversation_id')
        .limit(1)
        .as('photo'),
    )
    .select(({ selectFrom }) =>
      selectFrom('history')
        .select('history.at')
        .whereRef('history.conversation_id', '=', 'hand_off.conversation_id')
        .where('history.by', '=', 'shopper')
        .where('hand_off.ended_at', 'is', null)
        .orderBy('history.version', 'desc')
        .orderBy('history.line', 'desc')
        .limit(1)
        .as('heard_at'),
    );
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
