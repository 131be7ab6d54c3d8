/** What calls for attention: the count in the title, marks of what is new, a sound for whoever wants one. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../lambda/desk/protocol';
import { keep, kept } from './keep';
import { isNew, type Seen, waitsForMe } from './queue-state';
import type { QueueNow } from './use-queue';
import { named, type Say, type Words } from './words';

export type Bell = {
  readonly seen: Seen;
  readonly isLoud: boolean;
  readonly setLoud: (isLoud: boolean) => void;
  /** For readers of screens: what came last. */
  readonly announced: string;
};

type Around = { readonly me: Me; readonly chosen: string | null; readonly words: Words; readonly say: Say };

export function useBell({ entries, isRead }: QueueNow, { me, chosen, words, say }: Around): Bell {
  const [seen, setSeen] = useState<Seen>(() => kept('localStorage', 'seen', {}));
  const [isLoud, setLoud] = useState(() => kept('localStorage', 'sound', false));
  const [announced, announce] = useState('');
  const heard = useRef<ReadonlySet<string> | null>(null);
  const open = entries.find(({ id }) => id === chosen);

  useEffect(() => {
    const look = () => {
      if (!open || document.visibilityState !== 'visible' || (seen[open.id] ?? 0) >= open.heardAt) return;
      const there = new Set(entries.map(({ id }) => id));
      const still = Object.entries(seen).filter(([id]) => there.has(id));
      const next = { ...Object.fromEntries(still), [open.id]: open.heardAt };
      setSeen(next);
      keep('localStorage', 'seen', next);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [open?.id, open?.heardAt, entries]);

  const waiting = entries.filter((entry) => waitsForMe(entry, me.id)).length;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${say('title')} · ${words.shop}`;
  }, [waiting]);

  useEffect(() => {
    if (!isRead) return;
    const fresh = entries.filter((entry) => isNew(entry, seen, me.id));
    const before = heard.current;
    heard.current = new Set(fresh.map(({ id, heardAt }) => `${id} ${heardAt}`));
    const [first] = fresh.filter(({ id, heardAt }) => before !== null && !before.has(`${id} ${heardAt}`));
    if (!first || first.id === chosen) return;
    const who = first.shopper ?? say('guest');
    announce(say('announced', { who, why: named(say, 'reason', first.reason) }));
    if (isLoud) ring();
  }, [entries]);

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
