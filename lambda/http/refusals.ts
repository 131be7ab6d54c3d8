/** How a door says no: a status, and a code for which whoever asked has the words. */

import type { ServerResponse } from 'node:http';

export type More = {
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  /** What else stands in the answer. */
  readonly [field: string]: unknown;
};

/** A door that knows all its codes narrows `Code` to them. */
export type Refuse<Code extends string = string> = (
  res: ServerResponse,
  status: number,
  code: Code,
  more?: More,
) => undefined;

/** Ends the response. Returns nothing, so that whoever looks for something can say in one line that there is none. */
export const refuse: Refuse = (res, status, code, { retryAfter = 0, ...more } = {}) => {
  if (retryAfter > 0) res.setHeader('Retry-After', String(retryAfter));
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.end(JSON.stringify({ error: code, ...more }));
  return undefined;
};
