/** Server-Sent Events to the pages of the desk: ids of what changed, for as long as their agent may read them. */

import type { Request, Response } from 'express';
import type { Agent } from '../services/sign-in/agents';
import type { Board } from './board';
import type { Changed, StreamEnd } from './protocol';

/** Milliseconds. `recheck` also keeps the agent seen. */
export type StreamRhythm = { readonly beat: number; readonly recheck: number };
const RHYTHM: StreamRhythm = { beat: 15_000, recheck: 30_000 };
const PER_AGENT = 6;
const IN_ALL = 500;

export type Streams = {
  /** False: the house is full. `isStill`: whether the session holds. */
  open(
    at: { readonly req: Request; readonly res: Response; readonly agent: Agent },
    isStill: () => Promise<boolean>,
  ): boolean;
  /** Ends those of one agent, as after a sign-out. */
  endOf(agentId: string): void;
  close(): void;
};

type Open = { readonly agentId: string; readonly end: (reason: StreamEnd['reason']) => void };

export function createStreams(board: Board, rhythm: Partial<StreamRhythm> = {}): Streams {
  const { beat, recheck } = { ...RHYTHM, ...rhythm };
  const open = new Set<Open>();

  function begin(res: Response, isStill: () => Promise<boolean>, onEnd: () => void): Open['end'] {
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    res.write('retry: 1000\n\nevent: ready\ndata: {}\n\n');
    const tell = (ids: readonly string[]) => {
      const changed: Changed = { ids };
      // A page that does not read is gone, or will ask for everything when it is back.
      if (!res.writableNeedDrain) res.write(eventOf('changed', changed));
    };
    const stops = [board.watch(tell)];
    const every = (ms: number, act: () => void) => {
      const timer = setInterval(act, ms);
      stops.push(() => clearInterval(timer));
    };
    const finish = () => {
      for (const stop of stops.splice(0)) stop();
      onEnd();
    };
    const end: Open['end'] = (reason) => {
      finish();
      res.end(eventOf('end', { reason } satisfies StreamEnd));
    };
    every(beat, () => res.write(': still here\n\n'));
    // A store that cannot be asked right now takes nothing away.
    every(
      recheck,
      () =>
        void isStill().then(
          (may) => may || end('signed-out'),
          () => undefined,
        ),
    );
    res.on('close', finish);
    return end;
  }

  return {
    open({ res, agent }, isStill) {
      const own = [...open].filter(({ agentId }) => agentId === agent.id);
      if (own.length >= PER_AGENT) own[0]?.end('too-many');
      if (open.size >= IN_ALL) return false;
      const stream: Open = { agentId: agent.id, end: begin(res, isStill, () => open.delete(stream)) };
      open.add(stream);
      return true;
    },
    endOf(agentId) {
      for (const stream of [...open]) if (stream.agentId === agentId) stream.end('signed-out');
    },
    close() {
      for (const { end } of [...open]) end('stopping');
    },
  };
}

function eventOf(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
