/** What the shop's own customer records are told of our talking with its shoppers: that a person was asked for, when and about what, and never a word of it. */

import * as z from 'zod/mini';
import type { ChannelName, SourceName } from '../../vocabulary/heard';
import type { NewsWay } from '../../vocabulary/news';
import type { HandOffReason, Wish } from '../../vocabulary/outcome';
import type { Instant } from '../../vocabulary/values';
import type { Call, Result } from '../commerce/call';
import type { Received } from '../queue/queues';
import { readAs, shapeOf } from '../shape';
import type { HandOff } from './hand-offs';

export type ContactRecord = {
  /** The hand-off's. */
  readonly id: string;
  readonly shopperId: string;
  /** By which the shop's people and the shopper name the conversation. */
  readonly reference: string;
  readonly reason: HandOffReason;
  readonly wish: Wish;
  /** Where it was talked, and where the answer goes besides the web chat and the speaker. */
  readonly channels: readonly SourceName[];
  readonly answerTo: ChannelName | null;
  /** The ways in which this shopper has agreed to hear of orders. */
  readonly consents: readonly NewsWay[];
  readonly at: Instant;
};

/** Asked with the shop's own credentials. */
export type ContactRecords = {
  /** The same one again is written over what is there of it. */
  note(record: ContactRecord, call: Call): Promise<Result<null>>;
  /** It is gone, or never was. */
  forget(id: string, call: Call): Promise<Result<null>>;
};

/** As it waits in the inbox. */
export const CONTACTS = 'contacts';

type Waiting = { readonly handOff: string };
const isWaiting = shapeOf<Waiting>(z.object({ handOff: z.string() }));

/** In the lane of its conversation, so that it goes with whoever is forgotten. */
export function contactItem({ id, conversationId }: Pick<HandOff, 'id' | 'conversationId'>): Received {
  return { source: CONTACTS, key: id, lane: conversationId, body: JSON.stringify({ handOff: id } satisfies Waiting) };
}

/** The id of the hand-off; null: what is stored is none. */
export function contactIn(body: string): string | null {
  return readAs(body, isWaiting)?.handOff ?? null;
}
