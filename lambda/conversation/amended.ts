/** What stood before and stands otherwise now, wherever it is kept: lines, packets, files, and the words a hand-off is found by. */

import { withoutWords } from '../intents/parts/person-unsaid';
import type { WrittenOver } from '../services/conversation/conversation';
import { type HistoryLine, lineWords, MARKS, type PlacedLine, wholeOf } from '../services/conversation/lines';
import type { Packet } from '../services/hand-off/packet';
import type { Store } from '../services/store';
import { foundBy } from './write/found-by';

/** More than is looked through of what was said. */
export const LOOKED_AT = 1_000;

export type Rewriting = {
  readonly conversationId: string;
  /** All that was said, as far as it is looked through. */
  readonly lines: readonly PlacedLine[];
  /** Those that are changed. */
  readonly own: readonly PlacedLine[];
  /** null: they are taken back. */
  readonly to: string | null;
};

type Needs = { readonly store: Pick<Store, 'handOffs'>; readonly clean: (text: string) => string };

export async function writtenOver(
  { conversationId, lines, own, to }: Rewriting,
  { store, clean }: Needs,
): Promise<WrittenOver> {
  const { handOffs } = store;
  const refs = refsOf(own);
  const readOut = lines.filter(({ by, show }) => by === 'bot' && show?.reads?.some((ref) => refs.has(ref)));
  const gone = [...own, ...readOut];
  const amended = [...own.map((line) => standing(line, to, clean)), ...readOut.map((line) => hushed(line, to))];
  const all = await handOffs.of([conversationId]);
  const packets = await Promise.all(all.map(({ id }) => handOffs.packet(id)));
  const told = packets.flatMap((packet) => (packet ? [withoutTold(packet, gone, refs)] : []));
  const left = [...lines.filter((line) => !gone.includes(line)), ...amended];
  return {
    lines: amended,
    packets: told.filter((packet) => !packets.includes(packet)),
    files: to === null ? own.flatMap(({ show }) => show?.attached?.id ?? []) : [],
    found: await Promise.all(
      all.map((one) =>
        foundBy({ handOff: one, packet: told.find(({ id }) => id === one.id) ?? null, own, left }, store),
      ),
    ),
  };
}

export function refsOf(own: readonly PlacedLine[]): ReadonlySet<string> {
  return new Set(own.flatMap(({ show }) => show?.ref ?? []));
}

/** What stands in its place from now on. */
function standing(line: PlacedLine, to: string | null, clean: Needs['clean']): PlacedLine {
  const { asWritten, show, ...rest } = line;
  const ref = show?.ref === undefined ? {} : { ref: show.ref };
  if (to === null) return { ...rest, text: MARKS.deleted, show: { ...ref, changed: 'deleted' } };
  return { ...rest, ...lineWords(clean(to), to), show: { ...show, changed: 'edited' } };
}

/** It was read out: that it was stays, what was said of it lies sealed. */
function hushed(line: PlacedLine, to: string | null): PlacedLine {
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
