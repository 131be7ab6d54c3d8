/** To the limits page by the shop's own sign-in, which leads back to one address for all. */

import { randomBytes } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { createCookies } from '../http/cookies';
import { linkIdOf } from '../services/sign-in/link-tokens';
import type { VisitNeeds } from './limits-visits';
import type { BecameOf, SigningIn } from './signing-in';

export type Elsewhere = NonNullable<SigningIn['elsewhere']>;

/** What is shown of somebody who did not sign in, and how somebody who did is let in. */
export type ComingBack = {
  enter(shopperId: string, res: Response): Promise<unknown>;
  show(became: Exclude<BecameOf, { kind: 'in' }>, req: Request, res: Response): Promise<void>;
  /** The page that leads on: a browser keeps its strict cookies to itself for as long as another site has sent it. */
  goOn(req: Request, res: Response): Promise<void>;
};

type Needs = Pick<VisitNeeds, 'url' | 'secret'> & {
  /** What the browser wishes for. */
  readonly localeOf: (req: Request) => string;
  readonly log: { error(what: object, message: string): void };
};

const COOKIE = 'earshot-limits-going';
const GOING_MS = 15 * 60_000;
const GOING = /^[A-Za-z0-9_-]{43}$/;
const PREFIX = 'limits-';

/** Of a sign-in that was begun here, and of no link. */
export function isOfLimits(uid: string): boolean {
  return uid.startsWith(PREFIX);
}

export function elsewhereRoutes(
  router: Router,
  elsewhere: Elsewhere,
  { back, ...needs }: Needs & { back: ComingBack },
) {
  // The shop's page is another site: nothing stricter than "lax" comes back with the browser.
  const cookies = createCookies(needs.url, 'lax');
  const idOf = linkIdOf(needs.secret);
  /** Named in addresses, so it is not what the browser keeps. */
  const uidOf = (going: string) => `${PREFIX}${idOf('LimitsGoing', going).slice(0, 43)}`;
  router.get('/shop', async (req, res) => {
    const going = randomBytes(32).toString('base64url');
    try {
      const to = await elsewhere.begin(uidOf(going), needs.localeOf(req));
      cookies.keep(res, { name: COOKIE, value: going, ms: GOING_MS });
      res.redirect(303, to);
    } catch (error) {
      needs.log.error({ err: error }, 'where the shop signs its shoppers in, nobody answers');
      await back.show({ kind: 'shop', problem: 'away' }, req, res);
    }
  });
  router.get('/back', async (req, res) => {
    const going = cookies.of(req, COOKIE);
    cookies.forget(res, COOKIE);
    // Whoever did not begin here brings an answer of somebody else.
    if (!GOING.test(going)) return back.show({ kind: 'shop', problem: 'notIn' }, req, res);
    const [, search = ''] = req.originalUrl.split('?');
    const became = await elsewhere.back(uidOf(going), search);
    if (became.kind !== 'in') return back.show(became, req, res);
    await back.enter(became.shopperId, res);
    await back.goOn(req, res);
  });
}
