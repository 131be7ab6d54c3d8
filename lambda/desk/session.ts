/** Who stands at the desk: the session's cookie, read and written, and what only some may do. */

import type { NextFunction, Request, Response } from 'express';
import { cookieOf, sessionCookie } from '../http/cookies';
import { sourceOf } from '../http/limits';
import { type Refuse, refuse as sayNo } from '../http/refusals';
import type { Agent } from '../services/sign-in/agents';
import { SESSION_MS, type SignIn } from '../services/sign-in/sign-in';
import type { Refusal } from './protocol';

const COOKIE = 'earshot-desk';
/** Stays when a session is over: that somebody signed in here before. */
const BROWSER = 'earshot-desk-browser';
const BROWSER_MS = 180 * 24 * 3_600_000;
const PATH = '/desk';

/** The desk's page has words for these codes. */
export const refuse: Refuse<Refusal> = sayNo;

export function tokenOf(req: Request): string {
  return cookieOf(req, COOKIE);
}

export function keepToken(req: Request, res: Response, token: string): void {
  res.cookie(COOKIE, token, { ...sessionCookie(req, PATH), maxAge: SESSION_MS });
}

export function forgetToken(req: Request, res: Response): void {
  res.clearCookie(COOKIE, sessionCookie(req, PATH));
}

export function proofOf(req: Request): string {
  return cookieOf(req, BROWSER);
}

export function keepProof(req: Request, res: Response, proof: string): void {
  res.cookie(BROWSER, proof, { ...sessionCookie(req, PATH), maxAge: BROWSER_MS });
}

/** The whole `Set-Cookie` line, for a page of this very machine. */
export function localCookie(token: string): string {
  return `${COOKIE}=${token}; Max-Age=${SESSION_MS / 1000}; Path=${PATH}; HttpOnly; SameSite=Strict`;
}

export function whereFrom(req: Request): string {
  return sourceOf(req.ip);
}

export type Guarded = (req: Request, res: Response, agent: Agent) => Promise<void> | void;

/** Lets in whoever is signed in, or only admins. */
export function createGuard(signIn: SignIn) {
  const guard = (role: Agent['role'], act: Guarded) => async (req: Request, res: Response, _next: NextFunction) => {
    const agent = await signIn.recognise(tokenOf(req));
    if (!agent) return refuse(res, 401, 'signed-out');
    if (role === 'admin' && agent.role !== 'admin') return refuse(res, 403, 'not-allowed');
    await act(req, res, agent);
  };
  return {
    agent: (act: Guarded) => guard('agent', act),
    admin: (act: Guarded) => guard('admin', act),
  };
}
export type Guard = ReturnType<typeof createGuard>;
