/** The queue as it is now: fetched when the house says that something changed, and by itself where it cannot say so. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Me, Queue, QueueEntry } from '../../lambda/desk/protocol';
import { houseNow } from '../shared/clock';
import { call, listen } from './api';

export type QueueNow = {
  /** False until it was read for the first time. */
  readonly isRead: boolean;
  readonly entries: readonly QueueEntry[];
  /** The house's time, milliseconds; moves on by itself. */
  readonly now: number;
  readonly link: 'open' | 'lost' | 'elsewhere';
  readonly refresh: () => Promise<void>;
};

/** Without a stream the queue is asked for this often; with one only to be sure. */
const ALONE_MS = 5_000;
const SURE_MS = 60_000;
const TICK_MS = 10_000;

type Hears = {
  readonly onOut: (isOver: boolean) => void;
  readonly onChanged: (ids: readonly string[] | 'all') => void;
};

export function useQueue(me: Me, { onOut, onChanged }: Hears): QueueNow {
  const [entries, setEntries] = useState<readonly QueueEntry[] | null>(null);
  const [stream, setLink] = useState<QueueNow['link']>('open');
  const [isAway, setAway] = useState(false);
  const link = isAway ? 'lost' : stream;
  const [now, setNow] = useState(houseNow);
  const latest = useRef({ onOut, onChanged });
  latest.current = { onOut, onChanged };

  const refresh = useCallback(async () => {
    const answered = await call<Queue>('/queue');
    setAway(!answered.ok);
    if (!answered.ok) return answered.code === 'signed-out' ? latest.current.onOut(true) : undefined;
    setEntries(answered.value.entries);
    setNow(houseNow());
  }, []);

  useEffect(() => {
    void refresh();
    return listen({
      onReady() {
        setLink('open');
        void refresh();
        latest.current.onChanged('all');
      },
      onChanged(ids) {
        void refresh();
        latest.current.onChanged(ids);
      },
      onLost: () => setLink('lost'),
      onEnd: (reason) => (reason === 'signed-out' ? void refresh() : setLink('elsewhere')),
    });
  }, [me.id]);
  useEffect(() => {
    const timer = setInterval(
      () => {
        void refresh();
        if (link !== 'open') latest.current.onChanged('all');
      },
      link === 'open' ? SURE_MS : ALONE_MS,
    );
    return () => clearInterval(timer);
  }, [link]);
  useEffect(() => {
    const timer = setInterval(() => setNow(houseNow()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return { isRead: entries !== null, entries: entries ?? [], now, link, refresh };
}
