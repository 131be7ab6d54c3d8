/** How a voice service tells the speakers of an account by itself how far an order has come: a chime, and a sentence of its own when asked. */

import type { SpeakerAddress } from '../../vocabulary/news';
import type { Instant, PlainDate } from '../../vocabulary/values';
import type { Tried } from '../queue/queues';
import type { SpeakerStage } from './marks';

export type SpeakerNotice = SpeakerAddress & {
  /** The same at every try: the service takes each once. Letters and digits. */
  readonly id: string;
  readonly stage: SpeakerStage;
  readonly expected: PlainDate | null;
  readonly at: Instant;
};

/** `refused`: this account takes none of ours. */
export type SendNotice = (notice: SpeakerNotice) => Promise<Tried | { readonly kind: 'refused' }>;
