/** Lets only our own mail servers in. */

import { bearerOf, isOneOf } from '../../http/secrets';

/** `authorization`: the header as it came. */
export function isOurServer(authorization: string | undefined, secrets: readonly string[]): boolean {
  return isOneOf(bearerOf(authorization), secrets);
}
