/** Streams to the pages of the desk: ids of what changed, for as long as their agent may read them. */

import type { Response } from 'express';
import { createStreams, eventText, READY } from '../http/sse';
import type { Agent } from '../services/sign-in/agents';
import type { Board } from './board';
import type { Changed, StreamEnd } from './protocol';

/** Milliseconds. `recheck` also keeps the agent seen. */
export type StreamRhythm = { readonly beat: number; readonly recheck: number };
const RHYTHM: StreamRhythm = { beat: 15_000, recheck: 30_000 };
const PER_AGENT = 6;
const IN_ALL = 500;

export type DeskStreams = {
  /** False: the house is full. `isStill`: whether the session holds. */
  open(at: { readonly res: Response; readonly agent: Agent }, isStill: () => Promise<boolean>): boolean;
  /** Ends those of one agent, as after a sign-out. */
  endOf(agentId: string): void;
  /** Lets those of one agent come back, as after a new session took the place of all others: whose page has it stays. */
  renewOf(agentId: string): void;
  close(): void;
};

export function createDeskStreams(board: Board, rhythm: Partial<StreamRhythm> = {}): DeskStreams {
  const { beat, recheck } = { ...RHYTHM, ...rhythm };
  // Whoever is signed in is no stranger: the bound of a source is the one of all.
  const streams = createStreams<StreamEnd['reason']>({ perOwner: PER_AGENT, perSource: IN_ALL, inAll: IN_ALL, beat });
  return {
    open({ res, agent }, isStill) {
      const stream = streams.open(res, { owner: agent.id, source: 'the desk' });
      if (!stream) return false;
      stream.send(READY);
      const tell = (ids: readonly string[]) => {
        const changed: Changed = { ids };
        // A page that does not read is gone, or will ask for everything when it is back.
        if (stream.keepsUp()) stream.send(eventText('changed', changed));
      };
      stream.onEnd(board.watch(tell));
      // A store that cannot be asked right now takes nothing away.
      stream.every(recheck, () => {
        isStill().then(
          (may) => may || stream.end('signed-out'),
          () => undefined,
        );
      });
      return true;
    },
    endOf: (agentId) => streams.endOf(agentId, 'signed-out'),
    renewOf: (agentId) => streams.endOf(agentId),
    close: streams.close,
  };
}
