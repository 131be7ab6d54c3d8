/** Lets in only whoever sits at this machine, and no page of elsewhere in their browser. */

import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { isLocalUnsigned } from '../channels/alexa/local-unsigned';
import type { Refused } from './protocol';

export function refuse(res: Response, status: number, refused: Refused): void {
  res.status(status).json(refused);
}

/** Whatever came through a tunnel or a proxy finds no console here. */
export const hereOnly: RequestHandler = (req, _res, next) => {
  next(isLocalUnsigned(req.headers, req.socket.remoteAddress) ? undefined : 'router');
};

/** Browsers say where a request comes from; a terminal says nothing and is let in. */
export const ownPageOnly: RequestHandler = (req, res, next) => {
  const { origin, host } = req.headers;
  const site = req.get('sec-fetch-site') ?? 'none';
  const isOwn = origin === undefined || origin === `http://${host}`;
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (isOwn && (site === 'same-origin' || site === 'none')) return next();
  refuse(res, 403, { error: 'origin', message: 'The console answers only to its own page.' });
};

/** A form of another page cannot send this type. */
export const jsonOnly: RequestHandler = (req, res, next) => {
  const isJson = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(req.headers['content-type'] ?? '');
  if (isJson) return next();
  refuse(res, 415, { error: 'not-json', message: 'Send JSON, with content-type application/json.' });
};

export function problems(log: { error(what: object, message: string): void }): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _req, res, _next) => {
    const status = typeof error === 'object' && error && 'status' in error ? Number(error.status) : 500;
    const message = error instanceof Error ? error.message : String(error);
    if (status >= 500) log.error({ err: error }, 'the console broke');
    if (res.headersSent) return void res.destroy();
    refuse(res, status, { error: status >= 500 ? 'broken' : 'malformed', message });
  };
}
