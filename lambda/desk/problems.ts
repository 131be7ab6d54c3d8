/** What breaks at the desk: logged here, and told to the page by a code only. */

import type { ErrorRequestHandler, Response } from 'express';
import type * as z from 'zod/mini';
import { type ErrorFrame, errorFrame } from '../http/errors';
import { refuse } from './session';

export function problems(log: ErrorFrame['log']): ErrorRequestHandler {
  const answer: ErrorFrame['answer'] = (res, status) => refuse(res, status, status >= 500 ? 'broken' : 'invalid');
  return errorFrame({ log, broke: 'the desk broke', answer });
}

/** null: not what was asked for; the answer has been sent. */
export function readBody<T>(schema: z.ZodMiniType<T>, body: unknown, res: Response): T | null {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  refuse(res, 400, 'invalid');
  return null;
}
