/** What was said before what the desk's page shows at first: a page at a time, back to the first line that is kept. */

import { type Request, type Response, Router } from 'express';
import { tellsChange } from '../services/conversation/lines';
import { DELIVERIES, EARLIER, LINES, placeOf } from './looked-back';
import type { Parts } from './parts';
import { readHandOff } from './problems';
import type { EarlierLines } from './protocol-lines';
import { refuse } from './session';
import { type LineView, lineOf } from './views';

export function earlierRoutes(parts: Parts): Router {
  const router = Router();
  router.get(
    '/hand-offs/:id/lines',
    parts.guard.agent({ deed: 'saw' }, (req, res) => earlier(req, res, parts)),
  );
  return router;
}

async function earlier(req: Request, res: Response, parts: Parts): Promise<void> {
  const place = placeOf(req.query.before);
  if (!place) return refuse(res, 400, 'invalid');
  const handOff = await readHandOff(req, res, parts);
  if (!handOff) return;
  const { conversations, outbox } = parts.earshot.store;
  const { conversationId } = handOff;
  const [found, newest, deliveries] = await Promise.all([
    conversations.before(conversationId, place, EARLIER + 1),
    conversations.since(conversationId, null, LINES),
    outbox.ofConversation(conversationId, DELIVERIES),
  ]);
  const lines = found.slice(-EARLIER);
  // What was changed since is told by newer lines. Nobody changes what was said so long ago.
  const told = [...lines, ...newest.filter(tellsChange)];
  const view: LineView = { lines: told, deliveries, unseen: new Set(), unsends: () => false, agent: null };
  const shown: EarlierLines = {
    lines: lines.filter((line) => !tellsChange(line)).map((line) => withoutGuess(lineOf(line, view))),
    hasEarlier: found.length > EARLIER,
  };
  res.json(shown);
}

/** What became of it is not kept for ever: nothing is said of it then. */
function withoutGuess(line: EarlierLines['lines'][number]): EarlierLines['lines'][number] {
  return line.sent?.delivery === null ? { ...line, sent: null } : line;
}
