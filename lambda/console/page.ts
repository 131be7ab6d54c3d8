/** Serves the console's page under a strict policy; its scripts and styles are the pages' shared assets. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function consolePage(pages: string): Router {
  const router = Router();
  const page = join(pages, 'console', 'index.html');
  router.get('/', (_req, res) => {
    res.setHeader('Content-Security-Policy', POLICY);
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(self)');
    res.setHeader('Cache-Control', 'no-cache');
    if (existsSync(page)) res.sendFile(page);
    else res.status(503).type('text/plain').send('The pages are not built yet: npm start builds them.\n');
  });
  return router;
}
