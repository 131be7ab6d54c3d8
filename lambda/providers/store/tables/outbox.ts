/** The outbox on any engine. */

import type { Delivery, Leased, Outbox, Tried } from '../../../services/queue/queues';
import type { Engine } from '../engine';
import { atMost, inParts } from '../rows';
import type { Tables } from '../schema';

type Row = Tables['outbox'];

export function outboxOn(engine: Engine): Outbox {
  const { statements, read, write, now } = engine;
  return {
    async lease({ limit, ...wish }) {
      const strays = await read(statements.strayItems, {});
      if (strays.length > 0) await write(statements.adoptItems, {});
      const due = await read(statements.dueItems, { now: wish.now });
      if (due.length === 0) return [];
      const leased = await write(statements.leaseItems, { ...wish, limit: atMost(limit) });
      return (await inParts(read, statements.leasedItems, leased)).map(leasedOf);
    },
    async mark(id, owner, tried, dueAt) {
      return (await marked(engine, { id, owner, tried, dueAt })).length > 0;
    },
    async handBack(owner) {
      await write(statements.handBackItems, { owner });
    },
    async receipt(destination, ref, receipt) {
      const statement = {
        sent: statements.receivedSent,
        delivered: statements.receivedDelivered,
        read: statements.receivedRead,
        failed: statements.receivedFailed,
      }[receipt];
      if ((await write(statement, { destination, ref, receipt })).length > 0) return true;
      return (await read(statements.itemByRef, { destination, ref })).length > 0;
    },
    async troubled(limit, conversationId) {
      const most = atMost(limit);
      if (conversationId === undefined) return (await read(statements.troubledItems, { limit: most })).map(deliveryOf);
      return (await read(statements.troubledItemsOf, { id: conversationId, limit: most })).map(deliveryOf);
    },
    async ofConversation(id, limit) {
      return (await read(statements.itemsOf, { id, limit: atMost(limit) })).map(deliveryOf);
    },
    async release(id, destination, at) {
      await write(statements.releaseItems, { id, destination, now: at });
    },
    async again(id, at) {
      return (await write(statements.itemAgain, { id, now: at })).length > 0;
    },
    async depth() {
      const [[waiting], [dead]] = await Promise.all([read(statements.depth, {}), read(statements.dead, {})]);
      return { waiting: waiting?.count ?? 0, oldest: waiting?.oldest ?? null, dead: dead?.count ?? 0 };
    },
  };

  function marked({ statements: { settleItem, postponeItem, giveUpItem } }: Engine, mark: Mark) {
    const { id, owner, tried, dueAt } = mark;
    switch (tried.kind) {
      case 'done':
        return write(settleItem, { id, owner, state: 'done', ref: tried.ref ?? null, at: now() });
      case 'overtaken':
        return write(settleItem, { id, owner, state: 'overtaken', ref: null, at: now() });
      case 'later':
        return write(postponeItem, { id, owner, why: tried.why, dueAt });
      default:
        return write(giveUpItem, { id, owner, state: tried.kind, why: tried.why, at: now() });
    }
  }
}

type Mark = { readonly id: string; readonly owner: string; readonly tried: Tried; readonly dueAt: number };

function leasedOf(row: Row): Leased {
  return {
    id: row.id,
    lane: row.lane,
    conversationId: row.conversation_id,
    destination: row.destination as Leased['destination'],
    kind: row.kind as Leased['kind'],
    body: row.body,
    createdAt: row.created_at,
    tries: row.tries,
    mayBeDone: row.doubt === 1,
  };
}

function deliveryOf(
  row: Omit<Row, 'lane' | 'body' | 'lease_by' | 'lease_until' | 'doubt' | 'ref' | 'version' | 'line'>,
): Delivery {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    destination: row.destination as Delivery['destination'],
    kind: row.kind as Delivery['kind'],
    createdAt: row.created_at,
    tries: row.tries,
    state: row.state as Delivery['state'],
    why: row.why,
    receipt: row.receipt as Delivery['receipt'],
    dueAt: row.done_at ?? row.due_at,
  };
}
