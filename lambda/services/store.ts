/** The store: one small port for each thing that is kept. */

import type { Instant } from '../vocabulary/values';
import type { CareActions } from './care/actions';
import type { Attempts } from './commerce/attempts';
import type { Conversations } from './conversation/conversation';
import type { SentFiles } from './hand-off/files';
import type { HandOffs } from './hand-off/hand-offs';
import type { Marks } from './hand-off/marks';
import type { Presences } from './hand-off/presences';
import type { HandOffQueue } from './hand-off/queue';
import type { Missed } from './insight/missed';
import type { Offers } from './insight/offers';
import type { RuleRecords } from './limits/buying-rules';
import type { Mirrors } from './news/mirror';
import type { FarPieces } from './privacy/depot';
import type { Pieces } from './privacy/pieces';
import type { Privacy } from './privacy/privacy';
import type { WordKeys } from './privacy/word-keys';
import type { Inbox, Outbox } from './queue/queues';
import type { Contacts } from './reach/contacts';
import type { Tokens } from './reach/tokens';
import type { Agents } from './sign-in/agents';
import type { DeskRecords } from './sign-in/desk-records';
import type { LinkRecords } from './sign-in/link-records';
import type { Visitors } from './sign-in/visitor';

export type Store = {
  readonly conversations: Conversations;
  readonly attempts: Attempts;
  readonly careActions: CareActions;
  readonly handOffs: HandOffs;
  readonly queue: HandOffQueue;
  readonly visitors: Visitors;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly contacts: Contacts;
  readonly tokens: Tokens;
  readonly agents: Agents;
  /** Accounts that were linked with a voice service. */
  readonly links: LinkRecords;
  /** What shoppers have set for buying. */
  readonly buyingRules: RuleRecords;
  readonly missed: Missed;
  readonly offers: Offers;
  readonly mirrors: Mirrors;
  readonly files: SentFiles;
  /** Of what is too large for one write. */
  readonly pieces: Pieces;
  /** Of those that lie elsewhere. */
  readonly farPieces: FarPieces;
  /** Brings files to where the shop has them kept, and takes away there what was let go of; absent: they are kept here. */
  moveFiles?(): Promise<number>;
  readonly marks: Marks;
  readonly presences: Presences;
  readonly deskRecords: DeskRecords;
  readonly privacy: Privacy;
  /** Of another store than the one whose words they open. */
  readonly wordKeys: WordKeys;
  /**
   * Calls back after commits of any server on this store, ours among them, until the returned function is called.
   * May miss some, and is not there on every store: who needs to know looks from time to time as well.
   */
  onRemoteCommit?(listener: (conversationId: string) => void): Promise<() => Promise<void>>;
  /** Resolves when something was written durably just now; throws what stands in the way of keeping anything. */
  usable(): Promise<void>;
  /** For deadlines that are stored. */
  time(): Promise<StoreTime>;
  close(): Promise<void>;
};

/** `database`: what its clock says now. `written`: it has none; the latest moment that was written down, 0 where nothing was. */
export type StoreTime = { readonly kind: 'database' | 'written'; readonly at: Instant };
