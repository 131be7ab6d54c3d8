/** Coming, going, and being there: the session, the availability and the password of whoever works at the desk. */

import { type Request, type Response, Router } from 'express';
import type { Agent } from '../services/sign-in/agents';
import { proofFor } from '../services/sign-in/known-browser';
import { leaveAll } from './leaving';
import type { Parts } from './parts';
import { readBody } from './problems';
import type { Me } from './protocol';
import { bodies } from './read';
import { refuse, whereFrom } from './session';

/** When it is worth trying again where too many sign in at once. */
const BUSY_SECONDS = 5;

export function meRoutes(parts: Parts): Router {
  const { earshot, guard, body } = parts;
  const { agents } = earshot.store;
  const router = Router();
  // For a page that does not know yet whether somebody is signed in.
  router.get('/session', async (req, res) => {
    const agent = await parts.signIn.recognise(parts.cookies.tokenOf(req));
    res.json({ me: agent && meOf(agent, parts) });
  });
  router.post('/session', ...body, (req, res) => enter(req, res, parts));
  router.post('/session/end', ...body, (req, res) => leave(req, res, parts));
  router.get(
    '/me',
    guard.self(null, (_req, res, agent) => void res.json(meOf(agent, parts))),
  );
  router.post(
    '/me',
    ...body,
    guard.agent(null, async (req, res, agent) => {
      const wish = readBody(bodies.me, req.body, res);
      if (!wish) return;
      await agents.change(agent.id, { isAvailable: wish.available });
      res.json(meOf({ ...agent, isAvailable: wish.available }, parts));
    }),
  );
  // Whoever goes home leaves what they have to their colleagues.
  router.post(
    '/me/home',
    ...body,
    guard.agent(
      { deed: 'went-home' },
      async (_req, res, agent) => void res.json({ released: await leaveAll(agent, parts) }),
    ),
  );
  router.post(
    '/me/password',
    ...body,
    guard.self({ deed: 'changed-password' }, (req, res, agent) => changePassword(req, res, { agent, parts })),
  );
  return router;
}

async function enter(req: Request, res: Response, parts: Parts): Promise<void> {
  const { signIn, cookies, record } = parts;
  const tried = readBody(bodies.session, req.body, res);
  if (!tried) return;
  const signedIn = await signIn.enter({ ...tried, source: whereFrom(req), proof: cookies.proofOf(req) });
  if (signedIn.kind === 'busy') return refuse(res, 429, 'too-many', { retryAfter: BUSY_SECONDS });
  if (signedIn.kind === 'locked') return refuse(res, 429, 'locked', { retryAfter: signedIn.seconds });
  if (signedIn.kind !== 'in') return refuse(res, 401, signedIn.kind);
  await record.add('signed-in', signedIn.agent);
  // Another session of this browser, if there was one, is over.
  await signIn.leave(cookies.tokenOf(req));
  cookies.keepToken(res, signedIn.token);
  cookies.keepProof(res, signedIn.proof);
  res.status(201).json(meOf(signedIn.agent, parts));
}

/** Whoever leaves is no longer there for shoppers. */
async function leave(req: Request, res: Response, { signIn, cookies, earshot, streams, record }: Parts): Promise<void> {
  const agent = await signIn.recognise(cookies.tokenOf(req));
  if (agent) {
    await record.add('signed-out', agent);
    await earshot.store.agents.change(agent.id, { isAvailable: false });
    streams.endOf(agent.id);
  }
  await signIn.leave(cookies.tokenOf(req));
  cookies.forgetToken(res);
  res.status(204).end();
}

type Changing = { readonly agent: Agent; readonly parts: Parts };

/** Every other session of this agent ends: somebody else may have known the old one. */
async function changePassword(req: Request, res: Response, { agent, parts }: Changing): Promise<void> {
  const { signIn, cookies, earshot, streams } = parts;
  const wish = readBody(bodies.password, req.body, res);
  if (!wish) return;
  if (!(await signIn.knows(agent, wish.old))) return refuse(res, 403, 'wrong');
  const password = await parts.hash(wish.new);
  await earshot.store.agents.change(agent.id, { password });
  await earshot.store.agents.endSessionsOf(agent.id);
  cookies.keepToken(res, await signIn.open(agent));
  cookies.keepProof(res, proofFor({ ...agent, password }));
  streams.renewOf(agent.id);
  res.status(204).end();
}

function meOf(agent: Agent, { mustHaveSecond }: Pick<Parts, 'mustHaveSecond'>): Me {
  const { id, login, name, role, isAvailable, second } = agent;
  const hasSecond = second !== null;
  return { id, login, name, role, isAvailable, hasSecond, mustHaveSecond: mustHaveSecond(agent) };
}
