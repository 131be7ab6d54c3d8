/** What the desk refuses before it does anything, and what breaks there: logged here, and told to the page by a code only. */

import type { ErrorRequestHandler, Request, Response } from 'express';
import type * as z from 'zod/mini';
import { type ErrorFrame, errorFrame } from '../http/errors';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { Agent } from '../services/sign-in/agents';
import type { Parts } from './parts';
import { idOf } from './read';
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

/** The one the path names; null: there is none, and the answer has been sent. */
export async function readHandOff(
  req: Request,
  res: Response,
  { earshot }: Pick<Parts, 'earshot'>,
): Promise<HandOff | null> {
  const handOff = await earshot.store.handOffs.get(idOf(req));
  if (!handOff) refuse(res, 404, 'unknown');
  return handOff;
}

/** True: they have done as much as anybody may in a while, and the answer has been sent. */
export function isTooMuch({ id }: Agent, res: Response, { limit }: Pick<Parts, 'limit'>): boolean {
  const wait = limit.take(id);
  if (wait > 0) refuse(res, 429, 'too-many', { retryAfter: wait });
  return wait > 0;
}
