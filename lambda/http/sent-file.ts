/**
 * Sends a file somebody gave us, to whoever was let in, and kept by nobody on the way: what a browser shows or plays is shown and
 * nothing else, all else is saved, under a name of ours.
 */

import type { Response } from 'express';

/** `isShown`: a browser may draw or play it. `name`: of letters, digits and dots. */
type Sending = { readonly type: string; readonly bytes: Uint8Array; readonly name: string; readonly isShown: boolean };

export function sendFile(res: Response, { type, bytes, name, isShown }: Sending): void {
  res.setHeader('Content-Type', type === 'text/plain' ? 'text/plain; charset=utf-8' : type);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.setHeader('Content-Disposition', `${isShown ? 'inline' : 'attachment'}; filename="${name}"`);
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Cache-Control', 'private, no-store');
  res.end(bytes);
}
