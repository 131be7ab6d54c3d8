/** Who stands at the desk: the session's cookie, read and written, and what only some may do. */

import type { NextFunction, Request, Response } from 'express';
import { createCookies } from '../http/cookies';
import { sourceOf } from '../http/limits';
import { type Refuse, refuse as sayNo } from '../http/refusals';
import type { Agent } from '../services/sign-in/agents';
import { SESSION_MS, type SignIn } from '../services/sign-in/sign-in';
import type { Refusal } from './protocol';
import type { Recorded, Recording } from './recording';

const COOKIE = 'earshot-desk';
/** Stays when a session is over: that somebody signed in here before. */
const BROWSER = 'earshot-desk-browser';
const BROWSER_MS = 180 * 24 * 3_600_000;

/** The desk's page has words for these codes. */
export const refuse: Refuse<Refusal> = sayNo;

export type DeskCookies = {
  tokenOf(req: Request): string;
  keepToken(res: Response, token: string): void;
  forgetToken(res: Response): void;
  proofOf(req: Request): string;
  keepProof(res: Response, proof: string): void;
  /** The whole `Set-Cookie` line, for a page that signs somebody in. */
  tokenLine(token: string): string;
};

/** `publicUrl`: where the desk is reached from outside. */
export function createDeskCookies(publicUrl: string | null): DeskCookies {
  const cookies = createCookies(publicUrl);
  const session = (value: string) => ({ name: COOKIE, value, ms: SESSION_MS });
  return {
    tokenOf: (req) => cookies.of(req, COOKIE),
    keepToken: (res, token) => cookies.keep(res, session(token)),
    forgetToken: (res) => cookies.forget(res, COOKIE),
    proofOf: (req) => cookies.of(req, BROWSER),
    keepProof: (res, value) => cookies.keep(res, { name: BROWSER, value, ms: BROWSER_MS }),
    tokenLine: (token) => cookies.line(session(token)),
  };
}

export function whereFrom(req: Request): string {
  return sourceOf(req.ip);
}

export type Guarded = (req: Request, res: Response, agent: Agent) => Promise<void> | void;

export type GuardNeeds = {
  readonly signIn: SignIn;
  readonly cookies: Pick<DeskCookies, 'tokenOf'>;
  readonly record: Recording;
  /** Who may do nothing but set one. */
  readonly mustHaveSecond: (agent: Agent) => boolean;
};

/** Lets in whoever is signed in, or only admins; what they see or change is written down first. `deed` null: neither. */
export function createGuard({ signIn, cookies: { tokenOf }, record, mustHaveSecond }: GuardNeeds) {
  const guard =
    (who: Agent['role'] | 'self', deed: Recorded | null, act: Guarded) =>
    async (req: Request, res: Response, _next: NextFunction) => {
      const agent = await signIn.recognise(tokenOf(req));
      if (!agent) return refuse(res, 401, 'signed-out');
      if (who === 'admin' && agent.role !== 'admin') return refuse(res, 403, 'not-allowed');
      if (who !== 'self' && agent.second === null && mustHaveSecond(agent)) return refuse(res, 403, 'needs-second');
      if (!deed) return void (await act(req, res, agent));
      await record.before(deed, req, agent);
      await act(req, res, agent);
      if (res.statusCode >= 400) await record.refused(deed, req, agent);
    };
  return {
    /** What is one's own, before a second factor that must be there is. */
    self: (deed: Recorded | null, act: Guarded) => guard('self', deed, act),
    agent: (deed: Recorded | null, act: Guarded) => guard('agent', deed, act),
    admin: (deed: Recorded | null, act: Guarded) => guard('admin', deed, act),
  };
}
export type Guard = ReturnType<typeof createGuard>;
