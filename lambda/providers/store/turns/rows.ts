/** Turns one commit into the rows it writes; whatever cannot be written as JSON fails here, before any transaction. */

import { createHash } from 'node:crypto';
import type { Commit } from '../../../services/conversation/conversation';
import type { HistoryLine } from '../../../services/conversation/lines';
import type { OutboxItem } from '../../../services/queue/item';
import type { SentFile } from '../../../vocabulary/sent-file';
import type { TurnRows } from '../engine';
import { storable } from '../query';
import { contactRow } from '../tables/contacts';
import { handOffRow } from '../tables/hand-offs';
import { mirrorRow } from '../tables/mirrors';
import { tokenRow } from '../tables/tokens';
import { rowsOf, wordsOfTurn } from '../tables/words';

/** A delivery is whose it is: the same id of somebody else is another one. In clear it would be longer, and name them. */
export function deliveredBy(requestId: string, whose: string | undefined): string {
  if (whose === undefined) return storable(requestId);
  return `${storable(requestId)} ${createHash('sha256').update(whose).digest('base64url').slice(0, 22)}`;
}

/** `now`: when the answer starts to age. */
export function turnRows(commit: Commit, now: number): TurnRows {
  const version = Math.max(commit.expectedVersion, commit.follows) + 1;
  const id = storable(commit.conversationId);
  const place = { conversation_id: id, version };
  return {
    expected: commit.expectedVersion,
    conversation: { id, version, memory: JSON.stringify(commit.memory), updated_at: now },
    history: commit.history.map((line, at) => ({ ...place, line: at, ...lineRow(line) })),
    outbox: commit.outbox.map((item, line) => ({ ...place, line, ...itemRow(id, item), due_at: now, created_at: now })),
    told: commit.told.map((proposalId) => ({ proposalId })),
    packet: commit.packet ? [packetRow(id, commit.packet)] : [],
    handOff: commit.handOff ? [handOffRow(id, commit.handOff)] : [],
    word: wordsOfTurn(commit),
    token: commit.tokens.map((token) => tokenRow(token, now)),
    join: commit.joins.map((contact) => contactRow(contact, { conversation: id, now })),
    trail: commit.from ? [{ ...commit.from, conversation_id: id }] : [],
    fact: factRow(commit.fact),
    photo: commit.files.map((file) => fileRow(id, file, now)),
    missed: commit.missed.map((line) => missedRow(id, line)),
    mirror: commit.mirror ? [mirrorRow(id, commit.mirror)] : [],
    amended: amendedRows(id, commit.amended),
    answer: {
      channel: commit.answer.channel,
      request_id: deliveredBy(commit.answer.requestId, commit.answer.whose),
      body: commit.answer.body,
      at: now,
      conversation_id: id,
    },
  };
}

type LineRow = Omit<TurnRows['history'][number], 'conversation_id' | 'version' | 'line'>;

/** What was not sealed is not kept. Of a line that tells a change it lies where no earlier program takes it for what was said. */
function lineRow({ at, by, channel, text, show, name, asWritten }: HistoryLine): LineRow {
  const sealed = asWritten?.kind === 'sealed' ? asWritten.text : null;
  const row = { at, by, channel, text, name: name ?? null };
  if (show?.of === undefined) return { ...row, show: show ? JSON.stringify(show) : null, sealed };
  return { ...row, show: JSON.stringify(sealed === null ? show : { ...show, before: sealed }), sealed: null };
}

/** A word that is left of something else stays. */
function amendedRows(conversation: string, amended: Commit['amended']): TurnRows['amended'] {
  if (!amended) return { history: [], packet: [], photo: [], word: [] };
  return {
    history: amended.lines.map((one) => ({
      ...{ conversation_id: conversation, version: one.version, line: one.line },
      ...lineRow(one),
    })),
    packet: amended.packets.map((one) => packetRow(conversation, one)),
    photo: amended.files.map((id) => ({ id })),
    word: amended.found.flatMap(({ handOffId, gone, left }) => {
      const kept = new Set(rowsOf(handOffId, left).map(({ word }) => word));
      return rowsOf(handOffId, gone).filter(({ word }) => !kept.has(word));
    }),
  };
}

/** A lane is what one receiver gets of one conversation. */
function itemRow(conversation: string, { id, kind, destination, body }: OutboxItem) {
  return { id, kind, destination, body, lane: `${conversation} ${destination}` };
}

function packetRow(conversation: string, packet: NonNullable<Commit['packet']>): TurnRows['packet'][number] {
  return {
    id: packet.id,
    conversation_id: conversation,
    created_at: packet.createdAt,
    body: JSON.stringify(packet),
  };
}

function fileRow(conversation: string, { id, type, bytes }: SentFile, at: number): TurnRows['photo'][number] {
  return { id, conversation_id: conversation, at, type, data: Buffer.from(bytes).toString('base64') };
}

function missedRow(conversation: string, line: Commit['missed'][number]): TurnRows['missed'][number] {
  const { at, channel, locale, kind, topic, words } = line;
  return { conversation_id: conversation, at, channel, locale, kind, topic, words };
}

/** Field by field: a stray field of a caller must not find its way into the facts. */
function factRow(fact: Commit['fact']): TurnRows['fact'] {
  return {
    turn: fact.turn,
    at: fact.at,
    channel: fact.channel,
    locale: fact.locale,
    heard: fact.heard,
    intent: fact.intent,
    replies: JSON.stringify(fact.replies),
    asks: fact.asks,
    outcome: fact.outcome,
    misses: fact.misses,
    milliseconds: fact.milliseconds,
    wording: JSON.stringify(fact.wording),
    rating: fact.rating,
    answers: fact.answers ?? null,
  };
}
