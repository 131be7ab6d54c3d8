/** Tells pages what time it is in the house, with every answer: none of them reads a clock of its own. */

import type { RequestHandler } from 'express';

/** As web/shared/clock.ts reads it: milliseconds. */
const HEADER = 'X-Earshot-Now';

/** `now`: real time, milliseconds. */
export function tellNow(now: () => number): RequestHandler {
  return (_req, res, next) => {
    res.setHeader(HEADER, String(now()));
    next();
  };
}
