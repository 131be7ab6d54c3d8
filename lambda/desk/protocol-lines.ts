/** The lines of a conversation as the desk tells its page of them. */

import type { PlacedLine } from '../services/conversation/lines';
import type { Show } from '../vocabulary/answer';
import type { PushChannel } from '../vocabulary/heard';
import type { Instant } from '../vocabulary/values';

/** `GET /desk/hand-offs/ID/lines?before=LINE`: what was said right before it. `hasEarlier`: more was said before them. */
export type EarlierLines = { readonly lines: readonly DeskLine[]; readonly hasEarlier: boolean };

/**
 * What became of a person's reply: on its way, at the receiver, or in trouble. `kept`: the shopper reads it in the web chat or
 * hears it at the speaker, and has not yet.
 */
export type Fate = 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'kept';

export type DeskLine = Pick<PlacedLine, 'at' | 'by' | 'channel' | 'text'> & {
  readonly id: string;
  readonly name: string | null;
  /** `text` names what happened, and is nobody's words. */
  readonly isEvent: boolean;
  /** Nothing was made of it. */
  readonly isMissed: boolean;
  /** What a shopper meant at a speaker, which sends no words. */
  readonly meant: { readonly intent: string; readonly slots: Readonly<Record<string, string>> } | null;
  /** A file: `GET /desk/files/ID`. */
  readonly attached: NonNullable<Show['attached']> | null;
  /** It stands instead of something that was written before, or tells that something was taken back. */
  readonly changed: NonNullable<Show['changed']> | null;
  /** What stood there before, the first first; empty of what nobody at a desk has changed. */
  readonly earlier: readonly Earlier[];
  /** How whoever looks may change it; null: it is not theirs, or not theirs any more. */
  readonly own: OwnWords | null;
  /** Of what was changed or taken back, what became of that. */
  readonly sent: { readonly fate: Fate; readonly to: PushChannel | null; readonly delivery: string | null } | null;
};

/** `text` null: it is kept no more. `at`, `by`: when it went, and who changed it. */
export type Earlier = { readonly at: Instant; readonly by: string | null; readonly text: string | null };

/** `stays`: it has left by a channel that takes nothing back, a change goes out as a correction. `wasRead`: a speaker read it out. */
export type OwnWords = { readonly stays: boolean; readonly wasRead: boolean };
