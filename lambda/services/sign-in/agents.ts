/** The people who answer at the embedded desk, and their sessions there. */

import type { Instant } from '../../vocabulary/values';

export const ROLES = ['agent', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type Agent = {
  readonly id: string;
  /** What they sign in with. */
  readonly login: string;
  /** What shoppers read and hear. */
  readonly name: string;
  readonly role: Role;
  /** scrypt; see services/sign-in.ts. */
  readonly password: string;
  /** They take hand-offs now. */
  readonly isAvailable: boolean;
  /** When their desk was last open. */
  readonly seenAt: Instant;
  readonly isDisabled: boolean;
  /** The secret of their second factor, sealed; null: they have none. */
  readonly second: string | null;
};

export type AgentSession = { readonly agent: Agent; readonly expiresAt: Instant };

export type Agents = {
  /** False: the login is taken. */
  add(agent: Agent): Promise<boolean>;
  byLogin(login: string): Promise<Agent | null>;
  list(): Promise<readonly Agent[]>;
  change(
    id: string,
    change: Partial<Pick<Agent, 'name' | 'role' | 'password' | 'isAvailable' | 'isDisabled'>>,
  ): Promise<void>;
  /** null: none from now on. */
  setSecond(id: string, second: string | null): Promise<void>;
  /** Whether no code of this step of time, or of a later one, was used before: of many at once, one is told so. */
  useCode(id: string, step: number): Promise<boolean>;
  seen(id: string, at: Instant): Promise<void>;
  openSession(tokenHash: string, agentId: string, expiresAt: Instant): Promise<void>;
  /** null: none, over at `now`, or of somebody who was disabled. */
  session(tokenHash: string, now: Instant): Promise<AgentSession | null>;
  endSession(tokenHash: string): Promise<void>;
  endSessionsOf(agentId: string): Promise<void>;
};
