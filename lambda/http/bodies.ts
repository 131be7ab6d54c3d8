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
  return express.raw({ limit, inflate: false, type: () => true });
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
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      chunks.length = 0;
      resolve('too-large');
    });
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', () => resolve('gone'));
    req.once('close', () => resolve('gone'));
  });
}
