/** Stands around the SDK's adapter: reads the body, refuses what is not worth more, and lets no text of a failure leave. */

import { isUtf8 } from 'node:buffer';
import type { Request, RequestHandler, Response } from 'express';
import { bytesOf } from '../../http/bodies';
import { type RefusalReason, RefusedRequest } from './refused-request';

type Dropped = { readonly status: number; readonly text: string };

export type GuardOptions = {
  /** Gets the text that did not leave, for the log: the adapter puts a handler's error there. */
  readonly onDropped?: ((dropped: Dropped) => void) | undefined;
  /** A refusal says why. Only for a developer's own requests. */
  readonly explains?: boolean | undefined;
};

const LARGEST_BYTES = 100 * 1_024;

/**
 * Leaves the body as text in `req.body`. Refuses with an empty body: 405 what is no POST, 415 what is not JSON in plain
 * UTF-8, 413 what is over 100 kB, 400 bytes that are no UTF-8.
 */
export function alexaGuard(options: GuardOptions = {}): RequestHandler {
  return async (req, res, next) => {
    dropTexts(res, options);
    const status = refusal(req);
    if (status === 405) res.setHeader('Allow', 'POST');
    if (status !== null) return void res.status(status).setHeader('Content-Length', 0).end();
    const bytes = await bytesOf(req, LARGEST_BYTES);
    if (bytes === 'gone') return;
    if (bytes === 'too-large') return void res.status(413).end();
    // Decoded, it would be another text than the one that was signed.
    if (!isUtf8(bytes)) return void res.status(400).send(new RefusedRequest('not-utf8').message);
    req.body = bytes.toString('utf8');
    next();
  };
}

function refusal(req: Request): 405 | 413 | 415 | null {
  if (req.method !== 'POST') return 405;
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity' || !isJsonInUtf8(req.headers['content-type'] ?? '')) return 415;
  return Number(req.headers['content-length'] ?? 0) > LARGEST_BYTES ? 413 : null;
}

function isJsonInUtf8(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const charsets = parameters.map((parameter) => parameter.trim()).filter((parameter) => /^charset\b/.test(parameter));
  return type.trim() === 'application/json' && charsets.every((charset) => /^charset="?utf-8"?$/.test(charset));
}

/** The adapter sends what failed as text; in its place goes nothing, or to the developer the reason of a refusal. */
function dropTexts(res: Response, { onDropped = () => {}, explains = false }: GuardOptions): void {
  const send = res.send.bind(res);
  res.send = (body) => {
    if (res.statusCode < 400) return send(body);
    const text = String(body);
    onDropped({ status: res.statusCode, text });
    const why = explains && res.statusCode === 400 ? WHY.find(([reason]) => text.endsWith(reason)) : undefined;
    if (!why) return res.end();
    const [error, message] = why;
    res.type('json');
    return send(JSON.stringify({ error, message }));
  };
}

/** Of the reasons for which an unsigned request is refused. */
const SENTENCES: Partial<Record<RefusalReason, string>> = {
  'unknown-request': 'Alexa sends this skill no request of this type.',
  'unknown-locale': 'This skill does not speak this locale: see alexaLocales in shop/shop.json.',
  'empty-body': 'There is no body.',
  'not-utf8': 'The body is not UTF-8.',
  'not-json': 'The body is not JSON.',
  'too-deep': 'It is nested deeper than anything Alexa sends.',
  'hostile-key': 'A key is called __proto__, constructor or prototype.',
  'wrong-shape': 'Alexa sends no envelope of this shape; the console shows one of hers under "Request".',
  'wrong-application': 'Its applicationId is not the alexaSkillId of shop/shop.json.',
  'unreadable-timestamp': 'request.timestamp is not a time like 2026-03-10T10:00:00Z.',
};
const WHY = Object.entries(SENTENCES);
