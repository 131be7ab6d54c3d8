/** Telegram's webhook for Express: what is genuine is stored before it is acknowledged. */

import { type Request, type RequestHandler, type Response, Router } from 'express';
import { jsonIn, rawBody } from '../../http/bodies';
import { errorFrame, sayNothing } from '../../http/errors';
import type { Received } from '../../services/queue/queues';
import { SOURCE, type TelegramDoorOptions } from './options';
import { envelope, KINDS, type Update, update } from './payload';
import { isGenuine } from './verify';

/** An update is a few kilobytes; with everything it may carry, less than this. */
const LARGEST_BYTES = 1024 * 1024;
/** Telegram keeps an update for a day; what is older is a replay, and its key may be forgotten by now. */
const OLDEST_MS = 2 * 24 * 3_600_000;

/**
 * Mount it before any body parser. POST: 200 when it is stored or of no interest, 401 what is not Telegram's, 400 what is no
 * update, 413 what is too large, 500 where it could not be stored: Telegram sends that again.
 */
export function telegramDoor(options: TelegramDoorOptions): Router {
  const path = '/channels/telegram';
  const router = Router();
  router.post(path, genuineOnly(options), rawBody(LARGEST_BYTES), (req, res) => take(req, res, options));
  router.all(path, (_req, res) => void res.setHeader('Allow', 'POST').status(405).end());
  router.use(path, errorFrame({ log: options.log, broke: 'an update of Telegram was not stored', answer: sayNothing }));
  return router;
}

/** Before the body is read: the secret stands in a header. */
function genuineOnly({ settings, log }: TelegramDoorOptions): RequestHandler {
  return (req, res, next) => {
    if (isGenuine(req.get('x-telegram-bot-api-secret-token'), settings.secrets)) return next();
    log.warn({}, 'refused at the Telegram door: not the secret');
    res.status(401).end();
  };
}

async function take(req: Request, res: Response, { put, now, log }: TelegramDoorOptions): Promise<void> {
  const sent = envelope.safeParse(jsonIn(req.body)).data;
  if (!sent) {
    log.warn({}, 'refused at the Telegram door: not an update');
    return void res.status(400).end();
  }
  if (KINDS.some((kind) => kind in sent)) {
    const { data } = update.safeParse(sent);
    // Refused, it would come again and again, and hold up what follows.
    if (!data) log.warn({ update: sent.update_id }, 'an update of Telegram has an unknown shape');
    else if (isLate(data, now())) log.warn({ update: sent.update_id }, 'an update of Telegram is too old');
    else await putIfPrivate(data, put);
  }
  res.status(200).end();
}

/** What is said in a group is not said to us. */
async function putIfPrivate(sent: Update, put: TelegramDoorOptions['put']): Promise<void> {
  const { message, edited_message, callback_query } = sent;
  const chat = (message ?? edited_message ?? callback_query?.message)?.chat;
  const isPrivate = chat === undefined || chat.type === 'private';
  const lane = chat?.id ?? callback_query?.from.id;
  if (isPrivate && lane !== undefined) await put(received(sent, lane));
}

function received(sent: Update, lane: number): Received {
  return { source: SOURCE, key: String(sent.update_id), lane: String(lane), body: JSON.stringify(sent) };
}

function isLate({ message, edited_message }: Update, now: number): boolean {
  const one = message ?? edited_message;
  return one !== undefined && now - (one.edit_date ?? one.date) * 1000 > OLDEST_MS;
}
