/** Mail as the house writes and reads it: what the e-mail channel gives to a desk that is nothing but mail. */

import type { AttachedFile, FileRefusal, SentFile } from '../../vocabulary/sent-file';
import type { Instant } from '../../vocabulary/values';
import type { Tried } from '../queue/queues';

/** Our signed addresses: shoppers answer to the one, people of the shop to the other. `id`: 24 lower-case hex digits. */
export type Box = { readonly kind: 'reply' | 'desk'; readonly id: string };

export type Letter = {
  /** Fixes the Message-ID: whoever gets two copies has one mail. */
  readonly id: string;
  /** Letters of one thread lie together; the letter of this id opens it, if there is one. */
  readonly thread: string;
  readonly to: string;
  /** Shown as the sender; null: the shop. */
  readonly name: string | null;
  readonly subject: string;
  /** Of the conversation; stands in the heading above the text, by which it is known again where it is quoted. */
  readonly reference: string | null;
  readonly text: string;
  readonly html: string | null;
  readonly file?: SentFile;
  /** Where an answer to it, or word that it could not be delivered, comes back to. */
  readonly answers: Box;
  /** As RFC 3834 has it; `no`: a person wrote it. */
  readonly automatic: 'no' | 'auto-generated' | 'auto-replied';
};

/** Never throws for what a mail server may answer. `ref` of the answer is the Message-ID. */
export type Post = { send(letter: Letter): Promise<Tried> };

/** Why it was not taken, or what it holds. */
export type MailFile = FileRefusal | AttachedFile;

/** A mail that came to a signed address, as the door puts it into the inbox (as JSON). */
export type Mail = {
  readonly to: Box;
  /** When it reached us. */
  readonly at: Instant;
} & (
  | {
      readonly kind: 'words';
      /**
       * At the desk, who the sender claims to be: the name, and a keyed hash of the address. null for a shopper, who is
       * known by the address that was written to.
       */
      readonly by: { readonly name: string; readonly id: string } | null;
      /** What is new in it; empty where there was nothing but quoted history, a signature or attachments. */
      readonly text: string;
      /** What may be new as well, or a quotation: shown to people, heard by no bot. Absent in what an earlier program took in. */
      readonly more?: string;
    }
  /** What came with words, put before them. `by`, `text`: of those words, as above. */
  | {
      readonly kind: 'files';
      readonly by: { readonly name: string; readonly id: string } | null;
      readonly text: string;
      readonly files: readonly MailFile[];
    }
  /** A mail server tells what became of a letter of ours. */
  | { readonly kind: 'report'; readonly messageId: string; readonly became: 'delivered' | 'failed' }
);
