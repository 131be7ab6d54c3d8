/** Cookies that carry a session: no script reads them, no other site sends them. */

import type { IncomingMessage } from 'node:http';
import type { CookieOptions, Request } from 'express';

/** Empty: the browser has none of this name. */
export function cookieOf({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.find((pair) => pair.startsWith(`${name}=`));
  return own?.slice(name.length + 1) ?? '';
}

/** In clear it goes only to this very machine. */
export function sessionCookie({ hostname = '', secure }: Request, path: string): CookieOptions {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && !secure;
  return { httpOnly: true, sameSite: 'strict', secure: !isHere, path };
}
