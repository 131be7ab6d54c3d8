/** What the web chat needs of the house; `lambda/chat.ts` gives it. */

import type { LinePlace } from '../../services/conversation/lines';
import type { KeptFile } from '../../services/hand-off/files';
import type { Answered, Show } from '../../vocabulary/answer';
import type { Turn } from '../../vocabulary/heard';
import type { Instant } from '../../vocabulary/values';

/** Its place is also the id of its event, so that a stream goes on where it broke. */
export type WebLine = LinePlace & {
  readonly at: Instant;
  readonly by: 'shopper' | 'bot' | 'person';
  readonly channel: string;
  readonly text: string;
  /** The person's, where a person wrote it. */
  readonly name?: string;
  readonly show?: Show;
  /** It shows nothing by itself: these of before read otherwise now. */
  readonly changes?: readonly WebLine[];
};

/** Who answers here: the assistant, or people of the shop; `name` of whoever took it, null while it waits for the team. */
export type WebHolder = { readonly isTheirs: boolean; readonly name: string | null };

/** What is kept of somebody, for them to read or for their programs. */
export type OwnFileForm = 'page' | 'json';

export type WebVisitor = { readonly address: string; readonly locale: string };
export type Session = { readonly id: string; readonly isNew: boolean };
type Arrival = Pick<Turn, 'id' | 'channel' | 'address' | 'credential' | 'locale' | 'deadline'>;

/** Milliseconds. */
export type Rhythm = {
  /** How often other processes' lines are looked for. */
  readonly poll: number;
  /** A comment this often keeps a quiet connection open. */
  readonly beat: number;
  /** How often an open stream makes sure that its reader may still read it. */
  readonly recheck: number;
};

export type WebOptions = {
  answer(turn: Turn): Promise<Omit<Answered, 'answer'>>;
  conversationOf(arrival: Arrival): Promise<{
    readonly conversationId: string;
    readonly stranger: 'guest' | 'unlinked' | 'unreachable' | null;
    /** What a known shopper is called: lines are kept without it. */
    readonly firstName?: string;
    readonly shopperId?: string;
  }>;
  /** The first lines after a place, or the last ones of all. */
  since(conversationId: string, after: LinePlace | null, limit: number): Promise<readonly WebLine[]>;
  /** Those right before a place, newest last. */
  before(conversationId: string, place: LinePlace, limit: number): Promise<readonly WebLine[]>;
  /** The shopper had what a person wrote on a screen, and all before it. One of another conversation is nobody's. */
  seen(ref: string, at: { readonly conversationId: string; readonly locale: string }): Promise<void>;
  holder(conversationId: string): Promise<WebHolder>;
  /** null: there is none of this id. */
  sentFile(id: string): Promise<KeptFile | null>;
  /** All that is kept of whose link this is; null: it was used, or is over. `locale` empty: the shop's. */
  ownFile(secret: string, locale: string, form: OwnFileForm): Promise<Uint8Array | null>;
  onCommit(conversationId: string, listener: () => void): () => void;
  readonly visitors: {
    greet(locale: string): Promise<{ readonly token: string }>;
    recognise(token: string): Promise<WebVisitor | null>;
    speak(address: string): Promise<Session>;
  };
  words(locale: string): Promise<object>;
  speaks(locale: string): boolean;
  /** The built pages: `chat/index.html`, `chat/embed.js`, `assets/`. */
  readonly pages: string;
  /** Origins of the shop's own pages: they may embed the chat and call it. The server's own origin always may. */
  readonly origins: readonly string[];
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly log: { error(what: object, message: string): void };
  /** Told of what somebody said that broke before it was a turn: their conversation could not even be found. */
  readonly onBroke?: (turn: Pick<Turn, 'channel' | 'locale'>) => void;
  readonly rhythm?: Partial<Rhythm>;
};
