/** The writes that erase conversations, whoever asks for it. */

import { type Kysely, sql } from 'kysely';
import { query } from '../query';
import { byIds, type Id, one, parts, type Write } from '../rows';
import type { Tables } from '../schema';
import { rulesGone } from './buying-rules';
import { linksGone } from './links';
import { contactOf, DOOMED, incomingOf, isGone, visitorOf } from './privacy-where';

/** Attempts that are over, and actions that are. */
export const FINISHED = ['placed', 'refused'];
export const ENDED = ['done', 'refused'];

export type Erasing = {
  doom(ids: readonly Id[]): readonly Write[];
  /** To follow the statement that dooms them, in its transaction. */
  doomed(ids: readonly Id[]): readonly Write[];
  /** What the shoppers of these conversations have set for buying; it outlives conversations that only become old. */
  rulesWith(ids: readonly Id[]): readonly Write[];
  /** Those of a shopper, wherever they were made: of orders, and of actions about them; every link of theirs, and what they have set for buying. */
  attemptsOf(shopperId: string): readonly Write[];
};

export function erasing(words: Kysely<Tables>): Erasing {
  const statements = {
    ...{ ...eraseStatements(words), ...attemptStatements(words), ...careStatements(words) },
    eraseLinksOf: linksGone(words),
    ...rulesGone(words),
  };
  return {
    doom: (ids) => parts(statements.doom, ids),
    doomed: (ids) => [
      ...parts(statements.eraseIncoming, ids),
      ...parts(statements.eraseContacts, ids),
      ...parts(statements.eraseVisitors, ids),
      ...parts(statements.eraseAnswers, ids),
      ...parts(statements.eraseAttempts, ids),
      ...parts(statements.orphanAttempts, ids),
      ...parts(statements.eraseCare, ids),
      ...parts(statements.orphanCare, ids),
      ...parts(statements.eraseConversations, ids),
    ],
    rulesWith: (ids) => [...parts(statements.rulesGoneWith, ids), ...parts(statements.daysGoneWith, ids)],
    attemptsOf: (shopperId) => [
      one(statements.eraseAttemptsOf, { shopperId }),
      one(statements.orphanAttemptsOf, { shopperId }),
      one(statements.eraseCareOf, { shopperId }),
      one(statements.orphanCareOf, { shopperId }),
      one(statements.eraseLinksOf, { shopperId }),
      one(statements.rulesGone, { shopperId }),
      one(statements.daysGone, { shopperId }),
    ],
  };
}

/** In this order; the conversation takes with it all that refers to it. */
function eraseStatements(db: Kysely<Tables>) {
  return {
    doom: byIds((ids) =>
      db.updateTable('conversation').set({ version: DOOMED }).where('id', 'in', ids).returning('version'),
    ),
    eraseIncoming: byIds((ids) => db.deleteFrom('inbox').where(incomingOf(ids, 'gone')).returning('place')),
    eraseContacts: byIds((ids) => db.deleteFrom('contact').where(contactOf(ids, 'gone')).returning('met_at')),
    eraseVisitors: byIds((ids) => db.deleteFrom('visitor').where(visitorOf(ids, 'gone')).returning('created_at')),
    eraseAnswers: byIds((ids) =>
      db
        .deleteFrom('answer')
        .where('conversation_id', 'in', ids)
        .where(isGone(sql`answer.conversation_id`))
        .returning('at'),
    ),
    eraseConversations: byIds((ids) =>
      db.deleteFrom('conversation').where('id', 'in', ids).where('version', '=', DOOMED).returning('version'),
    ),
  };
}

/** An attempt whose outcome is unknown stays without its conversation; it keeps an order from being made twice. */
function attemptStatements(db: Kysely<Tables>) {
  const finished = db.deleteFrom('attempt').where('state', 'in', FINISHED).returning('told');
  const all = db.updateTable('attempt').set({ conversation_id: '' }).returning('told');
  const attemptGone = isGone(sql`attempt.conversation_id`);
  return {
    eraseAttempts: byIds((ids) => finished.where('conversation_id', 'in', ids).where(attemptGone)),
    orphanAttempts: byIds((ids) => all.where('conversation_id', 'in', ids).where(attemptGone)),
    eraseAttemptsOf: query((v: { shopperId: string }) => finished.where('shopper_id', '=', v.shopperId)),
    orphanAttemptsOf: query((v: { shopperId: string }) => all.where('shopper_id', '=', v.shopperId)),
  };
}

/** The same of actions about orders. What had its remedy is still known by the order's line, and leads to nobody. */
function careStatements(db: Kysely<Tables>) {
  const ended = db.deleteFrom('care_action').where('state', 'in', ENDED).returning('started_at');
  const all = db.updateTable('care_action').set({ conversation_id: '' }).returning('started_at');
  const careGone = isGone(sql`care_action.conversation_id`);
  return {
    eraseCare: byIds((ids) => ended.where('conversation_id', 'in', ids).where(careGone)),
    orphanCare: byIds((ids) => all.where('conversation_id', 'in', ids).where(careGone)),
    eraseCareOf: query((v: { shopperId: string }) => ended.where('shopper_id', '=', v.shopperId)),
    orphanCareOf: query((v: { shopperId: string }) => all.where('shopper_id', '=', v.shopperId)),
  };
}
