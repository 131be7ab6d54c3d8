/** Contacts on any engine. */

import type { ExpressionBuilder, Kysely, OnConflictDatabase, OnConflictTables } from 'kysely';
import type { Contact, Contacts } from '../../../services/reach/contacts';
import { CHANNELS } from '../../../vocabulary/heard';
import type { MetContact } from '../../../vocabulary/outcome';
import type { Engine } from '../engine';
import { oneOf } from '../parse';
import { bulk, query } from '../query';
import type { Tables } from '../schema';

export function contactsOn({ words, read, write, now }: Engine): Contacts {
  const statements = contactStatements(words);
  const get = async (id: string) => {
    const [row] = await read(statements.contact, { id });
    return row ? contactOf(row) : null;
  };
  return {
    get,
    async meet({ id, channel, address, locale, heardAt }) {
      await write(statements.meetContact, { id, channel, address, locale, heard_at: heardAt, met_at: now() });
      const met = await get(id);
      if (!met) throw new Error('a contact was forgotten while it was met');
      return met;
    },
    async join(id, conversationId) {
      await write(statements.joinContact, { id, conversation: conversationId });
    },
    async of(conversationId) {
      return (await read(statements.contactsOf, { id: conversationId })).map(contactOf);
    },
    async trail(channel, address) {
      const rows = await read(statements.trail, { channel, address });
      return rows.map((row) => row.conversation_id);
    },
  };
}

function contactOf(row: Tables['contact']): Contact {
  const { id, address, conversation_id: conversationId, locale, heard_at: heardAt } = row;
  return {
    id,
    channel: oneOf(CHANNELS, row.channel, 'channel of a contact'),
    address,
    conversationId,
    locale,
    heardAt,
  };
}

type Met = Omit<Tables['contact'], 'conversation_id'>;

function contactStatements(db: Kysely<Tables>) {
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
    trail: trailOf(db),
  };
}

/** A contact that becomes part of a conversation, as it is written with the turn that makes it so. */
export function contactRow(
  { id, channel, address, locale, heardAt }: MetContact,
  { conversation, now }: { readonly conversation: string; readonly now: number },
): Tables['contact'] {
  return { id, channel, address, conversation_id: conversation, locale, heard_at: heardAt, met_at: now };
}

const COLUMNS = ['id', 'channel', 'address', 'conversation_id', 'locale', 'heard_at', 'met_at'] as const;

export function joinContacts(db: Kysely<Tables>) {
  return bulk(COLUMNS, (rows: readonly Tables['contact'][]) =>
    db
      .insertInto('contact')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          ...asMet(eb),
          conversation_id: eb.ref('excluded.conversation_id'),
        })),
      ),
  );
}

/** Nearly always there already: then nothing is written. */
export function newTrails(db: Kysely<Tables>) {
  return bulk(['channel', 'address', 'conversation_id'], (rows: readonly Tables['trail'][]) =>
    db
      .insertInto('trail')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['address', 'channel', 'conversation_id']).doNothing()),
  );
}

export function trailOf(db: Kysely<Tables>) {
  return query((v: { channel: string; address: string }) =>
    db
      .selectFrom('trail')
      .select('conversation_id')
      .where('address', '=', v.address)
      .where('channel', '=', v.channel)
      .orderBy('conversation_id'),
  );
}

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
      .onConflict((conflict) => conflict.column('id').doUpdateSet(asMet)),
  );
}

type Upsert = ExpressionBuilder<OnConflictDatabase<Tables, 'contact'>, OnConflictTables<'contact'>>;

/** What came late is not newer than what is known, and an unknown address is no news. */
function asMet(eb: Upsert) {
  return {
    address: eb.fn.coalesce('excluded.address', 'contact.address'),
    locale: eb.ref('excluded.locale'),
    heard_at: eb
      .case()
      .when('excluded.heard_at', '>', eb.ref('contact.heard_at'))
      .then(eb.ref('excluded.heard_at'))
      .else(eb.ref('contact.heard_at'))
      .end(),
    met_at: eb.ref('excluded.met_at'),
  };
}
