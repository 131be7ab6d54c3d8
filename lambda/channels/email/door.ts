/**
 * Where mail servers hand in mail, raw as it came. A server pipes what it gets for the reply domain into
 *
 *     curl --silent --fail --data-binary @- -H 'Content-Type: message/rfc822' \
 *       -H "Authorization: Bearer $SECRET" https://<this server>/channels/email || exit 75
 *
 * (75 lets Postfix and its like keep the mail and try again). It should note the envelope in the mail: Postfix does with
 * the flags `DOR` of its pipe.
 *
 * 202: kept, or looked at and dropped. What is addressed wrongly, or comes from a program, is dropped silently: a refusal
 * would have the server write to whoever was named as the sender. 503: not kept or not read, come again.
 */

import { type Request, type Response, Router } from 'express';
import { rawBody } from '../../http/bodies';
import { errorFrame } from '../../http/errors';
import { refuse } from '../../http/refusals';
import type { Beside } from '../../services/beside';
import type { Received } from '../../services/queue/queues';
import { sharedBytes } from '../../vocabulary/shared-bytes';
import { type Dropped, type Parsed, type ParseJob, parseJob, withoutBody } from './parse';
import type { QuoteSigns } from './quote-signs';
import type { EmailSettings, MailLog } from './settings';
import { isOurServer } from './verify';

export type EmailDoorOptions = {
  readonly settings: EmailSettings;
  readonly signs: QuoteSigns;
  /** `Inbox.put`. */
  put(received: Received): Promise<boolean>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly log: MailLog;
  /** Where mails are parsed: some take long. */
  readonly beside: Beside;
};

/** As large as most mail servers let a mail be. */
const LARGEST_BYTES = 25 * 1024 * 1024;
const PATH = '/channels/email';

/** Mount it before any body parser. */
export function emailDoor(options: EmailDoorOptions): Router {
  const { settings, log } = options;
  const router = Router();
  router.use(PATH, (req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    if (!isOurServer(req.headers.authorization, settings.inboundSecrets)) return refuse(res, 401, 'server');
    if (req.method !== 'POST') return refuse(res, 405, 'method');
    if (!/^message\/rfc822\s*(;|$)/i.test(req.headers['content-type'] ?? '')) return refuse(res, 415, 'not-mail');
    next();
  });
  router.post(PATH, rawBody(LARGEST_BYTES), (req, res) => take(req, res, options));
  router.use(PATH, errorFrame({ log, broke: 'the door for mail broke' }));
  return router;
}

async function take(req: Request, res: Response, options: EmailDoorOptions): Promise<void> {
  const { put, log } = options;
  const raw: unknown = req.body;
  if (!Buffer.isBuffer(raw) || raw.length === 0) return refuse(res, 400, 'empty');
  const taken = await parsed(raw, options);
  if (taken === 'malformed') return refuse(res, 400, taken);
  if (taken === 'not-read') return refuse(res, 503, taken, { retryAfter: AGAIN_SECONDS });
  if (typeof taken === 'string') return dropped(res, taken, log);
  try {
    let isNew = false;
    // In this order they are read.
    for (const one of taken) isNew = (await put(one)) || isNew;
    res.status(202).json(isNew ? { kept: true } : { kept: true, duplicate: true });
  } catch (error) {
    log.error({ err: error }, 'a mail could not be kept');
    refuse(res, 503, 'not-kept');
  }
}

/** `not-read`: the mail server keeps it, comes again, and tells its sender if that never helps. */
async function parsed(
  raw: Buffer,
  { settings, signs, now, log, beside }: EmailDoorOptions,
): Promise<Parsed | 'not-read'> {
  const job: ParseJob = { raw: sharedBytes(raw), at: now(), settings, signs };
  const computed = await beside('mail', job);
  if (computed.kind === 'done') return computed.result as Parsed;
  if (computed.kind !== 'broke') return 'not-read';
  log.error({ why: computed.why }, 'a mail could not be read');
  const bare = await parseJob({ ...job, raw: withoutBody(raw) });
  // A shopper is told that nothing of it was understood; what a person of the shop wrote to one must not become nothing.
  return typeof bare !== 'string' && bare.some(({ source }) => source !== 'email') ? 'not-read' : bare;
}

const AGAIN_SECONDS = 60;

/** Neither the answer nor the log tells of whom it was. */
function dropped(res: Response, why: Dropped, log: MailLog): void {
  log.info({ why }, 'a mail was dropped');
  res.status(202).json({ kept: false });
}
