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
  const listeners = new Set<(ids: readonly string[]) => void>();
  const look = createLook(house.store.queue, now);
  let stops: (() => void)[] = [];
  let soon: NodeJS.Timeout | null = null;

  const tell = (found: Promise<readonly string[]>) => {
    found
      .then((ids) => {
        if (ids.length > 0) for (const listener of listeners) listener(ids);
      })
      .catch((error: unknown) => log.error({ err: error }, 'the queue of the desk cannot be read'));
  };
  const note = (what: Set<string>) => (id: string) => {
    if (listeners.size === 0) return;
    what.add(id);
    soon ??= setTimeout(() => {
      soon = null;
      tell(look.atTouched());
    }, settle);
  };

  function begin(): void {
    const timer = setInterval(() => tell(look.around()), poll);
    stops = [
      () => clearInterval(timer),
      house.onEveryCommit(note(look.touched.conversations)),
      () => soon && clearTimeout(soon),
    ];
    // What was written lately is told once more: whoever begins to watch reads the queue at about this moment.
    tell(look.around());
  }
  function end(): void {
    for (const stop of stops.splice(0)) stop();
    soon = null;
    look.forget();
  }

  return {
    touch: note(look.touched.handOffs),
    shows(ids) {
      if (listeners.size > 0) look.after(ids);
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

/** Finds the ids of what moved or is gone, each told once. */
function createLook(queue: Earshot['store']['queue'], now: () => number) {
  const touched = { conversations: new Set<string>(), handOffs: new Set<string>() };
  const shown = new Set<string>();
  /** At which version it was told of, as far back as one looks. */
  let told = new Map<string, number>();

  const isNews = ({ id, version }: Moved) => (told.get(id) ?? 0) < version;
  async function takenAway(): Promise<readonly string[]> {
    const asked = [...shown];
    const known = new Set(asked.length === 0 ? [] : await queue.known(asked));
    const gone = asked.filter((id) => !known.has(id));
    for (const id of gone) shown.delete(id);
    return gone;
  }

  return {
    touched,
    /** Reads what was touched, and nothing else. */
    async atTouched(): Promise<readonly string[]> {
      const [conversations, handOffs] = [[...touched.conversations], [...touched.handOffs]];
      touched.conversations.clear();
      touched.handOffs.clear();
      const moved = conversations.length === 0 ? [] : await queue.movedIn(conversations);
      for (const { id, version } of moved) told.set(id, version);
      return [...new Set([...moved.map(({ id }) => id), ...handOffs])];
    },
    /** What no one here was told of: another server's turns, and what is gone without one. */
    async around(): Promise<readonly string[]> {
      const moved = await queue.movedSince(now() - LOOK_BACK_MS);
      const news = moved.filter(isNews).map(({ id }) => id);
      told = new Map(moved.map(({ id, version }) => [id, version]));
      return [...new Set([...news, ...(await takenAway())])];
    },
    after(ids: readonly string[]): void {
      for (const id of ids) {
        // Again at the end: those shown last are looked after longest.
        shown.delete(id);
        shown.add(id);
      }
      for (const id of shown) if (shown.size > MOST_SHOWN) shown.delete(id);
    },
    forget(): void {
      for (const known of [touched.conversations, touched.handOffs, shown, told]) known.clear();
    },
  };
}
