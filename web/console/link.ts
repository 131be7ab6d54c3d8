/** The address of a turn: of its visit, and of the request in it. A visit is opened by going there. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { readVisit } from './api';
import type { Session } from './session';

export function hashOf(visit: string, turn?: string): string {
  return `#${new URLSearchParams({ visit, ...(turn === undefined ? {} : { turn }) })}`;
}

/** The localiser's page in a language. */
export function wordsOf(locale: string): string {
  return `/words#${new URLSearchParams({ language: locale.split('-')[0] ?? locale })}`;
}

/** The localiser's page, at the words of a reply. */
export function wordsOfReply(locale: string, key: string): string {
  return `/words#${new URLSearchParams({ language: locale.split('-')[0] ?? locale, text: key })}`;
}

type Place = { readonly visit: string | null; readonly turn: string | null };

/** What the address names, and whether a speaker was linked on the way here. */
function placeNow(): Place & { readonly linked: string | null } {
  const named = new URLSearchParams(location.hash.replace(/^#/, ''));
  return { visit: named.get('visit'), turn: named.get('turn'), linked: named.get('linked') };
}

type Tell = (text: string, kind?: 'good' | 'bad') => void;

function tellLinked(linked: string | null, tell: Tell): void {
  if (linked === null) return;
  if (linked === 'yes') tell('This speaker is linked. Open the skill: it goes on with what was asked.');
  else tell('This speaker was not linked.', 'bad');
}

/** Follows the address; which request it names, until something is said. `tell`: why a visit cannot be shown. */
export function usePlace(session: Session, tell: Tell): string | null {
  const [turn, setTurn] = useState<string | null>(null);
  const current = useRef(session);
  current.current = session;
  useEffect(() => {
    const go = async () => {
      const { visit, turn: named, linked } = placeNow();
      try {
        if (visit !== null) {
          if (visit !== current.current.visit) current.current.reopen(await readVisit(visit));
          setTurn(named);
        }
        tellLinked(linked, tell);
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
    if (!isFirst.current && placeNow().visit !== session.visit) leave();
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
