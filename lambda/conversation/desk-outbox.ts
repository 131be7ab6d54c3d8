/** Where what a person writes goes besides the web chat and the speaker, and what else a desk's event has to deliver. */

import type { Stored } from '../services/conversation/conversation';
import type { DeskEvent, HandOff } from '../services/hand-off/hand-offs';
import type { Owned } from '../services/hand-off/ownership';
import type { Packet } from '../services/hand-off/packet';
import type { OutboxItem } from '../services/queue/item';
import { endItem, type MessageBody, messageOf, shopperMessage } from '../services/queue/items';
import { type Contact, contactsIn } from '../services/reach/contacts';
import type { Store } from '../services/store';
import type { Said } from '../vocabulary/answer';
import { PUSH_CHANNELS, type PushChannel } from '../vocabulary/heard';

export type Happened = {
  readonly event: DeskEvent;
  readonly before: HandOff;
  readonly stored: Stored;
  readonly owned: Owned;
  readonly packet: Packet | null;
};

export async function outboxOf(
  { event, before, stored, packet, said }: Happened & { readonly said: Said | null },
  store: Store,
): Promise<readonly OutboxItem[]> {
  const contacts = await contactsIn(before.conversationId, store.contacts);
  const to = answerTo(contacts, before, packet) ?? (await promisedTo(before, stored, store));
  const end = event.kind === 'failed' ? [endItem(before.id, event.id)] : [];
  if (!to) return end;
  // Whoever writes back answers the person who wrote last.
  if (!contacts.some(({ id }) => id === to.id)) await store.contacts.join(to.id, before.conversationId);
  if (event.kind === 'said')
    return event.writtenTo === to.id
      ? end
      : [...end, shopperMessage(`person:${event.id}`, to, personMessage(event, to, before))];
  // That the bot is back matters where the shopper is writing, or where they were promised an answer that will not come.
  const isTold = said && (to.heardAt >= before.createdAt || event.kind === 'failed');
  if (!isTold) return end;
  const body = messageOf(said, { address: to.id, locale: before.locale });
  return [...end, shopperMessage(`desk:${event.id}`, to, body)];
}

type Writable = Contact & { readonly channel: PushChannel };

function isWritable(contact: Contact): contact is Writable {
  return PUSH_CHANNELS.some((name) => name === contact.channel);
}

/** Where it was promised to go, though others of the same address have a conversation there meanwhile. */
async function promisedTo({ id }: HandOff, { memory }: Stored, { contacts }: Store): Promise<Writable | null> {
  const promised = memory.handOff?.id === id ? memory.handOff.contact : undefined;
  const contact = promised === undefined ? null : await contacts.get(promised);
  return contact && isWritable(contact) ? contact : null;
}

/** Where the shopper wrote since; otherwise where they were promised the answer. */
function answerTo(contacts: readonly Contact[], handOff: HandOff, packet: Packet | null): Writable | null {
  const writable = contacts.filter(isWritable);
  const writing = writable.find(({ heardAt }) => heardAt >= handOff.createdAt);
  return writing ?? writable.find(({ channel }) => channel === packet?.answerTo) ?? null;
}

function personMessage(
  { agent, text }: Extract<DeskEvent, { kind: 'said' }>,
  to: Writable,
  { reference, locale }: HandOff,
): MessageBody {
  return {
    contact: to.id,
    by: 'person',
    name: agent.name,
    text,
    options: [],
    title: null,
    link: null,
    reference: reference.slice(-4),
    locale,
  };
}
