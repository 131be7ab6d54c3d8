/** What calls for attention: the count in the title, marks of what is new, a sound for whoever wants one. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me, QueueEntry } from '../../lambda/desk/protocol';
import { keep, kept } from './keep';
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

type Around = { readonly me: Me; readonly chosen: string | null; readonly words: Words; readonly say: Say };

export function useBell({ entries, news, counts, isRead }: QueueNow, { me, chosen, words, say }: Around): Bell {
  const [seen, setSeen] = useState<Seen>(() => kept('localStorage', 'seen', {}));
  const [isLoud, setLoud] = useState(() => kept('localStorage', 'sound', false));
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
    if (!isRead) return;
    const fresh = all.filter((entry) => isNew(entry, seen, me.id));
    const before = heard.current;
    const [first] = fresh.filter((entry) => before !== null && !before.has(wordOf(entry)));
    heard.current = new Set([...(before ?? []), ...fresh.map(wordOf)]);
    if (!first || first.id === chosen) return;
    const who = first.shopper ?? say('guest');
    announce(say('announced', { who, why: named(say, 'reason', first.reason) }));
    if (isLoud) ring();
  }, [entries, news]);

  return {
    seen,
    isLoud,
    announced,
    setLoud(next) {
      setLoud(next);
      keep('localStorage', 'sound', next);
      if (next) ring();
    },
  };
}

/** What somebody said at that moment: it is told once. */
function wordOf({ id, heardAt }: QueueEntry): string {
  return `${id} ${heardAt}`;
}

/** Two soft notes. */
function ring(): void {
  const audio = new AudioContext();
  [660, 880].forEach((pitch, at) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const begin = audio.currentTime + at * 0.16;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.12, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + 0.32);
  });
  setTimeout(() => void audio.close(), 1_000);
}
