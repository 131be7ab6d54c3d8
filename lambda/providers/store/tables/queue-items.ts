/** A hand-off as the desk's list shows it, on any engine: with its packet, what was said last, and whether there is a photo. */

import { type Kysely, sql } from 'kysely';
import type { PlacedLine } from '../../../services/conversation/lines';
import type { QueueItem } from '../../../services/hand-off/queue';
import type { Tables } from '../schema';
import { placedOf } from '../turns/conversations';
import { handOffOf } from './hand-offs';
import { packetOf } from './packets';

/** `last_`…: of the last line somebody said, redacted; null: there is none. */
export type ItemRow = Tables['hand_off'] & {
  readonly body: string | null;
  readonly heard_at: number | null;
  readonly photo: string | null;
} & {
  readonly [C in Exclude<keyof Tables['history'], 'conversation_id' | 'sealed'> as `last_${C}`]:
    | Tables['history'][C]
    | null;
};

export function itemOf(row: ItemRow): QueueItem {
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

/** What the bot said is no news to anybody. */
const isLastSaid = sql<boolean>`(last.version, last.line) = (
  select said.version, said.line from history as said
  where said.conversation_id = hand_off.conversation_id and said."by" <> 'bot'
  order by said.version desc, said.line desc limit 1)`;
const LAST = [
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
export function itemsIn(db: Kysely<Tables>) {
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
