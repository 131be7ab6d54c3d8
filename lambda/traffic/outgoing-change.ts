/** Delivers a change of what a person wrote: what was not sent yet is not sent any more, what was is changed where it can be. */

import type { Desk } from '../services/hand-off/desk';
import { changeBodyIn, isOfWords, type MessageBody } from '../services/queue/items';
import type { Delivery, Leased, Outbox, Tried } from '../services/queue/queues';
import type { TextChannel } from '../services/reach/text-channel';
import type { Store } from '../services/store';

export type ChangeSending = {
  readonly outbox: Pick<Outbox, 'ofConversation' | 'refOf'>;
  readonly channel: TextChannel;
  /** Sends a message, as any other. */
  readonly send: (body: MessageBody) => Promise<Tried>;
  /** Changes what the receiver has, as `TextChannel.change`. */
  readonly change: (
    ref: string,
    body: { readonly to: MessageBody | null; readonly instead: MessageBody },
  ) => Promise<Tried>;
};

/** As far as deliveries are looked back on. */
const DELIVERIES = 300;

/** null: what was stored of it cannot be read. */
export async function sendChange(item: Leased, sending: ChangeSending): Promise<Tried | null> {
  const body = changeBodyIn(item.body);
  if (!body) return null;
  const { isNewest, before } = around(
    item,
    body.ref,
    await sending.outbox.ofConversation(item.conversationId, DELIVERIES),
  );
  // The one that came after it says all there is to say.
  if (!isNewest) return { kind: 'overtaken' };
  const { to, instead } = body;
  return to ? sendAnew({ to, instead }, before, sending) : takeAway(instead, before, sending);
}

/** Changed where it is, else said anew: as a correction where the earlier words may be read. */
async function sendAnew(
  { to, instead }: { readonly to: MessageBody; readonly instead: MessageBody },
  before: readonly Delivery[],
  sending: ChangeSending,
): Promise<Tried> {
  const there = before.find(({ state }) => state === 'done');
  const tried = there ? await changed(there, { to, instead }, sending) : null;
  if (tried && tried.kind !== 'dead') return tried;
  if (there || before.some(mayBeThere)) return sending.send(instead);
  // The shopper was told that there is a message, and gets it when they write.
  if (before.some(({ state }) => state === 'held')) return { kind: 'held', why: 'the message it changes is held' };
  return sending.send(to);
}

/** Every message of it, corrections too; what was never sent is gone already. */
async function takeAway(instead: MessageBody, before: readonly Delivery[], sending: ChangeSending): Promise<Tried> {
  const gone = new Set<string>();
  for (const there of before.filter(({ state }) => state === 'done')) {
    const ref = await sending.outbox.refOf(there.id);
    if (ref !== null && gone.has(ref)) continue;
    const tried = await changed(there, { to: null, instead }, sending);
    if (tried.kind !== 'done') return tried;
    if (ref !== null) gone.add(ref);
  }
  return before.some(mayBeThere) ? { kind: 'dead', why: 'it may have arrived, and stays there' } : { kind: 'done' };
}

function mayBeThere({ state }: Delivery): boolean {
  return state === 'unknown';
}

type How = Parameters<ChangeSending['change']>[1];

/** `dead` where what was sent stays as it is. */
async function changed({ id }: Delivery, how: How, { outbox, channel, change }: ChangeSending): Promise<Tried> {
  const ref = await outbox.refOf(id);
  if (ref === null || !channel.change) return { kind: 'dead', why: 'it had been sent, and cannot be changed there' };
  return change(ref, how);
}

/** The message itself and its earlier changes, the newest first; they are before it in its lane. */
function around({ id }: Leased, ref: string, all: readonly Delivery[]) {
  const own = all.filter((one) => isOfWords(one.id, ref));
  const place = own.findIndex((one) => one.id === id);
  return { isNewest: place <= 0, before: own.slice(place + 1) };
}

/** Whether these words are changed or taken back by now: then they are not sent as they were. */
export async function isChangedSince(
  ref: string,
  { conversationId, id }: Pick<Leased, 'conversationId' | 'id'>,
  outbox: ChangeSending['outbox'],
): Promise<boolean> {
  const all = await outbox.ofConversation(conversationId, DELIVERIES);
  return all.some((one) => one.id !== id && isOfWords(one.id, ref));
}

/** Whoever took it back in a system of their own cannot see what became of it here. Throws where they cannot be told just now. */
export async function tellStays(
  item: Leased,
  { store, desk }: { readonly store: Store; readonly desk: Desk },
): Promise<void> {
  const body = changeBodyIn(item.body);
  if (!desk.tellStays || body?.to !== null) return;
  const id = (await store.conversations.load(item.conversationId))?.memory.handOff?.id;
  const handOff = id === undefined ? null : await store.handOffs.get(id);
  if (!handOff) return;
  const told = await desk.tellStays(handOff, await store.handOffs.refOf(handOff.id));
  if (told.kind === 'later') throw new Error(told.why);
}
