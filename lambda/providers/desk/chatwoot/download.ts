/** Fetches what a person attached in Chatwoot: its address there leads on to wherever Chatwoot keeps files. */

import { limitedBytes } from '../../../http/download';
import { TAKING } from '../../../http/picture';
import { LARGEST_FILE_BYTES, type SentFile } from '../../../vocabulary/sent-file';
import { takenFile } from '../../../vocabulary/taken-file';
import { ChatwootRefused } from './client';

export type Downloading = {
  /** Chatwoot's own address. */
  readonly base: string;
  readonly fetch: typeof fetch;
  /** Milliseconds it may take. */
  readonly timeoutMs: number;
};

/** null: it is not Chatwoot's, gone, or too large. Throws `Refused` where it cannot be had just now. */
export type FetchAttached = (url: string) => Promise<SentFile | null>;

export function createDownload({ base, fetch, timeoutMs }: Downloading): FetchAttached {
  return async (url) => {
    if (!URL.canParse(url) || new URL(url).origin !== new URL(base).origin) return null;
    // Nothing that names us goes along: the address itself is the permission.
    const found = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => null);
    if (!found || found.status === 429 || found.status >= 500) throw away(found?.status ?? null);
    if (!found.ok) return null;
    const bytes = await limitedBytes(found, LARGEST_FILE_BYTES).catch(() => null);
    if (bytes === null) throw away(found.status);
    const file = bytes === 'size' ? 'size' : await takenFile(bytes, TAKING);
    return typeof file === 'string' ? null : file;
  };
}

function away(status: number | null): ChatwootRefused {
  return new ChatwootRefused({ kind: 'later', why: 'Chatwoot: a file cannot be had just now' }, status);
}
