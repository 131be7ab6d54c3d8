/** The record of the desk for admins, as a file: who saw and changed what, a line each. */

import { Router } from 'express';
import * as z from 'zod/mini';
import { RECORD_HEAD, recordLine } from '../services/sign-in/desk-record-lines';
import type { Parts } from './parts';
import { refuse } from './session';

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 500;
/** How many days back, all there is at the most. */
const asked = z.object({ days: z._default(z.coerce.number().check(z.int(), z.positive(), z.maximum(36_500)), 30) });

export function recordRoutes({ guard, earshot, now }: Parts): Router {
  const router = Router();
  router.get(
    '/record.csv',
    guard.admin({ deed: 'saw-record' }, async (req, res) => {
      const wish = asked.safeParse(req.query);
      if (!wish.success) return refuse(res, 400, 'invalid');
      res.type('text/csv; charset=utf-8').attachment('desk-record.csv').write(RECORD_HEAD);
      let after = { at: now() - wish.data.days * DAY_MS, id: '' };
      for (let isMore = true; isMore && !res.destroyed; ) {
        const page = await earshot.store.deskRecords.page(after, AT_ONCE);
        for (const line of page) res.write(recordLine(line));
        after = page.at(-1) ?? after;
        isMore = page.length > 0;
      }
      res.end();
    }),
  );
  return router;
}
