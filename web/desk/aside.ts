/** What stands apart in the queue: calls that are still to be made on top, and what is set aside for a while below the rest. */

import type { QueueEntry, QueueGroups } from '../../lambda/desk/protocol';
import type { HandOffMarks } from '../../lambda/services/hand-off/marks';
import type { QueueCounts } from '../../lambda/services/hand-off/queue';
import { inOrder } from './queue-pages';
import { groupOf } from './queue-state';
import type { Loaded } from './use-reading';

export type Apart = {
  readonly calls: readonly QueueEntry[];
  readonly later: readonly QueueEntry[];
  readonly groups: QueueGroups;
  readonly counts: QueueCounts;
};

/** Until when it is set aside; null: it is not, or is back by now. */
export function asideUntil({ snoozedUntil }: HandOffMarks, now: number): number | null {
  return snoozedUntil !== null && snoozedUntil > now ? snoozedUntil : null;
}

/** Each stands in one place, and is counted there. */
export function setApart({ groups, counts, aside }: Loaded, me: string, now: number): Apart {
  const isLater = ({ marks }: QueueEntry) => asideUntil(marks, now) !== null;
  // What has to be called first stands first; at any time is as long as they wait.
  const calls = aside
    .filter((entry) => isToCall(entry) && groupOf(entry, me) !== 'others')
    .toSorted((a, b) => callAt(a) - callAt(b));
  const later = aside.filter((entry) => isLater(entry) && !calls.includes(entry));
  const apart = new Set([...later, ...calls].map(({ id }) => id));
  const without = (group: keyof QueueGroups) => ({
    ...groups[group],
    entries: groups[group].entries.filter(({ id }) => !apart.has(id)),
  });
  const taken = (group: keyof QueueGroups) =>
    counts[group] - [...later, ...calls].filter((entry) => groupOf(entry, me) === group).length;
  const rested = later.filter((entry) => groupOf(entry, me) === 'mine' && entry.waitingSince !== null).length;
  return {
    calls,
    later,
    groups: { mine: without('mine'), free: without('free'), others: without('others'), ended: groups.ended },
    counts: {
      ...{ mine: taken('mine'), free: taken('free'), others: taken('others'), ended: counts.ended },
      mineWaiting: counts.mineWaiting - rested,
    },
  };
}

function callAt({ call, createdAt }: QueueEntry): number {
  return call?.from ?? createdAt;
}

export function isToCall({ wish, marks, endedAt }: QueueEntry): boolean {
  return wish === 'call-back' && marks.calledAt === null && endedAt === null;
}

/** As they stand in the list. */
export function inSight({ calls, groups, later }: Apart): readonly QueueEntry[] {
  return [...calls, ...inOrder(groups), ...later];
}
