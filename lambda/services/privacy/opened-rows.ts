/** Rows as they are told to whose they are: what no key opens any more is left out. */

import type { Exported } from './privacy';
import { type FilePlaces, openedFile } from './sealed-files';
import { openedIncoming } from './sealed-inbox';
import { bodyOf, opened } from './sealed-things';

type Row = Exported[string][number];

export async function openedRows(all: Exported, places: FilePlaces): Promise<Exported> {
  return {
    ...all,
    photo: (await each(all.photo, (row) => fileRow(row, places))).flatMap((row) => (row ? [row] : [])),
    outbox: await each(all.outbox, (row) => outgoing(row, places)),
    inbox: await each(all.inbox, (row) => openedIncoming(row, places)),
  };
}

/** One after the other: they may be large. */
async function each<T>(rows: readonly Row[] = [], told: (row: Row) => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (const row of rows) all.push(await told(row));
  return all;
}

async function outgoing(row: Row, { keys }: FilePlaces): Promise<Row> {
  const { id, conversation_id, body } = row;
  const lies = bodyOf({ id: String(id), body: String(body ?? '') }, String(conversation_id));
  return { ...row, body: (await opened(lies, keys))?.toString() ?? '' };
}

async function fileRow(row: Row, places: FilePlaces): Promise<Row | null> {
  const bytes = Buffer.from(String(row.data), 'base64');
  const found = await openedFile(String(row.id), bytes, { of: String(row.conversation_id), ...places });
  return found && { ...row, data: Buffer.from(found).toString('base64') };
}
