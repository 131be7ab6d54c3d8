/** The inbox on any engine. */

import { randomUUID } from 'node:crypto';
import type { Inbox, Incoming } from '../../../services/queue/queues';
import type { Engine } from '../engine';
import { atMost, inParts } from '../rows';
import type { Tables } from '../schema';

export function inboxOn({ statements, read, write, now }: Engine): Inbox {
  return {
    async put({ source, key, lane, body }) {
      const put = await write(statements.putIncoming, { id: randomUUID(), source, key, lane, body, at: now() });
      return put.length > 0;
    },
    async lease({ limit, ...wish }) {
      const due = await read(statements.dueIncoming, { now: wish.now });
      if (due.length === 0) return [];
      const leased = await write(statements.leaseIncoming, { ...wish, limit: atMost(limit) });
      return (await inParts(read, statements.leasedIncoming, leased)).map(incomingOf);
    },
    async mark(id, owner, tried, dueAt) {
      const at = now();
      const marked =
        tried.kind === 'done'
          ? await write(statements.settleIncoming, { id, owner, at })
          : tried.kind === 'later'
            ? await write(statements.postponeIncoming, { id, owner, why: tried.why, dueAt })
            : await write(statements.giveUpIncoming, { id, owner, state: 'dead', why: tried.why, at });
      return marked.length > 0;
    },
    async handBack(owner) {
      await write(statements.handBackIncoming, { owner });
    },
    async cursor(source) {
      const [row] = await read(statements.cursor, { source });
      return row?.value ?? null;
    },
    async moveCursor(source, cursor) {
      await write(statements.moveCursor, { source, value: cursor });
    },
  };
}

function incomingOf({ id, source, key, lane, body, received_at: receivedAt, tries }: Tables['inbox']): Incoming {
  return { id, source, key, lane, body, receivedAt, tries };
}
