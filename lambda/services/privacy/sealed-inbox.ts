/** What came in lies sealed under a key of whoever sent it, until it is read: whose conversation it is is known only then. */

import { createHash } from 'node:crypto';
import type { Inbox, Incoming, Received } from '../queue/queues';
import { behindNote, keptInPieces, piecesIn, readInPieces, type Whole } from './pieces';
import type { Exported } from './privacy';
import type { FilePlaces } from './sealed-files';
import { asksOnce, hidden, type Lies, opened, waiting } from './sealed-things';

type Which = Pick<Received, 'source' | 'key' | 'lane'>;

export function sealedInbox(inbox: Inbox, places: FilePlaces): Inbox {
  const { keys, pieces } = places;
  /** What goes with an item that is done; the pieces of a server that ended before go when they are old. */
  const leased = new Map<string, string>();
  return {
    ...inbox,
    async put({ attached, ...received }) {
      const ring = asksOnce(keys);
      const note = attached ? await keptInPieces(attached, wholeOf(received), { keys: ring, pieces }) : '';
      return inbox.put({ ...received, body: note + (await hidden(receivedOf(received), ring)) });
    },
    async lease(wish) {
      const opened = await Promise.all((await inbox.lease(wish)).map((item) => openedItem(item, places)));
      for (const item of opened) if (item.files) leased.set(item.id, wholeOf(item).whole);
      return opened;
    },
    async mark(id, owner, tried, dueAt) {
      const isMarked = await inbox.mark(id, owner, tried, dueAt);
      const whole = leased.get(id);
      // Whoever leases it next notes it anew.
      leased.delete(id);
      if (whole && isMarked && tried.kind !== 'later') await pieces.drop(whole);
      return isMarked;
    },
  };
}

async function openedItem(item: Incoming, places: FilePlaces): Promise<Incoming> {
  const count = piecesIn(item.body);
  const body = await waiting(receivedOf({ ...item, body: behindNote(item.body) }), places.keys);
  if (count === null) return { ...item, body };
  return { ...item, body, files: () => readInPieces(count, wholeOf(item), places) };
}

function wholeOf({ source, key, lane }: Which): Whole {
  return { whole: named(source, key), whose: senderOf(source, lane) };
}

function receivedOf({ source, key, lane, body }: Which & { readonly body: string }): Lies {
  return { text: body, of: senderOf(source, lane), place: `inbox:${source}\0${key}` };
}

/** An address stands in no store of keys. */
function senderOf(source: string, lane: string): string {
  return named(source, lane);
}

function named(source: string, what: string): string {
  return `inbox:${createHash('sha256').update(`${source}\0${what}`).digest('base64url')}`;
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
