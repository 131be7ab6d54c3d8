/** Tells that this page is at a hand-off, and who else is: while it is seen, and at once where somebody begins to write. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Presence } from '../../lambda/services/hand-off/presences';
import { call } from './api';

const EVERY_MS = 5_000;
const NOBODY: readonly Presence[] = [];

/** `draft`: what is being written changes it. */
export function usePresence(id: string, draft: string): readonly Presence[] {
  const [others, setOthers] = useState(NOBODY);
  const isWriting = useRef(false);
  const first = useRef(draft);
  const tell = useRef(async (_doing: 'looks' | 'writes' | 'gone') => {});
  useEffect(() => {
    let isHere = true;
    tell.current = async (doing) => {
      const answered = await call<{ others: readonly Presence[] }>(`/hand-offs/${encodeURIComponent(id)}/here`, {
        doing,
      });
      if (isHere && answered.ok) setOthers(answered.value.others);
    };
    const again = () => {
      if (document.visibilityState !== 'visible') return;
      void tell.current(isWriting.current ? 'writes' : 'looks');
      isWriting.current = false;
    };
    again();
    const timer = setInterval(again, EVERY_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
      void tell.current('gone');
    };
  }, [id]);
  useEffect(() => {
    if (draft === first.current) return;
    first.current = draft;
    if (!isWriting.current && draft !== '') void tell.current('writes');
    isWriting.current = draft !== '';
  }, [draft]);
  return others;
}
