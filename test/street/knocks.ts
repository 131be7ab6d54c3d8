/** A fetch that notes how long whoever it asked took, and what became of it. */

import type { Knocked } from './counts';
import type { Machine } from './machine';

export type Knocks = {
  readonly all: readonly Knocked[];
  /** Reads the whole answer before it is one. `headers`: added to every request. */
  fetchAs(what: string, headers?: Readonly<Record<string, string>>): typeof fetch;
  /** Milliseconds an answer took on average lately. */
  pace(): number;
};

const SILENT_AFTER_MS = 20_000;
/** Of the newest answer in the average. */
const WEIGHT = 0.05;

/** `isAway`: a server is away just now, or was a moment ago, so that a line may break. */
export function createKnocks(machine: Pick<Machine, 'waited'>, isAway: () => boolean): Knocks {
  const all: Knocked[] = [];
  let average = 0;
  return {
    all,
    pace: () => average,
    fetchAs:
      (what, more = {}) =>
      async (input, init) => {
        const from = performance.now();
        const [before, wasAway] = [machine.waited(), isAway()];
        const note = (fate: Knocked['fate']) => {
          const ms = performance.now() - from;
          average += (ms - average) * WEIGHT;
          all.push({ what, ms, waited: machine.waited() - before, fate });
        };
        try {
          // A line that is kept may be closed just as it is used again, which is nobody's fault.
          const headers = { connection: 'close', ...more, ...(init?.headers as Record<string, string> | undefined) };
          const answer = await fetch(input, { ...init, headers, signal: AbortSignal.timeout(SILENT_AFTER_MS) });
          const body = await answer.arrayBuffer();
          note('answered');
          const isEmpty = body.byteLength === 0;
          return new Response(isEmpty ? null : body, { status: answer.status, headers: answer.headers });
        } catch (error) {
          note((error as Error).name === 'TimeoutError' ? 'silent' : wasAway || isAway() ? 'cut' : 'broken');
          throw error;
        }
      },
  };
}
