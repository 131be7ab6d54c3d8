/** Lets a developer sit at the desk without a password: a person of the demo, on this very machine only. */

import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { DeskDoor } from '../desk/door';
import type { Agents } from '../services/sign-in/agents';

/** What nobody's password hashes to: this person signs in here and nowhere else. */
const NO_PASSWORD = `none$${randomBytes(16).toString('hex')}`;
export const DEMO_AGENT = { login: 'marta', name: 'Marta' } as const;

export type DeskNeeds = {
  readonly agents: Agents;
  readonly desk: Pick<DeskDoor, 'signInAs'>;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

/** Mount it behind the console's own guards. */
export function sitDown({ agents, desk, now }: DeskNeeds): RequestHandler {
  return async (_req, res) => {
    if (!(await agents.byLogin(DEMO_AGENT.login))) {
      const agent = { ...DEMO_AGENT, id: 'demo-marta', role: 'admin', password: NO_PASSWORD } as const;
      await agents.add({ ...agent, isAvailable: true, seenAt: now(), isDisabled: false });
    }
    const cookie = await desk.signInAs(DEMO_AGENT.login);
    if (!cookie) return void res.status(409).json({ error: 'disabled', message: 'Marta was disabled at the desk.' });
    res.setHeader('Set-Cookie', cookie);
    res.status(201).json({ name: DEMO_AGENT.name });
  };
}
