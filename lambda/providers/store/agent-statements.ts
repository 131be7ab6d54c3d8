/** The statements of the people at the desk and their sessions. */

import type { Kysely } from 'kysely';
import { query } from './query';
import type { Tables } from './schema';

type Row = Tables['agent'];
/** Null: stays as it is. */
type Change = { readonly id: string } & {
  readonly [K in 'name' | 'role' | 'password' | 'is_available' | 'is_disabled']: Row[K] | null;
};

export function agentStatements(db: Kysely<Tables>) {
  const all = db.selectFrom('agent').selectAll();
  return {
    agentByLogin: query((v: { login: string }) => all.where('login', '=', v.login)),
    agents: query(() => all.orderBy('name').orderBy('id')),
    addAgent: addAgent(db),
    changeAgent: changeAgent(db),
    /** Two desks of one person: the later counts. */
    seeAgent: query((v: { id: string; at: number }) =>
      db.updateTable('agent').set({ seen_at: v.at }).where('id', '=', v.id).where('seen_at', '<', v.at).returning('id'),
    ),
    ...sessionStatements(db),
  };
}

/** Answers nothing where the login is taken. */
function addAgent(db: Kysely<Tables>) {
  return query((v: Row) =>
    db
      .insertInto('agent')
      .values({
        id: v.id,
        login: v.login,
        name: v.name,
        role: v.role,
        password: v.password,
        is_available: v.is_available,
        seen_at: v.seen_at,
        is_disabled: v.is_disabled,
      })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('id'),
  );
}

function changeAgent(db: Kysely<Tables>) {
  return query((v: Change) =>
    db
      .updateTable('agent')
      .set(({ fn, val, ref }) => ({
        name: fn.coalesce(val(v.name), ref('name')),
        role: fn.coalesce(val(v.role), ref('role')),
        password: fn.coalesce(val(v.password), ref('password')),
        is_available: fn.coalesce(val(v.is_available), ref('is_available')),
        is_disabled: fn.coalesce(val(v.is_disabled), ref('is_disabled')),
      }))
      .where('id', '=', v.id)
      .returning('id'),
  );
}

function sessionStatements(db: Kysely<Tables>) {
  return {
    openSession: query((v: Tables['agent_session']) =>
      db
        .insertInto('agent_session')
        .values({ token_hash: v.token_hash, agent_id: v.agent_id, expires_at: v.expires_at }),
    ),
    agentSession: query((v: { tokenHash: string; now: number }) =>
      db
        .selectFrom('agent_session')
        .innerJoin('agent', 'agent.id', 'agent_session.agent_id')
        .selectAll('agent')
        .select('agent_session.expires_at')
        .where('agent_session.token_hash', '=', v.tokenHash)
        .where('agent_session.expires_at', '>', v.now)
        .where('agent.is_disabled', '=', 0),
    ),
    endSession: query((v: { tokenHash: string }) =>
      db.deleteFrom('agent_session').where('token_hash', '=', v.tokenHash).returning('agent_id'),
    ),
    endSessionsOf: query((v: { agentId: string }) =>
      db.deleteFrom('agent_session').where('agent_id', '=', v.agentId).returning('agent_id'),
    ),
    forgetSessions: query((v: { before: number }) =>
      db.deleteFrom('agent_session').where('expires_at', '<=', v.before).returning('agent_id'),
    ),
  };
}
