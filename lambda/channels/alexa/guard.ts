/** Stands before the SDK's adapter: refuses what is not worth reading, and empties every answer from status 400 up. */

import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { type Dropped, emptyFailures } from './empty-failures';
import { remember } from './received';

export type GuardOptions = {
  /** Gets the text that did not leave, for the log: the adapter puts a handler's error there. */
  readonly onDropped?: ((dropped: Dropped) => void) | undefined;
};

/** What the adapter's own parser reads at most. */
const LARGEST_BYTES = 100 * 1_024;

/**
 * Mount it directly before the adapter's handlers, which must begin to read in the same tick:
 * `app.all('/alexa', alexaGuard(), ...adapter.getRequestHandlers(), emptyErrors())`.
 * Refuses with an empty body: 405 what is no POST, 415 what is not JSON in plain UTF-8, 413 what is over 100 kB.
 */
export function alexaGuard(options: GuardOptions = {}): RequestHandler {
  return (req, res, next) => {
    emptyFailures(res, options.onDropped);
    const status = refusal(req);
    if (status === 405) res.setHeader('Allow', 'POST');
    if (status !== null) {
      res.status(status).end();
      return;
    }
    watchBody(req, () => res.status(413).end());
    next();
  };
}

/** Answers what the adapter's parser throws with its status and no body. `onError` gets the error, for the log. */
export function emptyErrors(onError?: (error: unknown) => void): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _req, res, _next) => {
    onError?.(error);
    if (!res.headersSent) res.status(statusOf(error)).end();
    else if (!res.writableEnded) res.destroy();
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

/**
 * Keeps the bytes for the verifier and counts them: a chunked body has no announced length, and the adapter's parser
 * would wait for its end before refusing it. The adapter reads the same stream.
 */
function watchBody(req: Request, onTooLarge: () => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  remember(req.headers, { chunks, remoteAddress: req.socket.remoteAddress });
  req.on('data', (chunk: Buffer) => {
    const wasSmall = size <= LARGEST_BYTES;
    size += chunk.length;
    if (size <= LARGEST_BYTES) chunks.push(chunk);
    else if (wasSmall) {
      chunks.length = 0;
      onTooLarge();
    }
  });
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status < 600 ? status : 500;
}
