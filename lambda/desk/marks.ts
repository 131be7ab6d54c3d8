/** What people mark a hand-off with: set aside until then, called back, tags. */

import { type Request, type Response, Router } from 'express';
import type * as z from 'zod/mini';
import type { HandOff } from '../services/hand-off/hand-offs';
import { redact } from '../services/privacy/redact';
import type { Agent } from '../services/sign-in/agents';
import { isOver } from './acts';
import type { Parts } from './parts';
import { isTooMuch, readBody, readHandOff } from './problems';
import { bodies } from './read';
import type { Recorded } from './recording';
import { refuse } from './session';

/** Longer than that nobody sets anything aside. */
const FURTHEST_MS = 90 * 24 * 3_600_000;
const MOST_TAGS = 200;

export function markRoutes(parts: Parts): Router {
  const { guard, earshot, now, body } = parts;
  const { marks } = earshot.store;
  const router = Router();
  const on = <T>(path: string, done: Recorded, marking: Marking<T>) =>
    router.post(
      `/hand-offs/:id/${path}`,
      ...body,
      guard.agent(done, (req, res, agent) => marked(req, res, { agent, marking, parts })),
    );
  on(
    'snooze',
    { deed: 'snoozed' },
    {
      schema: bodies.snooze,
      may: isOnesOwn,
      mark: ({ id }, { until }) => marks.snooze(id, until === null ? null : Math.min(until, now() + FURTHEST_MS)),
    },
  );
  on(
    'called',
    { deed: 'called' },
    {
      schema: bodies.called,
      may: (handOff, agent) => handOff.wish === 'call-back' && handOff.agent?.id === agent.id,
      mark: ({ id }) => marks.called(id, now()),
    },
  );
  on(
    'tag',
    { deed: 'tagged' },
    {
      schema: bodies.tag,
      may: () => true,
      async mark({ id }, { tag, isOn }) {
        await (isOn ? marks.tag(id, redact(tag, [])) : marks.untag(id, tag));
        return true;
      },
    },
  );
  router.get(
    '/tags',
    guard.agent(null, async (_req, res) => void res.json({ tags: await marks.tags(MOST_TAGS) })),
  );
  return router;
}

type Marking<T> = {
  readonly schema: z.ZodMiniType<T>;
  readonly may: (handOff: HandOff, agent: Agent) => boolean;
  /** False: it is over. */
  readonly mark: (handOff: HandOff, body: T) => Promise<boolean>;
};

type Marked<T> = { readonly agent: Agent; readonly marking: Marking<T>; readonly parts: Parts };

async function marked<T>(req: Request, res: Response, { agent, marking, parts }: Marked<T>): Promise<void> {
  if (isTooMuch(agent, res, parts)) return;
  const body = readBody(marking.schema, req.body, res);
  if (body === null) return;
  const handOff = await readHandOff(req, res, parts);
  if (!handOff) return;
  if (!marking.may(handOff, agent)) return refuse(res, 409, isOver(handOff) ? 'over' : 'not-yours');
  if (!(await marking.mark(handOff, body))) return refuse(res, 409, 'over');
  parts.board.touch(handOff.id);
  res.json({ ok: true });
}

/** What a colleague has is theirs to set aside. */
function isOnesOwn(handOff: HandOff, { id }: Agent): boolean {
  return !isOver(handOff) && (handOff.agent === null || handOff.agent.id === id);
}
