/** The loaded part of a long queue stays what the house would show of it, whatever happens in whatever order. */

import * as fc from 'fast-check';
import type { QueueEntry, QueueGroups, QueuePage } from '../../lambda/desk/protocol';
import { UNMARKED } from '../../lambda/services/hand-off/marks';
import { EMPTY, extended, merged, runningOut } from '../../web/desk/queue-pages';
import { GROUPS, type Group, groupOf } from '../../web/desk/queue-state';
import { handOffOf } from '../contracts/store-hand-offs';

const ME = 'marta';
const AGENTS = [null, { id: ME, name: 'Marta' }, { id: 'luca', name: 'Luca' }];
const SIZE = 4;

type Happens =
  | { readonly kind: 'is'; readonly id: number; readonly agent: number; readonly since: number; readonly over: boolean }
  | { readonly kind: 'goes'; readonly id: number }
  | { readonly kind: 'more'; readonly group: Group };

const id = fc.nat(30);
const happens: fc.Arbitrary<Happens> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('is' as const),
      id,
      agent: fc.nat(2),
      // Few moments, so that many have waited equally long; the last one is nobody's waiting.
      since: fc.nat(6),
      over: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('goes' as const), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('more' as const), group: fc.constantFrom(...GROUPS) }) },
);

function idOf(n: number): string {
  return `h${String(n).padStart(2, '0')}`;
}

const UNTOLD = {
  shopper: null,
  summary: '',
  channel: null,
  matter: null,
  order: null,
  last: null,
  hasPhoto: false,
  marks: UNMARKED,
};

function entryOf({ id: n, agent, since, over }: Extract<Happens, { kind: 'is' }>): QueueEntry {
  const { conversationId, ...handOff } = handOffOf(idOf(n), {
    agent: AGENTS[agent] ?? null,
    createdAt: n % 3,
    waitingSince: over || since === 6 ? null : since,
    ...(over ? { state: 'completed', endedAt: since } : {}),
  });
  return { ...handOff, ...UNTOLD, heardAt: 0 };
}

type House = Map<string, QueueEntry>;
const NOBODY_WAITS = Number.MAX_SAFE_INTEGER;

/** The house's own order, by what it sorts on. */
function keyOf(group: Group, { turn, createdAt, id: own }: NonNullable<QueuePage['next']>): string {
  return group === 'ended' ? `${turn} ${own}` : `${turn === NOBODY_WAITS ? 9 : turn} ${createdAt} ${own}`;
}

function placeOf({ endedAt, waitingSince, createdAt, id: own }: QueueEntry) {
  return { turn: endedAt ?? waitingSince ?? NOBODY_WAITS, createdAt, id: own };
}

function houseShows(all: House, group: Group): readonly QueueEntry[] {
  const sorted = [...all.values()]
    .filter((entry) => groupOf(entry, ME) === group)
    .sort((a, b) => (keyOf(group, placeOf(a)) < keyOf(group, placeOf(b)) ? -1 : 1));
  return group === 'ended' ? sorted.reverse() : sorted;
}

function pageAfter(all: House, group: Group, after: QueuePage['next']): QueuePage {
  const left = houseShows(all, group).filter((entry) => {
    const own = keyOf(group, placeOf(entry));
    return after === null || (group === 'ended' ? own < keyOf(group, after) : own > keyOf(group, after));
  });
  const entries = left.slice(0, SIZE);
  const last = entries.at(-1);
  return { entries, next: last && left.length > SIZE ? placeOf(last) : null };
}

/** What the page shows after it, of a house where it happened. */
function after(one: Happens, groups: QueueGroups, all: House): QueueGroups {
  if (one.kind === 'more') {
    const { next } = groups[one.group];
    return next ? extended(groups, one.group, pageAfter(all, one.group, next)) : groups;
  }
  const changed = idOf(one.id);
  if (one.kind === 'is') all.set(changed, entryOf(one));
  else all.delete(changed);
  const entries = [...all.values()].filter((entry) => entry.id === changed);
  return merged(groups, [changed], { entries }, ME);
}

function expectRight(groups: QueueGroups, all: House): void {
  for (const group of GROUPS) {
    const shown = groups[group].entries.map((entry) => entry.id);
    const whole = houseShows(all, group).map((entry) => entry.id);
    expect(shown).toEqual(groups[group].next === null ? whole : whole.slice(0, shown.length));
  }
}

test('shows of every group what the house would show, up to where it has loaded', () => {
  fc.assert(
    fc.property(fc.array(happens, { maxLength: 40 }), fc.array(happens, { maxLength: 40 }), (before, story) => {
      const all: House = new Map();
      for (const one of before) if (one.kind === 'is') all.set(idOf(one.id), entryOf(one));
      let groups = EMPTY;
      for (const group of GROUPS) groups = extended(groups, group, pageAfter(all, group, null));
      for (const one of story) {
        groups = after(one, groups, all);
        expectRight(groups, all);
      }
    }),
    { numRuns: 100 },
  );
});

test('notices when so little is left of a group that the next page should come by itself', () => {
  const page = (count: number, next: QueuePage['next']): QueuePage => ({
    entries: Array.from({ length: count }, (_, n) => entryOf({ kind: 'is', id: n, agent: 0, since: 1, over: false })),
    next,
  });
  const next = { turn: 1, createdAt: 1, id: 'h' };
  expect(runningOut({ ...EMPTY, free: page(50, next) })).toBeUndefined();
  expect(runningOut({ ...EMPTY, free: page(2, null) })).toBeUndefined();
  expect(runningOut({ ...EMPTY, free: page(2, next) })).toBe('free');
});
