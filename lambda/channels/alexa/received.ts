/** What the guard saw of a request and the verifier needs: the SDK's adapter hands on only headers and decoded text. */

import type { IncomingHttpHeaders } from 'node:http';

export type Received = {
  /** The body's bytes as they came, complete once the adapter has read them. */
  readonly chunks: readonly Buffer[];
  readonly remoteAddress: string | undefined;
};

// Keyed by the headers object, which Node makes once per request and the adapter passes on as it is.
const requests = new WeakMap<IncomingHttpHeaders, Received>();

export function remember(headers: IncomingHttpHeaders, received: Received): void {
  requests.set(headers, received);
}

/** Undefined where no guard stands before the adapter. */
export function recall(headers: IncomingHttpHeaders): Received | undefined {
  return requests.get(headers);
}
