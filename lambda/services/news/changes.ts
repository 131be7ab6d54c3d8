/** What a shop tells of its orders by itself: that something about one has changed. Where it stands is asked for then, so that nothing hangs on how often or in which order it is told. */

import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod/mini';
import type { Call, Result } from '../commerce/call';
import type { Received } from '../queue/queues';
import { readAs, shapeOf } from '../shape';

export type OrderChange = {
  /** The same however often it is told. */
  readonly key: string;
  readonly orderId: string;
  /** Whose it is; null: the shop does not say so with it. */
  readonly shopperId: string | null;
};

export type OrderChanges = {
  readonly webhook?: ChangesWebhook;
  /** What has changed since then, oldest first; of a cursor of `null` nothing is told but where to go on. */
  since?(cursor: string | null, call: Call): Promise<Result<ChangesPage>>;
  /** Of a change that names no shopper; null: nobody's we could know. Asked with the shop's own credentials. */
  ownerOf?(orderId: string, call: Call): Promise<Result<string | null>>;
};

/** `settle`: to be called once all of it is kept; what was not settled is told again. */
export type ChangesPage = {
  readonly changes: readonly OrderChange[];
  readonly cursor: string;
  /** There is more by now. */
  readonly goesOn: boolean;
  settle?(call: Call): Promise<void>;
};

/** Where a shop tells it on its own. */
export type ChangesWebhook = {
  readonly path: `/shop/changes${string}`;
  /** `rawBody`: the bytes as they came; parsed and written anew they have another signature. */
  verify(headers: IncomingHttpHeaders, rawBody: Buffer): 'good' | 'forged' | 'stale' | 'malformed';
  /** Of a verified body. */
  receive(rawBody: Buffer): readonly OrderChange[];
};

/** As it waits in the inbox. */
export const CHANGES = 'shop';

type Waiting = Pick<OrderChange, 'orderId' | 'shopperId'>;
const isWaiting = shapeOf<Waiting>(z.object({ orderId: z.string(), shopperId: z.nullable(z.string()) }));

/** In the lane of the shopper's own conversation, so that it goes with whoever is forgotten. */
export function receivedOf({ key, orderId, shopperId }: OrderChange): Received {
  const lane = shopperId === null ? `order:${orderId}` : `shopper:${shopperId}`;
  return { source: CHANGES, key, lane, body: JSON.stringify({ orderId, shopperId } satisfies Waiting) };
}

/** null: what is stored is none. */
export function changeIn(body: string): Waiting | null {
  return readAs(body, isWaiting);
}
