/** Single keys for whoever works by keyboard; they can be switched off (WCAG 2.1.4). */

import { useEffect, useRef, useState } from 'preact/hooks';
import { keep, kept } from './keep';

export type Keys = {
  by(step: 1 | -1): void;
  help(): void;
  toList(): void;
};

export type KeySwitch = { readonly areOn: boolean; readonly setOn: (areOn: boolean) => void };

const STEPS: ReadonlySet<string> = new Set(['j', 'k']);

/** What each key does; the deeds are buttons of the page that carry the key as `data-key`. */
export const DEEDS = ['t', 'r', 'n', 'b', 'c', 'p', 's', '/'] as const;

export function useKeys(keys: Keys, isHere: boolean): KeySwitch {
  const [areOn, setOn] = useState(() => kept('localStorage', 'keys', true));
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!areOn || !isHere) return;
    const press = (event: KeyboardEvent) => {
      // A key that is held down steps through the list; it confirms nothing.
      if (event.repeat && !STEPS.has(event.key)) return;
      if (!isTaken(event) && act(event.key, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [areOn, isHere]);
  return {
    areOn,
    setOn(next) {
      setOn(next);
      keep('localStorage', 'keys', next);
    },
  };
}

/** False: the key means nothing here. */
function act(key: string, keys: Keys): boolean {
  const own: Readonly<Record<string, () => void>> = {
    j: () => keys.by(1),
    k: () => keys.by(-1),
    q: keys.toList,
    '?': keys.help,
  };
  own[key]?.();
  return own[key] !== undefined || press(key);
}

function press(key: string): boolean {
  if (!DEEDS.some((deed) => deed === key)) return false;
  const target = [...document.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)].find(isInSight);
  if (target?.matches('input, textarea')) target.focus();
  else target?.click();
  return target !== undefined;
}

function isInSight(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** Somebody writes, or the browser means something by it. */
function isTaken({ target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented }: KeyboardEvent): boolean {
  const isField = target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]');
  return defaultPrevented || ctrlKey || metaKey || altKey || isComposing || Boolean(isField);
}
