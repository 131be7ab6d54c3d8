/** Serves the chat page, its assets and the script that puts it into a shop's page, under a strict policy. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import type { WebOptions } from './options';

const YEAR = '365d';

/** Every page of the house takes these headers; `ancestors` are the origins that may frame it besides our own. */
export function pageHeaders(ancestors: readonly string[]): RequestHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...ancestors].join(' ')}`,
  ].join('; ');
  return (_req, res, next) => {
    res.setHeader('Content-Security-Policy', policy);
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    next();
  };
}

export function chatPages({ pages, origins }: Pick<WebOptions, 'pages' | 'origins'>): Router {
  const router = Router();
  const page = join(pages, 'chat', 'index.html');
  router.get('/chat', pageHeaders(origins), (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    if (existsSync(page)) res.sendFile(page);
    else res.status(503).type('text/plain').send('The pages are not built yet: npm start builds them.\n');
  });
  router.get('/chat/embed.js', (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=300');
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.sendFile(join(pages, 'chat', 'embed.js'), (error) => {
      if (error && !res.headersSent) res.status(404).end();
    });
  });
  // Their names change with their contents.
  router.use(
    '/assets',
    nosniff,
    express.static(join(pages, 'assets'), { immutable: true, maxAge: YEAR, index: false }),
  );
  return router;
}

const nosniff: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  next();
};
