/** The inbox on any engine. */

import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Inbox, Incoming } from '../../../services/queue/queues';
import type { Engine } from '../engine';
import { type Bulk, query } from '../query';
import { atMost, inParts } from '../rows';
import type { Tables } from '../schema';
import { FREE, held, leasedItems, leaseStatements, OVER } from './leases';

export function inboxOn({ words, read, write, now }: Engine): Inbox {
  const statements = inboxStatements(words);
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

type New = { id: string; source: string; key: string; lane: string; body: string; at: number };

function inboxStatements(db: Kysely<Tables>) {
  const { due, lease, postpone, giveUp, handBack } = leaseStatements(db, { table: 'inbox', order: ['place', 'id'] });
  return {
    dueIncoming: due,
    leaseIncoming: lease,
    leasedIncoming: leasedItems(db, 'inbox') as unknown as Bulk<{ id: string }, Tables['inbox']>,
    postponeIncoming: postpone,
    giveUpIncoming: giveUp,
    handBackIncoming: handBack,
    settleIncoming: query((v: { id: string; owner: string; at: number }) =>
      held(db, 'inbox', v)
        .set({ ...OVER, state: 'done', body: '', why: null, done_at: v.at })
        .returning('id'),
    ),
    putIncoming: putIncoming(db),
    ...cursorStatements(db),
  };
}

/** Behind all of its lane that wait; answers nothing where it was there already. */
function putIncoming(db: Kysely<Tables>) {
  return query((v: New) =>
    db
      .insertInto('inbox')
      .values((eb) => ({
        id: v.id,
        source: v.source,
        key: v.key,
        lane: v.lane,
        body: v.body,
        state: 'waiting',
        due_at: v.at,
        received_at: v.at,
        place: eb
          .selectFrom('inbox as before')
          .select(({ fn, lit }) => eb(fn.coalesce(fn.max('before.place'), lit(0)), '+', lit(1)).as('place'))
          .where('before.lane', '=', v.lane)
          .where('before.state', '=', 'waiting'),
        tries: 0,
        ...FREE,
        doubt: 0,
      }))
      .onConflict((conflict) => conflict.columns(['source', 'key']).doNothing())
      .returning('id'),
  );
}

function cursorStatements(db: Kysely<Tables>) {
  return {
    cursor: query((v: { source: string }) => db.selectFrom('cursor').select('value').where('source', '=', v.source)),
    moveCursor: query((v: Tables['cursor']) =>
      db
        .insertInto('cursor')
        .values({ source: v.source, value: v.value })
        .onConflict((conflict) => conflict.column('source').doUpdateSet({ value: (eb) => eb.ref('excluded.value') })),
    ),
  };
}
