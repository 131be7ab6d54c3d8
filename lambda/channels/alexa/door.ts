/** `POST /alexa` for Express: guard, verifier, the SDK's adapter, and behind it the skill. */

import type { IncomingHttpHeaders } from 'node:http';
import type { Verifier } from 'ask-sdk-express-adapter';
import { ExpressAdapter } from 'ask-sdk-express-adapter';
import { Router } from 'express';
import { checkEnvelope } from './envelope-check';
import { alexaGuard, emptyErrors } from './guard';
import { isLocalUnsigned } from './local-unsigned';
import { requireKnown } from './require-known';
import { createSkill, type SkillOptions } from './skill';
import { createVerifier, type VerifierOptions } from './verify';

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
  const strict = adapter(options, createVerifier(options));
  const byHand =
    local && adapter({ ...options, ...tokenIn(local) }, createVerifier({ ...options, letPass: () => true }));
  const router = Router();
  router.all(
    '/alexa',
    alexaGuard({ onDropped: (dropped) => log.warn({ ...dropped }, 'refused at the Alexa door') }),
    byHand
      ? (req, res, next) => {
          const isHere = isLocalUnsigned(req.headers, req.socket.remoteAddress) && local.admits(req.headers);
          (isHere ? byHand : strict)(req, res, next);
        }
      : strict,
  );
  router.use(emptyErrors((error) => log.warn({ err: error }, 'refused at the Alexa door')));
  return router;
}

function tokenIn({ defaultToken }: NonNullable<DoorOptions['local']>): Pick<SkillOptions, 'defaultToken'> {
  return defaultToken === undefined ? {} : { defaultToken };
}

function adapter(options: DoorOptions & Pick<SkillOptions, 'defaultToken'>, verifier: Verifier): Router {
  const router = Router();
  const verifiers = [verifier, knownOnly(options)];
  router.use(...new ExpressAdapter(createSkill(options), false, false, verifiers).getRequestHandlers());
  return router;
}

/** Refuses `unknown-request` and `unknown-locale`. */
export function knownOnly({ speaks }: Pick<DoorOptions, 'speaks'>): Verifier {
  return {
    async verify(body: string) {
      requireKnown(checkEnvelope(body), speaks);
    },
  };
}
