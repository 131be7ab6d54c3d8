/** A hand-off as the desk's page shows it: the packet, what was said, and what became of each reply. */

import { isMissed, isOfRequest, type PlacedLine, tellsChange, wordsOf } from '../services/conversation/lines';
import { pseudonym } from '../services/hand-off/hand-off';
import type { HandOff } from '../services/hand-off/hand-offs';
import { UNMARKED } from '../services/hand-off/marks';
import type { Packet } from '../services/hand-off/packet';
import { isOfWords } from '../services/queue/items';
import type { Delivery } from '../services/queue/queues';
import { contactsIn } from '../services/reach/contacts';
import type { Agent } from '../services/sign-in/agents';
import type { Store } from '../services/store';
import { PUSH_CHANNELS } from '../vocabulary/heard';
import type { PersonSaid } from '../vocabulary/memory';
import { DELIVERIES, LINES, lineIdOf } from './looked-back';
import type { Detail, ShownPacket } from './protocol';
import type { DeskLine, Fate } from './protocol-lines';
import { isOwnLine, stays, type Unsends } from './words-change';

/** Of a shopper's other hand-offs the latest are enough to know them by. */
const OTHERS = 20;

/** `agent` null: nobody in particular. */
type Looking = { readonly store: Store; readonly agent: Agent | null; readonly unsends: Unsends };

/** null: there is no such hand-off. */
export async function detailOf(id: string, { store, agent, unsends }: Looking): Promise<Detail | null> {
  const handOff = await store.handOffs.get(id);
  if (!handOff) return null;
  const { conversationId } = handOff;
  const [packet, notes, newest, deliveries, stored, others, marks, contacts] = await Promise.all([
    store.handOffs.packet(id),
    store.handOffs.notes(id),
    store.conversations.since(conversationId, null, LINES + 1),
    store.outbox.ofConversation(conversationId, DELIVERIES),
    store.conversations.load(conversationId),
    othersOf(handOff, store),
    store.marks.of([id]),
    writableIn(conversationId, store),
  ]);
  const lines = newest.slice(-LINES);
  const unseen = unseenIn(lines, stored?.memory.unread ?? []);
  const isTheirs = agent !== null && handOff.agent?.id === agent.id && handOff.endedAt === null;
  const view = { lines, deliveries, unseen, unsends, agent: isTheirs ? agent : null };
  return {
    handOff: withoutConversation(handOff),
    packet: packet && shown(packet),
    notes,
    lines: lines.filter((line) => !tellsChange(line)).map((line) => lineOf(line, view)),
    hasEarlier: newest.length > LINES,
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
    if (show?.of !== undefined) continue;
    if (by === 'shopper' || seen.has(show?.ref ?? '')) isBefore = false;
    if (by !== 'person' || show?.ref === undefined) continue;
    isBefore ||= unseen.has(show.ref);
    if (isBefore) unseen.add(show.ref);
  }
  return unseen;
}

/** `agent`: whoever looks and has it; null: they do not. */
export type LineView = {
  readonly lines: readonly PlacedLine[];
  readonly deliveries: readonly Delivery[];
  readonly unseen: ReadonlySet<string>;
  readonly unsends: Unsends;
  readonly agent: Agent | null;
};

export function lineOf(line: PlacedLine, view: LineView): DeskLine {
  const { at, by, channel, name, show } = line;
  return {
    ...{ at, by, channel, text: wordsOf(line), id: lineIdOf(line) },
    name: name ?? null,
    isEvent: isEvent(line),
    isMissed: isMissed(line),
    meant: show?.meant ?? null,
    attached: show?.attached ?? null,
    changed: show?.changed ?? null,
    earlier: by === 'bot' ? [] : earlierOf(line, view.lines),
    own: ownOf(line, view),
    sent: by === 'person' ? sentOf(line, view) : null,
  };
}

/** In their order, as long as they can be opened. */
function earlierOf({ show }: PlacedLine, lines: readonly PlacedLine[]): DeskLine['earlier'] {
  const telling = lines.filter((one) => tellsChange(one) && isOfRequest(show?.ref, one.show?.of ?? ''));
  return telling.map(({ at, name, asWritten }) => ({
    ...{ at, by: name ?? null },
    text: asWritten?.kind === 'whole' ? asWritten.text : null,
  }));
}

function ownOf(line: PlacedLine, { lines, deliveries, unsends, agent }: LineView): DeskLine['own'] {
  if (!agent || !isOwnLine(line, agent)) return null;
  const ref = line.show?.ref ?? '';
  const wasRead = lines.some(({ by, show }) => by === 'bot' && show?.reads?.includes(ref));
  return { stays: stays(ref, deliveries, unsends), wasRead };
}

/** What somebody typed is words, whatever it says: "changed", "photo". */
export function isEvent({ by, show, asWritten }: PlacedLine): boolean {
  const isTyped = show?.ref !== undefined && show.attached === undefined && show.changed !== 'deleted';
  const isHushed = by === 'bot' && show?.changed !== undefined && asWritten?.kind !== 'whole';
  const isTold = isHushed || show?.of !== undefined || (by === 'person' && show?.changed === 'deleted');
  return isTold || (!isTyped && (by === 'shopper' || show?.attached !== undefined));
}

/** Of the message, or of the latest change of it; null: it was taken back, and was sent nowhere. */
function sentOf({ show }: PlacedLine, { deliveries, unseen }: LineView): DeskLine['sent'] {
  const ref = show?.ref ?? '';
  const isGone = show?.changed === 'deleted';
  const delivery = deliveries.find(({ id }) => isOfWords(id, ref));
  if (!delivery) return isGone ? null : { fate: unseen.has(ref) ? 'kept' : 'read', to: null, delivery: null };
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
