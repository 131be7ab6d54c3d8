/** The record of the desk for admins, as a file: who saw and changed what, a line each. */

import { Router } from 'express';
import * as z from 'zod/mini';
import { recordLines } from '../services/sign-in/desk-record-lines';
import type { Parts } from './parts';
import { refuse } from './session';

const DAY_MS = 24 * 3_600_000;
/** How many days back, all there is at the most. */
const asked = z.object({ days: z._default(z.coerce.number().check(z.int(), z.positive(), z.maximum(36_500)), 30) });

export function recordRoutes({ guard, earshot, now }: Parts): Router {
  const router = Router();
  router.get(
    '/record.csv',
    guard.admin({ deed: 'saw-record' }, async (req, res) => {
      const wish = asked.safeParse(req.query);
      if (!wish.success) return refuse(res, 400, 'invalid');
      res.type('text/csv; charset=utf-8').attachment('desk-record.csv');
      for await (const lines of recordLines(earshot.store.deskRecords, now() - wish.data.days * DAY_MS)) {
        if (res.destroyed) return;
        res.write(lines);
      }
      res.end();
    }),
  );
  return router;
}
