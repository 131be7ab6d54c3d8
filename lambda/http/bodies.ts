/** How doors take in bodies: JSON of their own pages, and the raw bytes of webhooks, never more than they may be. */

import type { IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import { refuse } from './refusals';

const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** A form of another page cannot send this type. */
export const jsonOnly: RequestHandler = (req, res, next) => {
  if (JSON_IN_UTF8.test(req.headers['content-type'] ?? '')) return next();
  refuse(res, 415, 'not-json', { message: 'Send JSON, with content-type application/json.' });
};

/** `limit`: bytes. */
export function jsonBody(limit: number): readonly RequestHandler[] {
  return [jsonOnly, express.json({ limit, inflate: false, type: () => true })];
}

/** Whatever its type says: signatures are made of the bytes as they came. `limit`: bytes. */
export function rawBody(limit: number): RequestHandler {
  return async (req, _res, next) => {
    const { 'content-encoding': encoding = 'identity' } = req.headers;
    if (encoding.toLowerCase() !== 'identity') return next(refused(415, 'its body is packed'));
    const bytes = await bytesOf(req, limit);
    if (bytes === 'too-large') return next(refused(413, 'its body is too large'));
    if (bytes === 'gone') return next(refused(400, 'its body ended early'));
    req.body = bytes;
    next();
  };
}

function refused(status: number, why: string): Error {
  return Object.assign(new Error(why), { status });
}

/** What these bytes say; null: no JSON, or no body at all. */
export function jsonIn(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : null;
  } catch {
    return null;
  }
}

/**
 * The whole body, by whoever needs it before any parser; `too-large` as soon as it is, however long it goes on.
 * `limit`: bytes.
 */
export function bytesOf(req: IncomingMessage, limit: number): Promise<Buffer | 'too-large' | 'gone'> {
  const gathered = gathering(Number(req.headers['content-length']), limit);
  return new Promise((resolve) => {
    req.on('data', (chunk: Buffer) => {
      if (!gathered.add(chunk)) resolve('too-large');
    });
    req.once('end', () => resolve(gathered.all()));
    req.once('error', () => resolve('gone'));
    req.once('close', () => resolve('gone'));
  });
}

/** Into its place as it comes: to put ten megabytes together at the end holds everybody up for 45 ms. `told`: NaN where it is not. */
function gathering(told: number, limit: number) {
  const whole = told > 0 && told <= limit ? Buffer.allocUnsafe(told) : null;
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    /** False: it is more than it may be, and nothing of it is kept. */
    add(chunk: Buffer): boolean {
      const at = size;
      size += chunk.length;
      if (whole && size <= whole.length) chunk.copy(whole, at);
      else if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      return size <= limit;
    },
    all: () => (whole ? whole.subarray(0, size) : Buffer.concat(chunks)),
  };
}
