/** Words of a conversation in the language of whoever reads it, where the shop has a translation service; nothing of it is kept. */

import { Router } from 'express';
import { wordsOf } from '../services/conversation/lines';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { Store } from '../services/store';
import { LINES, lineIdOf, placeOf } from './looked-back';
import type { Parts } from './parts';
import { isTooMuch, readBody, readHandOff } from './problems';
import type { TranslatedLines } from './protocol';
import { bodies } from './read';
import { refuse } from './session';

export function translationRoutes(parts: Parts): Router {
  const { guard, earshot, translator, body } = parts;
  const router = Router();
  if (!translator) return router;
  router.post(
    '/hand-offs/:id/translation',
    ...body,
    guard.agent({ deed: 'translated' }, async (req, res, agent) => {
      if (isTooMuch(agent, res, parts)) return;
      const wish = readBody(bodies.translation, req.body, res);
      if (!wish) return;
      const handOff = await readHandOff(req, res, parts);
      if (!handOff) return;
      const lines = await linesUpTo(wish.lines, handOff, earshot.store);
      const wanted = lines.filter((line) => wish.lines.includes(lineIdOf(line)) && wordsOf(line).trim() !== '');
      const texts = await translator.translate(wanted.map(wordsOf), wish.to);
      if (!texts) return refuse(res, 409, 'translation-away');
      const told: TranslatedLines = {
        lines: wanted.map((line, at) => ({ id: lineIdOf(line), text: texts[at] ?? '' })),
      };
      res.json(told);
    }),
  );
  return router;
}

/** The newest of them, and what was said before it. */
async function linesUpTo(ids: readonly string[], { conversationId }: HandOff, { conversations }: Store) {
  const places = ids.map(placeOf).filter((place) => place !== null);
  const [newest] = places.sort((a, b) => b.version - a.version || b.line - a.line);
  return newest ? conversations.before(conversationId, { ...newest, line: newest.line + 1 }, LINES) : [];
}
