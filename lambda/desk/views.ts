/** A hand-off as the desk's page shows it: the packet, what was said, and what became of each reply. */

import { isMissed, type PlacedLine, wordsOf } from '../services/conversation/lines';
import { pseudonym } from '../services/hand-off/hand-off';
import type { HandOff } from '../services/hand-off/hand-offs';
import { UNMARKED } from '../services/hand-off/marks';
import type { Packet } from '../services/hand-off/packet';
import type { Delivery } from '../services/queue/queues';
import { contactsIn } from '../services/reach/contacts';
import type { Store } from '../services/store';
import { PUSH_CHANNELS } from '../vocabulary/heard';
import type { PersonSaid } from '../vocabulary/memory';
import type { DeskLine, Detail, Fate, ShownPacket } from './protocol';

/** More is never looked back on at a desk. */
export const LINES = 300;
const DELIVERIES = 300;
/** Of a shopper's other hand-offs the latest are enough to know them by. */
const OTHERS = 20;

/** null: there is no such hand-off. */
export async function detailOf(id: string, store: Store): Promise<Detail | null> {
  const handOff = await store.handOffs.get(id);
  if (!handOff) return null;
  const { conversationId } = handOff;
  const [packet, notes, lines, deliveries, stored, others, marks, contacts] = await Promise.all([
    store.handOffs.packet(id),
    store.handOffs.notes(id),
    store.conversations.since(conversationId, null, LINES),
    store.outbox.ofConversation(conversationId, DELIVERIES),
    store.conversations.load(conversationId),
    othersOf(handOff, store),
    store.marks.of([id]),
    writableIn(conversationId, store),
  ]);
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  const waiting = unseenIn(lines, stored?.memory.unread ?? []);
  return {
    handOff: withoutConversation(handOff),
    packet: packet && shown(packet),
    notes,
    lines: lines.map((line) => lineOf(line, byId, waiting)),
    others,
    marks: marks.get(id) ?? UNMARKED,
    contacts: contacts.map(({ id: own, channel }) => ({ id: pseudonym(own), channel })),
  };
}

/** Those that have an address, the one heard last first. */
export async function writableIn(conversationId: string, { contacts }: Pick<Store, 'contacts'>) {
  return (await contactsIn(conversationId, contacts)).filter(({ address }) => address !== null);
}

async function othersOf({ id, conversationId }: HandOff, { handOffs }: Store): Promise<Detail['others']> {
  const all = await handOffs.of([conversationId]);
  const latest = all.filter((one) => one.id !== id).sort((a, b) => b.createdAt - a.createdAt);
  return Promise.all(
    latest.slice(0, OTHERS).map(async (one) => ({
      handOff: withoutConversation(one),
      notes: await handOffs.notes(one.id),
    })),
  );
}

/** Which conversation it is stays in the house: its id may be an account's. */
export function withoutConversation({ conversationId, ...rest }: HandOff): Omit<HandOff, 'conversationId'> {
  return rest;
}

function shown({ resumePoint, transcript, ...rest }: Packet): ShownPacket {
  return rest;
}

/** By their ids: what is remembered as unread, and what was written right before it, of which only so much is remembered. */
function unseenIn(lines: readonly PlacedLine[], unread: readonly PersonSaid[]): ReadonlySet<string> {
  const unseen = new Set(unread.filter(({ seen }) => !seen).map(({ id }) => id));
  const seen = new Set(unread.filter((one) => one.seen).map(({ id }) => id));
  let isBefore = false;
  for (const { by, show } of lines.toReversed()) {
    if (by === 'shopper' || seen.has(show?.ref ?? '')) isBefore = false;
    if (by !== 'person' || show?.ref === undefined) continue;
    isBefore ||= unseen.has(show.ref);
    if (isBefore) unseen.add(show.ref);
  }
  return unseen;
}

function lineOf(line: PlacedLine, deliveries: ReadonlyMap<string, Delivery>, unseen: ReadonlySet<string>): DeskLine {
  const { at, by, channel, name, show } = line;
  const ref = show?.ref ?? '';
  return {
    ...{ at, by, channel, text: wordsOf(line), id: lineIdOf(line) },
    name: name ?? null,
    isEvent: isEvent(line),
    isMissed: isMissed(line),
    meant: show?.meant ?? null,
    attached: show?.attached ?? null,
    changed: show?.changed ?? null,
    sent: by === 'person' ? sentOf(deliveries.get(`person:${ref}`), unseen.has(ref)) : null,
  };
}

/** What somebody typed is words, whatever it says: "changed", "photo". */
export function isEvent({ by, show }: Pick<PlacedLine, 'by' | 'show'>): boolean {
  const isTyped = show?.ref !== undefined && show.attached === undefined && show.changed !== 'deleted';
  return !isTyped && (by === 'shopper' || show?.attached !== undefined);
}

export function lineIdOf({ version, line }: Pick<PlacedLine, 'version' | 'line'>): string {
  return `${version}.${line}`;
}

function sentOf(delivery: Delivery | undefined, isKept: boolean): DeskLine['sent'] {
  if (!delivery) return { fate: isKept ? 'kept' : 'read', to: null, delivery: null };
  const to = PUSH_CHANNELS.find((name) => name === delivery.destination) ?? null;
  return { fate: fateOf(delivery), to, delivery: delivery.id };
}

function fateOf({ state, receipt }: Pick<Delivery, 'state' | 'receipt'>): Fate {
  if (receipt !== null && state !== 'waiting') return receipt;
  switch (state) {
    case 'waiting':
      return 'sending';
    case 'done':
      return 'sent';
    case 'unknown':
      return 'unknown';
    default:
      return 'failed';
  }
}
