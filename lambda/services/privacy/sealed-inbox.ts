/** What came in lies sealed under a key of whoever sent it, until it is read: whose conversation it is is known only then. */

import { createHash } from 'node:crypto';
import type { Inbox, Incoming, Received } from '../queue/queues';
import { behindNote, keptInPieces, type Pieces, piecesIn, readInPieces, type Whole } from './pieces';
import type { Exported } from './privacy';
import type { FilePlaces } from './sealed-files';
import { hidden, type Lies, opened, waiting } from './sealed-things';

type Which = Pick<Received, 'source' | 'key' | 'lane'>;

export function sealedInbox(inbox: Inbox, places: FilePlaces): Inbox {
  const { keys, pieces } = places;
  const attached = attachments(pieces);
  return {
    ...inbox,
    async put({ attached: bytes, ...received }) {
      const note = bytes ? await keptInPieces(bytes, wholeOf(received), places) : '';
      return inbox.put({ ...received, body: note + (await hidden(receivedOf(received), keys)) });
    },
    async lease(wish) {
      const leased = await inbox.lease(wish);
      return Promise.all(leased.map((item) => openedItem(item, { ...places, attached })));
    },
    async mark(id, owner, tried, dueAt) {
      const isMarked = await inbox.mark(id, owner, tried, dueAt);
      if (isMarked && tried.kind !== 'later') await attached.dropOf(id);
      return isMarked;
    },
  };
}

/** Which pieces go when an item is done; those of a server that ended before it dropped them go when they are old. */
function attachments(pieces: Pieces) {
  const leased = new Map<string, string>();
  return {
    note: (id: string, { whole }: Whole) => void leased.set(id, whole),
    async dropOf(id: string): Promise<void> {
      const whole = leased.get(id);
      if (whole === undefined) return;
      leased.delete(id);
      await pieces.drop(whole);
    },
  };
}

type Opening = FilePlaces & { readonly attached: ReturnType<typeof attachments> };

async function openedItem(item: Incoming, { attached, ...places }: Opening): Promise<Incoming> {
  const count = piecesIn(item.body);
  const body = await waiting(receivedOf({ ...item, body: behindNote(item.body) }), places.keys);
  if (count === null) return { ...item, body };
  const whole = wholeOf(item);
  attached.note(item.id, whole);
  return { ...item, body, files: () => readInPieces(count, whole, places) };
}

function wholeOf({ source, key, lane }: Which): Whole {
  const hash = createHash('sha256').update(`${source}\0${key}`).digest('base64url');
  return { whole: `inbox:${hash}`, whose: senderOf(source, lane) };
}

function receivedOf({ source, key, lane, body }: Which & { readonly body: string }): Lies {
  return { text: body, of: senderOf(source, lane), place: `inbox:${source}\0${key}` };
}

/** An address stands in no store of keys. */
function senderOf(source: string, lane: string): string {
  return `inbox:${createHash('sha256').update(`${source}\0${lane}`).digest('base64url')}`;
}

/** Whose keys go with these rows of the inbox. */
export function sendersOf(rows: Exported[string]): readonly string[] {
  return [...new Set(rows.map(({ source, lane }) => senderOf(String(source), String(lane))))];
}

/** As it is told to whose it is. */
export async function openedIncoming(row: Exported[string][number], places: FilePlaces): Promise<typeof row> {
  const { source, key, lane, body } = row;
  const which = { source: String(source), key: String(key), lane: String(lane) };
  const kept = String(body ?? '');
  const found = await opened(receivedOf({ ...which, body: behindNote(kept) }), places.keys);
  const count = piecesIn(kept);
  const files = count === null ? null : await readInPieces(count, wholeOf(which), places);
  return { ...row, body: found?.toString() ?? '', ...(files ? { attached: files.toString('base64') } : {}) };
}
