/** A packet at a glance, as the plain text of a mail: what a person reads first stands first. */

import type { HistoryLine } from '../../../services/conversation/lines';
import type { Packet } from '../../../services/hand-off/packet';
import type { MailDeskWords } from './words';

export function packetText(packet: Packet, words: MailDeskWords): string {
  const { labels } = words;
  const { summary, openQuestion, notUnderstood, transcript } = packet;
  const sections = [
    headOf(packet, words),
    section(labels.summary, summary),
    section(labels.question, openQuestion ? [openQuestion.text] : []),
    section(labels.notUnderstood, notUnderstood),
    section(labels.orders, ordersOf(packet)),
    section(
      labels.goods,
      packet.lines.map(({ title, quantity }) => `${quantity} × ${title}`),
    ),
    section(
      labels.transcript,
      transcript.map((line) => lineOf(line, words)),
    ),
  ];
  return sections.filter((part) => part !== '').join('\n\n');
}

function headOf({ reason, reference, wish, shopper, locale, channels }: Packet, words: MailDeskWords): string {
  const { labels } = words;
  const head = [
    [labels.reason, words.reasons[reason]],
    [labels.reference, reference],
    [labels.wish, words.wishes[wish]],
    [labels.shopper, shopper.name ?? (shopper.guest ? labels.guest : shopper.id)],
    [labels.language, locale],
    [labels.channels, channels.join(' → ')],
  ];
  return head.map(([label, value]) => `${label}: ${value}`).join('\n');
}

function section(label: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [label, ...lines.map((line) => `  ${indented(line)}`)].join('\n');
}

/** Those the shop could be asked about, with what it knows; then the others by their number. */
function ordersOf({ orders, about }: Packet): readonly string[] {
  const known = about.map(({ number, placed, state, lines }) => {
    const goods = lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ');
    return [number, placed, state, goods].filter((part) => part !== '').join(' · ');
  });
  const isTold = (order: string) => about.some(({ number }) => number === order);
  return [...known, ...orders.filter((order) => !isTold(order))];
}

function lineOf({ at, by, channel, text, name }: HistoryLine, { by: whose }: MailDeskWords): string {
  const time = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return `${time}Z ${channel} ${name ?? whose[by]}: ${text}`;
}

/** Every line of what somebody said stays within its section. */
function indented(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
