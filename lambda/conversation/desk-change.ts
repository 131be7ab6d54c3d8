/** A person changes or takes back what they wrote: its line says what stands, and what it was lies sealed in one that tells of it. */

import { unsaidIn } from '../intents/parts/person-unsaid';
import type { Commit, Stored } from '../services/conversation/conversation';
import { type HistoryLine, MARKS, type PlacedLine, tellsChange, wholeOf } from '../services/conversation/lines';
import { isSaidBy, unreadAfter } from '../services/hand-off/changed-words';
import type { DeskEvent, HandOff } from '../services/hand-off/hand-offs';
import { isEnded } from '../services/hand-off/ownership';
import type { Memory } from '../vocabulary/memory';
import { LOOKED_AT, refsOf, writtenOver } from './amended';
import { silence } from './words';
import { changeDeliveries } from './write/changes';
import { deskFact } from './write/fact';
import type { TellNeeds } from './write/unasked';

export type WordsChanged = Extract<DeskEvent, { kind: 'changed' }>;

export type ChangeNeeds = TellNeeds & {
  /** Takes personal data out of what a person wrote. */
  readonly clean: (text: string) => string;
};

type Before = { readonly handOff: HandOff; readonly stored: Stored };

/** null: nothing is to be done about it: it says what is so already, or is not theirs to change any more. */
export async function changeOf(told: WordsChanged, before: Before, needs: ChangeNeeds): Promise<Commit | null> {
  const { handOff, stored } = before;
  const { store, clean } = needs;
  // Whoever acts at a desk of ours has it; what people did in their own has happened.
  const isTheirs = told.heldBy === undefined || (told.heldBy === handOff.agent?.id && !isEnded(handOff));
  if (!isTheirs) return null;
  const { conversationId } = handOff;
  const lines = await store.conversations.since(conversationId, null, LOOKED_AT);
  const event = withAddresses(told, lines);
  const own = lines.filter((line) => isChanged(line, event, clean));
  if (own.length === 0) return null;
  const at = needs.now();
  const answer = silence(stored.memory.owner);
  return {
    ...{ conversationId, expectedVersion: stored.version, follows: 0 },
    memory: memoryAfter({ event, refs: refsOf(own) }, stored.memory, needs),
    history: own.map((line) => tellingOf(line, event, at)),
    ...(await changeDeliveries({ event, own, handOff, stored }, needs)),
    ...{ told: [], tokens: [], missed: [], mirror: null, files: [], handOff },
    amended: await writtenOver({ conversationId, lines, own, to: event.to }, needs),
    fact: deskFact({ event, before: handOff, after: handOff, at }, answer),
    answer: { channel: 'desk', requestId: event.id, body: JSON.stringify(answer) },
  };
}

/** Where the address of a file stood among the words it stays: nothing else of that file was sent. */
function withAddresses(event: WordsChanged, lines: readonly PlacedLine[]): WordsChanged {
  const { beside, of, to } = event;
  const line = lines.find((one) => one.show?.ref === of && !tellsChange(one));
  if (!beside || !line) return event;
  const stood = new Set(wholeOf(line).split('\n'));
  const words = [to ?? '', ...beside.filter((address) => stood.has(address))].filter((one) => one !== '');
  return { ...event, to: words.length === 0 ? null : words.join('\n') };
}

/** A file can be taken back, and not changed. */
function isChanged(line: PlacedLine, event: WordsChanged, clean: ChangeNeeds['clean']): boolean {
  const { of, to, beside } = event;
  const { by, show } = line;
  if (by !== 'person' || !isSaidBy(of, show?.ref) || tellsChange(line) || show?.changed === 'deleted') return false;
  if (to === null) return beside === undefined || show?.ref === of;
  return show?.ref === of && show.attached === undefined && !saysSo(line, to, { event, clean });
}

type Saying = { readonly event: WordsChanged; readonly clean: ChangeNeeds['clean'] };

/** Where its seal cannot be opened, what was redacted may have been anything: whoever changes it here and now does. */
function saysSo({ text, asWritten }: PlacedLine, to: string, { event, clean }: Saying): boolean {
  if (asWritten?.kind === 'whole') return asWritten.text === to;
  const cleaned = clean(to);
  return text === cleaned && (cleaned === to || event.heldBy === undefined);
}

type Change = { readonly event: WordsChanged; readonly refs: ReadonlySet<string> };

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
