/** Cookies that carry a session: no script reads them, no other site sends them, and behind TLS no other host can set them. */

import type { IncomingMessage } from 'node:http';
import type { CookieOptions, Response } from 'express';

/** `ms`: how long the browser keeps it. */
export type KeptCookie = { readonly name: string; readonly value: string; readonly ms: number };

export type Cookies = {
  /** Empty: the browser has none of this name. */
  of(req: Pick<IncomingMessage, 'headers'>, name: string): string;
  keep(res: Response, kept: KeptCookie): void;
  forget(res: Response, name: string): void;
  /** The whole `Set-Cookie` line. */
  line(kept: KeptCookie): string;
};

const SAME_SITE = { strict: 'Strict', lax: 'Lax' } as const;

/**
 * `publicUrl`: where the server is reached from outside. With `https` the cookies go over TLS only, and their names bind
 * them to this very host; what a request looks like decides nothing, for a proxy may make it look like anything.
 * `lax`: another site may send the browser here with them, by a link and never by a form.
 */
export function createCookies(publicUrl: string | null, sameSite: 'strict' | 'lax' = 'strict'): Cookies {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const nameOf = (name: string) => (secure ? `__Host-${name}` : name);
  const options: CookieOptions = { httpOnly: true, sameSite, secure, path: '/' };
  return {
    of: (req, name) => namedIn(req, nameOf(name)),
    keep: (res, { name, value, ms }) => void res.cookie(nameOf(name), value, { ...options, maxAge: ms }),
    forget: (res, name) => void res.clearCookie(nameOf(name), options),
    line({ name, value, ms }) {
      const kept = `${nameOf(name)}=${value}; Max-Age=${Math.floor(ms / 1000)}; Path=/; HttpOnly; SameSite=${SAME_SITE[sameSite]}`;
      return secure ? `${kept}; Secure` : kept;
    },
  };
}

function namedIn({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.find((pair) => pair.startsWith(`${name}=`));
  return own?.slice(name.length + 1) ?? '';
}
