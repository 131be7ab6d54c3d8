/** The statements of the outbox, besides those that write its items with a turn. */

import type { Kysely } from 'kysely';
import { FREE, held, leasedItems, leaseStatements, OVER } from './lease-statements';
import { adoptOutbox, isTroubled } from './migrations/migration-queues';
import { query } from './query';
import type { Tables } from './schema';

export function outboxStatements(db: Kysely<Tables>) {
  const { due, lease, postpone, giveUp, handBack } = leaseStatements(db, {
    table: 'outbox',
    order: ['version', 'line'],
  });
  return {
    dueItems: due,
    leaseItems: lease,
    leasedItems: leasedItems(db, 'outbox'),
    postponeItem: postpone,
    giveUpItem: giveUp,
    handBackItems: handBack,
    /** Delivered, or not to be delivered at all: the words go, the row stays. */
    settleItem: query((v: { id: string; owner: string; state: string; ref: string | null; at: number }) =>
      held(db, 'outbox', v)
        .set({ ...OVER, state: v.state, ref: v.ref, body: '', why: null, done_at: v.at })
        .returning('id'),
    ),
    ...strayStatements(db),
    ...receiptStatements(db),
    ...watchStatements(db),
  };
}

/** Items of programs of version 2, which know no lanes. */
function strayStatements(db: Kysely<Tables>) {
  return {
    strayItems: query(() => db.selectFrom('outbox').select('id').where('lane', '=', '').limit(1)),
    adoptItems: query(() => adoptOutbox(db).returning('id')),
  };
}

function receiptStatements(db: Kysely<Tables>) {
  const told = (v: { destination: string; ref: string; receipt: string }) =>
    db
      .updateTable('outbox')
      .set({ receipt: v.receipt })
      .where('destination', '=', v.destination)
      .where('ref', '=', v.ref)
      .returning('id');
  type Told = Parameters<typeof told>[0];
  const after = (befores: readonly string[]) =>
    query((v: Told) => told(v).where((eb) => eb.or([eb('receipt', 'is', null), eb('receipt', 'in', befores)])));
  return {
    itemByRef: query((v: { destination: string; ref: string }) =>
      db.selectFrom('outbox').select('id').where('destination', '=', v.destination).where('ref', '=', v.ref).limit(1),
    ),
    receivedSent: query((v: Told) => told(v).where('receipt', 'is', null)),
    receivedDelivered: after(['sent']),
    receivedRead: after(['sent', 'delivered']),
    receivedFailed: after(['sent']),
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
    releaseItems: query((v: { id: string; destination: string; now: number }) =>
      db
        .updateTable('outbox')
        .set({ ...FREE, state: 'waiting', due_at: v.now, tries: 0, doubt: 0, done_at: null })
        .where('conversation_id', '=', v.id)
        .where('destination', '=', v.destination)
        .where('state', '=', 'held')
        .returning('id'),
    ),
    itemAgain: query((v: { id: string; now: number }) =>
      db
        .updateTable('outbox')
        .set({ ...FREE, state: 'waiting', due_at: v.now, tries: 0, doubt: 0, done_at: null })
        .where('id', '=', v.id)
        .where('state', 'in', ['dead', 'unknown'])
        .returning('id'),
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
