/** Serves the chat page, the pages' assets, and the script that puts the chat into a shop's page. */

import { join } from 'node:path';
import { Router } from 'express';
import { framedByUs, nosniff, serveAssets, servePage } from '../../http/pages';
import type { WebOptions } from './options';

export function chatPages({ pages, origins }: Pick<WebOptions, 'pages' | 'origins'>): Router {
  const router = Router();
  router.use(servePage({ path: '/chat', file: join(pages, 'chat', 'index.html'), framedBy: framedByUs(origins) }));
  router.get('/chat/embed.js', nosniff, (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=300');
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    res.sendFile(join(pages, 'chat', 'embed.js'), (error) => {
      if (error && !res.headersSent) res.status(404).end();
    });
  });
  router.use(serveAssets(pages));
  return router;
}
