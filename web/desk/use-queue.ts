/** The queue as it is now: fetched when the house says that something changed, and by itself where it cannot say so. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me, QueueEntry } from '../../lambda/desk/protocol';
import { houseNow } from '../shared/clock';
import { call, listen } from './api';
import { type Apart, inSight, setApart } from './aside';
import { runningOut } from './queue-pages';
import type { Group } from './queue-state';
import { type Loaded, useReading } from './use-reading';

export type QueueNow = Omit<Loaded, 'aside'> &
  Apart & {
    /** As they stand in the list. */
    readonly entries: readonly QueueEntry[];
    /** The house's time, milliseconds; moves on by itself. */
    readonly now: number;
    readonly link: 'open' | 'lost' | 'elsewhere';
    readonly refresh: () => void;
    readonly more: (group: Group) => Promise<void>;
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
  const [stream, setLink] = useState<QueueNow['link']>('open');
  const [isAway, setAway] = useState(false);
  const link = isAway ? 'lost' : stream;
  const [now, setNow] = useState(houseNow);
  const latest = useRef({ onOut, onChanged });
  latest.current = { onOut, onChanged };
  const { loaded, refresh, changed, more } = useReading(me.id, async <T>(path: string) => {
    const answered = await call<T>(path);
    setAway(!answered.ok);
    setNow(houseNow());
    if (answered.ok) return answered.value;
    if (answered.code === 'signed-out') latest.current.onOut(true);
    return null;
  });

  useEffect(() => {
    refresh();
    return listen({
      onReady() {
        setLink('open');
        refresh();
        latest.current.onChanged('all');
      },
      onChanged(ids) {
        changed(ids);
        latest.current.onChanged(ids);
      },
      onLost: () => setLink('lost'),
      onEnd: (reason) => (reason === 'signed-out' ? refresh() : setLink('elsewhere')),
    });
  }, [me.id]);
  useEffect(() => {
    const timer = setInterval(
      () => {
        refresh();
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
  const short = runningOut(loaded.groups);
  useEffect(() => {
    if (short) void more(short);
  }, [short, loaded.groups]);
  const apart = setApart(loaded, me.id, now);
  return { ...loaded, ...apart, entries: inSight(apart), now, link, refresh, more };
}
