/** A file somebody sent: judged by its bytes, whatever it was called, named by us, and a JPEG without what a camera notes beside the picture. */

import { isText, typeIn } from './file-signs';
import type { FileType } from './file-types';

export type SentFile = { readonly id: string; readonly type: FileType; readonly bytes: Uint8Array };

/** It is too large, more than are taken at once, or the channel does not have it any more. */
export type FileRefusal = 'size' | 'count' | 'lost';

export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
/** Of one message; nobody looks through more. */
export const MOST_FILES = 8;

/** `id`: unguessable. */
export function sentFile(bytes: Uint8Array, id: string): SentFile | FileRefusal {
  if (bytes.length === 0) return 'lost';
  if (bytes.length > LARGEST_FILE_BYTES) return 'size';
  const type = typeIn(bytes) ?? (isText(bytes) ? 'text/plain' : 'application/octet-stream');
  return { id, type, bytes: type === 'image/jpeg' ? withoutNotes(bytes) : bytes };
}

const SCAN = 0xda;
/** Where cameras note the place, the time and the owner (Exif, XMP, IPTC), and comments. */
const NOTES: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe]);

/** A JPEG is a row of segments up to its scan; one that is cut short stays as it is from there. */
function withoutNotes(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let size = 0;
  const keep = (part: Uint8Array) => {
    kept.set(part, size);
    size += part.length;
  };
  keep(bytes.subarray(0, 2));
  let at = 2;
  for (let marker = markerAt(bytes, at); marker !== null; marker = markerAt(bytes, at)) {
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (end > bytes.length || end < at + 4) break;
    if (!NOTES.has(marker)) keep(bytes.subarray(at, end));
    at = end;
  }
  keep(bytes.subarray(at));
  return kept.subarray(0, size);
}

/** null: no segment begins here, or the scan does. */
function markerAt(bytes: Uint8Array, at: number): number | null {
  const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
  return marker === undefined || marker === SCAN ? null : marker;
}
