/** The queue over HTTP: its beginning, a following page of one group, and what became of some of it. */

import { Router } from 'express';
import * as z from 'zod/mini';
import { QUEUE_GROUPS, SEARCH_KINDS, SEARCH_STATES } from '../services/hand-off/queue';
import type { Parts } from './parts';
import { MOST, PAGE, placeIn } from './queue';
import { LONGEST as LONGEST_WORDS } from './read';
import { refuse } from './session';

/** What is told together is asked for together; more would not fit in an address. */
const MOST_IDS = 100;

const count = z.catch(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST)), PAGE);
/** How many of each the page shows already. */
const shown = z.object({ mine: count, free: count, others: count, ended: count });
const following = z.object({ group: z.enum(QUEUE_GROUPS), after: z.pipe(z.string(), z.transform(placeIn)) });
const some = z.object({
  ids: z
    .pipe(
      z.string().check(z.maxLength(64 * MOST_IDS)),
      z.transform((list) => list.split(',').filter((id) => id !== '')),
    )
    .check(z.refine((ids) => ids.length > 0 && ids.length <= MOST_IDS)),
});

/** A sentence is longer than anything that is looked for. */
const LONGEST = 200;
const searched = z.object({
  words: z.pipe(
    z.string().check(z.maxLength(LONGEST)),
    z.transform((typed) => typed.split(/\s+/).filter((word) => word !== '')),
  ),
  state: z.enum(SEARCH_STATES),
  tag: z.catch(z.nullable(z.string().check(z.maxLength(LONGEST_WORDS.tag))), null),
  kind: z.catch(z.nullable(z.enum(SEARCH_KINDS)), null),
  after: z.pipe(
    z.optional(z.string()),
    z.transform((place) => (place === undefined ? null : placeIn(place))),
  ),
});

export function queueRoutes({ guard, queue }: Parts): Router {
  const router = Router();
  router.get(
    '/queue',
    guard.agent(null, async (req, res, agent) => {
      const limits = shown.parse(req.query);
      res.json(await queue.whole(agent.id, limits));
    }),
  );
  router.get(
    '/queue/page',
    guard.agent(null, async (req, res, agent) => {
      const wish = following.safeParse(req.query);
      if (!wish.success || wish.data.after === null) return refuse(res, 400, 'invalid');
      const { group, after } = wish.data;
      res.json(await queue.page(agent.id, { group, after, limit: PAGE }));
    }),
  );
  router.get(
    '/queue/search',
    guard.agent({ deed: 'searched' }, async (req, res) => {
      const wish = searched.safeParse(req.query);
      if (!wish.success) return refuse(res, 400, 'invalid');
      res.json(await queue.search(wish.data));
    }),
  );
  router.get(
    '/queue/some',
    guard.agent(null, async (req, res, agent) => {
      const wish = some.safeParse(req.query);
      if (!wish.success) return refuse(res, 400, 'invalid');
      res.json(await queue.change(agent.id, wish.data.ids));
    }),
  );
  return router;
}
