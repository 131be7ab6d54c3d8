/** Which unsigned requests a developer's own server answers, and who they are. */

import type { IncomingHttpHeaders } from 'node:http';
import type { DemoHandle } from '../house/shops';
import type { ConsoleKey } from './key';

/**
 * Without a token they are somebody of the demo, a guest of any other shop. In the demo shop, at an address nobody outside
 * was told, a stranger could do no harm; anywhere else the key is needed.
 */
export function unsignedFrom(key: ConsoleKey, demo: DemoHandle | undefined, publicUrl: string | null) {
  const isHarmless = demo !== undefined && publicUrl === null;
  const admits = (headers: IncomingHttpHeaders) => isHarmless || key.isInHeader(headers);
  return { ...(demo ? { defaultToken: demo.ownToken } : {}), admits };
}
