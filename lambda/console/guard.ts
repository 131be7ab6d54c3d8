/** Lets in only whoever sits at this machine and shows the key, and no page of elsewhere in their browser. */

import type { ErrorRequestHandler, RequestHandler } from 'express';
import { isLocalUnsigned } from '../channels/alexa/local-unsigned';
import { type ErrorFrame, errorFrame } from '../http/errors';
import { refuse } from '../http/refusals';
import type { ConsoleKey } from './key';

/** Whatever came through a tunnel or a proxy finds no console here. */
export const hereOnly: RequestHandler = (req, _res, next) => {
  next(isLocalUnsigned(req.headers, req.socket.remoteAddress) ? undefined : 'router');
};

/** A proxy on this machine may look like this machine, so nothing is said to whoever does not show the key. */
export function keyOnly(key: ConsoleKey): RequestHandler {
  return (req, res, next) => {
    if (key.isShownIn(req)) return next();
    refuse(res, 401, 'key', { message: 'Open the link that npm start printed; it carries the key.' });
  };
}

/** Browsers say where a request comes from; a terminal says nothing and is let in. */
export const ownPageOnly: RequestHandler = (req, res, next) => {
  const { origin, host } = req.headers;
  const site = req.get('sec-fetch-site') ?? 'none';
  const isOwn = origin === undefined || origin === `http://${host}`;
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (isOwn && (site === 'same-origin' || site === 'none')) return next();
  refuse(res, 403, 'origin', { message: 'The console answers only to its own page.' });
};

/** Only a developer reads it: they are told what an error says. */
export function problems(log: ErrorFrame['log']): ErrorRequestHandler {
  const answer: ErrorFrame['answer'] = (res, status, error) => {
    const message = error instanceof Error ? error.message : String(error);
    refuse(res, status, status >= 500 ? 'broken' : 'malformed', { message });
  };
  return errorFrame({ log, broke: 'the console broke', answer });
}
