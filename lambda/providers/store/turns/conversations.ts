/** Conversations on any engine: what a turn begins with, what it writes, and what was said. */

import type { Kysely } from 'kysely';
import type { Conversations } from '../../../services/conversation/conversation';
import { type HistoryLine, isMark, type PlacedLine } from '../../../services/conversation/lines';
import { readMemory } from '../../../services/conversation/memory';
import type { Show } from '../../../vocabulary/answer';
import { CHANNELS } from '../../../vocabulary/heard';
import type { Engine } from '../engine';
import { isRecord, oneOf, recordIn } from '../parse';
import { query, queryOne } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';
import { openConversation } from './open';
import { deliveredBy, turnRows } from './rows';

const NOBODY = { id: '', aside: '' };

export function conversationsOn({ words, now, read, turn, durable, wipe }: Engine): Conversations {
  const statements = conversationStatements(words);
  return {
    async open({ channel, requestId, conversationId: id, whose = id, contactId = '', shopper = NOBODY }) {
      const delivered = { requestId: deliveredBy(requestId, whose), earlier: deliveredBy(requestId, undefined) };
      const asked = { ...delivered, channel, id, contactId, shopperId: shopper.id, aside: shopper.aside };
      const [row] = await read(statements.open, asked);
      if (!row) throw new Error('a query that always finds a row found none');
      const { version, memory, answer, attempted, hasAside } = row;
      if (answer !== null) await durable();
      const stored = version === null || memory === null ? null : { version, memory: readMemory(memory) };
      const aside = row.aside === null ? null : readMemory(row.aside);
      const flags = { hasAside: hasAside === 1, hasOpenAttempts: attempted === 1 };
      return { answer, conversationId: row.id, stored, aside, ...flags };
    },
    async load(id) {
      const [row] = await read(statements.load, { id });
      return row ? { version: row.version, memory: readMemory(row.memory) } : null;
    },
    async answerOf(channel, requestId, whose) {
      const [row] = await read(statements.answer, { channel, requestId: deliveredBy(requestId, whose) });
      if (row) await durable();
      return row?.body ?? null;
    },
    async commit(commit) {
      if (!(await turn(turnRows(commit, now())))) return 'conflict';
      // What stood there before is in no log of the engine either.
      if (commit.amended) await wipe?.();
      return 'committed';
    },
    async history(id, limit) {
      const rows = await read(statements.history, { id, limit: atMost(limit) });
      return rows.filter(isSaid).map(wordsOf).reverse();
    },
    async since(id, after, limit) {
      const rows = after
        ? await read(statements.historySince, { id, ...after, limit: atMost(limit) })
        : [...(await read(statements.history, { id, limit: atMost(limit) }))].reverse();
      return rows.map(wholeOf);
    },
    async before(id, place, limit) {
      const rows = await read(statements.historyBefore, { id, ...place, limit: atMost(limit) });
      return rows.map(wholeOf).reverse();
    },
  };
}

const SPEAKERS = ['shopper', 'bot', 'person'] as const satisfies readonly HistoryLine['by'][];
const SOURCES = [...CHANNELS, 'desk'] as const;

/** What cannot be read is not shown; the words of the line stand without it. */
function showIn(json: string | null): { readonly show?: Show } {
  const show = json === null ? null : withFile(recordIn(json));
  return show && isShow(show) ? { show } : {};
}

/** Not that something was taken back, nor what was read out of it. */
function isSaid({ by, text, show: stored }: HistoryRow): boolean {
  const { show } = showIn(stored);
  const isHushed = by === 'bot' && show?.changed !== undefined;
  return !isHushed && !isMark({ text, ...(show ? { show } : {}) });
}

/** Photos stood by their id alone once; the seal of what stood there before is nobody's to show. */
function withFile(stored: Readonly<Record<string, unknown>> | null) {
  if (stored === null) return null;
  const { photo, before, ...show } = stored;
  return typeof photo === 'string' ? { ...show, attached: { id: photo, kind: 'photo' } } : show;
}

function isShow(stored: Readonly<Record<string, unknown>>): stored is Show {
  const { question, card, ref, file, meant, attached, changed, of, reads } = stored;
  const areRecords = [question, card, meant, attached].every((one) => one === undefined || isRecord(one));
  const areTexts = [ref, file, changed, of].every((one) => one === undefined || typeof one === 'string');
  return areRecords && areTexts && (reads === undefined || Array.isArray(reads));
}

type HistoryRow = Omit<Tables['history'], 'conversation_id'>;

function wordsOf({ at, by, channel, text, name }: Omit<HistoryRow, 'sealed'>): HistoryLine {
  return {
    at,
    by: oneOf(SPEAKERS, by, 'speaker'),
    channel: oneOf(SOURCES, channel, 'channel'),
    text,
    ...(name === null ? {} : { name }),
  };
}

function wholeOf(row: HistoryRow): PlacedLine {
  const text = row.sealed ?? beforeIn(row.show);
  const written = text === null ? {} : { asWritten: { kind: 'sealed', text } as const };
  return { ...placedOf(row), ...written };
}

function beforeIn(show: string | null): string | null {
  const before = show === null ? null : recordIn(show)?.before;
  return typeof before === 'string' ? before : null;
}

/** Redacted. */
export function placedOf(row: Omit<HistoryRow, 'sealed'>): PlacedLine {
  const { version, line, show } = row;
  return { ...wordsOf(row), ...showIn(show), version, line };
}

export const LINE = ['version', 'line', 'at', 'by', 'channel', 'text', 'show', 'name', 'sealed'] as const;

export function conversationStatements(db: Kysely<Tables>) {
  return {
    open: openConversation(db),
    load: queryOne((v: { id: string }) =>
      db.selectFrom('conversation').select(['version', 'memory']).where('id', '=', v.id),
    ),
    answer: queryOne((v: { channel: string; requestId: string }) =>
      db.selectFrom('answer').select('body').where('request_id', '=', v.requestId).where('channel', '=', v.channel),
    ),
    history: query((v: { id: string; limit: number }) =>
      db
        .selectFrom('history')
        .select(LINE)
        .where('conversation_id', '=', v.id)
        .orderBy('version', 'desc')
        .orderBy('line', 'desc')
        .limit(v.limit),
    ),
    historyBefore: query((v: { id: string; version: number; line: number; limit: number }) =>
      db
        .selectFrom('history')
        .select(LINE)
        .where('conversation_id', '=', v.id)
        // Beside the exact condition, so that the index begins at the right place.
        .where('version', '<=', v.version)
        .where((eb) => eb.or([eb('version', '<', v.version), eb('line', '<', v.line)]))
        .orderBy('version', 'desc')
        .orderBy('line', 'desc')
        .limit(v.limit),
    ),
    historySince: query((v: { id: string; version: number; line: number; limit: number }) =>
      db
        .selectFrom('history')
        .select(LINE)
        .where('conversation_id', '=', v.id)
        // Beside the exact condition, so that the index begins at the right place.
        .where('version', '>=', v.version)
        .where((eb) => eb.or([eb('version', '>', v.version), eb('line', '>', v.line)]))
        .orderBy('version')
        .orderBy('line')
        .limit(v.limit),
    ),
  };
}
