/** The desk inside the house: its people work on the page /desk, straight on the store, so there is nothing to send. */

import type { Availability, Desk } from '../../../services/hand-off/desk';
import type { HandOffQueue } from '../../../services/hand-off/queue';
import type { Tried } from '../../../services/queue/queues';
import type { Agents } from '../../../services/sign-in/agents';
import { isThere } from '../../../services/sign-in/presence';
import type { Instant } from '../../../vocabulary/values';

export type EmbeddedNeeds = {
  readonly agents: Pick<Agents, 'list'>;
  readonly queue: Pick<HandOffQueue, 'waiting'>;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
};

/** Whoever asks every turn need not be told anew each time. */
const FRESH_MS = 2_000;

const HERE: Tried = { kind: 'done' };

export function createEmbeddedDesk({ agents, queue, now }: EmbeddedNeeds): Desk {
  let last: { readonly at: Instant; readonly said: Availability } | null = null;
  return {
    name: 'embedded',
    showsFiles: true,
    showsNumbers: true,
    async availability() {
      if (last && now() - last.at < FRESH_MS) return last.said;
      const there = (await agents.list()).some((agent) => isThere(agent, now()));
      const said: Availability = there ? { kind: 'open', waiting: await queue.waiting() } : { kind: 'nobody' };
      last = { at: now(), said };
      return said;
    },
    open: async () => HERE,
    tell: async () => HERE,
    end: async () => HERE,
    forget: async () => HERE,
    read: async () => [],
  };
}
