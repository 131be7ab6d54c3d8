/** `/link` for Express: the page a shopper signs in on, and the linking server behind it. */

import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Provider } from 'oidc-provider';
import { errorFrame } from '../http/errors';
import { createLimit, limited, sourceOf } from '../http/limits';
import { pageHeaders } from '../http/pages';
import { isSecret } from '../http/secrets';
import type { LinkRecords } from '../services/sign-in/link-records';
import { redirectsOf, SCOPE } from './clients';
import { fieldsOf, languageIn, ownOrigin, wished } from './forms';
import { type LinkStep, type LinkWords, linkPage } from './page';
import { openProtocol } from './protocol';
import type { LinkSettings } from './settings';
import type { SigningIn } from './signing-in';

export type LinkDoorNeeds = {
  readonly settings: LinkSettings;
  /** Where the house is reached, `https://talk.shop.example`. */
  readonly url: string;
  /** Where a console on this machine waits for the browser; empty: there is none. */
  readonly consoleAt: readonly string[];
  readonly links: LinkRecords;
  readonly signingIn: SigningIn;
  readonly wordsIn: (locale: string) => Promise<LinkWords>;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** The page of limits and voice code. */
  readonly limits: Router;
  readonly log: { error(what: object, message: string): void };
};

const MINUTE = 60_000;
const LARGEST = 4_096;
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
  router.use('/link/limits', needs.limits);
  router.use('/link/sign-in/:uid', headers, limited(limit), own);
  router.use('/link', asConfigured(url), headers, async (req, res, next) => {
    if (!SERVED.test(req.path)) return next();
    await (await provider()).callback()(req, res);
  });
  router.use('/link', errorFrame({ log, broke: 'the linking page broke' }));
  return router;
}

type OpenedProvider = () => Promise<Provider>;
type Page = (step: LinkStep, locale: string) => Promise<string>;

function pageOf({ pages, wordsIn }: LinkDoorNeeds): Page {
  const file = join(pages, 'link', 'index.html');
  return async (step, locale) => linkPage(await readFile(file, 'utf8'), await wordsIn(locale), step);
}

/** A page of another place can neither read the seal nor make it. */
function sealedBy(secret: string): (uid: string) => string {
  return (uid) => createHmac('sha256', secret).update(`link-form\0${uid}`).digest('base64url');
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

type SignInRoutes = LinkDoorNeeds & { readonly page: Page; readonly sealed: (uid: string) => string };

function signInRoutes(provider: OpenedProvider, { url, page, sealed, signingIn }: SignInRoutes): Router {
  const router = Router({ mergeParams: true });
  const show = async (res: Response, req: Request, step: LinkStep) => {
    const isOver = step.kind === 'over';
    res
      .status(isOver ? 400 : 200)
      .type('html')
      .send(await page(step, wished(req)));
  };
  /** null: this browser has no sign-in of this id under way. */
  const underWay = async (req: Request, res: Response) => {
    const found = await (await provider()).interactionDetails(req, res).catch(() => null);
    return found?.uid === req.params.uid ? found : null;
  };
  router.use(asConfigured(url));
  router.get('/', async (req, res) => {
    const found = await underWay(req, res);
    if (!found) return show(res, req, { kind: 'over' });
    const kind = await signingIn.stepAt(found.uid);
    return show(res, req, { kind, problem: null, email: '', seal: sealed(found.uid) });
  });
  router.post('/', ownOrigin(url), express.urlencoded({ limit: LARGEST, extended: false }), async (req, res) => {
    const found = await underWay(req, res);
    const sent = fieldsOf(req.body);
    if (!found || !isSecret(sent.seal ?? '', sealed(found.uid))) return show(res, req, { kind: 'over' });
    const { uid, params } = found;
    const protocol = await provider();
    if (sent.step === 'cancel') {
      const refused = { error: 'access_denied', error_description: 'the shopper did not link' };
      return protocol.interactionFinished(req, res, refused, { mergeWithLastSubmission: false });
    }
    const became = await signingIn.take({ uid, fields: sent, source: sourceOf(req.ip), locale: wished(req) });
    if (became.kind !== 'in') {
      return show(res, req, { ...became, email: sent.email ?? '', seal: sealed(uid) });
    }
    const grant = new protocol.Grant({ accountId: became.shopperId, clientId: String(params.client_id) });
    grant.addOIDCScope(SCOPE);
    const grantId = await grant.save();
    const result = { login: { accountId: became.shopperId, remember: false }, consent: { grantId } };
    return protocol.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
  });
  return router;
}
