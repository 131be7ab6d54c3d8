/** The statements of contacts, and of which conversations were held from where. */

import type { Kysely } from 'kysely';
import { bulk, query } from './query';
import type { Tables } from './schema';

type Met = Omit<Tables['contact'], 'conversation_id'>;

export function contactStatements(db: Kysely<Tables>) {
  const all = db.selectFrom('contact').selectAll();
  return {
    contact: query((v: { id: string }) => all.where('id', '=', v.id)),
    contactsOf: query((v: { id: string }) =>
      all.where('conversation_id', '=', v.id).orderBy('heard_at', 'desc').orderBy('id'),
    ),
    meetContact: meetContact(db),
    joinContact: query((v: { id: string; conversation: string | null }) =>
      db.updateTable('contact').set({ conversation_id: v.conversation }).where('id', '=', v.id).returning('id'),
    ),
    /** Nearly always there already: then nothing is written. */
    newTrails: bulk(['channel', 'address', 'conversation_id'], (rows: readonly Tables['trail'][]) =>
      db
        .insertInto('trail')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['address', 'channel', 'conversation_id']).doNothing()),
    ),
    trail: query((v: { channel: string; address: string }) =>
      db
        .selectFrom('trail')
        .select('conversation_id')
        .where('address', '=', v.address)
        .where('channel', '=', v.channel)
        .orderBy('conversation_id'),
    ),
  };
}

/** What came late is not newer than what is known, and an unknown address is no news. */
function meetContact(db: Kysely<Tables>) {
  return query((v: Met) =>
    db
      .insertInto('contact')
      .values({
        id: v.id,
        channel: v.channel,
        address: v.address,
        locale: v.locale,
        heard_at: v.heard_at,
        met_at: v.met_at,
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          address: eb.fn.coalesce('excluded.address', 'contact.address'),
          locale: eb.ref('excluded.locale'),
          heard_at: eb
            .case()
            .when('excluded.heard_at', '>', eb.ref('contact.heard_at'))
            .then(eb.ref('excluded.heard_at'))
            .else(eb.ref('contact.heard_at'))
            .end(),
          met_at: eb.ref('excluded.met_at'),
        })),
      ),
  );
}
