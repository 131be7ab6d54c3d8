/** A file somebody sent: judged by its bytes, whatever it was called, and named by us. */

import { isText, typeIn } from './file-signs';
import type { FileType } from './file-types';

export type SentFile = { readonly id: string; readonly type: FileType; readonly bytes: Uint8Array };

/** It is too large, a picture of too many dots, more than are taken at once, or the channel does not have it any more. */
export type FileRefusal = 'size' | 'pixels' | 'count' | 'lost';

export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
/** Of one message; nobody looks through more. */
export const MOST_FILES = 8;

/** `id`: unguessable. */
export function sentFile(bytes: Uint8Array, id: string): SentFile | FileRefusal {
  if (bytes.length === 0) return 'lost';
  if (bytes.length > LARGEST_FILE_BYTES) return 'size';
  const type = typeIn(bytes) ?? (isText(bytes) ? 'text/plain' : 'application/octet-stream');
  return { id, type, bytes };
}

/** How many of the bytes that came with a message are its own, behind those of the file before it. `base64`: as an earlier program took it in. */
export type AttachedFile = { readonly bytes: number } | { readonly base64: string };
