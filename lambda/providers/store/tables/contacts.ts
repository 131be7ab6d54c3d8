/** Contacts on any engine. */

import type { Contact, Contacts } from '../../../services/reach/contacts';
import type { Engine } from '../engine';
import type { Tables } from '../schema';

export function contactsOn({ statements, read, write, now }: Engine): Contacts {
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
  return { id, channel: row.channel as Contact['channel'], address, conversationId, locale, heardAt };
}
