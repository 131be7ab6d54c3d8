/** Something that is to be delivered, as the turn that causes it commits it. */

import type { Destination, ItemKind } from './queues';

export type OutboxItem = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly destination: Destination;
  readonly body: string;
};
