/** What the desk and its page tell each other. */

import type { Done, HandOff, Note } from '../services/hand-off/hand-offs';
import type { HandOffMarks } from '../services/hand-off/marks';
import type { OrderAbout, Packet } from '../services/hand-off/packet';
import type { AgentLoad, QueueCounts, QueueFigures, QueueGroup, QueuePlace } from '../services/hand-off/queue';
import type { Delivery } from '../services/queue/queues';
import type { Role } from '../services/sign-in/agents';
import type { ChannelName, SourceName } from '../vocabulary/heard';
import type { Instant } from '../vocabulary/values';
import type { DeskLine, EarlierLines } from './protocol-lines';

export type Me = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly isAvailable: boolean;
  /** They sign in with a code of their app, too. */
  readonly hasSecond: boolean;
  /** Without one they may do nothing but set it. */
  readonly mustHaveSecond: boolean;
};

export type QueueEntry = Omit<HandOff, 'conversationId'> & {
  /** The first name, where the shop's account gives it. */
  readonly shopper: string | null;
  readonly summary: string;
  /** When the shopper was last heard. */
  readonly heardAt: Instant;
  /** Where the shopper was last heard. */
  readonly channel: SourceName | null;
  /** The intent that was being served as it was handed over; null: none. */
  readonly matter: string | null;
  /** The number of the order it is about. */
  readonly order: string | null;
  /** What the shopper or a person said last. */
  readonly last: Pick<DeskLine, 'by' | 'name' | 'channel' | 'text' | 'meant' | 'isEvent'> | null;
  readonly hasPhoto: boolean;
  readonly marks: HandOffMarks;
};

/** `next`: behind which place the following page begins; null: there is none. */
export type QueuePage = { readonly entries: readonly QueueEntry[]; readonly next: QueuePlace | null };
export type QueueGroups = Readonly<Record<QueueGroup, QueuePage>>;

/** `aside`: also in their groups: whose call is still to be made, and what is set aside for a while. */
type QueueRest = { readonly counts: QueueCounts; readonly aside: readonly QueueEntry[] };

/** The beginning of every group, and how many there are of each. */
export type Queue = QueueRest & { readonly groups: QueueGroups };

/** Of the ids that were asked for; one that is not among them has left the queue. */
export type QueueChange = QueueRest & { readonly entries: readonly QueueEntry[] };

/** The packet without what only the bot needs. */
export type ShownPacket = Omit<Packet, 'resumePoint' | 'transcript' | 'about'> & {
  readonly about: readonly OrderAbout[];
};

/** `lines`: the newest. */
export type Detail = EarlierLines & {
  readonly handOff: Omit<HandOff, 'conversationId'>;
  readonly packet: ShownPacket | null;
  readonly notes: readonly Note[];
  readonly marks: HandOffMarks;
  /** Where the shopper can be written to; the address itself is shown on demand. */
  readonly contacts: readonly ShownContact[];
  /** The shopper's other ones that are still kept, the latest first. */
  readonly others: readonly OtherCase[];
};

/** `id`: names it in this conversation, and nothing beyond. */
export type ShownContact = { readonly id: string; readonly channel: ChannelName };

/** `POST /desk/hand-offs/ID/contact`. */
export type ContactAddress = { readonly address: string };

export type OtherCase = Pick<Detail, 'handOff' | 'notes'>;

/** `GET /desk/hand-offs/ID/answers`: all there are, by title. `text`: as the shopper's channel shows it. */
export type WrittenAnswer = {
  readonly topic: string;
  readonly title: string;
  /** What shoppers call it: searched with the title. */
  readonly names: readonly string[];
  readonly text: string;
};

export type Trouble = Omit<Delivery, 'conversationId'> & { readonly reference: string | null };

export type Colleague = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly isThere: boolean;
  readonly isDisabled: boolean;
  readonly hasSecond: boolean;
  readonly seenAt: Instant;
};

/** `GET /desk/colleagues`: who may be passed something, with what they have; of that, where a shopper waits for a word. */
export type AtWork = Pick<Colleague, 'id' | 'name' | 'isThere'> & Omit<AgentLoad, 'agentId'>;

/** `GET /desk/overview?since=`. `since`: since when the one waits that has waited longest of those nobody has. */
export type Overview = {
  readonly people: readonly AtWork[];
  readonly free: number;
  readonly since: Instant | null;
  readonly figures: QueueFigures;
};

/** `POST /desk/me/second/begin`. */
export type FactorBegun = { readonly secret: string; readonly uri: string; readonly offer: string };

/** `POST /desk/hand-offs/ID/translation`, where the shop has a service for it. */
export type TranslatedLines = { readonly lines: readonly { readonly id: string; readonly text: string }[] };

/** `POST /desk/hand-offs/ID/number`. null: the shop has none. */
export type Callable = { readonly number: string | null };

/** Refusals by code; the page has the words. */
export type Refusal =
  | 'signed-out'
  | 'wrong'
  | 'needs-code'
  | 'wrong-code'
  | 'needs-second'
  | 'locked'
  | 'not-allowed'
  | 'invalid'
  | 'unknown'
  | 'taken'
  | 'over'
  | 'login-taken'
  | 'yourself'
  | 'full'
  | 'too-many'
  | 'not-yours'
  | 'not-own'
  | 'taken-back'
  | 'sent-out'
  | 'too-much'
  | 'past'
  | 'too-far'
  | 'file-type'
  | 'file-size'
  | 'tag-long'
  | 'tag-full'
  | 'done-before'
  | 'too-late'
  | 'shop-refused'
  | 'shop-unsure'
  | 'shop-away'
  | 'number-away'
  | 'translation-away'
  | 'broken';

export type Closing = { readonly done: Done; readonly topic: string | null };

/** The stream tells ids only: the page fetches what it shows. */
export type Changed = { readonly ids: readonly string[] };
export type StreamEnd = { readonly reason: 'signed-out' | 'too-many' | 'stopping' };
