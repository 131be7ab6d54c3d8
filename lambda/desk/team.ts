/** What only admins do: colleagues come and go, and deliveries in trouble of all conversations. */

import { type Request, type Response, Router } from 'express';
import * as z from 'zod/mini';
import type { Agent } from '../services/sign-in/agents';
import { newPassword } from '../services/sign-in/passwords';
import { isThere } from '../services/sign-in/presence';
import { newAgent } from '../services/sign-in/sign-in';
import { leaveAll } from './leaving';
import type { Parts } from './parts';
import { readBody } from './problems';
import type { AtWork, Colleague, Overview, Trouble } from './protocol';
import { bodies, idOf } from './read';
import { fieldOf, type Recorded } from './recording';
import { refuse } from './session';

const MOST_TROUBLE = 200;

export function teamRoutes(parts: Parts): Router {
  const { earshot, guard, body, now } = parts;
  const { agents, outbox } = earshot.store;
  const router = Router();
  const post = (path: string, done: Recorded, act: (req: Request, res: Response, self: Agent) => Promise<void>) =>
    router.post(path, ...body, guard.admin(done, act));
  router.get(
    '/agents',
    guard.admin(null, async (_req, res) => void res.json((await agents.list()).map((one) => colleague(one, now())))),
  );
  post('/agents', { deed: 'added-agent', what: fieldOf('login') }, (req, res) => add(req, res, parts));
  post('/agents/:id', { deed: 'changed-agent', what: idOf }, (req, res, self) => change(req, res, { self, parts }));
  post('/agents/:id/second/end', { deed: 'ended-second-factor', what: idOf }, (req, res) => endSecond(req, res, parts));
  post('/agents/:id/password', { deed: 'reset-password', what: idOf }, (req, res) => reset(req, res, parts));
  router.get(
    '/colleagues',
    guard.agent(null, async (_req, res) => void res.json(await atWork(parts))),
  );
  router.get(
    '/overview',
    guard.admin(null, (req, res) => overview(req, res, parts)),
  );
  router.get(
    '/deliveries',
    guard.admin(null, async (_req, res) => void res.json(await troubles(parts))),
  );
  post('/deliveries/again', { deed: 'sent-again' }, async (req, res) => {
    const wish = readBody(bodies.again, req.body, res);
    if (!wish) return;
    if (!(await outbox.again(wish.delivery, now()))) return refuse(res, 404, 'unknown');
    earshot.outgoing.wake();
    res.json({ ok: true });
  });
  return router;
}

/** With what each has on the desk: whom to pass something on to. */
async function atWork({ earshot: { store }, now }: Parts): Promise<readonly AtWork[]> {
  const [all, loads] = await Promise.all([store.agents.list(), store.queue.loads()]);
  const load = new Map(loads.map(({ agentId, ...rest }) => [agentId, rest]));
  return all
    .filter(({ isDisabled }) => !isDisabled)
    .map((one) => ({ id: one.id, name: one.name, isThere: isThere(one, now()), ...(load.get(one.id) ?? NO_LOAD) }));
}

/** The page's own midnight, at most two days ago. */
async function overview(req: Request, res: Response, parts: Parts): Promise<void> {
  const since = z.coerce.number().check(z.int()).safeParse(req.query.since);
  const { earshot, now } = parts;
  if (!since.success || since.data < now() - TWO_DAYS_MS) return refuse(res, 400, 'invalid');
  const { queue } = earshot.store;
  const free = { agentId: '', endedSince: now(), group: 'free', after: null, limit: 1 } as const;
  const [people, counts, first, figures] = await Promise.all([
    atWork(parts),
    queue.counts(free),
    queue.page(free),
    queue.figures(since.data),
  ]);
  const told: Overview = { people, free: counts.free, since: first.items[0]?.handOff.waitingSince ?? null, figures };
  res.json(told);
}

const TWO_DAYS_MS = 48 * 3_600_000;
const NO_LOAD = { open: 0, waiting: 0 };

async function add(req: Request, res: Response, parts: Parts): Promise<void> {
  const wish = readBody(bodies.newAgent, req.body, res);
  if (!wish) return;
  const password = newPassword();
  const agent = newAgent({ ...wish, hash: await parts.hash(password) });
  if (!(await parts.earshot.store.agents.add(agent))) return refuse(res, 409, 'login-taken');
  // Nobody sees it again: it is kept hashed.
  res.status(201).json({ agent: colleague(agent, parts.now()), password });
}

type Changing = { readonly self: Agent; readonly parts: Parts };

/** Nobody shuts the door behind the last admin: one's own role and access stay. */
async function change(req: Request, res: Response, { self, parts }: Changing): Promise<void> {
  const { agents } = parts.earshot.store;
  const wish = readBody(bodies.change, req.body, res);
  if (!wish) return;
  const agent = await known(req, parts);
  if (!agent) return refuse(res, 404, 'unknown');
  const shutsOut = wish.isDisabled === true || wish.role === 'agent';
  if (agent.id === self.id && shutsOut) return refuse(res, 409, 'yourself');
  const { name, role, isDisabled } = wish;
  await agents.change(agent.id, {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(isDisabled === undefined ? {} : { isDisabled }),
  });
  if (shutsOut) await signOut(agent, parts);
  // Nobody else could answer what they have.
  if (isDisabled === true) await leaveAll(agent, parts);
  res.json({ ok: true });
}

async function reset(req: Request, res: Response, parts: Parts): Promise<void> {
  const agent = await known(req, parts);
  if (!agent) return refuse(res, 404, 'unknown');
  const password = newPassword();
  await parts.earshot.store.agents.change(agent.id, { password: await parts.hash(password) });
  await signOut(agent, parts);
  res.json({ password });
}

/** A phone is lost: they sign in with the password alone, once more, from nowhere they are now. */
async function endSecond(req: Request, res: Response, parts: Parts): Promise<void> {
  const agent = await known(req, parts);
  if (!agent) return refuse(res, 404, 'unknown');
  await parts.earshot.store.agents.setSecond(agent.id, null);
  await signOut(agent, parts);
  res.json({ ok: true });
}

async function signOut({ id }: Agent, { earshot, streams }: Parts): Promise<void> {
  await earshot.store.agents.endSessionsOf(id);
  streams.endOf(id);
}

async function known({ params }: Request, { earshot }: Parts): Promise<Agent | null> {
  return (await earshot.store.agents.list()).find(({ id }) => id === params.id) ?? null;
}

/** With the reference of the hand-off a conversation is about, so that people can talk of it. */
async function troubles({ earshot }: Parts): Promise<readonly Trouble[]> {
  const { outbox, handOffs } = earshot.store;
  const all = await outbox.troubled(MOST_TROUBLE);
  const about = await handOffs.of([...new Set(all.map(({ conversationId }) => conversationId))]);
  const latest = [...about].sort((a, b) => a.createdAt - b.createdAt);
  const references = new Map(latest.map(({ conversationId, reference }) => [conversationId, reference]));
  return all
    .filter(({ state }) => state !== 'overtaken')
    .map(({ conversationId, ...rest }) => ({ ...rest, reference: references.get(conversationId) ?? null }));
}

function colleague(agent: Agent, at: number): Colleague {
  const { id, login, name, role, isDisabled, seenAt, second } = agent;
  return { id, login, name, role, isDisabled, seenAt, hasSecond: second !== null, isThere: isThere(agent, at) };
}
