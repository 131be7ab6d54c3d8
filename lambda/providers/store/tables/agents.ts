/** The people at the desk on any engine. */

import type { Agent, Agents } from '../../../services/sign-in/agents';
import type { Engine } from '../engine';
import type { Tables } from '../schema';

export function agentsOn({ statements, read, write, now }: Engine): Agents {
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

function rowOf({ id, login, name, role, password, isAvailable, seenAt, isDisabled }: Agent): Tables['agent'] {
  const flags = { is_available: Number(isAvailable), is_disabled: Number(isDisabled) };
  return { id, login, name, role, password, seen_at: seenAt, ...flags };
}

function agentOf(row: Tables['agent']): Agent {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role as Agent['role'],
    password: row.password,
    isAvailable: row.is_available === 1,
    seenAt: row.seen_at,
    isDisabled: row.is_disabled === 1,
  };
}
