/** The visits of this run, to be opened again: in memory only, for requests carry tokens, and tokens are never stored. */

import type { Exchange } from './hidden-code';
import type { Told, Visit, VisitHead } from './protocol';

export type Visits = {
  /** Answers what was told. */
  note(exchange: Exchange): Told;
  /** The newest first. */
  list(): readonly VisitHead[];
  get(visit: string): Visit | null;
};

/** Turns of all visits; the oldest go first. */
const MOST = 500;

export function createVisits(now: () => number, most = MOST): Visits {
  const all = new Map<string, Visit>();
  const size = () => [...all.values()].reduce((sum, { turns }) => sum + turns.length, 0);
  return {
    note({ said: { what, ...who }, told }) {
      if (what.kind === 'leave') return told;
      const before = all.get(who.visit) ?? { ...who, at: now(), turns: [] };
      all.delete(who.visit);
      all.set(who.visit, { ...before, turns: [...before.turns, { what, told }].slice(-most) });
      for (const oldest of all.keys()) if (size() > most && all.size > 1) all.delete(oldest);
      return told;
    },
    list: () => [...all.values()].reverse().flatMap(headOf),
    get: (visit) => all.get(visit) ?? null,
  };
}

function headOf({ turns, ...visit }: Visit): readonly VisitHead[] {
  const first = turns[0]?.what;
  return first ? [{ ...visit, turns: turns.length, first }] : [];
}
