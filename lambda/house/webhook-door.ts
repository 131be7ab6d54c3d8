/** The door of a webhook, whoever calls it: what was verified is kept before it is answered. */

import type { IncomingHttpHeaders } from 'node:http';
import { type IRouter, Router } from 'express';
import { rawBody } from '../http/bodies';
import { type ErrorFrame, errorFrame } from '../http/errors';
import { refuse } from '../http/refusals';
import type { Received } from '../services/queue/queues';

export type PutReceived = (received: Received) => Promise<boolean>;

type Webhook = {
  readonly path: string;
  verify(headers: IncomingHttpHeaders, rawBody: Buffer): 'good' | 'forged' | 'stale' | 'malformed';
  receive(rawBody: Buffer): readonly Received[];
};

type Keeping = {
  readonly put: PutReceived;
  readonly log: ErrorFrame['log'];
  /** What is logged where it could not be kept. */
  readonly broke: string;
};

const LARGEST_BYTES = 1_024 * 1_024;

/** Each may be sent only once. */
export function webhookDoor({ path, verify, receive }: Webhook, { put, log, broke }: Keeping): IRouter {
  const router = Router();
  router.post(path, rawBody(LARGEST_BYTES), async (req, res) => {
    const body: unknown = req.body;
    if (!Buffer.isBuffer(body)) return refuse(res, 400, 'malformed');
    const verdict = verify(req.headers, body);
    if (verdict !== 'good') return refuse(res, verdict === 'malformed' ? 400 : 401, verdict);
    for (const received of receive(body)) await put(received);
    res.json({ kept: true });
  });
  router.use(path, errorFrame({ log, broke }));
  return router;
}
