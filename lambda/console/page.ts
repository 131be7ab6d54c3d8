/** Serves the console's page to whoever has shown the key; its scripts and styles are the pages' shared assets. */

import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { servePage } from '../http/pages';
import type { ConsoleKey } from './key';
import { greetStranger } from './stranger';

export function consolePage(pages: string, key: ConsoleKey): Router {
  const router = Router();
  router.get('/console', enter(key));
  router.get('/', (req, res, next) => (key.isShownIn(req) ? next() : greetStranger(res)));
  router.get('/words', (req, res, next) => (key.isShownIn(req) ? next() : greetStranger(res)));
  router.use(servePage({ path: '/words', file: join(pages, 'words', 'index.html'), framedBy: [] }));
  router.use(
    servePage({ path: '/', file: join(pages, 'console', 'index.html'), framedBy: [], frames: true, listens: true }),
  );
  return router;
}

/** The printed link: what it carried goes into a cookie, and out of the address. */
function enter(key: ConsoleKey): RequestHandler {
  return (req, res) => {
    const given = typeof req.query.key === 'string' ? req.query.key : '';
    const isRight = key.isRight(given);
    if (!isRight && !key.isShownIn(req)) return greetStranger(res);
    if (isRight) key.remember(res);
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.redirect(303, '/');
  };
}
