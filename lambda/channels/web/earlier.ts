/** What was said before the lines a page began with: as far back as it is kept. */

import type { Request, Response } from 'express';
import { refuse } from '../../http/refusals';
import type { WebOptions } from './options';
import { seenBy } from './seen-by';
import { knownOf } from './verify';
import { dataOf, placeOf } from './write';

const LINES = 100;

/** `?before=` the id of the first line the page has. */
export async function earlier(req: Request, res: Response, options: WebOptions): Promise<void> {
  const known = await knownOf(req, res, options);
  if (!known) return;
  const place = placeOf(req.query.before);
  if (!place) return refuse(res, 400, 'invalid');
  const found = await options.before(known.conversationId, place, LINES + 1);
  const lines = found.slice(-LINES).filter(({ show }) => show?.of === undefined);
  res.setHeader('Cache-Control', 'private, no-store');
  res.json({ lines: lines.map((line) => dataOf(seenBy(known, line), known)), hasEarlier: found.length > LINES });
}
