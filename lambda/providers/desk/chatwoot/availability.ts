/** Whether somebody is at Chatwoot: asked at most twice a minute, since a shopper waits for the answer. */

import * as z from 'zod/mini';
import type { Availability } from '../../../services/hand-off/desk';
import type { Instant } from '../../../vocabulary/values';
import { ChatwootRefused, type Client } from './client';
import { inbox, isWithinHours } from './hours';

const KEPT_MS = 30_000;

const agents = z.array(z.object({ availability_status: z.nullish(z.string()) }));
const counts = z.object({ meta: z.object({ unassigned_count: z.number() }) });

export type AvailabilityNeeds = { readonly client: Client; readonly inboxId: number; readonly now: () => Instant };

/** A Chatwoot that does not answer is one where nobody is known to be. */
export function createAvailability(needs: AvailabilityNeeds): () => Promise<Availability> {
  let kept: { readonly until: Instant; readonly answer: Promise<Availability> } | null = null;
  return () => {
    if (kept === null || needs.now() >= kept.until) {
      kept = { until: needs.now() + KEPT_MS, answer: ask(needs).catch(nobody) };
    }
    return kept.answer;
  };
}

function nobody(error: unknown): Availability {
  if (error instanceof ChatwootRefused) return { kind: 'nobody' };
  throw error;
}

async function ask({ client, inboxId, now }: AvailabilityNeeds): Promise<Availability> {
  const get = { as: 'user', method: 'GET' } as const;
  const [hours, people, waiting] = await Promise.all([
    client({ ...get, path: `/inboxes/${inboxId}`, shape: inbox }),
    client({ ...get, path: '/agents', shape: agents }),
    client({ ...get, path: `/conversations/meta?status=open&inbox_id=${inboxId}`, shape: counts }),
  ]);
  if (!isWithinHours(hours, now())) return { kind: 'closed' };
  const isSomebodyThere = people.some(({ availability_status }) => availability_status === 'online');
  return isSomebodyThere ? { kind: 'open', waiting: waiting.meta.unassigned_count } : { kind: 'nobody' };
}
