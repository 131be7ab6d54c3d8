/** What the shopper wrote and the house does not have yet: it goes in the order it was written, and by itself after a break. */

import type { Refusal, Sent } from './api';
import { keep, kept } from './keep';
import type { Line, Pending, State } from './types';

export type Outbox = {
  put(message: Pending): void;
  /** Somebody wants it sent now. */
  again(id: string): void;
  /** The house can be reached: what waits goes. What was asked meanwhile may not be what it answers: then its writer decides. */
  reached(): void;
  /** Somebody else writes from now on: what another wrote goes only if they say so. */
  hold(isAnothers: (message: Pending) => boolean): void;
};

export type OutboxNeeds = {
  readonly state: () => State;
  readonly set: (pending: readonly Pending[]) => void;
  readonly send: (message: Pending) => Promise<Sent>;
  readonly onSending: () => void;
  readonly onSent: (id: string) => void;
  readonly onRefused: (why: Refusal) => void;
};

const UNSENT = 'earshot.unsent';
const PAUSE_MS = { first: 2_000, longest: 30_000 };

const UNSENT_STATES: ReadonlySet<Pending['state']> = new Set<Pending['state']>(['waiting', 'sending']);

/** The same message may go later; what is too large or makes no sense never does. */
const GOES_LATER: ReadonlySet<Refusal> = new Set<Refusal>(['away', 'too-many', 'visitor', 'sign-in']);

export function createOutbox({ state, set, send, onSending, onSent, onRefused }: OutboxNeeds): Outbox {
  let isBusy = false;
  let failures = 0;
  let timer = 0;

  function change(to: (one: Pending) => Pending['state']): void {
    set(state().pending.map((one) => ({ ...one, state: to(one) })));
  }

  async function pump(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let next = nextIn(state()); next; next = nextIn(state())) {
      const { id } = next;
      onSending();
      const sent = await send(next).catch(() => ({ ok: false, why: 'away', waitMs: 0 }) as const);
      if (sent.ok) {
        failures = 0;
        change((one) => (one.id === id ? 'sent' : one.state));
        onSent(id);
        continue;
      }
      if (GOES_LATER.has(sent.why)) {
        // Nothing overtakes it.
        change((one) => (one.state === 'sending' ? 'waiting' : one.state));
        pause(sent.waitMs);
      } else change((one) => (one.id === id ? 'failed' : one.state));
      onRefused(sent.why);
    }
    isBusy = false;
  }

  function pause(least: number): void {
    const patience = Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** failures);
    failures += 1;
    clearTimeout(timer);
    timer = window.setTimeout(() => resume(() => 'sending'), Math.max(least, patience));
  }

  /** Waiting ones of whoever is here; without the house they wait on, until it can be reached. */
  function resume(to: (one: Pending) => Pending['state']): void {
    const { who, link } = state();
    if (link !== 'open') return;
    change((one) => (one.state === 'waiting' && one.as === who ? to(one) : one.state));
    void pump();
  }

  return {
    put(message) {
      const isBehind = state().pending.some((one) => one.state === 'waiting' && one.as === message.as);
      set([...state().pending, { ...message, state: isBehind ? 'waiting' : 'sending' }]);
      if (isBehind) resume(() => 'sending');
      else void pump();
    },
    again(id) {
      const { who } = state();
      // Those before it go first.
      change((one) => (one.id === id || (one.state === 'waiting' && one.as === who) ? 'sending' : one.state));
      void pump();
    },
    reached() {
      const { lines } = state();
      resume((one) => (isOvertaken(one, lines) ? 'failed' : 'sending'));
    },
    hold: (isAnothers) => change((one) => (UNSENT_STATES.has(one.state) && isAnothers(one) ? 'failed' : one.state)),
  };
}

function nextIn({ pending }: State): Pending | undefined {
  return pending.find(({ state }) => state === 'sending');
}

/** "Yes" was no answer to what is asked since. */
function isOvertaken({ at }: Pending, lines: readonly Line[]): boolean {
  return lines.some((line) => line.by === 'bot' && line.show?.question !== undefined && line.at > at);
}

export function keepUnsent(pending: readonly Pending[]): void {
  keep('sessionStorage', UNSENT, JSON.stringify(pending));
}

/** What was on its way when the page was left: perhaps it arrived, then its line will say so. A file is not kept beyond the page. */
export function unsent(): readonly Pending[] {
  try {
    const all = JSON.parse(kept('sessionStorage', UNSENT) ?? '[]') as readonly Pending[];
    return all.map((one) => ({ ...one, state: one.isFile ? 'lost' : one.state === 'failed' ? 'failed' : 'waiting' }));
  } catch {
    return [];
  }
}
