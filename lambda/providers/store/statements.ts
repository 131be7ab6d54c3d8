/** Every statement of the store, once, for whichever database speaks it. */

import type { Kysely } from 'kysely';
import { agentStatements } from './agent-statements';
import { attemptStatements } from './attempt-statements';
import { contactStatements } from './contact-statements';
import { handOffStatements } from './hand-off-statements';
import { inboxStatements } from './inbox-statements';
import { isOpen } from './migrations/migration-attempts';
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

type Opened = { channel: string; requestId: string; id: string; contactId: string; shopperId: string };

/** All that a turn begins with: always one row, and each part of it found by a whole key or the partial index. */
function openConversation(db: Kysely<Tables>) {
  return queryOne((v: Opened) =>
    db
      .selectFrom(
        db
          .selectNoFrom(({ fn, val }) => [
            fn
              .coalesce(
                db.selectFrom('contact').select('contact.conversation_id').where('contact.id', '=', v.contactId),
                val(v.id),
              )
              .as('id'),
          ])
          .as('asked'),
      )
      .leftJoin('conversation', 'conversation.id', 'asked.id')
      .select(({ eb, exists, lit, selectFrom }) => [
        'asked.id',
        'conversation.version',
        'conversation.memory',
        selectFrom('answer')
          .select('answer.body')
          .where('answer.request_id', '=', v.requestId)
          .where('answer.channel', '=', v.channel)
          .as('answer'),
        eb
          .case()
          .when(
            exists(
              selectFrom('attempt').select('attempt.told').where('attempt.shopper_id', '=', v.shopperId).where(isOpen),
            ),
          )
          .then(lit(1))
          .else(lit(0))
          .end()
          .as('attempted'),
      ]),
  );
}
