/** The outbox on any engine. */

import type { Kysely } from 'kysely';
import { DESTINATIONS, ITEM_KINDS, type Leased, type Outbox, type Tried } from '../../../services/queue/queues';
import type { Engine } from '../engine';
import { adoptOutbox } from '../migrations/migration-queues';
import { oneOf } from '../parse';
import { query } from '../query';
import { atMost, inParts } from '../rows';
import type { Tables } from '../schema';
import { deliveriesOn } from './deliveries';
import { FREE, held, leasedItems, leaseStatements, OVER } from './leases';

type Row = Tables['outbox'];

export function outboxOn(engine: Engine): Outbox {
  const { words, read, write, now } = engine;
  const statements = outboxStatements(words);
  return {
    ...deliveriesOn(engine),
    async lease({ limit, ...wish }) {
      const strays = await read(statements.strayItems, {});
      if (strays.length > 0) await write(statements.adoptItems, {});
      const due = await read(statements.dueItems, { now: wish.now });
      if (due.length === 0) return [];
      const leased = await write(statements.leaseItems, { ...wish, limit: atMost(limit) });
      return (await inParts(read, statements.leasedItems, leased)).filter(isOurs).map(leasedOf);
    },
    async mark(id, owner, tried, dueAt) {
      return (await marked({ id, owner, tried, dueAt })).length > 0;
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
    async refOf(id) {
      const [row] = await read(statements.refOfItem, { id });
      return row?.ref ?? null;
    },
    async release(id, destination, at) {
      await write(statements.releaseItems, { id, destination, now: at });
    },
    async again(id, at) {
      return (await write(statements.itemAgain, { id, now: at })).length > 0;
    },
  };

  function marked({ id, owner, tried, dueAt }: Mark) {
    const { settleItem, postponeItem, giveUpItem } = statements;
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

/** What a later program put there is for that one to deliver; the lease of it ends by itself, and holds up nothing else. */
function isOurs({ destination, kind }: Row): boolean {
  return DESTINATIONS.some((one) => one === destination) && ITEM_KINDS.some((one) => one === kind);
}

function leasedOf(row: Row): Leased {
  return {
    id: row.id,
    lane: row.lane,
    conversationId: row.conversation_id,
    destination: oneOf(DESTINATIONS, row.destination, 'destination'),
    kind: oneOf(ITEM_KINDS, row.kind, 'kind of delivery'),
    body: row.body,
    createdAt: row.created_at,
    tries: row.tries,
    mayBeDone: row.doubt === 1,
  };
}

function outboxStatements(db: Kysely<Tables>) {
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
    ...againStatements(db),
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
    refOfItem: query((v: { id: string }) => db.selectFrom('outbox').select('ref').where('id', '=', v.id)),
    itemByRef: query((v: { destination: string; ref: string }) =>
      db.selectFrom('outbox').select('id').where('destination', '=', v.destination).where('ref', '=', v.ref).limit(1),
    ),
    receivedSent: query((v: Told) => told(v).where('receipt', 'is', null)),
    receivedDelivered: after(['sent']),
    receivedRead: after(['sent', 'delivered']),
    receivedFailed: after(['sent']),
  };
}

/** What was held or given up waits again. */
function againStatements(db: Kysely<Tables>) {
  return {
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
  };
}
