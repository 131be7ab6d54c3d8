/** What breaks at the desk: logged here, and told to the page by a code only. */

import type { ErrorRequestHandler, Response } from 'express';
import type { z } from 'zod';
import { refuse } from './session';

export function problems(log: { error(what: object, message: string): void }): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _req, res, _next) => {
    const status = typeof error === 'object' && error && 'status' in error ? Number(error.status) : 500;
    if (status >= 500) log.error({ err: error }, 'the desk broke');
    if (res.headersSent) return void res.destroy();
    refuse(res, status, status >= 500 ? 'broken' : 'invalid');
  };
}

/** null: not what was asked for; the answer has been sent. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown, res: Response): T | null {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  refuse(res, 400, 'invalid');
  return null;
}
