/** What the page knows: who speaks which language on which device, what was said so far, and what is looked at. */

import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { ConsoleState, DeviceKind, SayRequest, Told, Visit } from '../../lambda/console/protocol';
import { say } from './api';
import { keepSetup, keptName, keptSetup } from './keep';

export type Setup = { readonly locale: string; readonly shopper: string | null; readonly device: DeviceKind };

/** One sentence of the shopper and what came back. */
export type Exchange = {
  readonly id: number;
  readonly setup: Setup;
  readonly what: SayRequest['what'];
  /** null: still under way, or `problem` says why there is none. */
  readonly told: Told | null;
  readonly problem: string | null;
  /** Spoken into the microphone, not typed. */
  readonly aloud: boolean;
};

export type Session = {
  readonly setup: Setup;
  /** Names this conversation; it can be opened again by it. */
  readonly visit: string;
  /** Names the device. */
  readonly speaker: string;
  readonly exchanges: readonly Exchange[];
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  choose(setup: Partial<Setup>): void;
  say(what: SayRequest['what'], aloud?: boolean): Promise<Told | null>;
  /** Forgets what is shown and ends the visit. */
  startAnew(): void;
  /** Shows an earlier visit, and goes on with it. */
  reopen(visit: Visit): void;
};

const newName = (what: string) => `${what}-${Math.random().toString(36).slice(2, 10)}`;
/** A device of its own for every tab: whoever goes to link it comes back to the same one. */
const PAGE = keptName('page', newName);

type Where = { readonly speaker: string; readonly visit: string; readonly setup: Setup };

export function useSession(state: ConsoleState): Session {
  const [where, setWhere] = useState<Where>(() => beginning({ speaker: PAGE, setup: keptSetup(state) }));
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const count = useRef(0);
  const { setup, visit, speaker } = where;
  const send = useCallback((what: SayRequest['what']) => say({ speaker, visit, ...setup, what }), [where]);
  const speak = useCallback(
    async (what: SayRequest['what'], aloud = false) => {
      count.current += 1;
      const id = count.current;
      setExchanges((all) => [...all, { id, setup, what, told: null, problem: null, aloud }]);
      const finish = (end: Partial<Exchange>) =>
        setExchanges((all) => all.map((one) => (one.id === id ? { ...one, ...end } : one)));
      try {
        const told = await send(what);
        finish({ told });
        return told;
      } catch (error) {
        finish({ problem: error instanceof Error ? error.message : String(error) });
        return null;
      }
    },
    [send],
  );
  const startAnew = useCallback(() => {
    setExchanges([]);
    void send({ kind: 'leave' }).catch(() => undefined);
    setWhere(beginning);
  }, [send]);
  const choose = useCallback((wish: Partial<Setup>) => {
    setExchanges([]);
    setWhere((before) => beginning({ ...before, setup: keepSetup({ ...before.setup, ...wish }) }));
  }, []);
  const reopen = useCallback(({ visit: id, speaker: device, turns, ...who }: Visit) => {
    const before = { locale: who.locale, shopper: who.shopper, device: who.device };
    setWhere({ speaker: device, visit: id, setup: before });
    setExchanges(
      turns.map(({ what, told }) => {
        count.current += 1;
        return { id: count.current, setup: before, what, told, problem: null, aloud: false };
      }),
    );
  }, []);
  const last = exchanges.at(-1);
  return useMemo(() => {
    const isOpen = exchanges.findLast(({ told }) => told !== null)?.told?.isOpen ?? false;
    const isBusy = last !== undefined && last.told === null && last.problem === null;
    return { setup, visit, speaker, exchanges, isOpen, isBusy, choose, say: speak, startAnew, reopen };
  }, [where, exchanges, last, choose, speak, startAnew, reopen]);
}

function beginning({ speaker, setup }: Omit<Where, 'visit'>): Where {
  return { speaker, setup, visit: newName('visit') };
}

/** What the shopper did, in words. */
export function wordsOf(what: SayRequest['what']): string {
  switch (what.kind) {
    case 'text':
      return what.text;
    case 'option':
    case 'touch':
      return what.label;
    case 'launch':
      return '(opens the skill)';
    case 'silence':
      return '(says nothing)';
    case 'request':
      return what.fresh ? `(sends ${named(what.request)})` : `(sends ${named(what.request)} once more)`;
    case 'leave':
      return '(leaves)';
  }
}

/** "IntentRequest OrderStatus" */
function named(sent: object): string {
  const { request } = sent as { readonly request?: { readonly type?: string; readonly intent?: { name?: string } } };
  return [request?.type, request?.intent?.name].filter(Boolean).join(' ') || 'a request';
}
