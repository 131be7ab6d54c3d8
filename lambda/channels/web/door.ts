/** The web chat for Express: a visitor's token, messages in, a stream of lines out, and the page that uses them. */

import { type Request, type RequestHandler, type Response, Router } from 'express';
import { jsonBody, rawBody } from '../../http/bodies';
import { errorFrame } from '../../http/errors';
import { createLimit, type Limit, limited } from '../../http/limits';
import { tellNow } from '../../http/now';
import { originGuard } from '../../http/origin';
import { isDrawingFull, smallOf } from '../../http/picture';
import { refuse } from '../../http/refusals';
import { sendFile } from '../../http/sent-file';
import { forBrowser } from '../../vocabulary/file-types';
import { MOST_FILES } from '../../vocabulary/sent-file';
import { smallFile } from '../../vocabulary/small-file';
import { earlier } from './earlier';
import type { WebOptions } from './options';
import { chatPages } from './pages';
import {
  heardIn,
  LARGEST_BYTES,
  LARGEST_UPLOAD_BYTES,
  read,
  readFileWish,
  readGreeting,
  readMessage,
  readSight,
  readUpload,
  type Sent,
} from './read';
import { createChatStreams } from './stream';
import { keepVisitor, knownOf, visitorIn, visitorOf } from './verify';

export type WebDoor = {
  readonly router: Router;
  /** Ends every open stream, so that the server can stop. */
  close(): void;
};

const MINUTE = 60_000;

/** Mount it before any body parser. */
export function webDoor(options: WebOptions): WebDoor {
  const limit = (amount: number): Limit => createLimit({ amount, perMs: MINUTE, now: options.now });
  const limits = {
    messages: limit(20),
    sessions: limit(30),
    streams: limit(60),
    words: limit(120),
    uploads: limit(MOST_FILES),
    shown: limit(120),
    seen: limit(60),
    ownFiles: limit(6),
  };
  const streams = createChatStreams(options);
  const body = jsonBody(LARGEST_BYTES);
  const within = (of: Limit): Within => ({ options, limit: of });
  const router = Router();
  router.use(chatPages(options));
  router.use('/chat', originGuard(options.origins), tellNow(options.now));
  router.get('/chat/words', (req, res) => words(req, res, options));
  router.post('/chat/session', limited(limits.sessions), ...body, (req, res) => greet(req, res, options));
  const messages = within(limits.messages);
  router.post(SPOKEN.words, visitorsOnly(messages), ...body, (req, res) => message(req, res, { ...messages, streams }));
  const uploads = within(limits.uploads);
  router.post(SPOKEN.file, visitorsOnly(uploads), rawBody(LARGEST_UPLOAD_BYTES), (req, res) =>
    upload(req, res, { ...uploads, streams }),
  );
  const shown = within(limits.shown);
  router.get('/chat/files/:id', visitorsOnly(shown), (req, res) => showFile(req, res, shown));
  router.get('/chat/earlier', visitorsOnly(shown), (req, res) => earlier(req, res, options));
  router.post('/chat/seen', visitorsOnly(within(limits.seen)), ...body, (req, res) => seen(req, res, options));
  // A form of the page, so that the link itself asks for nothing: whoever only looks at links would use it up.
  router.post('/chat/own-file', limited(limits.ownFiles), ...body, (req, res) => ownFile(req, res, options));
  router.get('/chat/stream', visitorsOnly(within(limits.streams)), async (req, res) => {
    const known = await knownOf(req, res, options);
    if (known && !streams.open(req, res, known)) refuse(res, 503, 'full', { retryAfter: 30 });
  });
  router.use('/chat', (_req, res) => refuse(res, 404, 'unknown'));
  router.use('/chat', errorFrame({ log: options.log, broke: 'the web chat broke', onBroke: tellOf(options) }));
  return { router, close: streams.close };
}

/** Where somebody says something: what breaks there was a turn. */
const SPOKEN = { words: '/chat/messages', file: '/chat/files' } as const;
const ALL_SPOKEN: ReadonlySet<string> = new Set(Object.values(SPOKEN));

function tellOf({ onBroke }: WebOptions): (req: Request) => void {
  return (req) => {
    const isSaid = req.method === 'POST' && ALL_SPOKEN.has(`${req.baseUrl}${req.path}`);
    if (isSaid) onBroke?.({ channel: 'web', locale: visitorIn(req)?.locale ?? 'unknown' });
  };
}

async function words(req: Request, res: Response, options: WebOptions): Promise<void> {
  res.json(await options.words(typeof req.query.locale === 'string' ? req.query.locale : ''));
}

async function greet(req: Request, res: Response, options: WebOptions): Promise<void> {
  const greeting = readGreeting(req.body);
  if (!greeting) return refuse(res, 400, 'invalid');
  if (!options.speaks(greeting.locale)) return refuse(res, 400, 'locale');
  const { token } = await options.visitors.greet(greeting.locale);
  res.status(201).json({ visitor: token });
}

type Within = { readonly options: WebOptions; readonly limit: Limit };
type Spoken = Within & { readonly streams: Pick<ReturnType<typeof createChatStreams>, 'moved'> };

/** Before the body: who is nobody, or asks too often, sends none. */
function visitorsOnly({ options, limit }: Within): RequestHandler {
  return async (req, res, next) => {
    const visitor = await visitorOf(req, res, options);
    if (!visitor) return;
    const wait = limit.take(visitor.address);
    if (wait > 0) return void refuse(res, 429, 'too-many', { retryAfter: wait });
    keepVisitor(req, visitor);
    next();
  };
}

async function message(req: Request, res: Response, within: Spoken): Promise<void> {
  const { options } = within;
  const known = await knownOf(req, res, options);
  if (!known) return;
  const sent = readMessage(req.body);
  if (!sent) return refuse(res, 400, 'invalid');
  const locale = sent.locale ?? known.locale;
  if (!options.speaks(locale)) return refuse(res, 400, 'locale');
  await answered(res, { id: sent.id, heard: heardIn(sent), known, locale }, within);
}

async function answered(res: Response, sent: Omit<Sent, 'session' | 'now'>, within: Spoken): Promise<void> {
  const { options } = within;
  const { known } = sent;
  const session = await options.visitors.speak(known.address);
  const { conversationId, kept, repeated } = await options.answer(read({ ...sent, session, now: options.now() }));
  // There were words, but they could not be written down, so the page would never see them.
  if (!kept) return refuse(res, 503, 'not-kept', { retryAfter: 2 });
  if (conversationId !== known.conversationId) within.streams.moved(known.address);
  res.status(202).json({ id: sent.id, ...(repeated ? { duplicate: true } : {}) });
}

/** What was on the screen is read. */
async function seen(req: Request, res: Response, options: WebOptions): Promise<void> {
  const known = await knownOf(req, res, options);
  if (!known) return;
  const sight = readSight(req.body);
  if (!sight) return refuse(res, 400, 'invalid');
  await options.seen(sight.ref, known);
  res.status(204).end();
}

/** The bytes of one file as they are; `?id=` is the page's own of it. What it is, its bytes say. */
async function upload(req: Request, res: Response, within: Spoken): Promise<void> {
  const known = await knownOf(req, res, within.options);
  if (!known) return;
  // Its page sends it again by itself.
  if (isDrawingFull()) return refuse(res, 503, 'not-kept', { retryAfter: 5 });
  const sent = await readUpload(req.query, req.body);
  if (!sent) return refuse(res, 400, 'invalid');
  await answered(res, { ...sent, known, locale: known.locale }, within);
}

/** To whom the conversation is: by id alone nobody sees it. */
async function showFile(req: Request, res: Response, { options }: Within): Promise<void> {
  const known = await knownOf(req, res, options);
  if (!known) return;
  const found = await options.sentFile(String(req.params.id ?? ''));
  if (found?.conversationId !== known.conversationId) return refuse(res, 404, 'unknown');
  sendFile(res, forBrowser(req.query.size === 'small' ? await smallFile(found, smallOf) : found));
}

/** Everything that is kept of somebody, to whoever has the link to it, once; nobody else gets it, signed in or not. */
async function ownFile(req: Request, res: Response, options: WebOptions): Promise<void> {
  const wished = readFileWish(req.body);
  if (!wished) return refuse(res, 400, 'invalid');
  const file = await options.ownFile(wished.secret, options.speaks(wished.locale) ? wished.locale : '', wished.as);
  if (!file) return refuse(res, 404, 'unknown');
  res.setHeader('Cache-Control', 'private, no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.attachment(wished.as === 'json' ? 'my-data.json' : 'my-data.html').end(file);
}
