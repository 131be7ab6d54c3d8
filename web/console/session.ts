/** What the page knows: who speaks which language, what was said so far, and what is looked at. */

import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { ConsoleState, Said, Told } from '../../lambda/console/protocol';
import { say } from './api';

export type Setup = { readonly locale: string; readonly shopper: string | null };

/** One sentence of the shopper and what came back. */
export type Exchange = {
  readonly id: number;
  readonly setup: Setup;
  readonly what: Said['what'];
  /** null: still under way, or `problem` says why there is none. */
  readonly told: Told | null;
  readonly problem: string | null;
  /** Spoken into the microphone, not typed. */
  readonly aloud: boolean;
};

export type Session = {
  readonly setup: Setup;
  readonly exchanges: readonly Exchange[];
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  choose(setup: Partial<Setup>): void;
  say(what: Said['what'], aloud?: boolean): Promise<Told | null>;
  /** Forgets what is shown and ends the visit. */
  startAnew(): void;
};

const KEPT = 'earshot-console';
/** A device of its own for every page. */
const SPEAKER = `page-${Math.random().toString(36).slice(2, 10)}`;

export function useSession(state: ConsoleState): Session {
  const [setup, setSetup] = useState<Setup>(() => kept(state));
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const count = useRef(0);
  const speak = useCallback(
    async (what: Said['what'], aloud = false) => {
      count.current += 1;
      const id = count.current;
      setExchanges((all) => [...all, { id, setup, what, told: null, problem: null, aloud }]);
      const finish = (end: Partial<Exchange>) =>
        setExchanges((all) => all.map((one) => (one.id === id ? { ...one, ...end } : one)));
      try {
        const told = await say({ speaker: SPEAKER, ...setup, what });
        finish({ told });
        return told;
      } catch (error) {
        finish({ problem: error instanceof Error ? error.message : String(error) });
        return null;
      }
    },
    [setup],
  );
  const startAnew = useCallback(() => {
    setExchanges([]);
    void say({ speaker: SPEAKER, ...setup, what: { kind: 'leave' } }).catch(() => undefined);
  }, [setup]);
  const choose = useCallback((wish: Partial<Setup>) => {
    setExchanges([]);
    setSetup((before) => keep({ ...before, ...wish }));
  }, []);
  const last = exchanges.at(-1);
  return useMemo(() => {
    const isOpen = exchanges.findLast(({ told }) => told !== null)?.told?.isOpen ?? false;
    const isBusy = last !== undefined && last.told === null && last.problem === null;
    return { setup, exchanges, isOpen, isBusy, choose, say: speak, startAnew };
  }, [setup, exchanges, last, choose, speak, startAnew]);
}

function kept({ locales, shoppers }: ConsoleState): Setup {
  const usual = locales.find(({ locale }) => locale === 'en-GB') ?? locales[0];
  const fallback = { locale: usual?.locale ?? 'en-GB', shopper: 'ana' };
  try {
    const before = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Setup>;
    const locale = locales.find((one) => one.locale === before.locale)?.locale ?? fallback.locale;
    const isKnown = before.shopper === null || shoppers.some(({ name }) => name === before.shopper);
    return { locale, shopper: isKnown ? (before.shopper ?? null) : fallback.shopper };
  } catch {
    return fallback;
  }
}

function keep(setup: Setup): Setup {
  try {
    localStorage.setItem(KEPT, JSON.stringify(setup));
  } catch {
    // A browser that keeps nothing forgets the choice.
  }
  return setup;
}

/** What the shopper did, in words. */
export function wordsOf(what: Said['what']): string {
  switch (what.kind) {
    case 'text':
      return what.text;
    case 'option':
      return what.label;
    case 'launch':
      return '(opens the skill)';
    case 'silence':
      return '(says nothing)';
    case 'leave':
      return '(leaves)';
  }
}
