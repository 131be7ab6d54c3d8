/** What a shopper took back or corrected, as items of the outbox: for the desk, behind the message itself. */

import * as z from 'zod/mini';
import type { Instant } from '../../vocabulary/values';
import { readAs, shapeOf } from '../shape';
import type { OutboxItem } from './item';

/**
 * For the desk: `words`, how a message of the shopper's reads from now on (null: it is gone), and what its people are `told` of
 * that; null: nothing, as it is over.
 */
export type UnsaidBody = {
  readonly handOff: string;
  readonly at: Instant;
  readonly of: string;
  readonly words: string | null;
  readonly told: string | null;
};

const isUnsaidBody = shapeOf<UnsaidBody>(
  z.object({
    ...{ handOff: z.string(), at: z.number(), of: z.string() },
    ...{ words: z.nullable(z.string()), told: z.nullable(z.string()) },
  }),
);
/** null: it is none. */
export function unsaidBodyIn(json: string): UnsaidBody | null {
  return readAs(json, isUnsaidBody);
}

/** In the lane of the message itself. `from`: the request that changes it. */
export function unsaidItem(from: string, body: UnsaidBody): OutboxItem {
  return { id: `${unsaysOf(body.of)}${from}`, kind: 'change', destination: 'desk', body: JSON.stringify(body) };
}

function unsaysOf(of: string): string {
  return `unsaid:${of}#`;
}

/** That a message of the shopper's is changed. */
export function unsays(itemId: string, of: string): boolean {
  return itemId.startsWith(unsaysOf(of));
}

/** A message of the shopper's to people, by its channel and request; a file of it, and what stood under one, is one of its own. */
export function isOfShopper(itemId: string, of: string): boolean {
  const [, rest] = itemId.split(`message:${of}`);
  return (
    itemId.startsWith('message:') && rest !== undefined && (rest === '' || rest.startsWith(':') || rest.startsWith('/'))
  );
}

/** As far as deliveries are looked back on. */
export const MOST_DELIVERIES = 1_000;
