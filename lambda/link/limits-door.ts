/** `/link/limits` for Express: where a shopper who has signed in sets limits and voice code. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import { createLimit, limited, sourceOf } from '../http/limits';
import { pageHeaders } from '../http/pages';
import { isSecret } from '../http/secrets';
import { LIMITS_PAGE } from '../services/limits/limits';
import { fieldsOf, ownOrigin, wished } from './forms';
import { elsewhereRoutes } from './limits-elsewhere';
import { createRuleForms, type RuleFormsNeeds } from './limits-forms';
import { type LimitsStep, limitsPage } from './limits-page';
import { createLimitsVisits, type LimitsVisits, type VisitNeeds } from './limits-visits';
import type { LinkWords } from './page';
import type { BecameOf, SigningIn } from './signing-in';

export type LimitsDoorNeeds = VisitNeeds &
  RuleFormsNeeds & {
    readonly signingIn: SigningIn;
    readonly wordsIn: (locale: string) => Promise<LinkWords>;
    /** The folder of the built pages. */
    readonly pages: string;
    readonly log: { error(what: object, message: string): void };
  };

const LARGEST = 2_048;

/** Mount it before any body parser, in front of the linking server. */
export function limitsDoor(needs: LimitsDoorNeeds): Router {
  const visits = createLimitsVisits(needs);
  const taking = takingOf(needs, visits);
  const file = join(needs.pages, 'link', 'index.html');
  const show = async (req: Request, res: Response, step: LimitsStep) =>
    void res.type('html').send(limitsPage(await readFile(file, 'utf8'), await needs.wordsIn(wished(req)), step));
  const router = Router();
  const limit = createLimit({ amount: 60, perMs: 60_000, now: needs.now });
  router.use(pageHeaders({ framedBy: [], posts: ["'self'"] }), limited(limit));
  router.get('/', async (req, res) => {
    const visit = visits.of(req) ?? visits.begin(res);
    await show(req, res, await taking.at(visit, req));
  });
  router.post('/', ownOrigin(needs.url), express.urlencoded({ limit: LARGEST, extended: false }), async (req, res) => {
    const visit = visits.of(req);
    const isOurs = visit !== null && isSecret(fieldsOf(req.body).seal ?? '', visits.sealOf(visit));
    await show(req, res, isOurs ? await taking.take(visit, req, res) : await taking.signIn(visits.begin(res)));
  });
  const { elsewhere } = needs.signingIn;
  if (!elsewhere) return router;
  const back = {
    enter: visits.enter,
    show: async (became: SignInProblem, req: Request, res: Response) =>
      show(req, res, { kind: 'sign-in', step: { ...became, email: '', ...taking.formOf(visits.begin(res)) } }),
    goOn: (req: Request, res: Response) => show(req, res, { kind: 'go-on', here: LIMITS_PAGE }),
  };
  elsewhereRoutes(router, elsewhere, { ...needs, localeOf: wished, back });
  return router;
}

type SignInProblem = Exclude<BecameOf, { kind: 'in' }>;

/** What is shown of a visit, and what becomes of what it sends. */
function takingOf({ signingIn, ...needs }: LimitsDoorNeeds, visits: LimitsVisits) {
  const takeForm = createRuleForms(needs);

  const formOf = (visit: string) => ({ to: 'see' as const, seal: visits.sealOf(visit), here: LIMITS_PAGE });

  async function signIn(visit: string): Promise<LimitsStep> {
    const kind = await signingIn.stepAt(visit);
    return { kind: 'sign-in', step: { kind, problem: null, email: '', ...formOf(visit) } };
  }

  /** Of the page as it is shown: what a browser wishes for may be no language at all. */
  const languageOf = async (req: Request) => (await needs.wordsIn(wished(req))).lang;

  async function at(visit: string, req: Request): Promise<LimitsStep> {
    const shopperId = await visits.shopperIn(visit);
    const locale = await languageOf(req);
    const step = shopperId === null ? null : await takeForm(shopperId, { fields: {}, locale });
    return step ? { ...step, seal: visits.sealOf(visit) } : signIn(visit);
  }

  async function signingInAs(visit: string, req: Request, res: Response): Promise<LimitsStep> {
    const [fields, locale] = [fieldsOf(req.body), wished(req)];
    const became = await signingIn.take({ uid: visit, fields, source: sourceOf(req.ip), locale });
    if (became.kind === 'in') return at(await visits.enter(became.shopperId, res), req);
    return { kind: 'sign-in', step: { ...became, email: fields.email ?? '', ...formOf(visit) } };
  }

  return {
    at,
    signIn,
    formOf,
    async take(visit: string, req: Request, res: Response): Promise<LimitsStep> {
      const shopperId = await visits.shopperIn(visit);
      if (shopperId === null) return signingInAs(visit, req, res);
      const fields = fieldsOf(req.body);
      if (fields.step === 'leave') {
        await visits.leave(visit);
        return signIn(visits.begin(res));
      }
      const step = await takeForm(shopperId, { fields, locale: await languageOf(req) });
      return step ? { ...step, seal: visits.sealOf(visit) } : signIn(visit);
    },
  };
}
