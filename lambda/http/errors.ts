/** What breaks behind a door: logged where it is our fault, and told outside without a word of it. */

import type { ErrorRequestHandler, Request, Response } from 'express';
import { refuse } from './refusals';

export type ErrorFrame = {
  readonly log: { error(what: object, message: string): void };
  /** What the log says of a fault of ours. */
  readonly broke: string;
  /** How the door says it; by a code where absent. */
  readonly answer?: (res: Response, status: number, error: unknown) => void;
  /** Told of each request that a fault of ours ended. */
  readonly onBroke?: (req: Request) => void;
};

/** Mount it behind everything of the door. */
export function errorFrame({ log, broke, answer = sayCode, onBroke }: ErrorFrame): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    const status = statusOf(error);
    if (status >= 500) {
      log.error({ err: error }, broke);
      onBroke?.(req);
    }
    if (!res.headersSent) answer(res, status, error);
    // Half an answer must not look like a whole one.
    else if (!res.writableEnded) res.destroy();
  };
}

/** For senders that read nothing but the status. */
export function sayNothing(res: Response, status: number): void {
  res.status(status).end();
}

function sayCode(res: Response, status: number): void {
  refuse(res, status, status === 413 ? 'too-large' : status >= 500 ? 'broken' : 'malformed');
}

/** The failure an error asks for, as those of body parsers do; whatever else it carries is a fault of ours. */
export function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status < 600 ? status : 500;
}
