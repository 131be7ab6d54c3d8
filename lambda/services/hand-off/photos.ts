/** Photos that joined a conversation: they come with a turn, and go with the conversation or with its case. */

import type { Photo } from '../../vocabulary/photo';
import type { Instant } from '../../vocabulary/values';

export type KeptPhoto = Photo & { readonly conversationId: string; readonly at: Instant };

export type Photos = {
  /** null: there is none of this id, or it is gone. */
  get(id: string): Promise<KeptPhoto | null>;
};
