/** Serves built pages under a strict policy, and the assets they share. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

export type PagePolicy = {
  /** Whose pages may frame this one; nobody's where empty. */
  readonly framedBy: readonly string[];
  /** It frames pages of ours. */
  readonly frames?: boolean;
  /** Where its forms go, and are sent on to; nowhere where absent. */
  readonly posts?: readonly string[];
  /** It listens. */
  readonly listens?: boolean;
};

type Page = PagePolicy & {
  readonly path: string;
  /** Its file, among the built ones. */
  readonly file: string;
};

const SELF = "'self'";
/** Framed by pages of this server and these. */
export const framedByUs = (origins: readonly string[] = []): readonly string[] => [SELF, ...origins];

export function servePage({ path, file, ...policy }: Page): Router {
  const router = Router();
  router.get(path, pageHeaders(policy), (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    if (existsSync(file)) res.sendFile(file);
    else res.status(503).type('text/plain').send('The pages are not built yet: npm start builds them.\n');
  });
  return router;
}

/** What all built pages load: its names change with its contents. */
export function serveAssets(pages: string): Router {
  const router = Router();
  const files = express.static(join(pages, 'assets'), { immutable: true, maxAge: '365d', index: false });
  router.use('/assets', nosniff, files);
  return router;
}

export const nosniff: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  next();
};

export function pageHeaders({ framedBy, frames = false, listens = false, posts = [] }: PagePolicy): RequestHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self' data:",
    "connect-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${posts.length > 0 ? posts.join(' ') : "'none'"}`,
    `frame-ancestors ${framedBy.length > 0 ? framedBy.join(' ') : "'none'"}`,
  ].join('; ');
  return (_req, res, next) => {
    res.setHeader('Content-Security-Policy', policy);
    res.setHeader('X-Content-Type-Options', 'nosniff');
    // Without any referrer browsers hide the origin of a form, too, by which a door knows its own.
    res.setHeader('Referrer-Policy', posts.length > 0 ? 'same-origin' : 'no-referrer');
    res.setHeader('Permissions-Policy', `camera=(), geolocation=(), microphone=${listens ? '(self)' : '()'}`);
    next();
  };
}
