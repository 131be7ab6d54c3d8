/** Every statement of the store, once, for whichever database speaks it. */

import type { Kysely } from 'kysely';
import { agentStatements } from './agent-statements';
import { attemptStatements } from './attempt-statements';
import { contactStatements } from './contact-statements';
import { handOffStatements } from './hand-off-statements';
import { inboxStatements } from './inbox-statements';
import { outboxStatements } from './outbox-statements';
import { privacyStatements } from './privacy-statements';
import { query, queryOne } from './query';
import type { Tables } from './schema';
import { tokenStatements } from './token-statements';
import { turnStatements } from './turns/statements';
import { visitorStatements } from './visitor-statements';

export type Statements = ReturnType<typeof statements>;

export function statements(db: Kysely<Tables>) {
  return {
    ...readStatements(db),
    ...turnStatements(db),
    ...attemptStatements(db),
    ...visitorStatements(db),
    ...handOffStatements(db),
    ...outboxStatements(db),
    ...inboxStatements(db),
    ...contactStatements(db),
    ...tokenStatements(db),
    ...agentStatements(db),
    ...privacyStatements(db),
  };
}

function readStatements(db: Kysely<Tables>) {
  return {
    load: queryOne((v: { id: string }) =>
      db.selectFrom('conversation').select(['version', 'memory']).where('id', '=', v.id),
    ),
    answer: queryOne((v: { channel: string; requestId: string }) =>
      db.selectFrom('answer').select('body').where('request_id', '=', v.requestId).where('channel', '=', v.channel),
    ),
    history: query((v: { id: string; limit: number }) =>
      db
        .selectFrom('history')
        .select(['version', 'line', 'at', 'by', 'channel', 'text', 'show', 'name'])
        .where('conversation_id', '=', v.id)
        .orderBy('version', 'desc')
        .orderBy('line', 'desc')
        .limit(v.limit),
    ),
    historySince: query((v: { id: string; version: number; line: number; limit: number }) =>
      db
        .selectFrom('history')
        .select(['version', 'line', 'at', 'by', 'channel', 'text', 'show', 'name'])
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
