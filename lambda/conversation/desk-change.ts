/** A person changes or takes back what they wrote: its line says what stands, and what it was lies sealed in one that tells of it. */

import { unsaidIn, withoutWords } from '../intents/parts/person-unsaid';
import type { Commit, Stored, WrittenOver } from '../services/conversation/conversation';
import {
  type HistoryLine,
  lineWords,
  MARKS,
  type PlacedLine,
  tellsChange,
  wholeOf,
} from '../services/conversation/lines';
import { isSaidBy, unreadAfter } from '../services/hand-off/changed-words';
import type { DeskEvent, HandOff } from '../services/hand-off/hand-offs';
import { isEnded } from '../services/hand-off/ownership';
import type { Packet } from '../services/hand-off/packet';
import type { Memory } from '../vocabulary/memory';
import { silence } from './words';
import { changeDeliveries } from './write/changes';
import { deskFact } from './write/fact';
import { foundBy } from './write/found-by';
import type { TellNeeds } from './write/unasked';

export type WordsChanged = Extract<DeskEvent, { kind: 'changed' }>;

export type ChangeNeeds = TellNeeds & {
  /** Takes personal data out of what a person wrote. */
  readonly clean: (text: string) => string;
};

type Before = { readonly handOff: HandOff; readonly stored: Stored };

/** More than is looked through of what was said. */
const LOOKED_AT = 1_000;

/** null: nothing is to be done about it: it says what is so already, or is not theirs to change any more. */
export async function changeOf(event: WordsChanged, before: Before, needs: ChangeNeeds): Promise<Commit | null> {
  const { handOff, stored } = before;
  const { store, clean } = needs;
  // Whoever acts at a desk of ours has it; what people did in their own has happened.
  const isTheirs = event.heldBy === undefined || (event.heldBy === handOff.agent?.id && !isEnded(handOff));
  if (!isTheirs) return null;
  const { conversationId } = handOff;
  const lines = await store.conversations.since(conversationId, null, LOOKED_AT);
  const own = lines.filter((line) => isChanged(line, event, clean));
  if (own.length === 0) return null;
  const at = needs.now();
  const answer = silence(stored.memory.owner);
  const change = { event, own, refs: new Set(own.flatMap(({ show }) => show?.ref ?? [])), lines };
  return {
    ...{ conversationId, expectedVersion: stored.version, follows: 0 },
    memory: memoryAfter(change, stored.memory, needs),
    history: own.map((line) => tellingOf(line, event, at)),
    ...(await changeDeliveries({ event, own, handOff, stored }, needs)),
    ...{ told: [], tokens: [], missed: [], mirror: null, files: [], handOff },
    amended: await amendedBy(change, handOff, needs),
    fact: deskFact({ event, before: handOff, after: handOff, at }, answer),
    answer: { channel: 'desk', requestId: event.id, body: JSON.stringify(answer) },
  };
}

/** A file can be taken back, and not changed. */
function isChanged(line: PlacedLine, event: WordsChanged, clean: ChangeNeeds['clean']): boolean {
  const { of, to } = event;
  const { by, show } = line;
  if (by !== 'person' || !isSaidBy(of, show?.ref) || tellsChange(line) || show?.changed === 'deleted') return false;
  if (to === null) return true;
  return show?.ref === of && show.attached === undefined && !saysSo(line, to, { event, clean });
}

type Saying = { readonly event: WordsChanged; readonly clean: ChangeNeeds['clean'] };

/** Where its seal cannot be opened, what was redacted may have been anything: whoever changes it here and now does. */
function saysSo({ text, asWritten }: PlacedLine, to: string, { event, clean }: Saying): boolean {
  if (asWritten?.kind === 'whole') return asWritten.text === to;
  const cleaned = clean(to);
  return text === cleaned && (cleaned === to || event.heldBy === undefined);
}

type Change = {
  readonly event: WordsChanged;
  readonly own: readonly PlacedLine[];
  readonly refs: ReadonlySet<string>;
  readonly lines: readonly PlacedLine[];
};

function memoryAfter({ event, refs }: Change, memory: Memory, { clean, now }: ChangeNeeds): Memory {
  const { of, agent, to } = event;
  const said = to === null ? null : { id: of, by: agent.name, text: clean(to) };
  return { ...memory, ...unsaidIn(memory, refs), unread: unreadAfter(memory, { refs, now: said, at: now() }) };
}

/** Who changed it and when, and what it was: pages of shoppers hear of it by this line, and never see it. */
function tellingOf(line: PlacedLine, { id, agent, to }: WordsChanged, at: number): HistoryLine {
  const changed = to === null ? 'deleted' : 'edited';
  return {
    ...{ at, by: 'person', channel: 'desk', name: agent.name, text: MARKS[changed] },
    ...(line.show?.attached ? {} : { asWritten: { kind: 'whole', text: wholeOf(line) } }),
    show: { ref: id, changed, ...(line.show?.ref === undefined ? {} : { of: line.show.ref }) },
  };
}

async function amendedBy(change: Change, handOff: HandOff, { store, clean }: ChangeNeeds): Promise<WrittenOver> {
  const { own, refs, lines, event } = change;
  const { handOffs } = store;
  const readOut = lines.filter(({ by, show }) => by === 'bot' && show?.reads?.some((ref) => refs.has(ref)));
  const gone = [...own, ...readOut];
  const amended = [...own.map((line) => standing(line, event, clean)), ...readOut.map((line) => hushed(line, event))];
  const all = await handOffs.of([handOff.conversationId]);
  const packets = await Promise.all(all.map(({ id }) => handOffs.packet(id)));
  const told = packets.flatMap((packet) => (packet ? [withoutTold(packet, gone, refs)] : []));
  const left = [...lines.filter((line) => !gone.includes(line)), ...amended];
  return {
    lines: amended,
    packets: told.filter((packet, at) => packet !== packets[at]),
    files: event.to === null ? own.flatMap(({ show }) => show?.attached?.id ?? []) : [],
    found: await Promise.all(
      all.map((one) =>
        foundBy({ handOff: one, packet: told.find(({ id }) => id === one.id) ?? null, own, left }, store),
      ),
    ),
  };
}

/** What stands in its place from now on. */
function standing(line: PlacedLine, { to }: WordsChanged, clean: ChangeNeeds['clean']): PlacedLine {
  const { asWritten, show, ...rest } = line;
  const ref = show?.ref === undefined ? {} : { ref: show.ref };
  if (to === null) return { ...rest, text: MARKS.deleted, show: { ...ref, changed: 'deleted' } };
  return { ...rest, ...lineWords(clean(to), to), show: { ...show, changed: 'edited' } };
}

/** It was read out: that it was stays, what was said of it lies sealed. */
function hushed(line: PlacedLine, { to }: WordsChanged): PlacedLine {
  const changed = to === null ? 'deleted' : 'edited';
  const asWritten = { kind: 'whole', text: wholeOf(line) } as const;
  return { ...line, text: MARKS[changed], asWritten, show: { ...line.show, changed } };
}

/** The same packet where it tells nothing of them. */
function withoutTold(packet: Packet, gone: readonly PlacedLine[], refs: ReadonlySet<string>): Packet {
  const { transcript, resumePoint } = packet;
  const isGone = (line: HistoryLine) =>
    gone.some(({ at, by, text }) => at === line.at && by === line.by && text === line.text);
  const questions = withoutWords(resumePoint.questions, refs);
  const isSame = JSON.stringify(questions) === JSON.stringify(resumePoint.questions) && !transcript.some(isGone);
  if (isSame) return packet;
  return {
    ...packet,
    transcript: transcript.filter((line) => !isGone(line)),
    resumePoint: { ...resumePoint, questions },
  };
}
