/** Reads the inbox: what channels and desks brought becomes turns, receipts and events, in order and once. */

import type { App } from '../conversation/answer';
import type { ContactHistory } from '../conversation/contact-history';
import type { DeskEvents } from '../conversation/desk-event';
import type { LateNews } from '../conversation/late-news';
import type { OrderNews } from '../conversation/order-news';
import { LATE, lateOrderIn } from '../services/commerce/late-orders';
import { CONTACTS } from '../services/hand-off/contact-records';
import type { Desk } from '../services/hand-off/desk';
import { CHANGES, changeIn } from '../services/news/changes';
import { type Incoming, LOCKED, type Tried } from '../services/queue/queues';
import type { WorkerNeeds } from '../services/queue/rounds';
import { createWorker, type Worker } from '../services/queue/worker';
import { type Contact, ownConversation } from '../services/reach/contacts';
import type { Reach } from '../services/reach/reach';
import type { InMessage, Sender, TextChannel } from '../services/reach/text-channel';
import type { Store } from '../services/store';
import { TOOK_OVER, type Turn } from '../vocabulary/heard';

export type IncomingNeeds = Pick<WorkerNeeds<Incoming>, 'owner' | 'now' | 'chance' | 'log' | 'rhythm'> & {
  readonly store: Store;
  readonly app: Pick<App, 'answer'>;
  readonly reach: Pick<Reach, 'contactIdOf'>;
  readonly desk: Desk;
  readonly channels: readonly TextChannel[];
  readonly events: DeskEvents;
  readonly orderNews: OrderNews;
  readonly contactHistory: ContactHistory;
  readonly lateNews: LateNews;
  /** What a shopper is spoken to in, when nothing says it. */
  readonly locale: string;
  readonly speaks: (locale: string) => boolean;
  /** The locale of what is written, where so many words more are of it than of the one so far; null: they are not. */
  readonly localeOf: (text: string, sofar: string, by: number) => string | null;
  /** Who a person is for the shopper whose name nobody told us. */
  readonly shopName: string;
};

/** Nobody waits at an open line, so the shop may take its time; the lease must outlast it. */
const ANSWER_WITHIN_MS = 15_000;
/** After such a silence the next word begins another visit. */
const SESSION_PAUSE_MS = 30 * 60_000;

/** Nobody's language is changed for a word or two; a first message says more than what a channel thinks. */
const MORE_WORDS = { first: 2, known: 3 } as const;

export function createIncoming(needs: IncomingNeeds): Worker {
  return createWorker<Incoming>({
    ...needs,
    queue: needs.store.inbox as WorkerNeeds<Incoming>['queue'],
    async handle(item) {
      if (item.body === LOCKED) throw new Error('its key cannot be had just now');
      if (item.body === '') return { kind: 'dead', why: 'its key is gone' };
      return handlerOf(item)(item, needs);
    },
    onTrouble: (item) => needs.log.error({ item: item.id, source: item.source }, 'what came in could not be read'),
  });
}

function handlerOf({ source }: Incoming): typeof fromDesk {
  if (source === CHANGES) return ({ body }, { orderNews }) => readBy(orderNews.hear, changeIn(body));
  if (source === CONTACTS) return ({ body }, { contactHistory }) => contactHistory.hear(body);
  if (source === LATE) return ({ body }, { lateNews }) => readBy(lateNews.hear, lateOrderIn(body));
  return source.startsWith('desk:') ? fromDesk : fromShopper;
}

async function readBy<T>(hear: (stored: T) => Promise<Tried>, stored: T | null): Promise<Tried> {
  return stored === null ? { kind: 'dead', why: 'what was stored of it cannot be read' } : hear(stored);
}

async function fromDesk(item: Incoming, { desk, events }: IncomingNeeds): Promise<Tried> {
  if (item.source !== `desk:${desk.name}`) return { kind: 'dead', why: `${item.source} is not configured` };
  for (const event of await desk.read(item)) await events.apply(event);
  return { kind: 'done' };
}

async function fromShopper(item: Incoming, needs: IncomingNeeds): Promise<Tried> {
  const channel = needs.channels.find(({ name }) => name === item.source);
  if (!channel) return { kind: 'dead', why: `${item.source} is not configured` };
  for (const message of await channel.read(item)) {
    if (message.kind !== 'receipt') await take(message, channel, needs);
    else if (await isTooEarly(message, { item, channel }, needs))
      return { kind: 'later', why: 'no message has this id yet' };
  }
  return { kind: 'done' };
}

/** A receipt can be faster than the mark behind what it is about; of a message that is not ours there never is one. */
const PATIENT_TRIES = 6;

async function isTooEarly(
  { ref, receipt }: Extract<InMessage, { kind: 'receipt' }>,
  { item, channel }: { readonly item: Incoming; readonly channel: TextChannel },
  { store }: IncomingNeeds,
): Promise<boolean> {
  const isKnown = await store.outbox.receipt(channel.name, ref, receipt);
  return !isKnown && item.tries < PATIENT_TRIES;
}

type Words = Exclude<InMessage, { kind: 'receipt' }>;

async function take(message: Words, channel: TextChannel, needs: IncomingNeeds): Promise<void> {
  const met = await meet(message.from, { message, channel }, needs);
  if (!met) return;
  if (message.kind === 'echo') return tookOver(message, { contact: met.contact, channel }, needs);
  const { heard, key } = message;
  const conversationId = met.contact.conversationId ?? ownConversation(met.contact);
  await needs.store.outbox.release(conversationId, channel.name, needs.now());
  // A picture or a voice message: there is nothing in it that could be understood, so it is met like words that were not.
  const turn = turnOf({ ...met, key, channel }, needs, heard.kind === 'event' ? { kind: 'text', text: '…' } : heard);
  // The app has always an answer, but only one that was written down has happened.
  const { kept } = await needs.app.answer(turn);
  if (!kept) throw new Error('the turn could not be written down');
}

type Met = { readonly contact: Contact; readonly isNew: boolean };

/** null: a reply address that names nobody any more. */
async function meet(
  from: Sender,
  { message, channel }: { readonly message: InMessage; readonly channel: TextChannel },
  { store, reach, now, locale, speaks, localeOf }: IncomingNeeds,
): Promise<Met | null> {
  const known = await knownBy(from, { channel, store, reach });
  const { id, before } = known;
  const address = 'contactId' in from ? before?.address : from.address;
  if (address === undefined || address === null) return null;
  const hinted = message.kind === 'heard' && message.locale && speaks(message.locale) ? message.locale : null;
  const heardAt = message.kind === 'heard' ? now() : (before?.heardAt ?? 0);
  const sofar = before?.locale ?? hinted ?? locale;
  const text = message.kind === 'heard' && message.heard.kind === 'text' ? message.heard.text : '';
  const written = localeOf(text, sofar, before ? MORE_WORDS.known : MORE_WORDS.first);
  const met = { id, channel: channel.name, address, locale: written ?? sofar, heardAt };
  const contact = await store.contacts.meet(met);
  return { contact, isNew: now() - (before?.heardAt ?? 0) > SESSION_PAUSE_MS };
}

type Known = { readonly id: string; readonly before: Contact | null };

/** By the address itself, else by another one of the same sender under which they are known already. */
async function knownBy(
  from: Sender,
  { channel, store, reach }: Pick<IncomingNeeds, 'store' | 'reach'> & { readonly channel: TextChannel },
): Promise<Known> {
  if ('contactId' in from) return { id: from.contactId, before: await store.contacts.get(from.contactId) };
  const found: Known[] = [];
  for (const address of [from.address, ...(from.also === undefined ? [] : [from.also])]) {
    const id = reach.contactIdOf(channel.name, address, '');
    found.push({ id, before: await store.contacts.get(id) });
  }
  const [first] = found;
  if (!first) throw new Error('a sender has an address');
  return found.find(({ before }) => before !== null) ?? first;
}

function turnOf(
  { contact, isNew, key, channel }: Met & { readonly key: string; readonly channel: TextChannel },
  { now }: IncomingNeeds,
  heard: Turn['heard'],
): Turn {
  const requestId = `${contact.id}/${key}`;
  return {
    id: requestId,
    channel: channel.name,
    form: 'text',
    requestId,
    // A written conversation has no ends of its own: its question stays open however long somebody thinks.
    session: { id: contact.id, isNew },
    address: contact.id,
    locale: contact.locale,
    deadline: now() + ANSWER_WITHIN_MS,
    heard,
  };
}

/** Somebody of the shop wrote past us: whoever writes has the conversation, and the bot must not talk over them. */
async function tookOver(
  { key, text }: Extract<InMessage, { kind: 'echo' }>,
  { contact, channel }: { readonly contact: Contact; readonly channel: TextChannel },
  needs: IncomingNeeds,
): Promise<void> {
  const { store, events, now, desk, shopName } = needs;
  const conversationId = contact.conversationId ?? ownConversation(contact);
  const open = async () => (await store.conversations.load(conversationId))?.memory.handOff ?? null;
  // Nobody had asked for a person: the desk has to know of it, so that it can be given back.
  if (!(await open()))
    await needs.app.answer(turnOf({ contact, isNew: false, key, channel }, needs, { kind: 'event', name: TOOK_OVER }));
  const taken = await open();
  if (!taken) throw new Error('what a person wrote could not be written down');
  const said = {
    kind: 'said',
    agent: { id: `${desk.name}:past`, name: shopName },
    text,
    writtenTo: contact.id,
  } as const;
  await events.apply({ ...said, id: `echo:${key}`, handOffId: taken.id, at: now() });
}
