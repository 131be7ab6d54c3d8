/** Delivers the outbox: to the desk, and to shoppers on the channels they are written to on. */

import type { DeskEvents } from '../conversation/desk-event';
import type { SpeakerNews } from '../conversation/speaker-news';
import { wholeOf } from '../services/conversation/lines';
import type { Desk, ForDesk } from '../services/hand-off/desk';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { Packet } from '../services/hand-off/packet';
import {
  type ChangeBody,
  type DeskBody,
  deskBodyIn,
  isTalk,
  type MessageBody,
  messageBodyIn,
  wordsOfItem,
} from '../services/queue/items';
import { type Leased, LOCKED, type Tried } from '../services/queue/queues';
import type { WorkerNeeds } from '../services/queue/rounds';
import { createWorker, type Worker } from '../services/queue/worker';
import type { Reach } from '../services/reach/reach';
import type { OutMessage, TextChannel } from '../services/reach/text-channel';
import type { Store } from '../services/store';
import { type ChangeSending, isChangedSince, sendChange, tellStays } from './outgoing-change';
import { isUnsaid, unsay } from './outgoing-unsaid';

export type OutgoingNeeds = Pick<WorkerNeeds<Leased>, 'owner' | 'now' | 'chance' | 'log' | 'rhythm'> & {
  readonly store: Store;
  readonly desk: Desk;
  readonly channels: readonly TextChannel[];
  readonly events: DeskEvents;
  readonly speakerNews: Pick<SpeakerNews, 'deliver'>;
  readonly linkTo: Reach['linkTo'];
};

export function createOutgoing(needs: OutgoingNeeds): Worker {
  return createWorker<Leased>({
    ...needs,
    queue: needs.store.outbox,
    handle(item) {
      if (item.body === LOCKED) throw new Error('its key cannot be had just now');
      if (item.destination === 'alexa') return needs.speakerNews.deliver(item);
      return item.destination === 'desk' ? toDesk(item, needs) : toShopper(item, needs);
    },
    async onTrouble(item, tried) {
      needs.log.error(
        { item: item.id, to: item.destination, why: 'why' in tried ? tried.why : '' },
        'a delivery failed',
      );
      if (item.kind === 'change' && item.destination !== 'desk' && tried.kind === 'dead') await tellStays(item, needs);
      if (item.destination === 'desk' && item.kind === 'hand-off' && tried.kind === 'dead') {
        const handOff = deskBodyIn(item.body)?.handOff;
        if (handOff !== undefined)
          await needs.events.apply({ id: `failed:${handOff}`, handOffId: handOff, at: needs.now(), kind: 'failed' });
      }
    },
  });
}

/** Another try would read no more in it. */
const UNREADABLE: Tried = { kind: 'dead', why: 'what was stored of it cannot be read' };

async function toDesk(item: Leased, { store, desk }: OutgoingNeeds): Promise<Tried> {
  if (item.kind === 'change') return (await unsay(item, { store, desk })) ?? UNREADABLE;
  const body = deskBodyIn(item.body);
  if (!body) return UNREADABLE;
  const handOff = await store.handOffs.get(body.handOff);
  if (!handOff) return { kind: 'dead', why: 'its hand-off is gone' };
  const ref = await store.handOffs.refOf(handOff.id);
  if (item.kind === 'end') return desk.end(handOff, ref);
  if (item.kind === 'message') {
    if (await isUnsaid(item, store.outbox)) return { kind: 'overtaken' };
    return desk.tell({ id: item.id, handOffId: handOff.id, ref, ...(await wordsIn(body, item, store)) });
  }
  const packet = await store.handOffs.packet(handOff.id);
  if (!packet) return { kind: 'dead', why: 'its packet is gone' };
  const tried = await desk.open({ handOff, packet: await asWritten(packet, handOff, store) });
  if (tried.kind === 'done') await store.handOffs.reached(handOff.id, desk.name, tried.ref ?? null);
  return tried;
}

/** A packet is kept redacted; whoever gets it reads what was written, as long as that can be read. */
async function asWritten(packet: Packet, { conversationId }: HandOff, { conversations }: Store): Promise<Packet> {
  const lines = await conversations.since(conversationId, null, LOOKED_AT);
  const whole = new Map(lines.map((line) => [`${line.at} ${line.text}`, wholeOf(line)]));
  const transcript = packet.transcript.map((line) => ({
    ...line,
    text: whole.get(`${line.at} ${line.text}`) ?? line.text,
  }));
  return { ...packet, transcript };
}

/** A packet has the last few of them. */
const LOOKED_AT = 100;

/** A file that is gone by now was there once: that is said. */
async function wordsIn(
  { text = '', at, photo: wanted }: DeskBody,
  { createdAt }: Leased,
  { files }: Store,
): Promise<Pick<ForDesk, 'text' | 'at' | 'file'>> {
  const when = { at: at ?? createdAt };
  const kept = wanted && (await files.get(wanted.id));
  if (!wanted) return { text, ...when };
  if (!kept) return { text: wanted.otherwise, ...when };
  const { id, type, bytes } = kept;
  return { text, ...when, file: { id, type, bytes, otherwise: wanted.otherwise } };
}

async function toShopper(item: Leased, needs: OutgoingNeeds): Promise<Tried> {
  const channel = needs.channels.find(({ name }) => name === item.destination);
  if (!channel) return { kind: 'dead', why: `${item.destination} is not configured` };
  const sending: Sending = { item, channel, needs };
  if (item.kind === 'change') {
    const { outbox } = needs.store;
    const send = (body: MessageBody) => sendBody(body, sending);
    const change: ChangeSending['change'] = (ref, { to, instead }) => changeBody(ref, { to, instead }, sending);
    return (await sendChange(item, { outbox, channel, send, change })) ?? UNREADABLE;
  }
  const body = messageBodyIn(item.body);
  return body ? sendBody(body, sending) : UNREADABLE;
}

type Sending = { readonly item: Leased; readonly channel: TextChannel; readonly needs: OutgoingNeeds };

async function sendBody(body: MessageBody, { item, channel, needs }: Sending): Promise<Tried> {
  // A shopper sees every copy: what may have arrived is shown to people, who can send it again.
  if (item.mayBeDone && channel.copies === 'noticed')
    return { kind: 'unknown', why: 'the server ended while sending it' };
  const contact = await needs.store.contacts.get(body.contact);
  if (!contact?.address) return { kind: 'dead', why: 'the address was forgotten' };
  if (await isOvertaken(item, needs.store)) return { kind: 'overtaken' };
  const { file: wanted } = body;
  const kept = wanted === undefined ? null : await needs.store.files.get(wanted);
  if (wanted !== undefined && !kept) return { kind: 'dead', why: 'the file was forgotten' };
  const whole = outMessage(body, { item, needs });
  return channel.send(kept ? { ...whole, file: { id: kept.id, type: kept.type, bytes: kept.bytes } } : whole, contact);
}

function outMessage(
  { contact, link, opens, file, ...message }: MessageBody,
  { item, needs }: Pick<Sending, 'item' | 'needs'>,
): OutMessage {
  return { ...message, id: item.id, link: link && needs.linkTo(link, opens) };
}

async function changeBody(
  ref: string,
  { to, instead }: Pick<ChangeBody, 'to' | 'instead'>,
  { item, channel, needs }: Sending,
): Promise<Tried> {
  const contact = await needs.store.contacts.get(instead.contact);
  if (!contact?.address || !channel.change) return { kind: 'dead', why: 'the address was forgotten' };
  const said = (body: MessageBody) => outMessage(body, { item, needs });
  return channel.change({ ref, to: to && said(to), instead: said(instead) }, contact);
}

/** Nobody talks over a person who has taken the conversation since, and nobody sends what that person said otherwise by now. */
async function isOvertaken(item: Leased, { conversations, outbox }: Store): Promise<boolean> {
  const ref = wordsOfItem(item.id);
  if (ref !== null) return isChangedSince(ref, item, outbox);
  if (!isTalk(item)) return false;
  const memory = (await conversations.load(item.conversationId))?.memory;
  return memory?.owner === 'human' && (memory.handOff?.takenAt ?? 0) > item.createdAt;
}
