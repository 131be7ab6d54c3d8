/** What the team writes often and what the shop has written, in the shopper's language, as it is told today: an agent picks one and sends it. */

import { Router } from 'express';
import { answersOn } from '../services/content/content';
import { filled } from '../services/hand-off/desk-replies';
import { languageOf } from '../vocabulary/locales';
import type { Parts } from './parts';
import { readHandOff } from './problems';
import type { WrittenAnswer } from './protocol';

export function answerRoutes({ guard, earshot, shop, today }: Parts): Router {
  const router = Router();
  router.get(
    '/hand-offs/:id/answers',
    guard.agent(null, async (req, res, agent) => {
      const handOff = await readHandOff(req, res, { earshot });
      if (!handOff) return;
      const { locale } = handOff;
      const packet = await earshot.store.handOffs.packet(handOff.id);
      const inFull = packet?.answerTo === 'email';
      const found = answersOn({ locale, today: today() }, earshot.content).map(
        ({ topic, title, names, chat, text }): WrittenAnswer => ({ topic, title, names, text: inFull ? text : chat }),
      );
      const known = {
        name: packet?.shopper.name ?? null,
        agent: agent.name,
        reference: handOff.reference.replace(/(.{4})(?=.)/g, '$1-'),
        order: packet?.about[0]?.number ?? null,
        shop: shop.name,
      };
      const own = (shop.deskReplies[languageOf(locale)] ?? []).map(
        ({ title, text }, at): WrittenAnswer => ({ topic: `reply ${at}`, title, names: [], text: filled(text, known) }),
      );
      // What the team writes to everybody comes first.
      res.json([...own, ...found.toSorted((a, b) => a.title.localeCompare(b.title, locale))]);
    }),
  );
  return router;
}
