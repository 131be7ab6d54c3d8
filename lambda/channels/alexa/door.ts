/** `POST /alexa` for Express: guard, verifier, and behind them the SDK's adapter with the skill. */

import type { IncomingHttpHeaders } from 'node:http';
import type { Skill } from 'ask-sdk-core';
import { ExpressAdapter } from 'ask-sdk-express-adapter';
import { type RequestHandler, Router } from 'express';
import { errorFrame, sayNothing } from '../../http/errors';
import { sourceOf } from '../../http/limits';
import { alexaGuard, type GuardOptions } from './guard';
import { isLocalUnsigned } from './local-unsigned';
import { createSkill, type SkillOptions } from './skill';
import { type AlexaVerifier, createVerifier, type VerifierOptions } from './verify';

export type DoorOptions = Omit<SkillOptions, 'defaultToken'> &
  Omit<VerifierOptions, 'letPass' | 'now'> & {
    /** Which locales the skill speaks. */
    readonly speaks: (locale: string) => boolean;
    /** Set only by `npm start`: unsigned requests to a loopback Host that nothing forwarded are answered. */
    readonly local?: {
      /** Who they are without a token; absent: guests. */
      readonly defaultToken?: string;
      /** Which of them pass: behind a proxy that adds no header, a stranger looks like this machine. */
      readonly admits: (headers: IncomingHttpHeaders) => boolean;
    };
  };

/** Mount it before any body parser. */
export function alexaDoor(options: DoorOptions): Router {
  const { local, log } = options;
  const onDropped: GuardOptions['onDropped'] = (dropped) => log.warn({ ...dropped }, 'refused at the Alexa door');
  const strict = guarded({ skill: createSkill(options), verifier: createVerifier(options), onDropped });
  const byHand =
    local &&
    guarded({
      skill: createSkill({ ...options, ...tokenIn(local) }),
      verifier: createVerifier({ ...options, letPass: () => true }),
      onDropped,
      explains: true,
    });
  const router = Router();
  router.all(
    '/alexa',
    byHand
      ? (req, res, next) => {
          const isHere = isLocalUnsigned(req.headers, req.socket.remoteAddress) && local.admits(req.headers);
          (isHere ? byHand : strict)(req, res, next);
        }
      : strict,
  );
  router.use('/alexa', errorFrame({ log, broke: 'the Alexa door broke', answer: sayNothing }));
  return router;
}

function tokenIn({ defaultToken }: NonNullable<DoorOptions['local']>): Pick<SkillOptions, 'defaultToken'> {
  return defaultToken === undefined ? {} : { defaultToken };
}

export type Guarding = GuardOptions & { readonly skill: Skill; readonly verifier: AlexaVerifier };

/** The adapter's own parser would have the text only, so the guard reads, and of its handlers only the last is used. */
export function guarded({ skill, verifier, ...options }: Guarding): RequestHandler {
  const handlers = new ExpressAdapter(skill, false, false, []).getRequestHandlers();
  return Router().use(alexaGuard(options), verified(verifier), ...handlers.slice(-1));
}

/** Before it nothing is more than bytes. */
function verified(verifier: AlexaVerifier): RequestHandler {
  return async (req, res, next) => {
    try {
      await verifier.verify(req.body, req.headers, sourceOf(req.ip));
    } catch (error) {
      return void res.status(400).send(error instanceof Error ? error.message : '');
    }
    next();
  };
}
