/** Knows the visitor and the shopper a request comes from, and refuses nobody's. */

import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { refuse } from '../../http/refusals';
import { bearerOf } from '../../http/secrets';
import type { WebOptions, WebVisitor } from './options';

/** A visitor at the door: whose conversation this is, and the shop's token if one came with the request. */
export type KnownVisitor = WebVisitor & {
  readonly conversationId: string;
  readonly credential?: string;
  readonly firstName?: string;
  readonly shopperId?: string;
};

/** The shop is asked who a token is; a page can wait that long. */
const RECOGNISE_WITHIN_MS = 4_000;

/** undefined: nobody the page could be; the answer has been sent. */
export async function visitorOf(req: Request, res: Response, options: WebOptions): Promise<WebVisitor | undefined> {
  const visitor = await options.visitors.recognise(bearerOf(req.headers.authorization));
  return visitor ?? refuse(res, 401, 'visitor');
}

/** Who a shopper is only the shop says, by its own token: never an id from the page. */
export async function recognise(
  req: Request,
  { address, locale }: WebVisitor,
  options: WebOptions,
): Promise<KnownVisitor | 'unlinked' | 'unreachable'> {
  const credential = req.get('x-shopper-token');
  const deadline = options.now() + RECOGNISE_WITHIN_MS;
  const { conversationId, stranger, firstName, shopperId } = await options.conversationOf({
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
    ...(shopperId ? { shopperId } : {}),
  };
}

const visitors = new WeakMap<Request, WebVisitor>();

/** For the handlers behind the one that found out whose request this is. */
export function keepVisitor(req: Request, visitor: WebVisitor): void {
  visitors.set(req, visitor);
}

export const visitorIn = (req: Request): WebVisitor | undefined => visitors.get(req);

/** The same for a handler, of the visitor that was kept: refusals are answered here. */
export async function knownOf(req: Request, res: Response, options: WebOptions): Promise<KnownVisitor | undefined> {
  const visitor = visitorIn(req);
  if (!visitor) return refuse(res, 401, 'visitor');
  const known = await recognise(req, visitor, options);
  if (known === 'unlinked') return refuse(res, 401, 'sign-in');
  if (known === 'unreachable') return refuse(res, 503, 'shop-away', { retryAfter: 5 });
  return known;
}
