/** The statements of the inbox and of what pollers remember. */

import type { Kysely } from 'kysely';
import { FREE, held, leasedItems, leaseStatements, OVER } from './lease-statements';
import { type Bulk, query } from './query';
import type { Tables } from './schema';

type New = { id: string; source: string; key: string; lane: string; body: string; at: number };

export function inboxStatements(db: Kysely<Tables>) {
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
