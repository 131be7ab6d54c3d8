/** Tells the page what became of what it did with a hand-off. */

import type { Response } from 'express';
import type { DeskActed } from './acts';
import { refuse } from './session';
import { withoutConversation } from './views';

export function answerActed(res: Response, outcome: DeskActed): void {
  if (outcome.kind === 'done') res.json({ ok: true });
  else if (outcome.kind === 'unknown') refuse(res, 404, 'unknown');
  else if (outcome.kind === 'refused') refuse(res, 409, outcome.why);
  else refuse(res, 409, outcome.kind, { handOff: withoutConversation(outcome.handOff) });
}
