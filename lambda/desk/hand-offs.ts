/** The queue and its hand-offs: what is shown of them, and what is done with them. */

import { type Request, type Response, Router } from 'express';
import type * as z from 'zod/mini';
import type { Agent } from '../services/sign-in/agents';
import type { Click, DeskActed } from './acts';
import { answerActed } from './answer-acted';
import type { Parts } from './parts';
import { isTooMuch, readBody } from './problems';
import { bodies, idOf } from './read';
import { fieldOf, type Recorded } from './recording';
import { refuse } from './session';
import { detailOf } from './views';
import { unsendsOf } from './words-change';

export function handOffRoutes(parts: Parts): Router {
  const { earshot, guard, acts } = parts;
  const { store } = earshot;
  const unsends = unsendsOf(earshot);
  const router = Router();
  router.get(
    '/hand-offs/:id',
    guard.agent({ deed: 'saw' }, async (req, res, agent) => {
      const detail = await detailOf(idOf(req), { store, agent, unsends });
      if (detail) res.json(detail);
      else refuse(res, 404, 'unknown');
    }),
  );

  const on = <T extends { readonly id: string }>(
    path: string,
    schema: z.ZodMiniType<T>,
    ...[done, act]: [Recorded, Act<T>]
  ) =>
    router.post(
      `/hand-offs/:id/${path}`,
      ...parts.body,
      guard.agent(done, (req, res, agent) => acted(req, res, { agent, schema, act, parts })),
    );
  on('take', bodies.take, { deed: 'took' }, (click, { from }) => acts.take(click, from));
  on('say', bodies.say, { deed: 'said' }, (click, { text }) => acts.say(click, { text }));
  on(
    'change-words',
    bodies['change-words'],
    { deed: 'changed-words', what: fieldOf('line') },
    (click, { line, text }) => acts.change(click, line, text),
  );
  on('take-back', bodies['take-back'], { deed: 'took-back', what: fieldOf('line') }, (click, { line }) =>
    acts.change(click, line, null),
  );
  on('return', bodies.return, { deed: 'returned' }, (click) => acts.giveBack(click));
  on('close', bodies.close, { deed: 'closed', what: fieldOf('done') }, (click, { done, topic = null }) =>
    acts.close(click, { done, topic }),
  );
  on('pass', bodies.pass, { deed: 'passed', what: fieldOf('to') }, (click, { to, note: why = null }) =>
    pass(click, { to, why }, parts),
  );
  on('note', bodies.note, { deed: 'noted' }, (click, { text }) => note(click, text, parts));
  router.post(
    '/hand-offs/:id/here',
    ...parts.body,
    guard.agent(null, (req, res, agent) => here(req, res, { agent, parts })),
  );
  router.post(
    '/hand-offs/:id/again',
    ...parts.body,
    guard.agent({ deed: 'sent-again' }, (req, res) => again(req, res, parts)),
  );
  return router;
}

type Act<T> = (click: Click, body: T) => Promise<DeskActed>;
type Acting<T> = {
  readonly agent: Agent;
  readonly schema: z.ZodMiniType<T>;
  readonly act: Act<T>;
  readonly parts: Parts;
};

async function acted<T extends { readonly id: string }>(
  req: Request,
  res: Response,
  { agent, schema, act, parts }: Acting<T>,
): Promise<void> {
  if (isTooMuch(agent, res, parts)) return;
  const body = readBody(schema, req.body, res);
  if (!body) return;
  answerActed(res, await act({ id: body.id, handOffId: idOf(req), agent }, body));
}

type Passing = { readonly to: string | null; readonly why: string | null };

/** The note follows only what was passed on. */
async function pass(click: Click, { to, why }: Passing, parts: Parts): Promise<DeskActed> {
  const { agents } = parts.earshot.store;
  const colleague = to === null ? null : (await agents.list()).find(({ id, isDisabled }) => id === to && !isDisabled);
  if (colleague === undefined) return { kind: 'unknown' };
  const passed = await parts.acts.pass(click, colleague);
  if (passed.kind === 'done' && why !== null) await note(click, why, parts);
  return passed;
}

/** For colleagues only: it lies apart from the conversation, and nothing that goes to a shopper reads it. */
async function note({ id, handOffId, agent }: Click, text: string, { earshot, board, now }: Parts): Promise<DeskActed> {
  const { handOffs } = earshot.store;
  if (!(await handOffs.get(handOffId))) return { kind: 'unknown' };
  await handOffs.addNote({ id: `${agent.id}/${id}`, handOffId, at: now(), by: agent.name, text });
  board.touch(handOffId);
  return { kind: 'done' };
}

/** Answers who else is there: a page asks as often as it tells. */
async function here(
  req: Request,
  res: Response,
  { agent, parts }: Pick<Acting<never>, 'agent' | 'parts'>,
): Promise<void> {
  const wish = readBody(bodies.here, req.body, res);
  if (!wish) return;
  const { presences } = parts.earshot.store;
  const place = { agentId: agent.id, handOffId: idOf(req) };
  if (wish.doing === 'gone') await presences.leave(place.agentId, place.handOffId);
  else await presences.here({ ...place, isWriting: wish.doing === 'writes' });
  res.json({ others: await presences.othersAt(place.handOffId, agent.id, parts.now()) });
}

async function again(req: Request, res: Response, { earshot, board, now }: Parts): Promise<void> {
  const wish = readBody(bodies.again, req.body, res);
  if (!wish) return;
  const { handOffs, outbox } = earshot.store;
  const handOff = await handOffs.get(idOf(req));
  const own = handOff && (await outbox.troubled(1_000, handOff.conversationId));
  const isTheirs = own?.some(({ id }) => id === wish.delivery);
  if (!handOff || !isTheirs || !(await outbox.again(wish.delivery, now()))) return refuse(res, 404, 'unknown');
  earshot.outgoing.wake();
  board.touch(handOff.id);
  res.json({ ok: true });
}
