/** Where people answer: the port behind which the embedded desk, Chatwoot and plain e-mail stand. */

import type { IncomingHttpHeaders } from 'node:http';
import type { SentFile } from '../../vocabulary/sent-file';
import type { Instant } from '../../vocabulary/values';
import type { Call } from '../commerce/call';
import type { Hours } from '../commerce/hours';
import type { KeptReceived, Received, Tried } from '../queue/queues';
import type { Post } from '../reach/mail';
import type { Store } from '../store';
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
  readonly file?: FileForDesk;
};

/** By their ids. `since`: none of them is older. */
export type UnsaidThere = Pick<ForDesk, 'ref'> & { readonly ids: readonly string[]; readonly since: Instant };

/** `otherwise`: what stands in its place where it cannot be shown. */
export type FileForDesk = SentFile & { readonly otherwise: string };

export type Desk = {
  readonly name: string;
  /** Its people see the files of a conversation. */
  readonly showsFiles?: true;
  /** Its people see the number a shopper wished to be called at. */
  readonly showsNumbers?: true;
  /** A shopper waits for it. */
  availability(call: Call): Promise<Availability>;
  /** Idempotent by the packet's id. `ref` of the answer is the desk's own id. */
  open(opened: Opened): Promise<Tried>;
  /** Idempotent by the message's id. */
  tell(message: ForDesk): Promise<Tried>;
  /** Messages of the shopper's go from there as well. Absent: what its people have stays with them. */
  unsay?(messages: UnsaidThere): Promise<Tried>;
  /** The bot has it again, or it is over, without the desk's doing: it is taken from the queue there. */
  end(handOff: HandOff, ref: string | null): Promise<Tried>;
  /** Everything the desk holds of a hand-off goes. */
  forget(handOff: HandOff, ref: string | null): Promise<Tried>;
  /** Tells its people, and no shopper, that what one of them took back stays where it was sent. Absent: they see it by themselves. */
  tellStays?(handOff: HandOff, ref: string | null): Promise<Tried>;
  /** What a webhook brought, read; empty where it means nothing to us. */
  read(kept: KeptReceived): Promise<readonly DeskEvent[]>;
  /** Looks for what no webhook brought; puts it where webhooks put theirs. Absent: there is nothing to miss. */
  poll?(): Promise<void>;
};

/** The places where people can answer, by the name that the setting DESK gives them. */
export const DESKS = ['embedded', 'chatwoot', 'mail'] as const;

export type DeskKind = (typeof DESKS)[number];

/** What a desk gets of the house when it is chosen. */
export type DeskNeeds = {
  /** The shop's hours, on its calendar. */
  readonly hours: Hours;
  readonly calendar: () => Instant;
  /** Real time. */
  readonly now: () => Instant;
  readonly fetch: typeof fetch;
  /** The e-mail channel's; null: this shop has not set it up. */
  readonly post: Post | null;
  /** The words of `handOff` in `pages.json`, in the language of the people who answer. Rejects when they cannot be read. */
  words(): Promise<(key: string) => string>;
};

/** And of the house that is open. */
export type DeskHouse = Pick<Store, 'agents' | 'inbox' | 'handOffs' | 'queue'> & { readonly now: () => Instant };

/** Where the desk's own system tells what people do there. */
export type DeskWebhook = {
  /** On our server: `/desk/<name>` */
  readonly path: `/desk/${string}`;
  /** `rawBody`: the bytes as they came; parsed and written anew they have another signature. */
  verify(headers: IncomingHttpHeaders, rawBody: Buffer): 'good' | 'forged' | 'stale' | 'malformed';
  /** Of a verified body: what goes into the inbox, before it is answered. */
  receive(rawBody: Buffer): readonly Received[];
};

export type OpenedDesk = { desk(house: DeskHouse): Desk; readonly webhook?: DeskWebhook };
