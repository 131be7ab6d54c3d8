/** What people mark a hand-off with: set aside until then, called back, tags. */

import { type Request, type Response, Router } from 'express';
import type * as z from 'zod/mini';
import type { HandOff } from '../services/hand-off/hand-offs';
import { redact } from '../services/privacy/redact';
import type { Agent } from '../services/sign-in/agents';
import { isOver } from './acts';
import type { Parts } from './parts';
import { isTooMuch, readBody, readHandOff } from './problems';
import type { Refusal } from './protocol';
import { bodies, LONGEST } from './read';
import type { Recorded } from './recording';
import { refuse } from './session';

/** Longer than that nobody sets anything aside. */
const FURTHEST_MS = 90 * 24 * 3_600_000;
const MOST_TAGS = 200;
/** More nobody looks through. */
const MOST_OF_ONE = 20;

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
      async mark({ id }, { until }) {
        if (until !== null && until <= now()) return 'past';
        if (until !== null && until > now() + FURTHEST_MS) return 'too-far';
        return (await marks.snooze(id, until)) ? null : 'over';
      },
    },
  );
  on(
    'called',
    { deed: 'called' },
    {
      schema: bodies.called,
      may: (handOff, agent) => handOff.wish === 'call-back' && handOff.agent?.id === agent.id,
      mark: async ({ id }) => ((await marks.called(id, now())) ? null : 'over'),
    },
  );
  on(
    'tag',
    { deed: 'tagged' },
    {
      schema: bodies.tag,
      may: () => true,
      mark: async ({ id }, { tag, isOn }) => (isOn ? tagged(id, redact(tag, []), parts) : untagged(id, tag, parts)),
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
  /** null: it is marked. */
  readonly mark: (handOff: HandOff, body: T) => Promise<Refusal | null>;
};

type Marked<T> = { readonly agent: Agent; readonly marking: Marking<T>; readonly parts: Parts };

async function marked<T>(req: Request, res: Response, { agent, marking, parts }: Marked<T>): Promise<void> {
  if (isTooMuch(agent, res, parts)) return;
  const body = readBody(marking.schema, req.body, res);
  if (body === null) return;
  const handOff = await readHandOff(req, res, parts);
  if (!handOff) return;
  if (!marking.may(handOff, agent)) return refuse(res, 409, isOver(handOff) ? 'over' : 'not-yours');
  const refused = await marking.mark(handOff, body);
  if (refused) return refuse(res, refused === 'over' ? 409 : 422, refused);
  parts.board.touch(handOff.id);
  res.json({ ok: true });
}

/** What differs only in its capitals is the tag that is there. */
async function tagged(id: string, tag: string, { earshot }: Parts): Promise<Refusal | null> {
  if ([...tag].length > LONGEST.tag) return 'tag-long';
  const { marks } = earshot.store;
  const [own, known] = await Promise.all([marks.of([id]), marks.tags(MOST_TAGS)]);
  const tags = own.get(id)?.tags ?? [];
  const alike = [...tags, ...known].find((one) => one.toLowerCase() === tag.toLowerCase()) ?? tag;
  if (tags.includes(alike)) return null;
  if (tags.length >= MOST_OF_ONE) return 'tag-full';
  await marks.tag(id, alike);
  return null;
}

async function untagged(id: string, tag: string, { earshot }: Parts): Promise<null> {
  await earshot.store.marks.untag(id, tag);
  return null;
}

/** What a colleague has is theirs to set aside. */
function isOnesOwn(handOff: HandOff, { id }: Agent): boolean {
  return !isOver(handOff) && (handOff.agent === null || handOff.agent.id === id);
}
