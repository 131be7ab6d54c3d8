/** Ends a server without losing a turn: what is under way is finished, what waits is left to others. */

import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Readiness } from './readiness';

export type Stopping = {
  readonly server: Server;
  /** Told first, so that a balancer sends nothing more. */
  readonly readiness?: Pick<Readiness, 'stopping'>;
  /** Ends what never ends by itself: streams to browsers, timers. */
  readonly endStreams?: () => void;
  /** Stops the workers, hands their leases back, closes the store. */
  readonly close: () => Promise<void>;
  /** Milliseconds for all of it. */
  readonly within?: number;
};

/** `cut`: something took longer than there was time, and was ended in the middle. */
export type Stopped = 'finished' | 'cut';

const WITHIN_MS = 10_000;
/** Of it, what the turns under way may take; the rest is for the store. A turn is answered within 6 s. */
const FOR_TURNS = 0.7;
/** Rarely, or what a proxy sends right behind an answer finds its connection closed. */
const LOOK_MS = 250;

/** Resolves within `within` whatever hangs. Throws what `close` throws. */
export async function stopGracefully(stopping: Stopping): Promise<Stopped> {
  const { server, readiness, endStreams, close, within = WITHIN_MS } = stopping;
  readiness?.stopping();
  // A proxy keeps its connections: what still comes through them is answered, and nothing comes after it.
  server.prependListener('request', (_req, res) => res.setHeader('connection', 'close'));
  const isFree = new Promise<'finished'>((resolve) => server.close(() => resolve('finished')));
  endStreams?.();
  // A connection kept alive is idle only after its answer.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const turns = await inTime(isFree, within * FOR_TURNS);
  clearInterval(idle);
  if (turns === 'cut') server.closeAllConnections();
  const closed = await inTime(
    close().then(() => 'finished' as const),
    within * (1 - FOR_TURNS),
  );
  return turns === 'cut' ? 'cut' : closed;
}

async function inTime(work: Promise<'finished'>, milliseconds: number): Promise<Stopped> {
  const enough = new AbortController();
  const late = sleep(milliseconds, 'cut' as const, { signal: enough.signal });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => enough.abort());
}
