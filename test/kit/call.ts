/** A call to an outside system that has all the time it needs. */

import type { Call } from '../../lambda/services/commerce/call';

export function anyCall(locale = 'en-GB'): Call {
  return { locale, deadline: Number.POSITIVE_INFINITY, signal: new AbortController().signal, traceId: 'a test' };
}
