/** What the desk's page knows of the queue: who belongs where, what is new, and how long everybody waits. */

import type { QueueEntry } from '../../lambda/desk/protocol';

export const GROUPS = ['mine', 'free', 'others', 'ended'] as const;
export type Group = (typeof GROUPS)[number];

export function isOver({ state }: Pick<QueueEntry, 'state'>): boolean {
  return state === 'completed' || state === 'failed';
}

export function groupOf(entry: QueueEntry, me: string): Group {
  if (isOver(entry)) return 'ended';
  if (entry.agent === null) return 'free';
  return entry.agent.id === me ? 'mine' : 'others';
}

/** As they stand in the list, group by group; the server's order in each: the longest waiting first. */
export function grouped(
  entries: readonly QueueEntry[],
  me: string,
): readonly (readonly [Group, readonly QueueEntry[]])[] {
  return GROUPS.map((group) => [group, entries.filter((entry) => groupOf(entry, me) === group)] as const);
}

/** Whose turn it is to be answered by me: nobody has it, or I have and the shopper waits. */
export function waitsForMe(entry: QueueEntry, me: string): boolean {
  const group = groupOf(entry, me);
  return group === 'free' || (group === 'mine' && entry.waitingSince !== null);
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
