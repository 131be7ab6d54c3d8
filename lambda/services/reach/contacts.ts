/** Where somebody can be reached in text: the addresses that are part of a conversation, and how one becomes part of it. */

import { type ChannelName, PUSH_CHANNELS, type PushChannel } from '../../vocabulary/heard';
import type { MetContact } from '../../vocabulary/outcome';

/** An address of a channel. Turns, conversations, logs and items carry its id; the address itself stands only here. */
export type Contact = MetContact & {
  /** The conversation it joined; null: it has one of its own. */
  readonly conversationId: string | null;
};

/** One that can be written to. */
export type WritableContact = Contact & { readonly channel: PushChannel };

export function isWritable(contact: Contact): contact is WritableContact {
  return contact.address !== null && PUSH_CHANNELS.some((name) => name === contact.channel);
}

export type Contacts = {
  get(id: string): Promise<Contact | null>;
  /** New, or with what is new of it: address, locale and `heardAt`; a conversation it joined stays. */
  meet(contact: MetContact): Promise<Contact>;
  /** Makes it part of this conversation, or of its own again (null). */
  join(id: string, conversationId: string | null): Promise<void>;
  /** Those that joined a conversation, the one heard last first. */
  of(conversationId: string): Promise<readonly Contact[]>;
  /** The conversations that were ever held from an address. */
  trail(channel: ChannelName, address: string): Promise<readonly string[]>;
};

/** Those that joined it and the one that it began with, the one heard last first. */
export async function contactsIn(conversationId: string, contacts: Contacts): Promise<readonly Contact[]> {
  const joined = await contacts.of(conversationId);
  const first = await contacts.get(conversationId.slice(conversationId.indexOf(':') + 1));
  const isOwn = first && ownConversation(first) === conversationId && !joined.some(({ id }) => id === first.id);
  return isOwn ? [...joined, first].sort((a, b) => b.heardAt - a.heardAt) : joined;
}

/** The conversation of somebody who writes and is nobody the shop knows. */
export function ownConversation({ channel, id }: Pick<Contact, 'channel' | 'id'>): string {
  return `${channel}:${id}`;
}

/** What the shop's account says about reaching its shopper, with the shopper's consent. */
export type Consented = { readonly channel: PushChannel; readonly address: string };
