/** The hand-off that is open on the page, and what is done with it. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Detail } from '../../lambda/desk/protocol';
import { type Answered, call } from './api';

export type DetailNow = {
  readonly id: string | null;
  /** null: not read yet, or gone (`isGone`). */
  readonly detail: Detail | null;
  readonly isGone: boolean;
  readonly refresh: () => Promise<void>;
  /** How often something happened in it, as the house says. */
  readonly changes: number;
  /** The house says that these changed. */
  readonly changed: (ids: readonly string[] | 'all') => void;
  /** `click`: names what is done, so that the same done again is the same; bytes are named in the path. */
  readonly act: (what: string, body: object, click?: string) => Promise<Answered<object>>;
};

/** No commit tells that a message was delivered or read: it is looked for. */
const FATES_MS = 5_000;
const AGAIN_MS = 5_000;

export function useDetail(id: string | null, onOut: (isOver: boolean) => void): DetailNow {
  const [detail, setDetail] = useState<Detail | null>(null);
  const [isGone, setGone] = useState(false);
  const [changes, setChanges] = useState(0);
  const wanted = useRef(id);
  wanted.current = id;

  const refresh = useCallback(async () => {
    const asked = wanted.current;
    if (!asked) return;
    const answered = await call<Detail>(`/hand-offs/${encodeURIComponent(asked)}`);
    if (wanted.current !== asked) return;
    if (answered.ok) setDetail(answered.value);
    else if (answered.code === 'signed-out') onOut(true);
    else if (answered.code === 'away') setTimeout(() => wanted.current === asked && void refresh(), AGAIN_MS);
    setGone(!answered.ok && answered.code === 'unknown');
  }, []);

  useEffect(() => {
    setDetail(null);
    setGone(false);
    void refresh();
  }, [id]);
  const isMoving = detail?.lines.some(({ sent }) => sent !== null && ['sending', 'sent', 'kept'].includes(sent.fate));
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void refresh(), FATES_MS);
    return () => clearInterval(timer);
  }, [isMoving, id]);

  const act: DetailNow['act'] = async (what, body, click = crypto.randomUUID()) => {
    const path = `/hand-offs/${encodeURIComponent(id ?? '')}/${what}`;
    const answered = await call<object>(path, body instanceof Blob ? body : { id: click, ...body });
    if (!answered.ok && answered.code === 'signed-out') onOut(true);
    // Who was faster is told with the refusal.
    const { handOff } = answered.ok ? {} : (answered.body as Partial<Pick<Detail, 'handOff'>>);
    if (handOff) setDetail((before) => before && { ...before, handOff });
    await refresh();
    return answered;
  };
  return {
    id,
    detail: detail?.handOff.id === id ? detail : null,
    isGone,
    refresh,
    changes,
    changed: (ids) => {
      if (ids !== 'all' && !(wanted.current && ids.includes(wanted.current))) return;
      setChanges((before) => before + 1);
      void refresh();
    },
    act,
  };
}
