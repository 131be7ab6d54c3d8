/** A second factor of one's own: set with the first code of the app, taken away with the password, or by an admin. */

import { type Request, type Response, Router } from 'express';
import type { Agent } from '../services/sign-in/agents';
import type { Parts } from './parts';
import { readBody } from './problems';
import type { FactorBegun } from './protocol';
import { bodies } from './read';
import { refuse } from './session';

export function factorRoutes(parts: Parts): Router {
  const { guard, body } = parts;
  const router = Router();
  router.post(
    '/me/second/begin',
    ...body,
    guard.self(null, (req, res, agent) => begin(req, res, { agent, parts })),
  );
  router.post(
    '/me/second',
    ...body,
    guard.self({ deed: 'set-second-factor' }, (req, res, agent) => confirm(req, res, { agent, parts })),
  );
  router.post(
    '/me/second/end',
    ...body,
    guard.self({ deed: 'ended-second-factor' }, (req, res, agent) => end(req, res, { agent, parts })),
  );
  return router;
}

type Setting = { readonly agent: Agent; readonly parts: Parts };

/** Whoever finds a desk that was left open puts no lock of theirs on it. */
async function begin(req: Request, res: Response, { agent, parts }: Setting): Promise<void> {
  const wish = readBody(bodies.proven, req.body, res);
  if (!wish) return;
  if (!(await parts.signIn.knows(agent, wish.password))) return refuse(res, 403, 'wrong');
  const begun: FactorBegun = parts.seconds.begin(agent, parts.shop.name);
  res.set('Cache-Control', 'no-store').json(begun);
}

/** Every other session ends: it was opened without. */
async function confirm(req: Request, res: Response, { agent, parts }: Setting): Promise<void> {
  const { seconds, earshot, signIn, cookies, streams } = parts;
  const wish = readBody(bodies.second, req.body, res);
  if (!wish) return;
  if (!(await seconds.confirm(agent, wish.offer, wish.code))) return refuse(res, 403, 'wrong-code');
  await earshot.store.agents.endSessionsOf(agent.id);
  cookies.keepToken(res, await signIn.open(agent));
  streams.renewOf(agent.id);
  res.status(204).end();
}

async function end(req: Request, res: Response, { agent, parts }: Setting): Promise<void> {
  const wish = readBody(bodies.proven, req.body, res);
  if (!wish) return;
  if (parts.mustHaveSecond(agent)) return refuse(res, 409, 'needs-second');
  if (!(await parts.signIn.knows(agent, wish.password))) return refuse(res, 403, 'wrong');
  await parts.earshot.store.agents.setSecond(agent.id, null);
  res.status(204).end();
}
