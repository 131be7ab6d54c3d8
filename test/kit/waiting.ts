/** What waits to be delivered, as whoever delivers it reads it: on disk it lies sealed. */

import type { Leased } from '../../lambda/services/queue/queues';
import type { House } from './house';

/** Everything, taken out of the queue: what stands behind something is seen once that is delivered. */
export async function takeWaiting({ store: { outbox }, clock }: House): Promise<readonly Leased[]> {
  const now = clock.now();
  const all: Leased[] = [];
  for (;;) {
    const leased = await outbox.lease({ owner: 'reader', now, until: now + 1_000, limit: 20 });
    if (leased.length === 0) return all;
    for (const item of leased) {
      all.push(item);
      await outbox.mark(item.id, 'reader', { kind: 'done' }, now);
    }
  }
}
