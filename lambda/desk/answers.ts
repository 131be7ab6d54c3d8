/** What the shop has written, in the shopper's language, as it is told today: an agent picks one and sends it. */

import { Router } from 'express';
import { answersOn } from '../services/content/content';
import type { Parts } from './parts';
import type { WrittenAnswer } from './protocol';
import { refuse } from './session';

export function answerRoutes({ guard, earshot, today }: Parts): Router {
  const router = Router();
  router.get(
    '/hand-offs/:id/answers',
    guard.agent(async (req, res) => {
      const handOff = await earshot.store.handOffs.get(String(req.params.id));
      if (!handOff) return refuse(res, 404, 'unknown');
      const { locale } = handOff;
      const packet = await earshot.store.handOffs.packet(handOff.id);
      const inFull = packet?.answerTo === 'email';
      const found = answersOn({ locale, today: today() }, earshot.content).map(
        ({ topic, title, names, chat, text }): WrittenAnswer => ({ topic, title, names, text: inFull ? text : chat }),
      );
      res.json(found.toSorted((a, b) => a.title.localeCompare(b.title, locale)));
    }),
  );
  return router;
}
