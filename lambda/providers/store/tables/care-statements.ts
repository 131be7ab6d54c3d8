/** What the actions about orders ask of a database: claims, and an insert that counts them and what was given. */

import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { GivenQuery } from '../../../services/care/actions';
import { isHanging, isUntold } from '../migrations/migration-care';
import { bulk, query, queryOne } from '../query';
import type { Tables } from '../schema';
import { ENDED } from './erase';

export function careReads(db: Kysely<Tables>) {
  const all = db.selectFrom('care_action').selectAll();
  return {
    action: queryOne((v: { key: string }) => all.where('key', '=', v.key)),
    ofOrder: query((v: { orderId: string }) =>
      all.where('order_id', '=', v.orderId).where('state', '<>', 'refused').orderBy('started_at').orderBy('key'),
    ),
    /** What is in flight since a moment ago is somebody's who is still waiting for the shop. */
    unresolved: query((v: { before: number; limit: number }) =>
      all
        .where(isHanging)
        .where((eb) => eb.or([eb('state', '=', 'unknown'), eb('started_at', '<', v.before)]))
        .orderBy('started_at')
        .orderBy('key')
        .limit(v.limit),
    ),
    untold: query((v: { before: number; limit: number }) =>
      all.where(isUntold).where('started_at', '<', v.before).orderBy('started_at').orderBy('key').limit(v.limit),
    ),
    given: queryOne((v: GivenQuery) => {
      const ofBot = db.selectFrom('care_action').where('agent_id', 'is', null).where('state', '<>', 'refused');
      const sum = (of: 'order' | 'shopper') => {
        const given = ofBot
          .where('currency', '=', v.currency)
          .select((eb) => eb.fn.sum<number | null>('minor').as('sum'));
        return of === 'order'
          ? given.where('order_id', '=', v.orderId)
          : given.where('shopper_id', '=', v.shopperId).where('started_at', '>=', v.since);
      };
      return db.selectNoFrom([sum('order').as('for_order'), sum('shopper').as('to_shopper')]);
    }),
    claimed: queryOne((v: { subject: string }) =>
      db.selectFrom('care_claim').select('key').where('subject', '=', v.subject),
    ),
  };
}

export type NewActionRow = Tables['care_action'] & {
  /** A subject that is none. */
  readonly lock: string;
  readonly claims: number;
  readonly perOrder: number;
  readonly perShopper: number;
  readonly since: number;
};

export function careWrites(db: Kysely<Tables>) {
  return {
    ...careEnds(db),
    claim: bulk(['subject', 'key', 'at'], (rows: readonly Tables['care_claim'][]) =>
      db
        .insertInto('care_claim')
        .values(rows.map(({ subject, key, at }) => ({ subject, key, at })))
        .onConflict((conflict) => conflict.column('subject').doNothing())
        .returning('at'),
    ),
    /** Answers nothing when somebody was first, a claim is another's, or it would be too much. */
    begin: query((v: NewActionRow) => {
      const held = sql<boolean>`(select count(*) from care_claim where care_claim.key = ${v.key}
        and care_claim.subject <> ${v.lock}) = ${asNumber(v.claims)}`;
      // What people gave is no matter of the bot's limit; a person's holds for all that was given.
      const counts = sql<boolean>`(gave.agent_id is null or ${asText(v.agent_id)} is not null)`;
      const gave = (whose: RawBuilder<boolean>) => sql`(select coalesce(sum(gave.minor), 0) from care_action as gave
        where ${whose} and ${counts} and gave.currency = ${v.currency} and gave.state <> 'refused')
        + ${asNumber(v.minor)}`;
      const ofOrder = gave(sql<boolean>`gave.order_id = ${v.order_id}`);
      const ofShopper = gave(sql<boolean>`gave.shopper_id = ${v.shopper_id} and gave.started_at >= ${v.since}`);
      const within = sql<boolean>`(${asNumber(v.minor)} = 0 or (${ofOrder} <= ${asNumber(v.perOrder)}
        and ${ofShopper} <= ${asNumber(v.perShopper)}))`;
      const values = COLUMNS.map((column) => (NUMBERS.includes(column) ? asNumber(v[column]) : asText(v[column])));
      return {
        compile: () =>
          sql<{ key: string }>`insert into care_action (${sql.join(COLUMNS.map((column) => sql.ref(column)))})
            select ${sql.join(values)} where ${held} and ${within}
            on conflict (key) do nothing returning key`.compile(db),
      };
    }),
    /** What was claimed for an action that did not begin, or was refused. */
    letGo: query((v: { key: string }) =>
      db
        .deleteFrom('care_claim')
        .where('key', '=', v.key)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('care_action')
                .select('care_action.key')
                .whereRef('care_action.key', '=', 'care_claim.key')
                .where('care_action.state', '<>', 'refused'),
            ),
          ),
        )
        .returning('at'),
    ),
    unlock: query((v: { subject: string }) =>
      db.deleteFrom('care_claim').where('subject', '=', v.subject).returning('at'),
    ),
  };
}

function careEnds(db: Kysely<Tables>) {
  return {
    /** A final state is not in the list, so it stays. */
    finish: query((v: { key: string; state: string; result: string }) =>
      db
        .updateTable('care_action')
        .set({
          state: v.state,
          result: v.result,
          told: sql<number>`case when ${asText(v.state)} = 'unknown' then 0 else told end`,
        })
        .where('key', '=', v.key)
        .where(isHanging)
        .returning('key'),
    ),
    tell: query((v: { key: string }) =>
      db.updateTable('care_action').set({ told: 1 }).where('key', '=', v.key).returning('key'),
    ),
  };
}

const COLUMNS = [
  'key',
  'conversation_id',
  'shopper_id',
  'order_id',
  'action',
  'agent_id',
  'minor',
  'currency',
  'state',
  'result',
  'started_at',
  'told',
] as const;
const NUMBERS: readonly string[] = ['minor', 'started_at', 'told'];

/** PostgreSQL cannot tell of a bare value in a select what it is. */
function asText(value: unknown): RawBuilder<string> {
  return sql<string>`cast(${value} as text)`;
}

function asNumber(value: unknown): RawBuilder<number> {
  return sql<number>`cast(${value} as bigint)`;
}

export function carePurges(db: Kysely<Tables>) {
  return {
    purgeCare: query((v: { before: number }) =>
      db
        .deleteFrom('care_action')
        .where('state', 'in', ENDED)
        .where((eb) => eb.or([eb('conversation_id', '=', ''), eb('started_at', '<', v.before)]))
        .returning('started_at'),
    ),
    /** What is still under way keeps what it is about. */
    purgeClaims: query((v: { before: number }) =>
      db
        .deleteFrom('care_claim')
        .where('at', '<', v.before)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('care_action').select('key').whereRef('care_action.key', '=', 'care_claim.key'))),
        )
        .returning('at'),
    ),
  };
}
