/** Which pages of other places a door answers, in the browsers that say where a request comes from. */

import type { RequestHandler } from 'express';
import { refuse } from './refusals';

const ALLOWED = 'Authorization, Content-Type, Last-Event-ID, X-Shopper-Token';

/** Answers pre-flights; a page of an origin that is neither ours nor one of these gets nothing. */
export function originGuard(origins: readonly string[]): RequestHandler {
  return (req, res, next) => {
    res.setHeader('Vary', 'Origin');
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    const { origin } = req.headers;
    if (origin !== undefined && !isOwn(origin, req.headers.host)) {
      if (!origins.includes(origin)) return void refuse(res, 403, 'origin');
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Allow-Headers', ALLOWED);
      res.setHeader('Access-Control-Allow-Methods', 'GET, POST');
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (req.method === 'OPTIONS') return void res.status(204).end();
    next();
  };
}

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
