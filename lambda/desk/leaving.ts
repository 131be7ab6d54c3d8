/** Whoever goes home, or may not come in any more, leaves what they have to their colleagues. */

import { randomUUID } from 'node:crypto';
import type { Agent } from '../services/sign-in/agents';
import type { Parts } from './parts';

/** So many are written together. */
const AT_ONCE = 50;

/** Answers how many went back to the team. */
export async function leaveAll(agent: Agent, parts: Pick<Parts, 'acts' | 'earshot' | 'now'>): Promise<number> {
  const { acts, earshot, now } = parts;
  const wish = { agentId: agent.id, endedSince: now(), group: 'mine', after: null, limit: AT_ONCE } as const;
  const { items, next } = await earshot.store.queue.page(wish);
  const left = await Promise.all(
    items.map(({ handOff }) => acts.pass({ id: randomUUID(), handOffId: handOff.id, agent }, null)),
  );
  const count = left.filter(({ kind }) => kind === 'done').length;
  return next === null || count === 0 ? count : count + (await leaveAll(agent, parts));
}
