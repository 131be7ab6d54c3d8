/** The queue as all pages of the desk see it, and word of what changed in it, here or on another server. */

import type { Earshot } from '../house/open';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { Store } from '../services/store';
import { isOver } from './acts';
import type { QueueEntry } from './protocol';
import { withoutConversation } from './views';

/** Milliseconds. `poll`: how often other servers' doings are looked for; `settle`: what happens together is told together. */
export type BoardRhythm = { readonly poll: number; readonly settle: number };
const RHYTHM: BoardRhythm = { poll: 3_000, settle: 150 };
/** Ended ones stay in sight this long. */
const DAY_MS = 24 * 3_600_000;
/** So many lines back the shopper's last word is looked for. */
const LAST_LINES = 12;

export type Board = {
  entries(): Promise<readonly QueueEntry[]>;
  /** Calls back with the ids of hand-offs that changed, until the returned function is called. */
  watch(listener: (ids: readonly string[]) => void): () => void;
  /** Something changed that no commit tells. */
  touch(id: string): void;
  close(): void;
};

export type BoardNeeds = {
  readonly house: Pick<Earshot, 'store' | 'onEveryCommit'>;
  readonly now: () => number;
  readonly log: { error(what: object, message: string): void };
  readonly rhythm?: Partial<BoardRhythm>;
};

export function createBoard({ house, now, log, rhythm }: BoardNeeds): Board {
  const { poll, settle } = { ...RHYTHM, ...rhythm };
  const reader = createReader(house.store, now);
  const listeners = new Set<(ids: readonly string[]) => void>();
  const touched = new Set<string>();
  let known: ReadonlyMap<string, string> | null = null;
  let stops: (() => void)[] = [];
  let soon: NodeJS.Timeout | null = null;

  async function look(): Promise<void> {
    const own = [...touched];
    touched.clear();
    const { entries, conversations } = await reader.read();
    const next = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
    // The first look tells nothing: whoever began to watch reads it all after it.
    const before = known ?? next;
    const changed = [...next].filter(([id, text]) => before.get(id) !== text).map(([id]) => id);
    const gone = [...before.keys()].filter((id) => !next.has(id));
    const spokenIn = own.flatMap((one) => conversations.get(one) ?? []);
    known = next;
    const ids = [...new Set([...changed, ...gone, ...spokenIn, ...own.filter((one) => next.has(one))])];
    if (ids.length > 0) for (const listener of listeners) listener(ids);
  }

  const lookNow = () => {
    soon = null;
    look().catch((error: unknown) => log.error({ err: error }, 'the queue of the desk cannot be read'));
  };
  const lookSoon = () => {
    soon ??= setTimeout(lookNow, settle);
  };
  const touch = (what: string) => {
    touched.add(what);
    reader.forget(what);
    if (listeners.size > 0) lookSoon();
  };

  function begin(): void {
    const timer = setInterval(() => {
      reader.forgetAll();
      lookSoon();
    }, poll);
    stops = [() => clearInterval(timer), house.onEveryCommit(touch), () => soon && clearTimeout(soon)];
    // Before the page reads the queue, so that nothing changes unnoticed in between.
    lookNow();
  }
  function end(): void {
    for (const stop of stops.splice(0)) stop();
    soon = null;
    known = null;
  }

  return {
    touch,
    // Read anew: whoever asks was told of a change, or wants to know for sure.
    async entries() {
      if (listeners.size === 0) reader.forgetAll();
      return (await reader.read()).entries;
    },
    watch(listener) {
      if (listeners.size === 0) begin();
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) end();
      };
    },
    close() {
      listeners.clear();
      end();
    },
  };
}

type Told = Pick<QueueEntry, 'shopper' | 'summary'>;

/** Packets never change; when somebody was last heard does. */
function createReader(store: Store, now: () => number) {
  const told = new Map<string, Told>();
  const heard = new Map<string, number>();

  async function toldOf({ id }: HandOff): Promise<Told> {
    const packet = told.has(id) ? null : await store.handOffs.packet(id);
    const found = told.get(id) ?? { shopper: packet?.shopper.name ?? null, summary: summaryOf(packet?.summary) };
    if (packet) told.set(id, found);
    return found;
  }
  async function heardAt({ conversationId, createdAt }: HandOff): Promise<number> {
    const known = heard.get(conversationId);
    if (known !== undefined) return Math.max(known, createdAt);
    const lines = await store.conversations.since(conversationId, null, LAST_LINES);
    const at = lines.findLast(({ by }) => by === 'shopper')?.at ?? 0;
    heard.set(conversationId, at);
    return Math.max(at, createdAt);
  }
  async function entryOf(handOff: HandOff): Promise<QueueEntry> {
    const at = isOver(handOff) ? handOff.createdAt : await heardAt(handOff);
    return { ...withoutConversation(handOff), ...(await toldOf(handOff)), heardAt: at };
  }

  return {
    async read() {
      const queue = await store.handOffs.queue(now() - DAY_MS);
      const ids = new Set(queue.map(({ id }) => id));
      for (const id of told.keys()) if (!ids.has(id)) told.delete(id);
      const conversations = new Map<string, readonly string[]>();
      for (const { conversationId, id } of queue)
        conversations.set(conversationId, [...(conversations.get(conversationId) ?? []), id]);
      return { entries: await Promise.all(queue.map(entryOf)), conversations };
    },
    forget: (conversationId: string) => void heard.delete(conversationId),
    forgetAll: () => heard.clear(),
  };
}

/** The first line says why it came, which stands beside it already. */
function summaryOf(summary: readonly string[] = []): string {
  return summary[1] ?? '';
}
