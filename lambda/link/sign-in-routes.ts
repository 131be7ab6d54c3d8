/** The pages of one sign-in: its steps, and what is at their end: a link, or what is linked already. */

import express, { type Request, type Response, Router } from 'express';
import type { Interaction, Provider } from 'oidc-provider';
import { sourceOf } from '../http/limits';
import { isSecret } from '../http/secrets';
import type { LinkRecords } from '../services/sign-in/link-records';
import { PAGE, SCOPE } from './clients';
import { fieldsOf, ownOrigin, wished } from './forms';
import { linksShown } from './mine';
import type { LinkStep, SignInFor } from './page';
import type { BecameOf, LinkFields, SigningIn } from './signing-in';

export type OpenedProvider = () => Promise<Provider>;

export type SignInRoutes = {
  /** Where the house is reached. */
  readonly url: string;
  readonly page: (step: LinkStep, locale: string) => Promise<string>;
  /** What only our own page can carry for a sign-in. */
  readonly sealed: (uid: string) => string;
  readonly signingIn: SigningIn;
  readonly links: Pick<LinkRecords, 'live' | 'revoke'>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly log: { error(what: object, message: string): void };
};

const LARGEST = 4_096;
const AFRESH = { mergeWithLastSubmission: false } as const;

/** Mount it at `/:uid`, where the host of a request is what the shop has set. */
export function signInRoutes(provider: OpenedProvider, needs: SignInRoutes): Router {
  const { url, sealed, signingIn } = needs;
  const router = Router({ mergeParams: true });
  router.get('/', async (req, res) => {
    const found = await underWay(provider, req, res);
    if (!found) return show({ kind: 'over' }, { req, res, needs });
    const whose = signedIn(found);
    if (whose !== null) return showMine(whose, { req, res, needs });
    const kind = await signingIn.stepAt(found.uid);
    return show({ kind, problem: null, ...formOf(found, { req, res, needs }) }, { req, res, needs });
  });
  if (signingIn.elsewhere) elsewhereRoutes(router, signingIn.elsewhere, { provider, needs });
  router.post('/', ownOrigin(url), express.urlencoded({ limit: LARGEST, extended: false }), async (req, res) => {
    const found = await underWay(provider, req, res);
    const sent = fieldsOf(req.body);
    if (!found || !isSecret(sent.seal ?? '', sealed(found.uid))) return show({ kind: 'over' }, { req, res, needs });
    if (sent.step === 'cancel') {
      const refused = { error: 'access_denied', error_description: 'the shopper did not link' };
      return (await provider()).interactionFinished(req, res, refused, AFRESH);
    }
    const whose = signedIn(found);
    if (whose !== null) return unlink(sent, whose, { req, res, needs });
    const { uid } = found;
    const became = await signingIn.take({
      uid,
      fields: sent,
      source: sourceOf(req.ip),
      locale: localeOf({ req, res }),
    });
    return goOn(became, { found, email: sent.email ?? '', protocol: await provider(), at: { req, res, needs } });
  });
  return router;
}

type Elsewhere = NonNullable<SigningIn['elsewhere']>;
type Parts = { readonly provider: OpenedProvider; readonly needs: SignInRoutes };

/** To the place that signs them in, and back from it. */
function elsewhereRoutes(router: Router, elsewhere: Elsewhere, { provider, needs }: Parts): void {
  router.get('/shop', async (req, res) => {
    const at = { req, res, needs };
    const found = await underWay(provider, req, res);
    if (!found) return show({ kind: 'over' }, at);
    try {
      res.redirect(303, await elsewhere.begin(found.uid, localeOf(at)));
    } catch (error) {
      needs.log.error({ err: error }, 'where the shop signs its shoppers in, nobody answers');
      return show({ kind: 'shop', problem: 'away', ...formOf(found, at) }, at);
    }
  });
  router.get('/back', async (req, res) => {
    const at = { req, res, needs };
    const found = await underWay(provider, req, res);
    if (!found) return show({ kind: 'over' }, at);
    const [, search = ''] = req.originalUrl.split('?');
    const became = await elsewhere.back(found.uid, search);
    return goOn(became, { found, email: '', protocol: await provider(), at });
  });
}

/** null: this browser has no sign-in of this id under way. */
async function underWay(provider: OpenedProvider, req: Request, res: Response): Promise<Interaction | null> {
  const found = await (await provider()).interactionDetails(req, res).catch(() => null);
  if (!found || found.uid !== req.params.uid) return null;
  res.locals.asked = found.params.ui_locales;
  return found;
}

/** The language the client asked for as it began; otherwise the browser's own. */
function localeOf({ req, res }: Pick<At, 'req' | 'res'>): string {
  const { asked } = res.locals;
  return (typeof asked === 'string' && asked.split(' ')[0]) || wished(req);
}

/** Where an answer is given. */
type At = { readonly req: Request; readonly res: Response; readonly needs: SignInRoutes };

async function show(step: LinkStep, { req, res, needs }: At): Promise<void> {
  const html = await needs.page(step, localeOf({ req, res }));
  res
    .status(step.kind === 'over' ? 400 : 200)
    .type('html')
    .send(html);
}

function wishOf({ params }: Interaction): SignInFor {
  return params.client_id === PAGE ? 'see' : 'link';
}

function formOf(found: Interaction, { req, needs }: At) {
  return { to: wishOf(found), email: '', seal: needs.sealed(found.uid), here: req.baseUrl };
}

/** Who has signed in to see what is linked; a link is made at once, so nobody is signed in for one. */
function signedIn(found: Interaction): string | null {
  return wishOf(found) === 'see' ? (found.result?.login?.accountId ?? null) : null;
}

type GoingOn = {
  readonly found: Interaction;
  readonly email: string;
  readonly protocol: Provider;
  readonly at: At;
};

async function goOn(became: BecameOf, { found, email, protocol, at }: GoingOn): Promise<void> {
  const { req, res } = at;
  if (became.kind !== 'in') return show({ ...became, ...formOf(found, at), email }, at);
  const login = { accountId: became.shopperId, remember: false };
  if (wishOf(found) === 'see') {
    await protocol.interactionResult(req, res, { login }, AFRESH);
    return res.redirect(303, req.baseUrl);
  }
  const grant = new protocol.Grant({ accountId: became.shopperId, clientId: String(found.params.client_id) });
  grant.addOIDCScope(SCOPE);
  return protocol.interactionFinished(req, res, { login, consent: { grantId: await grant.save() } }, AFRESH);
}

async function showMine(shopperId: string, { req, res, needs }: At): Promise<void> {
  const links = await linksShown(shopperId, needs);
  const isDone = req.query.done !== undefined;
  return show(
    { kind: 'mine', links, isDone, email: '', seal: needs.sealed(String(req.params.uid)), here: req.baseUrl },
    { req, res, needs },
  );
}

/** Only what is theirs: a hash of another grant is of no use here. */
async function unlink({ grant }: LinkFields, shopperId: string, { req, res, needs }: At): Promise<void> {
  const theirs = await linksShown(shopperId, needs);
  const one = theirs.find(({ id }) => id === grant);
  if (one) await needs.links.revoke(one.id);
  res.redirect(303, `${req.baseUrl}?done`);
}
