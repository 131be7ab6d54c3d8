/** The address of a turn: of its visit, and of the request in it. A visit is opened by going there. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { readVisit } from './api';
import type { Session } from './session';

export function hashOf(visit: string, turn?: string): string {
  return `#${new URLSearchParams({ visit, ...(turn === undefined ? {} : { turn }) })}`;
}

/** The localiser's page, at the words of a reply. */
export function wordsOfReply(locale: string, key: string): string {
  return `/words#${new URLSearchParams({ language: locale.split('-')[0] ?? locale, text: key })}`;
}

type Place = { readonly visit: string; readonly turn: string | null };

/** null: the address names no visit. */
function placeNow(): Place | null {
  const named = new URLSearchParams(location.hash.replace(/^#/, ''));
  const visit = named.get('visit');
  return visit === null ? null : { visit, turn: named.get('turn') };
}

/** Follows the address; which request it names, until something is said. `tell`: why a visit cannot be shown. */
export function usePlace(session: Session, tell: (text: string, kind: 'bad') => void): string | null {
  const [turn, setTurn] = useState<string | null>(null);
  const current = useRef(session);
  current.current = session;
  useEffect(() => {
    const go = async () => {
      const place = placeNow();
      if (!place) return;
      try {
        if (place.visit !== current.current.visit) current.current.reopen(await readVisit(place.visit));
        setTurn(place.turn);
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error), 'bad');
        leave();
      }
    };
    void go();
    const onChange = () => void go();
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, [tell]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && placeNow()?.visit !== session.visit) leave();
    isFirst.current = false;
  }, [session.visit]);
  useEffect(() => {
    if (session.isBusy) setTurn(null);
  }, [session.isBusy]);
  return turn;
}

/** The address says again only that this is the console. */
function leave(): void {
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
}
