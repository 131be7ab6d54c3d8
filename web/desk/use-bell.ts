/** What calls for attention: the count in the title, marks of what is new, a sound for whoever wants one. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me, QueueEntry } from '../../lambda/desk/protocol';
import { keep, kept } from './keep';
import { askToNotify, notify, ring } from './notify';
import { isNew, type Seen } from './queue-state';
import type { QueueNow } from './use-queue';
import { named, type Say, type Words } from './words';

/** Older ones are over, or long looked at. */
const MOST_SEEN = 1_000;

export type Bell = {
  readonly seen: Seen;
  readonly isLoud: boolean;
  readonly setLoud: (isLoud: boolean) => void;
  /** For readers of screens: what came last. */
  readonly announced: string;
};

type Around = {
  readonly me: Me;
  readonly chosen: string | null;
  readonly words: Words;
  readonly say: Say;
  readonly onOpen: (id: string) => void;
};

export function useBell({ entries, news, counts, isRead: isLoaded }: QueueNow, around: Around): Bell {
  const { me, chosen, words, say, onOpen } = around;
  const [seen, setSeen] = useState<Seen>(() => kept('localStorage', 'seen', {}));
  const [isLoud, setLoud] = useState(() => kept('localStorage', 'sound', true));
  const [announced, announce] = useState('');
  const heard = useRef<Set<string> | null>(null);
  const all = [...entries, ...news];
  const open = all.find(({ id }) => id === chosen);

  useEffect(() => {
    const look = () => {
      if (!open || document.visibilityState !== 'visible' || (seen[open.id] ?? 0) >= open.heardAt) return;
      const latest = Object.entries(seen).sort(([, a], [, b]) => b - a);
      const next = { ...Object.fromEntries(latest.slice(0, MOST_SEEN)), [open.id]: open.heardAt };
      setSeen(next);
      keep('localStorage', 'seen', next);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [open?.id, open?.heardAt, entries]);

  // Nobody has it, or I have and the shopper waits.
  const waiting = counts.free + counts.mineWaiting;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${say('title')} · ${words.shop}`;
  }, [waiting]);

  useEffect(() => {
    if (!isLoaded) return;
    const fresh = all.filter((entry) => isNew(entry, seen, me.id));
    const before = heard.current;
    const isRead = (id: string) => id === chosen && document.visibilityState === 'visible';
    const [first] = fresh.filter((entry) => before !== null && !before.has(wordOf(entry)) && !isRead(entry.id));
    heard.current = new Set([...(before ?? []), ...fresh.map(wordOf)]);
    if (!first) return;
    const who = first.shopper ?? say('guest');
    const text = say('announced', { who, why: named(say, 'reason', first.reason) });
    announce(text);
    if (!isLoud) return;
    ring();
    notify(document.title, { text, id: first.id, onOpen });
  }, [entries, news]);

  useEffect(() => {
    if (!isLoud) return;
    // A browser asks its person only after a click, and once.
    document.addEventListener('click', askToNotify, { once: true });
    return () => document.removeEventListener('click', askToNotify);
  }, [isLoud]);

  return {
    seen,
    isLoud,
    announced,
    setLoud(next) {
      setLoud(next);
      keep('localStorage', 'sound', next);
      if (next) ring();
      if (next) askToNotify();
    },
  };
}

/** What somebody said at that moment: it is told once. */
function wordOf({ id, heardAt }: QueueEntry): string {
  return `${id} ${heardAt}`;
}
