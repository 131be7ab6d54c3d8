/** What is written of something no turn brought about: news of an order, an end nobody was there to hear, an account's own settings. */

import type { Voice } from '../../language/speech/say';
import type { Merchant } from '../../services/commerce/merchant';
import type { Commit, Stored } from '../../services/conversation/conversation';
import type { Store } from '../../services/store';
import type { Answer } from '../../vocabulary/answer';
import { silence } from '../words';
import { unaskedFact } from './fact';

export type TellNeeds = {
  readonly store: Store;
  readonly voice: Voice;
  readonly merchant: Merchant;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

type Unasked = {
  readonly conversationId: string;
  readonly stored: Stored;
  /** The same however often it is tried. */
  readonly requestId: string;
  readonly channel: 'desk' | 'alexa' | 'web';
  readonly locale: string;
  readonly at: number;
  /** Absent: nothing is said. */
  readonly says?: Pick<Answer, 'said' | 'replies'>;
  readonly changes: Partial<Pick<Commit, 'memory' | 'history' | 'outbox'>>;
};

export function unasked({ conversationId, stored, requestId, channel, says, changes, ...when }: Unasked): Commit {
  const answer: Answer = { ...silence(stored.memory.owner), ...says };
  return {
    ...{ conversationId, expectedVersion: stored.version, follows: 0, memory: stored.memory },
    ...{ history: [], outbox: [], told: [], tokens: [], joins: [], missed: [], files: [], mirror: null, amended: null },
    ...changes,
    fact: unaskedFact({ ...when, channel, requestId }, answer),
    answer: { channel, requestId, body: JSON.stringify(answer) },
  };
}
