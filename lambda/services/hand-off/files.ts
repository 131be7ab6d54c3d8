/** Files that joined a conversation: they come with a turn or from a desk, and go with the conversation or with its case. */

import type { SentFile } from '../../vocabulary/sent-file';
import type { Instant } from '../../vocabulary/values';

export type KeptFile = SentFile & { readonly conversationId: string; readonly at: Instant };

export type SentFiles = {
  /** null: there is none of this id, or it is gone. */
  get(id: string): Promise<KeptFile | null>;
};
