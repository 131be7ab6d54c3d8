/** What the pages of the desk are told of the queue: a page of it, what changed in it, and how much there is of each. */

import { type PlacedLine, wordsOf } from '../services/conversation/lines';
import { type HandOffMarks, UNMARKED } from '../services/hand-off/marks';
import type {
  QueueGroup,
  QueueItem,
  QueuePlace,
  QueueSearch,
  QueueView,
  WaitingPage,
} from '../services/hand-off/queue';
import type { Store } from '../services/store';
import type { Instant } from '../vocabulary/values';
import type { Queue, QueueChange, QueueEntry, QueueGroups, QueuePage } from './protocol';
import { isEvent, withoutConversation } from './views';

/** Ended ones stay in sight this long. Milliseconds. */
const DAY_MS = 24 * 3_600_000;
export const PAGE = 50;
/** More calls and more that is set aside stay where they were in the queue. */
const MOST_ASIDE = 200;
/** A page of the desk that has loaded more than this begins anew. */
export const MOST = 500;

export type PageWish = { readonly group: QueueGroup; readonly after: QueuePlace | null; readonly limit: number };

export type QueueReader = {
  /** Of every group so many from its beginning. */
  whole(agentId: string, limits: Readonly<Record<QueueGroup, number>>): Promise<Queue>;
  page(agentId: string, wish: PageWish): Promise<QueuePage>;
  /** Of everything that is kept, however long it is over. */
  search(wish: Omit<QueueSearch, 'limit'>): Promise<QueuePage>;
  /** What has become of these. */
  change(agentId: string, ids: readonly string[]): Promise<QueueChange>;
};

export type QueueReaderNeeds = {
  readonly store: Pick<Store, 'queue' | 'marks'>;
  readonly now: () => number;
  /** Hears which ones a page of the desk shows from now on. */
  readonly onShown: (ids: readonly string[]) => void;
};

export function createQueueReader({ store: { queue, marks }, now, onShown }: QueueReaderNeeds): QueueReader {
  const viewOf = (agentId: string): QueueView => ({ agentId, endedSince: now() - DAY_MS });

  async function page(agentId: string, wish: PageWish): Promise<QueuePage> {
    return shown(await queue.page({ ...viewOf(agentId), ...wish }));
  }
  async function shown({ items, next }: WaitingPage): Promise<QueuePage> {
    return { entries: await entriesOf(items), next };
  }
  async function entriesOf(items: readonly QueueItem[]): Promise<readonly QueueEntry[]> {
    const ids = items.map(({ handOff }) => handOff.id);
    const marked = await marks.of(ids);
    onShown(ids);
    return items.map((item) => entryOf(item, marked.get(item.handOff.id) ?? UNMARKED, now()));
  }
  async function aside(view: QueueView): Promise<readonly QueueEntry[]> {
    const ids = await marks.aside(now(), MOST_ASIDE);
    const entries = ids.length === 0 ? [] : await entriesOf(await queue.items(ids, view.endedSince));
    return entries.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  }

  return {
    page,
    search: async (wish) => shown(await queue.search({ ...wish, limit: PAGE })),
    async whole(agentId, limits) {
      const first = (group: QueueGroup) => page(agentId, { group, after: null, limit: limits[group] });
      const view = viewOf(agentId);
      const [mine, free, others, ended, counts, set] = await Promise.all([
        first('mine'),
        first('free'),
        first('others'),
        first('ended'),
        queue.counts(view),
        aside(view),
      ]);
      const groups: QueueGroups = { mine, free, others, ended };
      return { groups, counts, aside: set };
    },
    async change(agentId, ids) {
      const view = viewOf(agentId);
      const [items, counts, set] = await Promise.all([
        queue.items(ids, view.endedSince),
        queue.counts(view),
        aside(view),
      ]);
      return { entries: await entriesOf(items), counts, aside: set };
    },
  };
}

function entryOf(
  { handOff, packet, heardAt, last, hasPhoto }: QueueItem,
  { snoozedUntil, ...marks }: HandOffMarks,
  now: Instant,
): QueueEntry {
  const isBack = snoozedUntil !== null && snoozedUntil <= now;
  return {
    ...withoutConversation(handOff),
    shopper: packet?.shopper.name ?? null,
    // The first line says why it came, which stands beside it already.
    summary: packet?.summary[1] ?? '',
    // What comes back calls for attention as what is new does.
    heardAt: isBack ? Math.max(heardAt, snoozedUntil) : heardAt,
    marks: { ...marks, snoozedUntil: isBack ? null : snoozedUntil },
    channel: last?.by === 'shopper' ? last.channel : (packet?.channels.at(-1) ?? null),
    matter: packet?.openQuestion?.id.split('.')[0] ?? null,
    order: packet?.about[0]?.number ?? null,
    last: last && lastOf(last),
    hasPhoto,
  };
}

function lastOf(line: PlacedLine): QueueEntry['last'] {
  const { by, channel, name = null, show } = line;
  return { by, name, channel, text: wordsOf(line), meant: show?.meant ?? null, isEvent: isEvent(line) };
}

/** As a page of the desk sends it: `turn.createdAt.id`. null: it is none. */
export function placeIn(cursor: string): QueuePlace | null {
  const [, turn, createdAt, id] = /^(\d{1,16})\.(\d{1,16})\.(.{1,200})$/s.exec(cursor) ?? [];
  return id === undefined ? null : { turn: Number(turn), createdAt: Number(createdAt), id };
}
