/** Requests whose body is still on its way: so many of one source and in all, and each for seconds. Whoever dawdles longest goes first. */

import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { sourceOf } from './limits';
import { refuse } from './refusals';

export type ArrivalBounds = {
  readonly perSource: number;
  readonly inAll: number;
  /** Milliseconds a small body may take. */
  readonly patience: number;
};

const BOUNDS: ArrivalBounds = { perSource: 64, inAll: 1_000, patience: 5_000 };
/** A large one gets more, as if its line carried this much; and never over half a minute. */
const BYTES_PER_MS = 250;
const LONGEST_MS = 30_000;
const AGAIN_SECONDS = 2;

type Arrival = { readonly source: string; cut(): void };

/** Mount it before whatever reads bodies: nothing is counted, verified or kept of a request that is not whole. */
export function boundArrivals(bounds: ArrivalBounds = BOUNDS): RequestHandler {
  const { perSource, inAll, patience } = bounds;
  /** The oldest first. */
  const arriving = new Set<Arrival>();
  const of = (source: string) => [...arriving].filter((one) => one.source === source);

  /** The bound of a source comes before the one of all, and of all the source with most gives way. */
  function makeRoom(newest: string): void {
    const own = of(newest);
    if (own.length > perSource) own[0]?.cut();
    if (arriving.size > inAll) largest([...arriving])?.cut();
  }

  return (req, res, next) => {
    const length = lengthOf(req);
    if (length === 0) return next();
    const { socket } = req;
    const arrival = { source: sourceOf(req.ip), cut: () => cut(req, res) };
    const timer = setTimeout(arrival.cut, Math.min(LONGEST_MS, patience + length / BYTES_PER_MS)).unref();
    // An answer that was given before all of it came does not end its arrival: the rest of it may still be on its way.
    const leave = () => {
      clearTimeout(timer);
      arriving.delete(arrival);
      socket.off('close', leave);
    };
    req.once('end', leave);
    socket.once('close', leave);
    arriving.add(arrival);
    makeRoom(arrival.source);
    next();
  };
}

/** The oldest of the source that has most. */
function largest(arriving: readonly Arrival[]): Arrival | undefined {
  const counts = new Map<string, number>();
  for (const { source } of arriving) counts.set(source, (counts.get(source) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return arriving.find(({ source }) => counts.get(source) === most);
}

/** Bytes it says it has; 1 where it does not say, 0 where it has none. */
function lengthOf({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return 1;
  return Number(headers['content-length'] ?? 0);
}

function cut(req: IncomingMessage, res: Response): void {
  if (res.headersSent) return void req.destroy();
  res.shouldKeepAlive = false;
  res.once('finish', () => void req.destroy());
  // Nobody has asked for it yet: it may all be there, and who was waited for is the store, not whoever sent it.
  if (req.readableFlowing === null) refuse(res, 503, 'not-kept', { retryAfter: AGAIN_SECONDS });
  else res.status(408).end();
}
