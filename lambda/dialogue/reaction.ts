/** What a turn came to, before it is settled. */

import type { Acted } from '../intents/kit/define';
import type { OpenQuestion } from '../vocabulary/memory';

/** What a turn came to, and what that means for the question that was open. */
export type Reaction = {
  readonly acted: Acted;
  /** `kept`: asked again as it was; `left`: another subject; `closed`: everything of this session is dropped. */
  readonly fate: 'answered' | 'kept' | 'left' | 'closed';
  readonly missed?: true;
  /** A question of another session that moved here. */
  readonly moved?: OpenQuestion;
  /** One of another session that moved here and waits beneath what is asked now. */
  readonly beneath?: OpenQuestion;
};
