/** What was said before the newest lines: brought a page at a time when it is asked for, and kept as long as the conversation is open. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Detail } from '../../lambda/desk/protocol';
import type { DeskLine, EarlierLines } from '../../lambda/desk/protocol-lines';
import { type Code, call } from './api';

export type EarlierNow = {
  /** All there are on this page, the newest last. */
  readonly lines: readonly DeskLine[];
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly refused: Code | null;
  /** Brings more and shows them. `before`: right before they stand on the page. */
  readonly more: (before: () => void) => Promise<void>;
  /** Looks back until a line is like that, and shows what it has passed; null: none is. */
  readonly find: (isSought: (line: DeskLine) => boolean) => Promise<DeskLine | null>;
};

/** So far back: twelve thousand lines. */
const MOST_PAGES = 60;

export function useEarlier({ handOff, lines: newest, hasEarlier }: Detail): EarlierNow {
  // null: nothing but the newest was asked for.
  const [kept, setKept] = useState<EarlierLines | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Code | null>(null);
  const all = kept ? joined(kept, newest) : null;
  const now: EarlierLines = all ?? { lines: newest, hasEarlier };
  // What was among the newest goes on behind what was brought.
  useEffect(() => setKept(all), [newest]);
  const latest = useRef(now);
  latest.current = now;

  const page = async ({ lines }: EarlierLines): Promise<EarlierLines | null> => {
    const path = `/hand-offs/${encodeURIComponent(handOff.id)}/lines?before=${lines[0]?.id ?? ''}`;
    const answered = await call<EarlierLines>(path);
    setRefused(answered.ok ? null : answered.code);
    return answered.ok ? answered.value : null;
  };
  const passed = async (shown: EarlierLines, isSought: (line: DeskLine) => boolean): Promise<EarlierLines> => {
    let seen = shown;
    for (let pages = 0; pages < MOST_PAGES && seen.hasEarlier && !seen.lines.some(isSought); pages += 1) {
      const found = await page(seen);
      if (!found) break;
      seen = inFront(found, seen);
    }
    return seen;
  };
  const busily = async <T>(work: () => Promise<T>): Promise<T> => {
    setBusy(true);
    return work().finally(() => setBusy(false));
  };
  return {
    lines: now.lines,
    hasMore: now.hasEarlier,
    ...{ isBusy, refused },
    more: (before) =>
      busily(async () => {
        const found = await page(latest.current);
        if (!found) return;
        before();
        setKept(inFront(found, latest.current));
      }),
    find: (isSought) =>
      busily(async () => {
        const before = latest.current;
        const seen = await passed(before, isSought);
        const line = seen.lines.findLast(isSought) ?? null;
        if (line && seen !== before) setKept(seen);
        return line;
      }),
  };
}

function inFront({ lines, hasEarlier }: EarlierLines, shown: EarlierLines): EarlierLines {
  return { lines: [...lines, ...shown.lines], hasEarlier };
}

/** The newest lines as they are now, behind what came before them; null: so many are new that some are between. */
function joined(kept: EarlierLines, newest: readonly DeskLine[]): EarlierLines | null {
  const first = kept.lines.findIndex(({ id }) => id === newest[0]?.id);
  return first < 0 ? null : { ...kept, lines: [...kept.lines.slice(0, first), ...newest] };
}
