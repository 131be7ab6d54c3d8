/** Word of what changed in the queue, here or on another server, for all pages of the desk. */

import type { Earshot } from '../house/earshot';
import type { Moved } from '../services/hand-off/queue';

/** Milliseconds. `poll`: how often other servers' doings are looked for; `settle`: what happens together is told together. */
export type BoardRhythm = { readonly poll: number; readonly settle: number };
const RHYTHM: BoardRhythm = { poll: 3_000, settle: 150 };
/** What another server wrote may bear an earlier time than it could be seen at: a slow disk, a clock that is behind. */
const LOOK_BACK_MS = 15_000;
/** So many of what pages show are looked after; whoever shows more sees by its own what is gone. */
const MOST_SHOWN = 2_000;

export type Board = {
  /** Calls back with the ids of hand-offs that changed or are gone, until the returned function is called. */
  watch(listener: (ids: readonly string[]) => void): () => void;
  /** Something about this hand-off changed that no commit tells. */
  touch(handOffId: string): void;
  /** Pages show these: it is told when they are gone, as after an erasure. */
  shows(ids: readonly string[]): void;
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
  const { queue } = house.store;
  const listeners = new Set<(ids: readonly string[]) => void>();
  const touched = { conversations: new Set<string>(), handOffs: new Set<string>() };
  const shown = new Set<string>();
  /** At which version it was told of, as far back as one looks. */
  let told = new Map<string, number>();
  let stops: (() => void)[] = [];
  let soon: NodeJS.Timeout | null = null;

  function tell(ids: readonly string[]): void {
    const once = [...new Set(ids)];
    if (once.length > 0) for (const listener of listeners) listener(once);
  }

  /** Reads what was touched, and nothing else. */
  async function look(): Promise<void> {
    const { conversations, handOffs } = { conversations: [...touched.conversations], handOffs: [...touched.handOffs] };
    touched.conversations.clear();
    touched.handOffs.clear();
    const moved = conversations.length === 0 ? [] : await queue.movedIn(conversations);
    for (const { id, version } of moved) told.set(id, version);
    tell([...moved.map(({ id }) => id), ...handOffs]);
  }

  /** What no one here was told of: another server's turns, and what is gone without one. */
  async function lookAround(): Promise<void> {
    const moved = await queue.movedSince(now() - LOOK_BACK_MS);
    const news = moved.filter(isNews).map(({ id }) => id);
    told = new Map(moved.map(({ id, version }) => [id, version]));
    tell([...news, ...(await takenAway())]);
  }
  function isNews({ id, version }: Moved): boolean {
    return (told.get(id) ?? 0) < version;
  }
  async function takenAway(): Promise<readonly string[]> {
    const asked = [...shown];
    const known = new Set(asked.length === 0 ? [] : await queue.known(asked));
    const gone = asked.filter((id) => !known.has(id));
    for (const id of gone) shown.delete(id);
    return gone;
  }

  const safely = (work: Promise<void>) => {
    work.catch((error: unknown) => log.error({ err: error }, 'the queue of the desk cannot be read'));
  };
  const lookSoon = () => {
    soon ??= setTimeout(() => {
      soon = null;
      safely(look());
    }, settle);
  };
  const note = (what: Set<string>) => (id: string) => {
    if (listeners.size === 0) return;
    what.add(id);
    lookSoon();
  };

  function begin(): void {
    const timer = setInterval(() => safely(lookAround()), poll);
    stops = [
      () => clearInterval(timer),
      house.onEveryCommit(note(touched.conversations)),
      () => soon && clearTimeout(soon),
    ];
    // What was written lately is told once more: whoever begins to watch reads the queue at about this moment.
    safely(lookAround());
  }
  function end(): void {
    for (const stop of stops.splice(0)) stop();
    soon = null;
    for (const known of [touched.conversations, touched.handOffs, shown, told]) known.clear();
  }

  return {
    touch: note(touched.handOffs),
    shows(ids) {
      if (listeners.size === 0) return;
      for (const id of ids) {
        // Again at the end: those shown last are looked after longest.
        shown.delete(id);
        shown.add(id);
      }
      for (const id of shown) if (shown.size > MOST_SHOWN) shown.delete(id);
    },
    watch(listener) {
      listeners.add(listener);
      if (listeners.size === 1) begin();
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
