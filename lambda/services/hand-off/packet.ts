/** What a person gets when a conversation is handed over. */

import type { CallWindow } from '../../vocabulary/call-window';
import type { ChannelName, SourceName } from '../../vocabulary/heard';
import type { Memory } from '../../vocabulary/memory';
import type { HandOffReason, Wish } from '../../vocabulary/outcome';
import type { Instant } from '../../vocabulary/values';
import type { HistoryLine } from '../conversation/lines';

/** The packet a person gets; see docs/hand-off-packet.md. Redacted. */
export type Packet = {
  readonly version: 1;
  readonly id: string;
  readonly reference: string;
  readonly reason: HandOffReason;
  readonly createdAt: Instant;
  readonly locale: string;
  /** At most five lines. */
  readonly summary: readonly string[];
  readonly intent: string | null;
  readonly slots: Readonly<Record<string, string>>;
  /** The id of the question that was open, and its words. */
  readonly openQuestion: { readonly id: string; readonly text: string } | null;
  readonly notUnderstood: readonly string[];
  readonly transcript: readonly HistoryLine[];
  readonly orders: readonly string[];
  readonly lines: readonly { readonly productId: string; readonly title: string; readonly quantity: number }[];
  /** What the shop knows of those orders, as far as it could be asked. */
  readonly about: readonly OrderAbout[];
  /** Whether an answer or a call is wished for, and where the answer goes besides the web chat and the speaker. */
  readonly wish: Wish;
  /** When a call is wished for; absent: at any time. */
  readonly call?: CallWindow;
  readonly answerTo: ChannelName | null;
  /** A pseudonym; the first name only where the shop's account gives it. */
  readonly shopper: { readonly id: string; readonly guest: boolean; readonly name: string | null };
  readonly channels: readonly SourceName[];
  /** What the bot restores when the person is done. */
  readonly resumePoint: Pick<Memory, 'questions' | 'topic'>;
};

/** An order as an agent sees it: no address, no payment. */
export type OrderAbout = {
  readonly number: string;
  readonly placed: string;
  readonly state: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
};
