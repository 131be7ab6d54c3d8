/** Lines as the shopper's own pages show them: what was taken back, or read otherwise before, does not leave the house. */

import {
  isOfRequest,
  type LinePlace,
  MARKS,
  type PlacedLine,
  tellsChange,
  wordsOf,
} from '../services/conversation/lines';
import type { Store } from '../services/store';

/** `changes`: it shows nothing by itself, and these of before read otherwise now. */
export type ShownLine = Omit<PlacedLine, 'asWritten'> & { readonly changes?: readonly ShownLine[] };

export type ShownLines = (id: string, after: LinePlace | null, limit: number) => Promise<readonly ShownLine[]>;

/** Further back nobody's page reaches. */
const LOOKED_AT = 1_000;

export function createShownLines({ conversations }: Pick<Store, 'conversations'>): ShownLines {
  return async (id, after, limit) => {
    const lines = await conversations.since(id, after, limit);
    const telling = lines.filter(tellsChange);
    if (telling.length === 0) return lines.map(shown);
    const all = await conversations.since(id, null, LOOKED_AT);
    return lines.map((line) =>
      tellsChange(line) ? { ...shown(line), changes: changedBy(line, { all, lines }) } : shown(line),
    );
  };
}

/** Those right before a place, newest last: as they read by now. */
export type ShownBefore = (id: string, place: LinePlace, limit: number) => Promise<readonly ShownLine[]>;

export function createShownBefore({ conversations }: Pick<Store, 'conversations'>): ShownBefore {
  return async (id, place, limit) => (await conversations.before(id, place, limit)).map(shown);
}

type Among = { readonly all: readonly PlacedLine[]; readonly lines: readonly PlacedLine[] };

/** What comes with it is told as it is already. */
function changedBy({ show }: PlacedLine, { all, lines }: Among): readonly ShownLine[] {
  const of = show?.of ?? '';
  return all.filter((one) => isAbout(one, of) && !lines.some((other) => isSamePlace(one, other))).map(shown);
}

function isAbout(line: PlacedLine, of: string): boolean {
  if (tellsChange(line)) return false;
  return (line.by !== 'bot' && isOfRequest(line.show?.ref, of)) || line.show?.reads?.includes(of) === true;
}

function isSamePlace(one: LinePlace, other: LinePlace): boolean {
  return one.version === other.version && one.line === other.line;
}

function shown(line: PlacedLine): ShownLine {
  const { asWritten, ...rest } = line;
  const { by, show } = line;
  const isHushed = by === 'bot' ? show?.changed !== undefined : by === 'person' && show?.changed === 'deleted';
  const text = tellsChange(line) ? '' : isHushed ? MARKS[show?.changed ?? 'deleted'] : wordsOf(line);
  return { ...rest, text };
}
