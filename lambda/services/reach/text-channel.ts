/** A channel that people are written to on: the port of what goes out, and the shape of what comes in. */

import type { SaidWords } from '../../vocabulary/answer';
import type { Heard, PushChannel } from '../../vocabulary/heard';
import type { SentFile } from '../../vocabulary/sent-file';
import type { Instant } from '../../vocabulary/values';
import type { Beside } from '../beside';
import type { KeptReceived, Receipt, Received, Tried } from '../queue/queues';
import type { Contact } from './contacts';
import type { Post } from './mail';
import type { MailWords } from './mail-words';

/** A message to a shopper. */
export type OutMessage = {
  /** The same at every try. */
  readonly id: string;
  readonly by: 'bot' | 'person';
  /** The person's name, where a person wrote it. */
  readonly name: string | null;
  readonly text: string;
  readonly options: SaidWords['options'];
  /** What an e-mail is headed with. */
  readonly title: string | null;
  /** Opens the conversation in the web chat: a whole address with its secret, which must not be logged. */
  readonly link: string | null;
  /** The last four digits of the hand-off it belongs to. */
  readonly reference: string | null;
  /** BCP 47. */
  readonly locale: string;
  /** A person sent it; then there are no words. */
  readonly file?: SentFile;
};

/**
 * Who wrote: the channel's own address, or the contact that a signed reply address names. `also`: another address that the channel
 * says is the same person's, such as the phone number we wrote to before it told us an id.
 */
export type Sender = { readonly address: string; readonly also?: string } | { readonly contactId: string };

/** What came in. `key`: the sender's own id of it, the same at every delivery. */
export type InMessage =
  /** Words, a tapped option, or somebody who came through a link. `locale`: as far as the channel knows it. */
  | {
      readonly kind: 'heard';
      readonly from: Sender;
      readonly key: string;
      readonly heard: Heard;
      readonly locale?: string;
    }
  /** What became of a message of ours; `ref` is what `send` answered, `why` is for whoever looks after deliveries. */
  | { readonly kind: 'receipt'; readonly ref: string; readonly receipt: Receipt; readonly why?: string }
  /** Written to the shopper from the shop's own side, but not by us: a person has taken over. */
  | { readonly kind: 'echo'; readonly from: Sender; readonly key: string; readonly text: string };

export type MessageChange = { readonly to: OutMessage | null; readonly instead: OutMessage };

export type TextChannel = {
  readonly name: PushChannel;
  /** Whether the shopper would see a second copy as one: such a message is never sent again blindly. */
  readonly copies: 'harmless' | 'noticed';
  /** Never throws for what the receiver may answer; throws only what is a mistake of ours. */
  send(message: OutMessage, to: Contact): Promise<Tried>;
  /**
   * Changes what was sent (`ref`: as `send` answered) into `to`, or takes it away (null); where that one cannot be taken away
   * any more it says `instead`. The same done again does no harm. Absent: what was sent stays as it is.
   */
  change?(sent: { readonly ref: string } & MessageChange, to: Contact): Promise<Tried>;
  /** What its door put into the inbox, read; throws on what the door cannot have put there. */
  read(kept: KeptReceived): readonly InMessage[] | Promise<readonly InMessage[]>;
};

/** What a channel gets of the house when it is opened. */
export type TextChannelHouse = {
  readonly fetch: typeof fetch;
  /** Real time. */
  readonly now: () => Instant;
  /** How mail programs quote, in all the languages they are known in. */
  readonly mail: readonly MailWords[];
  /** Where what may take long is computed. */
  readonly beside: Beside;
  /** Never given an address, nor anything that somebody wrote. */
  readonly log: Record<'info' | 'warn' | 'error', (what: object, message: string) => void>;
};

/** `Door`: where its vendor's requests come in; what is genuine is put before it is acknowledged. */
export type OpenedChannel<Door> = {
  readonly channel: TextChannel;
  door(put: (received: Received) => Promise<boolean>): Door;
  /** For a desk that is nothing but mail: only e-mail has one. */
  readonly post?: Post;
  close?(): void;
};
