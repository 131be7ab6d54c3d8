/** Refuses what does not come from where it may, is not plain JSON, or is nobody's; knows the visitor and the shopper. */

import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Visitor, WebOptions } from './options';

/** A visitor at the door: whose conversation this is, and the shop's token if one came with the request. */
export type Known = Visitor & {
  readonly conversationId: string;
  readonly credential?: string;
  readonly firstName?: string;
};

const ALLOWED = 'Authorization, Content-Type, Last-Event-ID, X-Shopper-Token';
/** The shop is asked who a token is; a page can wait that long. */
const RECOGNISE_WITHIN_MS = 4_000;

/** `code` names the reason for the page, which has the words. */
export function refuse(res: Response, status: number, code: string, retryAfter = 0): null {
  if (retryAfter > 0) res.setHeader('Retry-After', String(retryAfter));
  res.status(status).json({ error: code });
  return null;
}

/** Answers pre-flights; a page of an origin that is neither ours nor the shop's gets nothing. */
export function originGuard(origins: readonly string[]): RequestHandler {
  return (req, res, next) => {
    res.setHeader('Vary', 'Origin');
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    const { origin } = req.headers;
    if (origin !== undefined && !isOwn(origin, req.headers.host)) {
      if (!origins.includes(origin)) return void refuse(res, 403, 'origin');
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Allow-Headers', ALLOWED);
      res.setHeader('Access-Control-Allow-Methods', 'GET, POST');
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (req.method === 'OPTIONS') return void res.status(204).end();
    next();
  };
}

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

export const jsonOnly: RequestHandler = (req, res, next) => {
  const type = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
  if (!type.test(req.headers['content-type'] ?? '')) return void refuse(res, 415, 'not-json');
  next();
};

/** What the body parser throws has a status and a text that stays inside. */
export function bodyErrors(log: WebOptions['log']): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _req, res, _next) => {
    const status = typeof error === 'object' && error && 'status' in error ? Number(error.status) : 500;
    if (status >= 500) log.error({ err: error }, 'the web chat broke');
    if (res.headersSent) return void res.destroy();
    refuse(res, status, status === 413 ? 'too-large' : status >= 500 ? 'broken' : 'malformed');
  };
}

/** null: nobody the page could be; the answer has been sent. */
export async function visitorOf(req: Request, res: Response, options: WebOptions): Promise<Visitor | null> {
  const token = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const visitor = token ? await options.visitors.recognise(token) : null;
  return visitor ?? refuse(res, 401, 'visitor');
}

/** Who a shopper is only the shop says, by its own token: never an id from the page. */
export async function recognise(
  req: Request,
  { address, locale }: Visitor,
  options: WebOptions,
): Promise<Known | 'unlinked' | 'unreachable'> {
  const credential = req.get('x-shopper-token');
  const deadline = options.now() + RECOGNISE_WITHIN_MS;
  const { conversationId, stranger, firstName } = await options.conversationOf({
    id: randomUUID(),
    channel: 'web',
    address,
    locale,
    deadline,
    ...(credential ? { credential } : {}),
  });
  if (stranger === 'unlinked' || stranger === 'unreachable') return stranger;
  return {
    address,
    locale,
    conversationId,
    ...(credential ? { credential } : {}),
    ...(firstName ? { firstName } : {}),
  };
}

/** The same for a handler: refusals are answered here. */
export async function knownOf(
  req: Request,
  res: Response,
  { visitor, options }: { readonly visitor: Visitor; readonly options: WebOptions },
): Promise<Known | null> {
  const known = await recognise(req, visitor, options);
  if (known === 'unlinked') return refuse(res, 401, 'sign-in');
  if (known === 'unreachable') return refuse(res, 503, 'shop-away', 5);
  return known;
}
