/** What a turn has to deliver, as items of the outbox; `outgoing.ts` reads them again. */

import * as z from 'zod/mini';
import type { Answer, SaidWords } from '../../vocabulary/answer';
import { PUSH_CHANNELS, type PushChannel, type Turn } from '../../vocabulary/heard';
import type { Instant } from '../../vocabulary/values';
import type { Packet } from '../hand-off/packet';
import type { SpeakerNotice } from '../news/notices';
import type { OutMessage } from '../reach/text-channel';
import { readAs, shapeOf } from '../shape';
import type { OutboxItem } from './item';

/** For the desk. Without words: the hand-off itself, or its end. */
export type DeskBody = {
  readonly handOff: string;
  readonly text?: string;
  readonly at?: Instant;
  /** The id of a file that goes with the words (not always a photo), and what stands in its place where it is gone or cannot be shown. */
  readonly photo?: { readonly id: string; readonly otherwise: string };
};
type DeskWords = Required<Omit<DeskBody, 'photo'>> & Pick<DeskBody, 'photo'>;

/** For a shopper: a message whose address and link are looked up when it leaves, so that neither lies here. */
export type MessageBody = Omit<OutMessage, 'id' | 'link' | 'file'> & {
  readonly contact: string;
  /** The id of a link to the conversation, or to the file of one's data. */
  readonly link: string | null;
  readonly opens?: 'file';
  /** The id of a file, which goes out instead of words. */
  readonly file?: string;
};

/** What a message of a person reads from now on (null: it is taken back), and what is said where it cannot be changed. */
export type ChangeBody = { readonly ref: string; readonly to: MessageBody | null; readonly instead: MessageBody };

/** For a speaker's notifications; whose it is is looked up when it leaves. */
export type NoticeBody = Pick<SpeakerNotice, 'stage' | 'expected' | 'at'>;

const isDeskBody = shapeOf<DeskBody>(
  z.looseObject({
    ...{ handOff: z.string(), text: z.optional(z.string()), at: z.optional(z.number()) },
    photo: z.optional(z.object({ id: z.string(), otherwise: z.string() })),
  }),
);
const orNull = z.nullish(z.string());
const messageBody = z.looseObject({
  contact: z.string(),
  text: z.string(),
  options: z.array(z.unknown()),
  by: z.enum(['bot', 'person']),
  locale: z.string(),
  ...{ name: orNull, title: orNull, link: orNull, reference: orNull, opens: z.optional(z.literal('file')) },
  file: z.optional(z.string()),
});
const isMessageBody = shapeOf<MessageBody>(messageBody);
const isChangeBody = shapeOf<ChangeBody>(
  z.looseObject({ ref: z.string(), to: z.nullable(messageBody), instead: messageBody }),
);

/** null: it is none. */
export function deskBodyIn(json: string): DeskBody | null {
  return readAs(json, isDeskBody);
}

const isNoticeBody = shapeOf<NoticeBody>(
  z.object({
    stage: z.enum(['shipped', 'out-for-delivery', 'delivered']),
    expected: z.nullable(z.string()),
    at: z.number(),
  }),
);

/** null: it is none. */
export function noticeBodyIn(json: string): NoticeBody | null {
  return readAs(json, isNoticeBody);
}

export function noticeItem(id: string, body: NoticeBody): OutboxItem {
  return { id: `notice:${id}`, kind: 'message', destination: 'alexa', body: JSON.stringify(body) };
}

/** null: it is none. */
export function messageBodyIn(json: string): MessageBody | null {
  return readAs(json, isMessageBody);
}

/** null: it is none. */
export function changeBodyIn(json: string): ChangeBody | null {
  return readAs(json, isChangeBody);
}

type ChangedPlace = { readonly ref: string; readonly eventId: string; readonly channel: PushChannel };

/** In the lane of the message itself: it is never before that one is on its way, or certainly is not. */
export function changeItem({ ref, eventId, channel }: ChangedPlace, body: Omit<ChangeBody, 'ref'>): OutboxItem {
  const id = `${changesOf(ref)}${eventId}`;
  return { id, kind: 'change', destination: channel, body: JSON.stringify({ ref, ...body }) };
}

function changesOf(ref: string): string {
  return `change:${ref}#`;
}

/** The message of these words of a person, or a change of it. */
export function isOfWords(itemId: string, ref: string): boolean {
  return itemId === `person:${ref}` || itemId.startsWith(changesOf(ref));
}

/** What words of a person an item brings; null: none. */
export function wordsOfItem(itemId: string): string | null {
  return itemId.startsWith('person:') ? itemId.slice('person:'.length) : null;
}

export function handOffItem({ id }: Pick<Packet, 'id'>): OutboxItem {
  const body: DeskBody = { handOff: id };
  return { id: `hand-off:${id}`, kind: 'hand-off', destination: 'desk', body: JSON.stringify(body) };
}

/** `from`: what ended it. A person may take one again that was over, and so it may end again. */
export function endItem(handOff: string, from: string): OutboxItem {
  const body: DeskBody = { handOff };
  return { id: `end:${handOff}:${from}`, kind: 'end', destination: 'desk', body: JSON.stringify(body) };
}

/** `from`: what makes it the same message at a second delivery of the same turn. */
export function deskMessage(from: string, body: DeskWords): OutboxItem {
  return { id: `message:${from}`, kind: 'message', destination: 'desk', body: JSON.stringify(body) };
}

export function shopperMessage(id: string, to: { readonly channel: PushChannel }, body: MessageBody): OutboxItem {
  return { id, kind: 'message', destination: to.channel, body: JSON.stringify(body) };
}

/** What the bot says in conversation; a receipt, or what was sent for on purpose, is not talk. */
export function isTalk({ id }: Pick<OutboxItem, 'id'>): boolean {
  return id.startsWith('answer:') || id.startsWith('desk:');
}

/** The bot's answer, where the shopper wrote on a channel that is written back to. */
export function answerItem({ said }: Answer, turn: Turn): readonly OutboxItem[] {
  const channel = PUSH_CHANNELS.find((name) => name === turn.channel);
  if (!channel || !said) return [];
  return [shopperMessage(`answer:${channel}:${turn.requestId}`, { channel }, messageOf(said, turn))];
}

/** What was said, as a message; the card becomes part of the text, because no app shows one. */
export function messageOf(said: SaidWords, to: { readonly address: string; readonly locale: string }): MessageBody {
  const { card, speech, options } = said;
  const shown = card?.kind === 'simple' ? card : null;
  return {
    contact: to.address,
    by: 'bot',
    name: null,
    text: [speech.text, shown ? `${shown.title}\n${shown.text}` : ''].filter((part) => part !== '').join('\n\n'),
    options,
    title: shown?.title ?? null,
    link: null,
    reference: null,
    locale: to.locale,
  };
}
