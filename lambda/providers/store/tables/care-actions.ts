/** Actions about orders on any engine: what each is a remedy for is claimed with it, in one transaction. */

import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACTION_STATES, type CareActions, type KeptAction, type NewAction } from '../../../services/care/actions';
import type { Engine } from '../engine';
import { isHanging } from '../migrations/migration-care';
import { oneOf } from '../parse';
import { bulk, query, queryOne } from '../query';
import { atMost, parts, type Write } from '../rows';
import type { Tables } from '../schema';

type ActionRow = Tables['care_action'];

export function careActionsOn({ words, read, together }: Engine): CareActions {
  const statements = { ...careReads(words), ...careWrites(words) };
  const get = async (key: string) => {
    const [row] = await read(statements.action, { key });
    return row ? actionOf(row) : null;
  };
  return {
    get,
    async begin(action) {
      const { key } = action;
      const claims = claimsOf(action);
      const lock = { subject: `of ${action.shopperId}`, key, at: action.startedAt };
      const given = { ...rowOf(action), claims: claims.length, lock: lock.subject, ...ceilingOf(action) };
      // One shopper's begin after the other, so that what was given is summed up whole; the lock is gone with the transaction.
      const locked = parts(statements.claim, [lock]);
      const claimed = parts(statements.claim, claims);
      const rest = [
        { query: statements.begin, rows: given },
        { query: statements.letGo, rows: { key } },
        { query: statements.unlock, rows: { subject: lock.subject } },
      ] as readonly Write[];
      const written = await together([...locked, ...claimed, ...rest]);
      if (written[locked.length + claimed.length]?.length) return { kind: 'begun' };
      return whyNot(action);
    },
    async finish(key, state, result) {
      const finish = { query: statements.finish, rows: { key, state, result } } as Write;
      await together(state === 'refused' ? [finish, { query: statements.letGo, rows: { key } } as Write] : [finish]);
    },
    async ofOrder(orderId) {
      return (await read(statements.ofOrder, { orderId })).map(actionOf);
    },
    async unresolved(before, limit) {
      return (await read(statements.unresolved, { before, limit: atMost(limit) })).map(actionOf);
    },
  };

  async function whyNot(action: NewAction): ReturnType<CareActions['begin']> {
    const mine = await get(action.key);
    if (mine) return { kind: 'taken', by: mine };
    for (const subject of action.subjects) {
      const [claim] = await read(statements.claimed, { subject });
      const by = claim ? await get(claim.key) : null;
      if (by) return { kind: 'taken', by };
      if (claim) return { kind: 'spent' };
    }
    return { kind: 'too-much' };
  }
}

/** In order, so that two that claim the same never wait for each other in a circle. */
function claimsOf({ subjects, key, startedAt }: NewAction) {
  return [...new Set(subjects)].sort().map((subject) => ({ subject, key, at: startedAt }));
}

function ceilingOf({ ceiling }: NewAction) {
  const { perOrder = NO_LIMIT, perShopper = NO_LIMIT, since = 0 } = ceiling ?? {};
  return { perOrder, perShopper, since };
}

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

function rowOf(action: NewAction): ActionRow {
  return {
    key: action.key,
    conversation_id: action.conversationId,
    shopper_id: action.shopperId,
    order_id: action.orderId,
    action: action.action,
    agent_id: action.by.kind === 'agent' ? action.by.id : null,
    minor: action.worth.minor,
    currency: action.worth.currency,
    state: 'in-flight',
    result: null,
    started_at: action.startedAt,
  };
}

function actionOf(row: ActionRow): KeptAction {
  return {
    key: row.key,
    conversationId: row.conversation_id,
    shopperId: row.shopper_id,
    orderId: row.order_id,
    action: row.action,
    by: row.agent_id === null ? { kind: 'bot' } : { kind: 'agent', id: row.agent_id },
    worth: { minor: Number(row.minor), currency: row.currency },
    state: oneOf(ACTION_STATES, row.state, 'state of an action'),
    result: row.result,
    startedAt: Number(row.started_at),
  };
}

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
    claimed: queryOne((v: { subject: string }) =>
      db.selectFrom('care_claim').select('key').where('subject', '=', v.subject),
    ),
  };
}

type Given = ActionRow & {
  /** A subject that is none. */
  readonly lock: string;
  readonly claims: number;
  readonly perOrder: number;
  readonly perShopper: number;
  readonly since: number;
};

export function careWrites(db: Kysely<Tables>) {
  return {
    claim: bulk(['subject', 'key', 'at'], (rows: readonly Tables['care_claim'][]) =>
      db
        .insertInto('care_claim')
        .values(rows.map(({ subject, key, at }) => ({ subject, key, at })))
        .onConflict((conflict) => conflict.column('subject').doNothing())
        .returning('at'),
    ),
    /** Answers nothing when somebody was first, a claim is another's, or it would be too much. */
    begin: query((v: Given) => {
      const held = sql<boolean>`(select count(*) from care_claim where care_claim.key = ${v.key}
        and care_claim.subject <> ${v.lock}) = ${asNumber(v.claims)}`;
      const gave = (whose: RawBuilder<boolean>) => sql`(select coalesce(sum(gave.minor), 0) from care_action as gave
        where ${whose} and gave.agent_id is null and gave.currency = ${v.currency} and gave.state <> 'refused')
        + ${asNumber(v.minor)}`;
      const ofOrder = gave(sql<boolean>`gave.order_id = ${v.order_id}`);
      const ofShopper = gave(sql<boolean>`gave.shopper_id = ${v.shopper_id} and gave.started_at >= ${v.since}`);
      const within = sql<boolean>`(${asNumber(v.minor)} = 0 or (${ofOrder} <= ${asNumber(v.perOrder)}
        and ${ofShopper} <= ${asNumber(v.perShopper)}))`;
      const values = COLUMNS.map((column) => (TEXTS.has(column) ? asText(v[column]) : asNumber(v[column])));
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
    /** A final state is not in the list, so it stays. */
    finish: query((v: { key: string; state: string; result: string }) =>
      db
        .updateTable('care_action')
        .set({ state: v.state, result: v.result })
        .where('key', '=', v.key)
        .where(isHanging)
        .returning('key'),
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
] as const;
const TEXTS: ReadonlySet<string> = new Set(COLUMNS.filter((column) => column !== 'minor' && column !== 'started_at'));

/** PostgreSQL cannot tell of a bare value in a select what it is. */
function asText(value: unknown): RawBuilder<string> {
  return sql<string>`cast(${value} as text)`;
}

function asNumber(value: unknown): RawBuilder<number> {
  return sql<number>`cast(${value} as bigint)`;
}
