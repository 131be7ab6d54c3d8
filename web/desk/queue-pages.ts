/** The part of the queue this page has loaded: from its beginning, in the server's order, also while things change in it. */

import type { QueueChange, QueueEntry, QueueGroups, QueuePage } from '../../lambda/desk/protocol';
import type { QueuePlace } from '../../lambda/services/hand-off/queue';
import { GROUPS, type Group, groupOf } from './queue-state';

const NONE: QueuePage = { entries: [], next: null };
export const EMPTY: QueueGroups = { mine: NONE, free: NONE, others: NONE, ended: NONE };

/** As they stand in the list. */
export function inOrder(groups: QueueGroups): readonly QueueEntry[] {
  return GROUPS.flatMap((group) => groups[group].entries);
}

/** What was asked for is where it belongs now; what lies behind the last loaded page comes with its own. */
export function merged(
  groups: QueueGroups,
  asked: readonly string[],
  { entries }: Pick<QueueChange, 'entries'>,
  me: string,
) {
  const merge = (group: Group): QueuePage => {
    const { entries: before, next } = groups[group];
    const here = entries.filter((entry) => groupOf(entry, me) === group && isLoaded(entry, next));
    const rest = before.filter(({ id }) => !asked.includes(id));
    return { entries: [...rest, ...here].sort((a, b) => inTurn(placeOf(a), placeOf(b), group)), next };

    function isLoaded(entry: QueueEntry, end: QueuePlace | null): boolean {
      return end === null || inTurn(placeOf(entry), end, group) <= 0;
    }
  };
  return byGroup(merge);
}

/** The following page of a group; one that has come by itself meanwhile is newer than the page. */
export function extended(groups: QueueGroups, group: Group, page: QueuePage): QueueGroups {
  const known = new Set(inOrder(groups).map(({ id }) => id));
  const entries = [...groups[group].entries, ...page.entries.filter(({ id }) => !known.has(id))];
  return { ...groups, [group]: { entries, next: page.next } };
}

/** The group that has more, and so little left in sight that it should come by itself. */
export function runningOut(groups: QueueGroups): Group | undefined {
  return GROUPS.find((group) => groups[group].next !== null && groups[group].entries.length < LEAST);
}

const LEAST = 10;

/** For the address of a request. */
export function written({ turn, createdAt, id }: QueuePlace): string {
  return encodeURIComponent(`${turn}.${createdAt}.${id}`);
}

function byGroup(of: (group: Group) => QueuePage): QueueGroups {
  return { mine: of('mine'), free: of('free'), others: of('others'), ended: of('ended') };
}

function placeOf({ waitingSince, endedAt, createdAt, id }: QueueEntry): QueuePlace {
  return { turn: endedAt ?? waitingSince ?? Number.MAX_SAFE_INTEGER, createdAt, id };
}

/** The longest waiting first; of what is over the latest. */
function inTurn(a: QueuePlace, b: QueuePlace, group: Group): number {
  const byId = a.id < b.id ? -1 : Number(a.id > b.id);
  return group === 'ended' ? b.turn - a.turn || -byId : a.turn - b.turn || a.createdAt - b.createdAt || byId;
}
