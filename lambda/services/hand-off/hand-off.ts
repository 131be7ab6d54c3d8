/** Handing a conversation to a person: the reference the shopper hears and the packet the person gets. */

import { createHash } from 'node:crypto';
import type { Turn } from '../../vocabulary/heard';
import type { Memory } from '../../vocabulary/memory';
import type { HandOffReason, HandOffRequest } from '../../vocabulary/outcome';
import { withPhones } from '../../vocabulary/phones';
import { firstNameOf, type Shopper } from '../commerce/account';
import type { HistoryLine } from '../conversation/lines';
import type { Packet } from './packet';

/** The transcript a packet carries; the rest stays in the store. */
const TRANSCRIPT_LINES = 20;
const SUMMARY_LINES = 5;

/** A request with a fresh id and a reference of eight digits; the last four are spoken. */
export function requestHandOff(
  reason: HandOffReason,
  random: () => string,
  about: Partial<Omit<HandOffRequest, 'id' | 'reason' | 'reference'>> = {},
): HandOffRequest {
  const id = random();
  const number = createHash('sha256').update(id).digest().readUInt32BE(0) % 100_000_000;
  return {
    reason,
    id,
    reference: String(number).padStart(8, '0'),
    orderIds: [],
    lines: [],
    wish: 'answer',
    answerTo: null,
    ...about,
  };
}

export type PacketParts = {
  readonly request: HandOffRequest;
  readonly turn: Turn;
  readonly memory: Memory;
  readonly now: number;
  readonly summary: readonly string[];
  readonly openQuestion: Packet['openQuestion'];
  /** Redacted, newest last. */
  readonly transcript: readonly HistoryLine[];
  readonly notUnderstood: readonly string[];
  readonly about: Packet['about'];
  readonly shopper: Pick<Shopper, 'id' | 'firstName'> | null;
};

/** The packet of DESIGN §7, version 1. Everything in it is redacted already. */
export function packetOf(parts: PacketParts): Packet {
  const { request, turn, memory, shopper } = parts;
  const transcript = parts.transcript.slice(-TRANSCRIPT_LINES);
  return {
    version: 1,
    id: request.id,
    reference: request.reference,
    reason: request.reason,
    createdAt: parts.now,
    locale: turn.locale,
    summary: parts.summary.slice(0, SUMMARY_LINES),
    intent: turn.heard.kind === 'intent' ? turn.heard.intent : null,
    slots: turn.heard.kind === 'intent' ? saidIn(turn.heard.slots) : {},
    openQuestion: parts.openQuestion,
    notUnderstood: parts.notUnderstood,
    transcript,
    orders: request.orderIds,
    lines: request.lines,
    about: parts.about,
    wish: request.wish,
    ...(request.call ? { call: request.call } : {}),
    answerTo: request.answerTo,
    shopper: { id: pseudonym(shopper?.id ?? turn.address), guest: shopper === null, name: firstNameOf(shopper) },
    channels: [...new Set([...transcript.map((line) => line.channel), turn.channel])],
    resumePoint: { questions: withPhones(memory.questions, () => ''), topic: memory.topic },
  };
}

function saidIn(slots: Readonly<Record<string, { readonly said: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slot.said]));
}

/** The same shopper always gets the same pseudonym; nobody gets the shopper from it. */
export function pseudonym(id: string): string {
  return createHash('sha256').update(`shopper:${id}`).digest('hex').slice(0, 16);
}
