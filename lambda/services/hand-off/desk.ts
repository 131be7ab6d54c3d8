/** Where people answer: the port behind which the embedded desk, Chatwoot and plain e-mail stand. */

import type { Instant } from '../../vocabulary/values';
import type { Received, Tried } from '../queue/queues';
import type { DeskEvent, HandOff } from './hand-offs';
import type { Packet } from './packet';

/** Whether somebody is there. Hours are the shop's own. */
export type Availability =
  | { readonly kind: 'open'; readonly waiting: number }
  /** Within hours, but nobody is signed in and available. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'closed' };

export type Opened = { readonly handOff: HandOff; readonly packet: Packet };

/** The shopper's words for the person who has the conversation; `id` is the same at every try. */
export type ForDesk = {
  readonly id: string;
  readonly handOffId: string;
  /** The desk's own id of the hand-off, if it gave one. */
  readonly ref: string | null;
  readonly text: string;
  readonly at: Instant;
};

export type Desk = {
  readonly name: string;
  availability(): Promise<Availability>;
  /** Idempotent by the packet's id. `ref` of the answer is the desk's own id. */
  open(opened: Opened): Promise<Tried>;
  /** Idempotent by the message's id. */
  tell(message: ForDesk): Promise<Tried>;
  /** The bot has it again, or it is over, without the desk's doing: it is taken from the queue there. */
  end(handOff: HandOff, ref: string | null): Promise<Tried>;
  /** Everything the desk holds of a hand-off goes. */
  forget(handOff: HandOff, ref: string | null): Promise<Tried>;
  /** What a webhook brought, read; empty where it means nothing to us. */
  read(received: Received): Promise<readonly DeskEvent[]>;
  /** Looks for what no webhook brought; puts it where webhooks put theirs. Absent: there is nothing to miss. */
  poll?(): Promise<void>;
};
