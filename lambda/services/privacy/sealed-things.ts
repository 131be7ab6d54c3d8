/** Files, and what waits to go out or to be read, lie sealed as words do: under the key of their conversation, or of who sent them. */

import { createHash } from 'node:crypto';
import type { SentFile } from '../../vocabulary/sent-file';
import type { SentFiles } from '../hand-off/files';
import type { OutboxItem } from '../queue/item';
import { type Inbox, LOCKED, type Outbox } from '../queue/queues';
import type { Exported } from './privacy';
import { sealed, unsealed } from './seal';

/** Keys by what they are of. Both throw where the store of keys does not answer. */
export type Keyring = {
  /** null: there is none, or none any more. */
  of(id: string): Promise<Buffer | null>;
  /** Made where there is none. */
  own(id: string): Promise<Buffer | null>;
  readonly log: { error(what: object, message: string): void };
};

/** All of one commit is sealed under one key, which is asked for once: lines, messages and files. */
export function asksOnce(ring: Keyring): Keyring {
  const asked = new Map<string, Promise<Buffer | null>>();
  const own = (id: string) => {
    const key = asked.get(id) ?? ring.own(id);
    asked.set(id, key);
    return key;
  };
  return { ...ring, own };
}

/** How what is sealed begins; what was kept before it was, and what no key could be had for, begins otherwise. */
const MARK = 'sealed:';

type Lies = { readonly text: string; readonly of: string; readonly place: string };

/** Nothing is lost for want of a key: it lies as it is then, and we hear of it. */
async function hidden({ text, of, place }: Lies, keys: Keyring): Promise<string> {
  try {
    const key = await keys.own(of);
    return key ? MARK + sealed(text, key, place) : text;
  } catch (error) {
    keys.log.error({ err: error }, 'the keys of words cannot be used; what waits lies open until it is gone');
    return text;
  }
}

/** null: its key is gone. Throws where the store of keys does not answer. */
async function opened({ text, of, place }: Lies, keys: Keyring): Promise<Buffer | string | null> {
  if (!text.startsWith(MARK)) return text;
  const key = await keys.of(of);
  return key && unsealed(text.slice(MARK.length), key, place);
}

/** What waits, or `LOCKED`: another try may find the key. Empty: it is gone, and so is what it opened. */
async function waiting(lies: Lies, keys: Keyring): Promise<string> {
  try {
    return (await opened(lies, keys))?.toString() ?? '';
  } catch (error) {
    keys.log.error({ err: error }, 'the keys of words cannot be read; what waits is tried again');
    return LOCKED;
  }
}

/** Only messages hold words; the rest is ids. */
export async function sealedItems(
  items: readonly OutboxItem[],
  conversation: string,
  keys: Keyring,
): Promise<readonly OutboxItem[]> {
  return Promise.all(
    items.map(async (item) =>
      item.kind === 'message' ? { ...item, body: await hidden(bodyOf(item, conversation), keys) } : item,
    ),
  );
}

function bodyOf({ id, body }: Pick<OutboxItem, 'id' | 'body'>, conversation: string): Lies {
  return { text: body, of: conversation, place: `${conversation}\0outbox:${id}` };
}

export function sealedOutbox(outbox: Outbox, keys: Keyring): Outbox {
  return {
    ...outbox,
    lease: async (wish) => {
      const leased = await outbox.lease(wish);
      return Promise.all(
        leased.map(async (item) => ({ ...item, body: await waiting(bodyOf(item, item.conversationId), keys) })),
      );
    },
  };
}

/** Whose conversation it is is known once it is read: until then it is its sender's. */
export function sealedInbox(inbox: Inbox, keys: Keyring): Inbox {
  return {
    ...inbox,
    put: async (received) => inbox.put({ ...received, body: await hidden(receivedOf(received), keys) }),
    lease: async (wish) => {
      const leased = await inbox.lease(wish);
      return Promise.all(leased.map(async (item) => ({ ...item, body: await waiting(receivedOf(item), keys) })));
    },
  };
}

function receivedOf({ source, key, lane, body }: Parameters<Inbox['put']>[0]): Lies {
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

export async function sealedFiles(
  files: readonly SentFile[],
  conversation: string,
  keys: Keyring,
): Promise<readonly SentFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const text = Buffer.from(file.bytes).toString('latin1');
      const lies = await hidden(fileOf(file.id, text, conversation), keys);
      return lies === text ? file : { ...file, bytes: Buffer.from(lies, 'latin1') };
    }),
  );
}

function fileOf(id: string, text: string, conversation: string): Lies {
  return { text, of: conversation, place: `${conversation}\0photo:${id}` };
}

/** A file whose key is gone is gone. */
export function openedFiles(files: SentFiles, keys: Keyring): SentFiles {
  return {
    async get(id) {
      const kept = await files.get(id);
      if (!kept) return null;
      const bytes = await pictured(id, kept.bytes, { of: kept.conversationId, keys });
      return bytes && { ...kept, bytes };
    },
  };
}

type Whose = { readonly of: string; readonly keys: Keyring };

async function pictured(id: string, bytes: Uint8Array, { of, keys }: Whose): Promise<Uint8Array | null> {
  const text = Buffer.from(bytes).toString('latin1');
  const found = await opened(fileOf(id, text, of), keys);
  return typeof found === 'string' ? bytes : found && Buffer.from(found.toString(), 'latin1');
}

type Row = Exported[string][number];

/** Rows as they are told to whose they are: what no key opens any more is left out. */
export async function openedRows(all: Exported, keys: Keyring): Promise<Exported> {
  const files = await Promise.all((all.photo ?? []).map((row) => fileRow(row, keys)));
  const outbox = (all.outbox ?? []).map(({ id, conversation_id, body, ...row }) => {
    const lies = bodyOf({ id: String(id), body: String(body ?? '') }, String(conversation_id));
    return rowOf({ id, conversation_id, ...row }, lies, keys);
  });
  const inbox = (all.inbox ?? []).map((row) => {
    const { source, key, lane, body } = row;
    const received = { source: String(source), key: String(key), lane: String(lane), body: String(body ?? '') };
    return rowOf(row, receivedOf(received), keys);
  });
  return {
    ...all,
    photo: files.flatMap((row) => (row ? [row] : [])),
    outbox: await Promise.all(outbox),
    inbox: await Promise.all(inbox),
  };
}

async function rowOf(row: Row, lies: Lies, keys: Keyring): Promise<Row> {
  return { ...row, body: (await opened(lies, keys))?.toString() ?? '' };
}

async function fileRow(row: Row, keys: Keyring): Promise<Row | null> {
  const bytes = Buffer.from(String(row.data), 'base64');
  const found = await pictured(String(row.id), bytes, { of: String(row.conversation_id), keys });
  return found && { ...row, data: Buffer.from(found).toString('base64') };
}
