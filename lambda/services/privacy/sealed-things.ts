/** What waits to go out lies sealed as words do, under the key of its conversation; and how anything is sealed and opened. */

import type { OutboxItem } from '../queue/item';
import { LOCKED, type Outbox } from '../queue/queues';
import { foundUnder, type Keyring, keyOrNone, sealedUnder } from './seal-marks';

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

export type Lies = { readonly text: string; readonly of: string; readonly place: string };

/** Nothing is lost or lies open for want of a key: it lies under the server's own then, and we hear of a store that does not answer. */
export async function hidden({ text, of, place }: Lies, keys: Keyring): Promise<string> {
  const key = await keyOrNone(keys.own(of), keys.log, "what waits lies under the server's own");
  return sealedUnder(key, text, { ...keys, place });
}

/** null: its key is gone. Throws where the store of keys does not answer. */
export async function opened({ text, of, place }: Lies, keys: Keyring): Promise<Buffer | string | null> {
  const found = await foundUnder(() => keys.of(of), text, { ...keys, place });
  return found.kind === 'open' ? text : found.content;
}

/** What waits, or `LOCKED`: another try may find the key. Empty: it is gone, and so is what it opened. */
export async function waiting(lies: Lies, keys: Keyring): Promise<string> {
  try {
    return (await opened(lies, keys))?.toString() ?? '';
  } catch (error) {
    keys.log.error({ err: error }, 'the keys of words cannot be read; what waits is tried again');
    return LOCKED;
  }
}

/** Only messages and their changes hold words; the rest is ids. */
export async function sealedItems(
  items: readonly OutboxItem[],
  conversation: string,
  keys: Keyring,
): Promise<readonly OutboxItem[]> {
  return Promise.all(
    items.map(async (item) =>
      HOLD_WORDS.has(item.kind) ? { ...item, body: await hidden(bodyOf(item, conversation), keys) } : item,
    ),
  );
}

const HOLD_WORDS: ReadonlySet<OutboxItem['kind']> = new Set<OutboxItem['kind']>(['message', 'change']);

export function bodyOf({ id, body }: Pick<OutboxItem, 'id' | 'body'>, conversation: string): Lies {
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
