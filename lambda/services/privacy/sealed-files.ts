/** Files lie sealed as words do, under the key of their conversation; large ones in pieces. */

import type { SentFile } from '../../vocabulary/sent-file';
import type { SentFiles } from '../hand-off/files';
import { keptInPieces, type Pieces, piecesIn, readInPieces } from './pieces';
import type { Keyring } from './seal-marks';
import { hidden, type Lies, opened } from './sealed-things';

export type FilePlaces = { readonly keys: Keyring; readonly pieces: Pieces };

export async function sealedFiles(
  files: readonly SentFile[],
  conversation: string,
  places: FilePlaces,
): Promise<readonly SentFile[]> {
  const kept: SentFile[] = [];
  for (const file of files) kept.push({ ...file, bytes: await keptOf(file, conversation, places) });
  return kept;
}

async function keptOf({ id, bytes }: SentFile, conversation: string, places: FilePlaces): Promise<Uint8Array> {
  if (bytes.length > places.pieces.inOne)
    return Buffer.from(await keptInPieces(bytes, wholeOf(id, conversation), places), 'latin1');
  const lies = await hidden(fileOf(id, Buffer.from(bytes).toString('latin1'), conversation), places.keys);
  return Buffer.from(lies, 'latin1');
}

function wholeOf(id: string, conversation: string) {
  return { whole: `photo:${id}`, whose: conversation };
}

function fileOf(id: string, text: string, conversation: string): Lies {
  return { text, of: conversation, place: `${conversation}\0photo:${id}` };
}

/** A file whose key is gone is gone. */
export function openedFiles(files: SentFiles, places: FilePlaces): SentFiles {
  return {
    async get(id) {
      const kept = await files.get(id);
      if (!kept) return null;
      const bytes = await openedFile(id, kept.bytes, { of: kept.conversationId, ...places });
      return bytes && { ...kept, bytes };
    },
  };
}

/** null: its key is gone. Throws where a store does not answer. */
export async function openedFile(
  id: string,
  bytes: Uint8Array,
  { of, ...places }: FilePlaces & { readonly of: string },
): Promise<Uint8Array | null> {
  const text = Buffer.from(bytes).toString('latin1');
  const count = piecesIn(text);
  if (count !== null) return readInPieces(count, wholeOf(id, of), places);
  const found = await opened(fileOf(id, text, of), places.keys);
  return typeof found === 'string' ? bytes : found && Buffer.from(found.toString(), 'latin1');
}
