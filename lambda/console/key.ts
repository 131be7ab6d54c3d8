/** The console's key: made once and kept with the data; whoever shows it, in the printed link or in a header, is the developer. */

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Response } from 'express';
import { keptSecret } from '../house/kept-secret';
import { createCookies } from '../http/cookies';
import { isSecret } from '../http/secrets';

/** How a terminal shows it. */
const HEADER = 'x-earshot-key';
const FILE = 'console-key';
/** The console is reached on this very machine only, in clear. */
const COOKIES = createCookies(null);
/** As long as browsers keep anything. */
const COOKIE_MS = 400 * 24 * 60 * 60_000;

export type ConsoleKey = {
  /** Goes into the printed link, once, and nowhere else. */
  readonly text: string;
  isRight(given: string): boolean;
  /** By the header of a terminal, or the cookie of a browser that once opened the link. */
  isShownIn(req: Pick<IncomingMessage, 'headers'>): boolean;
  /** By the header alone: what no browser sends by itself. */
  isInHeader(headers: IncomingHttpHeaders): boolean;
  /** In a cookie, which holds what was made from the key, never the key. */
  remember(res: Response): void;
};

/** Made where there is none, and readable to nobody else on this machine. Throws where the folder cannot be written. */
export function keepKey(folder: string): ConsoleKey {
  const file = join(folder, FILE);
  const text = keptSecret(file, () => randomBytes(32).toString('base64url'));
  chmodSync(file, 0o600);
  return keyOf(text);
}

/** Throws where the text is too short to keep anybody out. */
export function keyOf(text: string): ConsoleKey {
  if (text.length < 32) throw new Error(`${FILE}: this is no key; remove the file, and the next start makes one`);
  const made = createHmac('sha256', text).update('the cookie of the console').digest('base64url');
  // Cookies know no ports: two consoles on one computer have two names.
  const name = `earshot-console-${createHash('sha256').update(made).digest('hex').slice(0, 8)}`;
  const isInHeader = (headers: IncomingHttpHeaders) => isSecret(String(headers[HEADER] ?? ''), text);
  return {
    text,
    isRight: (given) => isSecret(given, text),
    isInHeader,
    isShownIn: (req) => isInHeader(req.headers) || isSecret(COOKIES.of(req, name), made),
    remember: (res) => COOKIES.keep(res, { name, value: made, ms: COOKIE_MS }),
  };
}
