/** What became of the outbox's items, for people and figures: nothing here changes one. */

import type { Kysely } from 'kysely';
import {
  DESTINATIONS,
  type Delivery,
  ITEM_KINDS,
  ITEM_STATES,
  type Outbox,
  RECEIPTS,
} from '../../../services/queue/queues';
import type { Engine } from '../engine';
import { isTroubled } from '../migrations/migration-queues';
import { oneOf } from '../parse';
import { query } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';
import { OVER } from './leases';

type Row = Tables['outbox'];

export function deliveriesOn({ words, read }: Engine): Pick<Outbox, 'troubled' | 'ofConversation' | 'depth'> {
  const statements = watchStatements(words);
  return {
    async troubled(limit, conversationId) {
      const most = atMost(limit);
      if (conversationId === undefined) return (await read(statements.troubledItems, { limit: most })).map(deliveryOf);
      return (await read(statements.troubledItemsOf, { id: conversationId, limit: most })).map(deliveryOf);
    },
    async ofConversation(id, limit) {
      return (await read(statements.itemsOf, { id, limit: atMost(limit) })).map(deliveryOf);
    },
    async depth() {
      const [[waiting], [dead]] = await Promise.all([read(statements.depth, {}), read(statements.dead, {})]);
      return { waiting: waiting?.count ?? 0, oldest: waiting?.oldest ?? null, dead: dead?.count ?? 0 };
    },
  };
}

function deliveryOf(
  row: Omit<Row, 'lane' | 'body' | 'lease_by' | 'lease_until' | 'doubt' | 'ref' | 'version' | 'line'>,
): Delivery {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    destination: oneOf(DESTINATIONS, row.destination, 'destination'),
    kind: oneOf(ITEM_KINDS, row.kind, 'kind of delivery'),
    createdAt: row.created_at,
    tries: row.tries,
    state: oneOf(ITEM_STATES, row.state, 'state of a delivery'),
    why: row.why,
    receipt: row.receipt === null ? null : oneOf(RECEIPTS, row.receipt, 'receipt'),
    dueAt: row.done_at ?? row.due_at,
  };
}

function watchStatements(db: Kysely<Tables>) {
  const newest = db
    .selectFrom('outbox')
    .select([
      'id',
      'conversation_id',
      'destination',
      'kind',
      'created_at',
      'tries',
      'state',
      'why',
      'receipt',
      'due_at',
      'done_at',
    ])
    .orderBy('created_at', 'desc')
    .orderBy('version', 'desc')
    .orderBy('line', 'desc');
  return {
    troubledItems: query((v: { limit: number }) => newest.where(isTroubled).limit(v.limit)),
    troubledItemsOf: query((v: { id: string; limit: number }) =>
      newest.where('conversation_id', '=', v.id).where(isTroubled).limit(v.limit),
    ),
    /** Those of a program of version 2 are there once they are adopted. */
    itemsOf: query((v: { id: string; limit: number }) =>
      newest.where('conversation_id', '=', v.id).where('lane', '<>', '').limit(v.limit),
    ),
    depth: query(() =>
      db
        .selectFrom('outbox')
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
        .where('due_at', '<', OVER.due_at)
        .where('state', '=', 'waiting'),
    ),
    dead: query(() =>
      db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(isTroubled)
        .where('state', '=', 'dead'),
    ),
  };
}
