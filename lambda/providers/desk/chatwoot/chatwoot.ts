/** The desk where the shop's people answer in Chatwoot. */

import type { Desk } from '../../../services/hand-off/desk';
import { createAvailability } from './availability';
import { createClient, tried } from './client';
import { endThere, forgetThere, noteThere, tellDesk, unsayThere } from './deliver';
import { createDownload } from './download';
import type { ChatwootWords } from './note';
import { openHandOff } from './open';
import { nothingSeen, type Polling, pollDesk } from './poll';
import { type ChatwootReading, readItem } from './read';
import { type ChatwootSettings, NAME } from './settings';

/** Milliseconds one request may take, where nothing else is set. */
const TIMEOUT_MS = 5_000;
/** A file takes longer. */
const PER_FILE = 4;

export type ChatwootOptions = Pick<Polling, 'now' | 'open' | 'put' | 'cursor' | 'moveCursor'> &
  Pick<ChatwootReading, 'handOffs'> & {
    readonly settings: ChatwootSettings;
    readonly fetch: typeof fetch;
    readonly words: ChatwootWords;
    readonly timeoutMs?: number;
  };

/**
 * Its webhooks come in through `chatwootWebhook`. `read` and `poll` throw `Refused` where Chatwoot must be asked and does not
 * answer: they are to be tried again.
 */
export function createChatwoot(options: ChatwootOptions): Desk {
  const { settings, fetch, now, words, handOffs, cursor, put, timeoutMs = TIMEOUT_MS } = options;
  const client = createClient({ settings, fetch, timeoutMs });
  const download = createDownload({ base: settings.base, fetch, timeoutMs: timeoutMs * PER_FILE });
  const seen = nothingSeen();
  return {
    name: NAME,
    showsFiles: true,
    availability: createAvailability({ client, inboxId: settings.inboxId, now }),
    open: ({ packet }) => tried(() => openHandOff(packet, { client, settings, words })),
    tell: (message) => tried(() => tellDesk(message, client)),
    tellStays: (_handOff, ref) => tried(() => noteThere(ref, words.stays, client)),
    unsay: (messages) => tried(() => unsayThere(messages, client)),
    end: (_handOff, ref) => tried(() => endThere(ref, client)),
    forget: (_handOff, ref) => tried(() => forgetThere(ref, client)),
    read: (received) => readItem(received, { client, handOffs, cursor, put, download }),
    poll: () => pollDesk({ ...options, client, seen }),
  };
}
