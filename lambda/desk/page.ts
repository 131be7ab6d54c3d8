/** Serves the desk's page; its scripts and styles are the pages' shared assets. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { pageHeaders } from '../channels/web/pages';

export function deskPage(pages: string): Router {
  const router = Router();
  const page = join(pages, 'desk', 'index.html');
  router.get('/desk', pageHeaders([]), (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    if (existsSync(page)) res.sendFile(page);
    else res.status(503).type('text/plain').send('The pages are not built yet: npm start builds them.\n');
  });
  return router;
}
