/** The statements that find and erase what is kept of shoppers. */

import { type Kysely, sql } from 'kysely';
import { byIds } from './by-ids';
import { exportStatements } from './export-statements';
import { CONTACTS_OWN, contactOf, DOOMED, incomingOf, isGone, visitorOf } from './privacy-where';
import { purgeStatements } from './purge-statements';
import { query } from './query';
import type { Tables } from './schema';

const FINISHED = ['placed', 'refused'];

export function privacyStatements(db: Kysely<Tables>) {
  return {
    ...whoseStatements(db),
    ...eraseStatements(db),
    ...attemptStatements(db),
    ...purgeStatements(db),
    exported: exportStatements(db),
    exportAttemptsOf: query((v: { shopperId: string }) =>
      db.selectFrom('attempt').selectAll().where('shopper_id', '=', v.shopperId).orderBy('started_at'),
    ),
  };
}

function whoseStatements(db: Kysely<Tables>) {
  return {
    conversationsOf: query((v: { own: string; household: string; length: number }) =>
      db
        .selectFrom('conversation')
        .select('id')
        .where(({ eb, or, fn, lit, val }) =>
          or([eb('id', '=', v.own), eb(fn<string>('substr', ['id', lit(1), val(v.length)]), '=', v.household)]),
        )
        .orderBy('id'),
    ),
    /** `address`: an id, or an address in small letters. */
    contactsAt: query((v: { channel: string; address: string }) =>
      db
        .selectFrom('contact')
        .select(['id', sql<string>`coalesce(contact.conversation_id, ${CONTACTS_OWN})`.as('conversation_id')])
        .where('channel', '=', v.channel)
        .where(({ eb, or, fn }) => or([eb('id', '=', v.address), eb(fn<string>('lower', ['address']), '=', v.address)]))
        .orderBy('id'),
    ),
    attemptedIn: query((v: { shopperId: string }) =>
      db
        .selectFrom('attempt')
        .select('conversation_id as id')
        .distinct()
        .where('shopper_id', '=', v.shopperId)
        .where('conversation_id', '<>', ''),
    ),
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
    /** Those whose outcome came after their conversation went, and those nobody can still ask about. */
    purgeAttempts: query((v: { before: number }) =>
      finished.where((eb) => eb.or([eb('conversation_id', '=', ''), eb('started_at', '<', v.before)])),
    ),
  };
}
