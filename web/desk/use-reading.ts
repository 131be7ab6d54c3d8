/** Reads the queue from the house: all that is loaded, what changed of it, or another page; one after the other. */

import { useMemo, useRef, useState } from 'preact/hooks';
import type { Queue, QueueChange, QueueEntry, QueueGroups, QueuePage } from '../../lambda/desk/protocol';
import type { QueueCounts } from '../../lambda/services/hand-off/queue';
import { EMPTY, extended, merged, written } from './queue-pages';
import { GROUPS, type Group } from './queue-state';

export type Loaded = {
  /** False until it was read for the first time. */
  readonly isRead: boolean;
  readonly groups: QueueGroups;
  /** How many there are, loaded or not. */
  readonly counts: QueueCounts;
  /** Also in their groups: see `setApart`. */
  readonly aside: readonly QueueEntry[];
  /** What changed last, whether it stands in the list or far behind it. */
  readonly news: readonly QueueEntry[];
};

export type Reading = {
  readonly loaded: Loaded;
  /** Reads all of it anew, as far as it is loaded. */
  readonly refresh: () => void;
  readonly changed: (ids: readonly string[]) => void;
  /** Loads another page of a group. */
  readonly more: (group: Group) => Promise<void>;
};

/** As many as the house shows first, and as many as it tells of at once. */
const PAGE = 50;
const MOST_IDS = 100;
const NOTHING: Loaded = {
  isRead: false,
  groups: EMPTY,
  counts: { mine: 0, mineWaiting: 0, free: 0, others: 0, ended: 0 },
  aside: [],
  news: [],
};

/** `ask` answers null where there is no answer, and never throws. */
export function useReading(me: string, ask: <T>(path: string) => Promise<T | null>): Reading {
  const [loaded, show] = useState<Loaded>(NOTHING);
  const asking = useRef(ask);
  asking.current = ask;
  const reading = useMemo(() => readingFor(me, { ask: (path) => asking.current(path), show }), [me]);
  return { loaded, ...reading };
}

type Asking = {
  readonly ask: <T>(path: string) => Promise<T | null>;
  readonly show: (loaded: Loaded) => void;
};

/** No older answer may overtake a newer one; what is told while one is on its way is asked for together. */
function readingFor(me: string, { ask, show }: Asking): Omit<Reading, 'loaded'> {
  let loaded = NOTHING;
  let line = Promise.resolve();
  let isAllWanted = false;
  const wanted = new Set<string>();
  const set = (next: Loaded) => {
    loaded = next;
    show(next);
  };
  const inLine = (work: () => Promise<void>) => {
    line = line.then(work);
    return line;
  };

  async function readAll(): Promise<void> {
    isAllWanted = false;
    wanted.clear();
    const shown = GROUPS.map((group) => `${group}=${Math.max(PAGE, loaded.groups[group].entries.length)}`);
    const whole = await ask<Queue>(`/queue?${shown.join('&')}`);
    if (whole) set({ isRead: true, ...whole, news: [] });
  }
  async function readWanted(): Promise<void> {
    while (wanted.size > 0) {
      const ids = [...wanted].slice(0, MOST_IDS);
      for (const id of ids) wanted.delete(id);
      const change = await ask<QueueChange>(`/queue/some?ids=${ids.map(encodeURIComponent).join(',')}`);
      if (!change) continue;
      const groups = merged(loaded.groups, ids, change, me);
      set({ ...loaded, groups, counts: change.counts, aside: change.aside, news: change.entries });
    }
  }
  async function readMore(group: Group): Promise<void> {
    const { next } = loaded.groups[group];
    const page = next && (await ask<QueuePage>(`/queue/page?group=${group}&after=${written(next)}`));
    if (page) set({ ...loaded, groups: extended(loaded.groups, group, page) });
  }

  return {
    refresh() {
      if (isAllWanted) return;
      isAllWanted = true;
      void inLine(readAll);
    },
    changed(ids) {
      const isInLine = wanted.size > 0;
      for (const id of ids) wanted.add(id);
      if (!isInLine) void inLine(readWanted);
    },
    more: (group) => inLine(() => readMore(group)),
  };
}
