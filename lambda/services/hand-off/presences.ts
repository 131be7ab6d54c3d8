/** Which people of the desk are at a hand-off just now: known to each other before two of them answer it. */

import type { Instant } from '../../vocabulary/values';

/** Milliseconds. A page says every few seconds that it is there. */
export const PRESENCE = { there: 15_000, writing: 8_000 } as const;

export type Presence = { readonly name: string; readonly isWriting: boolean };

export type Presences = {
  /** `isWriting`: they changed their answer just now. Where else they were is forgotten in time. */
  here(who: { readonly agentId: string; readonly handOffId: string; readonly isWriting: boolean }): Promise<void>;
  leave(agentId: string, handOffId: string): Promise<void>;
  /** Everybody but this agent, those who write first. */
  othersAt(handOffId: string, agentId: string, now: Instant): Promise<readonly Presence[]>;
};
