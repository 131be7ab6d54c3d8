/** The people at the desk on any engine. */

import type { Kysely } from 'kysely';
import { type Agent, type Agents, ROLES } from '../../../services/sign-in/agents';
import type { Engine } from '../engine';
import { oneOf } from '../parse';
import { query } from '../query';
import type { Tables } from '../schema';

type Row = Tables['agent'];

export function agentsOn({ words, read, write, now }: Engine): Agents {
  const statements = agentStatements(words);
  return {
    async add(agent) {
      return (await write(statements.addAgent, rowOf(agent))).length > 0;
    },
    async byLogin(login) {
      const [row] = await read(statements.agentByLogin, { login });
      return row ? agentOf(row) : null;
    },
    async list() {
      return (await read(statements.agents, {})).map(agentOf);
    },
    async change(id, { name = null, role = null, password = null, isAvailable, isDisabled }) {
      const flags = { is_available: flag(isAvailable), is_disabled: flag(isDisabled) };
      await write(statements.changeAgent, { id, name, role, password, ...flags });
    },
    async setSecond(id, second) {
      await write(statements.setSecond, { id, second });
    },
    async useCode(id, step) {
      return (await write(statements.useCode, { id, step })).length > 0;
    },
    async seen(id, at) {
      await write(statements.seeAgent, { id, at });
    },
    async openSession(tokenHash, agentId, expiresAt) {
      await write(statements.forgetSessions, { before: now() });
      await write(statements.openSession, { token_hash: tokenHash, agent_id: agentId, expires_at: expiresAt });
    },
    async session(tokenHash, at) {
      const [row] = await read(statements.agentSession, { tokenHash, now: at });
      return row ? { agent: agentOf(row), expiresAt: row.expires_at } : null;
    },
    async endSession(tokenHash) {
      await write(statements.endSession, { tokenHash });
    },
    async endSessionsOf(agentId) {
      await write(statements.endSessionsOf, { agentId });
    },
  };
}

function flag(value: boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}

function rowOf({ id, login, name, role, password, isAvailable, seenAt, isDisabled, second }: Agent): Row {
  const flags = { is_available: Number(isAvailable), is_disabled: Number(isDisabled) };
  return { id, login, name, role, password, seen_at: seenAt, second_factor: second, second_used: 0, ...flags };
}

function agentOf(row: Row): Agent {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: oneOf(ROLES, row.role, 'role'),
    password: row.password,
    isAvailable: row.is_available === 1,
    seenAt: row.seen_at,
    isDisabled: row.is_disabled === 1,
    second: row.second_factor,
  };
}

/** Null: stays as it is. */
type Change = { readonly id: string } & {
  readonly [K in 'name' | 'role' | 'password' | 'is_available' | 'is_disabled']: Row[K] | null;
};

function agentStatements(db: Kysely<Tables>) {
  const all = db.selectFrom('agent').selectAll();
  return {
    agentByLogin: query((v: { login: string }) => all.where('login', '=', v.login)),
    agents: query(() => all.orderBy('name').orderBy('id')),
    addAgent: addAgent(db),
    changeAgent: changeAgent(db),
    ...factorStatements(db),
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
        second_factor: v.second_factor,
        second_used: v.second_used,
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

function factorStatements(db: Kysely<Tables>) {
  return {
    setSecond: query((v: { id: string; second: string | null }) =>
      db.updateTable('agent').set({ second_factor: v.second, second_used: 0 }).where('id', '=', v.id).returning('id'),
    ),
    useCode: query((v: { id: string; step: number }) =>
      db
        .updateTable('agent')
        .set({ second_used: v.step })
        .where('id', '=', v.id)
        .where('second_used', '<', v.step)
        .returning('id'),
    ),
  };
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
