/** `/link` for Express: the page a shopper signs in on, and the linking server behind it. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import type { Provider } from 'oidc-provider';
import { errorFrame } from '../http/errors';
import { createLimit, limited } from '../http/limits';
import { pageHeaders } from '../http/pages';
import { LIMITS_PAGE } from '../services/limits/limits';
import type { LinkRecords } from '../services/sign-in/link-records';
import { languageOf } from '../vocabulary/locales';
import { redirectsOf } from './clients';
import { languageIn, sealedBy, wished } from './forms';
import { isOfLimits } from './limits-elsewhere';
import { seeMine } from './mine';
import { type LinkStep, type LinkWords, linkPage } from './page';
import { openProtocol } from './protocol';
import type { LinkSettings } from './settings';
import { signInOf } from './shop-openid';
import { type OpenedProvider, signInRoutes } from './sign-in-routes';
import type { SigningIn } from './signing-in';

export type LinkDoorNeeds = {
  readonly settings: LinkSettings;
  /** Where the house is reached, `https://talk.shop.example`. */
  readonly url: string;
  /** Where a console on this machine waits for the browser; empty: there is none. */
  readonly consoleAt: readonly string[];
  readonly links: LinkRecords;
  readonly signingIn: SigningIn;
  /** What shoppers set for buying, behind the same sign-in. */
  readonly limits: Router;
  readonly wordsIn: (locale: string) => Promise<LinkWords>;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly log: { error(what: object, message: string): void };
};

const MINUTE = 60_000;
const REGION = /^[a-z]{2}-[A-Z]{2}$/;
/** What of the protocol library is reached from outside. */
const SERVED = /^\/(auth(\/[\w-]+)?|token(\/revocation)?|jwks|\.well-known\/openid-configuration)$/;

/** Mount it before any body parser. */
export function linkDoor(needs: LinkDoorNeeds): Router {
  const { url, settings, log, consoleAt } = needs;
  const issuer = `${url}/link`;
  const page = pageOf(needs);
  // Whoever links nobody does not pay for the library.
  let opening: Promise<Provider> | null = null;
  const provider: OpenedProvider = () => {
    opening ??= openProtocol({
      ...{ settings, issuer, consoleAt, links: needs.links, secret: needs.secret, now: needs.now, log },
      errorPage: (accepted) => page({ kind: 'over' }, languageIn(accepted)),
    });
    return opening;
  };
  const onTo = [...redirectsOf(settings.vendorIds), ...consoleAt, url].map((one) => new URL(one).origin);
  const headers = pageHeaders({ framedBy: [], posts: ["'self'", ...new Set(onTo)] });
  const limit = createLimit({ amount: 60, perMs: MINUTE, now: needs.now });
  const own = signInRoutes(provider, { ...needs, page, sealed: sealedBy(needs.secret) });
  const router = Router();
  router.use('/link', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get(
    '/link',
    headers,
    async (req, res) => void res.type('html').send(await page({ kind: 'home' }, wished(req))),
  );
  router.use(LIMITS_PAGE, needs.limits);
  router.get('/link/mine', seeMine(issuer));
  router.get('/link/back', (req, res) => {
    const [, search = ''] = req.originalUrl.split('?');
    const uid = signInOf(new URLSearchParams(search).get('state') ?? '');
    if (uid !== null && isOfLimits(uid)) return res.redirect(303, `${LIMITS_PAGE}/back?${search}`);
    // The browser shows what it has of a sign-in only at that sign-in's own address.
    res.redirect(303, uid === null ? issuer : `${issuer}/sign-in/${uid}/back?${search}`);
  });
  router.use('/link/sign-in/:uid', headers, asConfigured(url), limited(limit), own);
  router.use('/link', asConfigured(url), headers, async (req, res, next) => {
    if (!SERVED.test(req.path)) return next();
    await (await provider()).callback()(req, res);
  });
  router.use('/link', errorFrame({ log, broke: 'the linking page broke' }));
  return router;
}

type Page = (step: LinkStep, locale: string) => Promise<string>;

function pageOf({ pages, wordsIn }: LinkDoorNeeds): Page {
  const file = join(pages, 'link', 'index.html');
  return async (step, locale) => {
    const { lang, words } = await wordsIn(locale);
    // Days are written as in the reader's own region.
    const region = REGION.test(locale) && languageOf(locale) === lang ? locale : lang;
    return linkPage(await readFile(file, 'utf8'), { lang, words, region }, step);
  };
}

/** Where it is reached says the shop's setting, whatever a request claims. */
function asConfigured(url: string): RequestHandler {
  const { host, protocol } = new URL(url);
  return (req, _res, next) => {
    req.headers.host = host;
    delete req.headers['x-forwarded-host'];
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    next();
  };
}
