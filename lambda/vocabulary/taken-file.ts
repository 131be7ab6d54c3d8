/** Takes a file somebody sent: a picture is made anew before anything keeps it; what nobody could look at is saved and opened elsewhere. */

import { losesNotes, withoutNotes } from './file-notes';
import { type FileType, kindOfFile } from './file-types';
import { type AttachedFile, type FileRefusal, type SentFile, sentFile } from './sent-file';

/** `pixels`: it would fill the memory. `unread`: nothing can be seen in it. `nobody`: this machine has nothing that draws. */
export type Drawn =
  | { readonly kind: 'drawn'; readonly type: FileType; readonly bytes: Uint8Array }
  | { readonly kind: 'pixels' | 'unread' | 'nobody' };

/** `newId`: unguessable. `redrawn`: a picture made anew of what is seen in it. */
export type Taking = { readonly newId: () => string; readonly redrawn: (bytes: Uint8Array) => Promise<Drawn> };

export async function takenFile(bytes: Uint8Array, { newId, redrawn }: Taking): Promise<SentFile | FileRefusal> {
  const file = sentFile(bytes, newId());
  if (typeof file === 'string' || kindOfFile(file) !== 'photo') return file;
  const drawn = await redrawn(bytes);
  switch (drawn.kind) {
    case 'drawn':
      return { id: file.id, type: drawn.type, bytes: drawn.bytes };
    case 'pixels':
      return 'pixels';
    case 'unread':
      return saved(file);
    case 'nobody':
      // Shown is only what is known to tell no place.
      return losesNotes(file.type) ? { ...file, bytes: withoutNotes(file.type, bytes) } : saved(file);
  }
}

function saved({ id, type, bytes }: SentFile): SentFile {
  return { id, type: 'application/octet-stream', bytes: withoutNotes(type, bytes) };
}

/** Each file, or why it was not taken. `attached` null: what came with the message is gone. */
export async function attachedFiles(
  files: readonly (AttachedFile | FileRefusal)[],
  attached: Uint8Array | null,
  taking: Taking,
): Promise<readonly (SentFile | FileRefusal)[]> {
  const taken: (SentFile | FileRefusal)[] = [];
  let at = 0;
  for (const file of files) {
    if (typeof file === 'string') taken.push(file);
    else if ('base64' in file) taken.push(await takenFile(bytesOf(file.base64), taking));
    else {
      const from = at;
      at += file.bytes;
      taken.push(attached && at <= attached.length ? await takenFile(attached.subarray(from, at), taking) : 'lost');
    }
  }
  return taken;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
