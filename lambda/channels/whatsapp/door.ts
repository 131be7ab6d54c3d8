/** Meta's webhook for Express: what is genuine is stored, thing by thing, before it is acknowledged. */

import { type Request, type Response, Router } from 'express';
import { jsonIn, rawBody } from '../../http/bodies';
import { errorFrame, sayNothing } from '../../http/errors';
import { isSecret } from '../../http/secrets';
import type { WhatsappDoorOptions } from './options';
import { webhook } from './payload';
import { split } from './split';
import { isGenuine } from './verify';

/** Meta sends at most 3 MB. */
const LARGEST_BYTES = 3 * 1024 * 1024;

/**
 * Mount it before any body parser. GET answers Meta's challenge. POST: 200 when all of it is stored, 401 what Meta has not signed,
 * 400 what is no webhook, 413 what is too large, 500 where it could not be stored: Meta sends that again for days.
 */
export function whatsappDoor(options: WhatsappDoorOptions): Router {
  const path = '/channels/whatsapp';
  const router = Router();
  router.get(path, (req, res) => challenge(req, res, options));
  router.post(path, rawBody(LARGEST_BYTES), (req, res) => take(req, res, options));
  router.all(path, (_req, res) => void res.setHeader('Allow', 'GET, POST').status(405).end());
  router.use(path, errorFrame({ log: options.log, broke: 'a webhook of WhatsApp was not stored', answer: sayNothing }));
  return router;
}

function challenge({ query }: Request, res: Response, { settings }: WhatsappDoorOptions): void {
  const asked = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const isMetas = asked('hub.mode') === 'subscribe' && isSecret(asked('hub.verify_token'), settings.verifyToken);
  // Nothing but Meta's number goes back, whoever knew the token.
  const answer = asked('hub.challenge');
  if (!isMetas || !/^[\w-]{1,200}$/.test(answer)) return void res.status(isMetas ? 400 : 403).end();
  res.setHeader('X-Content-Type-Options', 'nosniff').type('text/plain').send(answer);
}

async function take(req: Request, res: Response, { settings, put, now, log }: WhatsappDoorOptions): Promise<void> {
  const raw = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  if (!isGenuine(raw, req.get('x-hub-signature-256'), settings.appSecrets)) {
    log.warn({ bytes: raw.length }, 'refused at the WhatsApp door: not signed by Meta');
    return void res.status(401).end();
  }
  const sent = webhook.safeParse(jsonIn(raw)).data;
  if (!sent) {
    log.warn({ bytes: raw.length }, 'refused at the WhatsApp door: not a webhook');
    return void res.status(400).end();
  }
  const { received, dropped } = split(sent, settings.phoneNumberId, now());
  if (Object.values(dropped).some((count) => count > 0)) log.warn(dropped, 'not everything of a webhook was taken');
  for (const one of received) await put(one);
  res.status(200).end();
}
