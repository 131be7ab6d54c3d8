/** Doors for whoever runs the server: `/metrics`, `/healthz` and `/readyz`. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '../http/refusals';
import { bearerOf, isSecret } from '../http/secrets';
import type { Metrics } from './metrics';
import type { Readiness } from './readiness';

/** As Express and others call it; anything but GET and HEAD of these paths goes on to `next`. */
export type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

export type MetricsDoor = {
  readonly metrics: Metrics;
  /** Whoever shows it may ask from anywhere; null: nobody may. */
  readonly token: string | null;
  /** Who needs none: the developer, where there is one. That somebody seems to be on this machine proves nothing. */
  readonly isDeveloper?: (req: IncomingMessage) => boolean;
};

/** `GET /metrics`: 403 for others; who is not let in learns nothing. */
export function metricsRouter({ metrics, token, isDeveloper = () => false }: MetricsDoor): Middleware {
  return (req, res, next) => {
    if (!isAsked(req, '/metrics')) return next();
    const isToken = token !== null && isSecret(bearerOf(req.headers.authorization), token);
    if (!isToken && !isDeveloper(req)) return refuse(res, 403, 'forbidden');
    metrics.text().then(
      (text) => res.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      () => refuse(res, 500, 'unavailable'),
    );
  };
}

/** `GET /healthz`: the process answers. `GET /readyz`: 200 when turns may be sent here, else 503 with what is missing. */
export function healthRouter(readiness: Readiness): Middleware {
  return (req, res, next) => {
    if (isAsked(req, '/healthz')) return say(res, 200, { status: 'ok' });
    if (!isAsked(req, '/readyz')) return next();
    readiness
      .missing()
      .then((missing) => say(res, missing.length === 0 ? 200 : 503, { ready: !missing.length, missing }));
  };
}

function isAsked({ method, url = '' }: IncomingMessage, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && url.split('?', 1)[0] === path;
}

function say(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
