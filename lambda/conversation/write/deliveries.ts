/** What has to reach somebody outside, at least once: it is committed with what causes it. */

import type { Scene } from '../../intents/kit/define';
import type { Voice } from '../../language/speech/say';
import type { Commit, Stored } from '../../services/conversation/conversation';
import type { DeskEvent, HandOff } from '../../services/hand-off/hand-offs';
import type { Packet } from '../../services/hand-off/packet';
import type { OutboxItem } from '../../services/queue/item';
import { endItem, type MessageBody, messageOf, shopperMessage } from '../../services/queue/items';
import { type Contact, contactsIn } from '../../services/reach/contacts';
import type { Reachable } from '../../services/reach/reach';
import type { Store } from '../../services/store';
import type { SaidWords } from '../../vocabulary/answer';
import { PUSH_CHANNELS, type PushChannel, type Turn } from '../../vocabulary/heard';
import type { EffectOf } from '../../vocabulary/outcome';
import { sayAlone } from '../words';

/** Items, and the addresses that become part of the conversation with them. */
export type Deliveries = Pick<Commit, 'outbox' | 'joins'>;

const NONE: Deliveries = { outbox: [], joins: [] };

/** The details of an order, to the e-mail address the account consents to; nothing where there is none, or no e-mail here. */
export async function receiptItem(orderId: string, said: SaidWords | null, scene: Scene): Promise<Deliveries> {
  if (said?.card?.kind !== 'simple') return NONE;
  const { shopper, conversationId, services, turn } = scene;
  if (services.merchant.mailsReceipts) return NONE;
  const contact = await services.reach.mail({ conversationId, shopper, locale: turn.locale });
  if (!contact) return NONE;
  const { title, text } = said.card;
  const to = { address: contact.id, locale: turn.locale };
  const body = { ...messageOf({ ...said, options: [], card: null }, to), title, text };
  return { outbox: [shopperMessage(`placed:${orderId}`, { channel: 'email' }, body)], joins: joining(contact) };
}

/** What is written to becomes part of the conversation. */
export function joining({ isPart, ...contact }: Reachable): Commit['joins'] {
  return isPart ? [] : [contact];
}

/** What was sent for on purpose. */
export function phoneItem(
  { contact, replies, link, opens }: EffectOf<'to-phone'>,
  turn: Turn,
  voice: Voice,
): OutboxItem {
  const said = sayAlone({ replies }, { locale: turn.locale, seed: turn.id }, voice);
  const body = { ...messageOf(said, { address: contact.id, locale: turn.locale }), link, ...(opens ? { opens } : {}) };
  return shopperMessage(`phone:${turn.requestId}`, contact, body);
}

/** What a person did at a desk, as far as it reached the shopper's conversation. */
export type DeskHappening = {
  readonly event: DeskEvent;
  readonly before: HandOff;
  readonly stored: Stored;
  readonly packet: Packet | null;
  /** What the bot says to it. */
  readonly said: SaidWords | null;
};

/** Where what a person writes goes besides the web chat and the speaker, and what else a desk's event has to deliver. */
export async function deskDeliveries(happening: DeskHappening, store: Store): Promise<Deliveries> {
  const { event, before, stored, packet } = happening;
  const contacts = await contactsIn(before.conversationId, store.contacts);
  const to = answerTo(contacts, before, packet) ?? (await promisedTo(before, stored, store));
  const end = event.kind === 'failed' ? [endItem(before.id, event.id)] : [];
  if (!to) return { outbox: end, joins: [] };
  // Whoever writes back answers the person who wrote last.
  const joins = contacts.some(({ id }) => id === to.id) ? [] : [to];
  return { outbox: [...end, ...writtenTo(to, happening)], joins };
}

function writtenTo(to: PushedContact, { event, before, said }: DeskHappening): readonly OutboxItem[] {
  if (event.kind === 'said') {
    const isThere = event.writtenTo === to.id;
    return isThere ? [] : [shopperMessage(`person:${event.id}`, to, personMessage(event, to, before))];
  }
  // That the bot is back matters where the shopper is writing, or where they were promised an answer that will not come.
  if (!said || (to.heardAt < before.createdAt && event.kind !== 'failed')) return [];
  return [shopperMessage(`desk:${event.id}`, to, messageOf(said, { address: to.id, locale: before.locale }))];
}

export type PushedContact = Contact & { readonly channel: PushChannel };

export function isWritable(contact: Contact): contact is PushedContact {
  return PUSH_CHANNELS.some((name) => name === contact.channel);
}

/** Where it was promised to go, though others of the same address have a conversation there meanwhile. */
export async function promisedTo(
  { id }: HandOff,
  { memory }: Stored,
  { contacts }: Store,
): Promise<PushedContact | null> {
  const promised = memory.handOff?.id === id ? memory.handOff.contact : undefined;
  const contact = promised === undefined ? null : await contacts.get(promised);
  return contact && isWritable(contact) ? contact : null;
}

/** Where the shopper wrote since; otherwise where they were promised the answer. */
function answerTo(contacts: readonly Contact[], handOff: HandOff, packet: Packet | null): PushedContact | null {
  const writable = contacts.filter(isWritable);
  const writing = writable.find(({ heardAt }) => heardAt >= handOff.createdAt);
  return writing ?? writable.find(({ channel }) => channel === packet?.answerTo) ?? null;
}

export function personMessage(
  { agent, text, file }: Pick<Extract<DeskEvent, { kind: 'said' }>, 'agent' | 'text' | 'file'>,
  to: PushedContact,
  { reference, locale }: HandOff,
): MessageBody {
  const own = { contact: to.id, by: 'person', name: agent.name, text } as const;
  const rest = { options: [], title: null, link: null, reference: reference.slice(-4), locale };
  return { ...own, ...rest, ...(file ? { file: file.id } : {}) };
}
