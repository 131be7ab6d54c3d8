/** The packet as people in Chatwoot see it: one private note to read, and attributes to sort and filter by. */

import type { HistoryLine } from '../../../services/conversation/lines';
import type { Packet } from '../../../services/hand-off/packet';
import { ATTRIBUTE } from './settings';

/** The labels of a note, in the agents' language. */
export type ChatwootWords = {
  /** What a contact without a name is called; four signs of its pseudonym follow. */
  readonly shopper: string;
  readonly reference: string;
  /** Stands in the note where a call is wished for. */
  readonly callBack: string;
  readonly answerTo: string;
  readonly asked: string;
  readonly wanted: string;
  readonly notUnderstood: string;
  readonly orders: string;
  readonly transcript: string;
  /** That what was deleted had been sent, and stays there. */
  readonly stays: string;
  readonly by: Readonly<Record<HistoryLine['by'], string>>;
};

/** Chatwoot refuses longer ones. */
const NOTE_CHARS = 150_000;
const ATTRIBUTE_CHARS = 1_500;

/** Stands in the note of a hand-off and in no other. */
export function noteMark(handOffId: string): string {
  return `earshot:${handOffId}`;
}

/** What is too much is left out of the transcript, the oldest first. */
export function noteOf(packet: Packet, words: ChatwootWords): string {
  const head = headOf(packet, words).join('\n');
  const foot = `\n\n${noteMark(packet.id)}`;
  let left = NOTE_CHARS - head.length - foot.length - words.transcript.length - 10;
  const lines: string[] = [];
  for (const line of packet.transcript.toReversed()) {
    const text = `- ${line.name ? plain(line.name) : words.by[line.by]} (${line.channel}): ${plain(line.text)}`;
    left -= text.length + 1;
    if (left < 0) break;
    lines.unshift(text);
  }
  const transcript = lines.length > 0 ? `\n\n**${words.transcript}**\n${lines.join('\n')}` : '';
  return `${head.slice(0, NOTE_CHARS - foot.length)}${transcript}${foot}`;
}

function headOf(packet: Packet, words: ChatwootWords): readonly string[] {
  const { summary, openQuestion, notUnderstood, lines, about, orders, wish, answerTo } = packet;
  const told = new Set(about.map(({ number }) => number));
  const section = (title: string, items: readonly string[]) =>
    items.length > 0 ? ['', `**${title}**`, ...items.map((item) => `- ${plain(item)}`)] : [];
  return [
    `**${words.reference} ${packet.reference}** · ${packet.locale}${answerTo ? ` · ${words.answerTo} ${answerTo}` : ''}`,
    ...(wish === 'call-back' ? [`**${words.callBack}**`] : []),
    ...summary.map(plain),
    ...section(words.asked, openQuestion ? [openQuestion.text] : []),
    ...section(
      words.wanted,
      lines.map(({ quantity, title }) => `${quantity} × ${title}`),
    ),
    ...section(words.orders, [
      ...about.map(({ number, placed, state, lines }) => `${number}, ${placed}, ${state}: ${goods(lines)}`),
      ...orders.filter((order) => !told.has(order)),
    ]),
    ...section(words.notUnderstood, notUnderstood),
  ];
}

function goods(lines: Packet['about'][number]['lines']): string {
  return lines.map(({ quantity, title }) => `${quantity} × ${title}`).join('; ');
}

/**
 * A shopper's words are words: Chatwoot would make links of brackets, fill in what stands in braces, and notify the agent
 * whom a mention names.
 */
export function plain(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/mention:\/\//gi, 'mention: //')
    .replace(/\{(?=[{%])/g, '{ ')
    .replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** Text only: Chatwoot refuses numbers as large as a time in milliseconds, and longer texts. */
export function attributesOf(packet: Packet): Readonly<Record<string, string>> {
  const { reference, reason, locale, wish, answerTo, intent, orders, channels } = packet;
  const attributes = {
    [ATTRIBUTE.handOff]: packet.id,
    earshot_reference: reference,
    earshot_reason: reason,
    earshot_locale: locale,
    earshot_wish: wish,
    earshot_answer_to: answerTo ?? '',
    earshot_intent: intent ?? '',
    earshot_orders: orders.join(', '),
    earshot_channels: channels.join(', '),
    earshot_since: new Date(packet.createdAt).toISOString(),
  };
  const set = Object.entries(attributes).filter(([, value]) => value !== '');
  return Object.fromEntries(set.map(([key, value]) => [key, value.slice(0, ATTRIBUTE_CHARS)]));
}
