/** Looks through everything that is kept, by words, state and kind; without any of them, the queue is shown as it stands. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { QueueEntry, QueuePage } from '../../lambda/desk/protocol';
import type { SearchKind, SearchState } from '../../lambda/services/hand-off/queue';
import { call } from './api';
import { written } from './queue-pages';

export type Wanted = {
  readonly words: string;
  readonly state: SearchState;
  readonly kind: SearchKind | '';
  readonly tag: string;
};

export type Search = {
  readonly wanted: Wanted;
  readonly want: (change: Partial<Wanted>) => void;
  /** null: nothing is looked for. */
  readonly found: readonly QueueEntry[] | null;
  /** What is shown answers what is wanted. */
  readonly isRead: boolean;
  readonly isRefused: boolean;
  readonly hasMore: boolean;
  readonly more: () => Promise<void>;
};

const ANYTHING: Wanted = { words: '', state: 'all', kind: '', tag: '' };
const NOTHING: QueuePage = { entries: [], next: null };
/** Whoever types is not asked for at every letter. */
const PAUSE_MS = 200;

export function useSearch(news: readonly QueueEntry[]): Search {
  const [wanted, setWanted] = useState(ANYTHING);
  const [page, setPage] = useState(NOTHING);
  const [readFor, setReadFor] = useState(ANYTHING);
  const [isRefused, setRefused] = useState(false);
  const latest = useRef(wanted);
  latest.current = wanted;
  const isOn = isSearch(wanted);

  const read = async (after: QueuePage['next']) => {
    const { words, state, kind, tag } = wanted;
    const asked = new URLSearchParams({ words, state, ...(kind ? { kind } : {}), ...(tag ? { tag } : {}) });
    const answered = await call<QueuePage>(`/queue/search?${asked}${after ? `&after=${written(after)}` : ''}`);
    if (latest.current !== wanted) return;
    setRefused(!answered.ok);
    const { entries, next } = answered.ok ? answered.value : NOTHING;
    setPage({ entries: after ? [...page.entries, ...entries] : entries, next });
    setReadFor(wanted);
  };
  useEffect(() => {
    if (!isOn) return setPage(NOTHING);
    const timer = setTimeout(() => void read(null), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  useEffect(() => {
    const fresh = new Map(news.map((entry) => [entry.id, entry]));
    setPage(({ entries, next }) => ({ entries: entries.map((entry) => fresh.get(entry.id) ?? entry), next }));
  }, [news]);

  return {
    wanted,
    want: (change) => setWanted({ ...wanted, ...change }),
    found: isOn ? page.entries : null,
    isRead: readFor === wanted,
    isRefused,
    hasMore: page.next !== null,
    more: () => read(page.next),
  };
}

function isSearch({ words, state, kind, tag }: Wanted): boolean {
  return words.trim() !== '' || state !== 'all' || kind !== '' || tag !== '';
}
