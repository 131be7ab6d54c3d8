/** Which requests without a signature or token a developer's own server answers, and who they are. */

import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isLocalUnsigned } from '../channels/alexa/local-unsigned';
import type { DemoHandle } from '../house/shops';
import type { ConsoleKey } from './key';

export type Unsigned = {
  readonly defaultToken?: string;
  /** Of those that come from this machine, by what they show. */
  admits(headers: IncomingHttpHeaders): boolean;
  /** Somebody who sits at this machine, and reads what only developers read. */
  isDeveloper(req: IncomingMessage): boolean;
};

/**
 * Without a token they are somebody of the demo, a guest of any other shop. In the demo shop, at an address nobody outside
 * was told, a stranger could do no harm; anywhere else the key is needed.
 */
export function unsignedFrom(key: ConsoleKey, demo: DemoHandle | undefined, publicUrl: string | null): Unsigned {
  const isHarmless = demo !== undefined && publicUrl === null;
  return {
    ...(demo ? { defaultToken: demo.ownToken } : {}),
    admits: (headers) => isHarmless || key.isInHeader(headers),
    isDeveloper: (req) => isLocalUnsigned(req.headers, req.socket.remoteAddress) && (isHarmless || key.isShownIn(req)),
  };
}
