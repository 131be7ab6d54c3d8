/** Tells the house what of the answers was on the screen: in sight of somebody, and not in a page behind others. */

import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from './chat';
import { rank } from './rank';
import type { Line } from './types';

/** A line that is longer than the screen comes into sight little by little. */
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

function isSeen({ isIntersecting, intersectionRatio, intersectionRect }: IntersectionObserverEntry): boolean {
  return isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= window.innerHeight / 3);
}

/** Give each line of a person an element with `data-line`. */
export function useSeen(box: { readonly current: HTMLElement | null }, lines: readonly Line[], chat: Chat): void {
  const inSight = useRef(new Set<Element>());
  const last = lines.findLast(({ by }) => by === 'person')?.id ?? '';
  const anew = lines.flatMap(({ id, by, text, show }) => (by === 'person' && show?.changed ? [id, text] : [])).join();
  useEffect(() => {
    const { current: root } = box;
    if (!root || last === '') return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      const ids = [...inSight.current].map((element) => element.getAttribute('data-line') ?? '');
      const latest = ids.sort((a, b) => rank(a) - rank(b)).at(-1);
      if (latest) chat.seen(latest);
    };
    const watched = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) inSight.current[isSeen(entry) ? 'add' : 'delete'](entry.target);
        look();
      },
      { threshold: STEPS },
    );
    for (const element of root.querySelectorAll('[data-line]')) watched.observe(element);
    document.addEventListener('visibilitychange', look);
    return () => {
      watched.disconnect();
      inSight.current.clear();
      document.removeEventListener('visibilitychange', look);
    };
  }, [last, lines.length, anew]);
}
