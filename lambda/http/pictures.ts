/** Sends a picture somebody gave us: shown and nothing else, to whoever was let in, and kept by nobody on the way. */

import type { Response } from 'express';

export function sendPicture(
  res: Response,
  { type, bytes }: { readonly type: string; readonly bytes: Uint8Array },
): void {
  res.setHeader('Content-Type', type);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.setHeader('Content-Disposition', 'inline');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Cache-Control', 'private, no-store');
  res.end(bytes);
}
