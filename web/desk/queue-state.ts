/** What the desk's page knows of the queue: who belongs where, what is new, and how long everybody waits. */

import type { QueueEntry } from '../../lambda/desk/protocol';
import type { QueueGroup } from '../../lambda/services/hand-off/queue';

export const GROUPS = ['mine', 'free', 'others', 'ended'] as const satisfies readonly QueueGroup[];
export type Group = QueueGroup;

export function isOver({ state }: Pick<QueueEntry, 'state'>): boolean {
  return state === 'completed' || state === 'failed';
}

export function groupOf(entry: QueueEntry, me: string): Group {
  if (isOver(entry)) return 'ended';
  if (entry.agent === null) return 'free';
  return entry.agent.id === me ? 'mine' : 'others';
}

/** When each hand-off was last looked at here. */
export type Seen = Readonly<Record<string, number>>;

export function isNew(entry: QueueEntry, seen: Seen, me: string): boolean {
  const group = groupOf(entry, me);
  return (group === 'free' || group === 'mine') && entry.heardAt > (seen[entry.id] ?? 0);
}

/** Long enough to be ashamed of. */
const LONG_MS = { some: 5 * 60_000, much: 15 * 60_000 };

export function patienceOf(waitedMs: number): 'calm' | 'some' | 'much' {
  if (waitedMs >= LONG_MS.much) return 'much';
  return waitedMs >= LONG_MS.some ? 'some' : 'calm';
}
