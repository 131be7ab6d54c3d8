/** The program that listens: no connection lasts by doing nothing, no sender has them all, and only a named proxy speaks for others. */

import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import express, { type Express, type RequestHandler } from 'express';
import { type ArrivalBounds, boundArrivals } from './arrivals';
import { sourceOf } from './limits';

/** Milliseconds. A small body is cut sooner: see arrivals.ts. */
const TIMES = {
  headersTimeout: 5_000,
  requestTimeout: 35_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};
/** Longer than the pause between two beats of a stream: whoever reads nothing for that long is gone. */
const SILENT_MS = 60_000;
const CONNECTIONS = { perSource: 1_000, inAll: 8_000 };

export type AppSettings = {
  /** Addresses, ranges (10.0.0.0/8), or "loopback". Nobody else is believed about whom they speak for. */
  readonly proxies: readonly string[];
  readonly log: { warn(what: object, message: string): void };
  readonly arrivals?: ArrivalBounds;
};

export function newApp({ proxies, log, arrivals }: AppSettings): Express {
  const app = express();
  app.disable('x-powered-by');
  // What is answered here is never asked for again, so a hash of each body would serve nobody.
  app.disable('etag');
  app.set('trust proxy', proxies.length > 0 ? [...proxies] : false);
  app.use(tellOfProxies(app, log), boundArrivals(arrivals));
  return app;
}

/** As `proxies` said. */
function isProxyOf(app: Express): (address: string) => boolean {
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return (address) => trusts(address, 0);
}

/** Behind a proxy that is not named, or that names nobody, everybody is one sender: whoever runs it is told, once of each. */
function tellOfProxies(app: Express, log: AppSettings['log']): RequestHandler {
  const isProxy = isProxyOf(app);
  const told = new Set<string>();
  const tell = (problem: string) => {
    if (told.has(problem)) return;
    told.add(problem);
    log.warn({ problem }, 'everybody behind a proxy looks like one sender; docs/operate.md shows how it is set');
  };
  return (req, _res, next) => {
    const isForwarded = req.headers['x-forwarded-for'] !== undefined;
    const isBelieved = isProxy(req.socket.remoteAddress ?? '');
    if (isForwarded && !isBelieved) tell('TRUSTED_PROXIES does not name the proxy that forwards');
    if (!isForwarded && isBelieved) tell('a proxy that TRUSTED_PROXIES names sends no X-Forwarded-For');
    next();
  };
}

/** A proxy has as many connections as all those it speaks for. */
export function boundedServer(app: Express, most = CONNECTIONS): Server {
  const server = createServer(TIMES, app);
  server.timeout = SILENT_MS;
  server.maxConnections = most.inAll;
  const isProxy = isProxyOf(app);
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (isProxy(address)) return;
    const source = sourceOf(address);
    const count = (open.get(source) ?? 0) + 1;
    if (count > most.perSource) return void socket.destroy();
    open.set(source, count);
    socket.once('close', () => {
      const left = (open.get(source) ?? 1) - 1;
      if (left > 0) open.set(source, left);
      else open.delete(source);
    });
  });
  return server;
}
