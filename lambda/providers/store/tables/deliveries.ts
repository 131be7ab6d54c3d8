/** What became of the outbox's items, for people and figures: nothing here changes one. */

import type { Kysely } from 'kysely';
import type { Delivery, Outbox } from '../../../services/queue/queues';
import type { Engine } from '../engine';
import { isTroubled } from '../migrations/migration-queues';
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
    itemsOf: query((v: { id: string; limit: number }) => newest.where('conversation_id', '=', v.id).limit(v.limit)),
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
