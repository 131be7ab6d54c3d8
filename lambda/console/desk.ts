/** Lets a developer sit at the desk without a password: a person of the demo, for whoever shows the key. */

import type { RequestHandler } from 'express';
import { refuse } from '../http/refusals';
import type { Agents } from '../services/sign-in/agents';
import { noPassword } from '../services/sign-in/passwords';

export const DEMO_AGENT = { login: 'marta', name: 'Marta' } as const;

/** As much of the desk as lets somebody in. */
export type DeskSeat = {
  /** The whole `Set-Cookie` line; null: nobody who may has this login. */
  signInAs(login: string): Promise<string | null>;
};

type SeatNeeds = {
  readonly agents: Agents;
  readonly desk: DeskSeat;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

/** Mount it behind the console's own guards. */
export function sitDown({ agents, desk, now }: SeatNeeds): RequestHandler {
  return async (_req, res) => {
    if (!(await agents.byLogin(DEMO_AGENT.login))) {
      // Only here, until "npm run desk -- add marta" gives her one.
      const agent = { ...DEMO_AGENT, id: 'demo-marta', role: 'admin', password: noPassword() } as const;
      await agents.add({ ...agent, isAvailable: true, seenAt: now(), isDisabled: false, second: null });
    }
    const cookie = await desk.signInAs(DEMO_AGENT.login);
    if (!cookie) return void refuse(res, 409, 'disabled', { message: 'Marta was disabled at the desk.' });
    res.setHeader('Set-Cookie', cookie);
    res.status(201).json({ name: DEMO_AGENT.name });
  };
}
