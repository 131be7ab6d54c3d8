/** What the pages of the desk are told of the queue: a page of it, what changed in it, and how much there is of each. */

import { type PlacedLine, wordsOf } from '../services/conversation/lines';
import type {
  QueueGroup,
  QueueItem,
  QueuePlace,
  QueueSearch,
  QueueView,
  WaitingPage,
} from '../services/hand-off/queue';
import type { Store } from '../services/store';
import type { Queue, QueueChange, QueueEntry, QueueGroups, QueuePage } from './protocol';
import { withoutConversation } from './views';

/** Ended ones stay in sight this long. Milliseconds. */
const DAY_MS = 24 * 3_600_000;
export const PAGE = 50;
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
  readonly store: Pick<Store, 'queue'>;
  readonly now: () => number;
  /** Hears which ones a page of the desk shows from now on. */
  readonly onShown: (ids: readonly string[]) => void;
};

export function createQueueReader({ store: { queue }, now, onShown }: QueueReaderNeeds): QueueReader {
  const viewOf = (agentId: string): QueueView => ({ agentId, endedSince: now() - DAY_MS });

  async function page(agentId: string, wish: PageWish): Promise<QueuePage> {
    return shown(await queue.page({ ...viewOf(agentId), ...wish }));
  }
  function shown({ items, next }: WaitingPage): QueuePage {
    const entries = items.map(entryOf);
    onShown(entries.map(({ id }) => id));
    return { entries, next };
  }

  return {
    page,
    search: async (wish) => shown(await queue.search({ ...wish, limit: PAGE })),
    async whole(agentId, limits) {
      const first = (group: QueueGroup) => page(agentId, { group, after: null, limit: limits[group] });
      const [mine, free, others, ended, counts] = await Promise.all([
        first('mine'),
        first('free'),
        first('others'),
        first('ended'),
        queue.counts(viewOf(agentId)),
      ]);
      const groups: QueueGroups = { mine, free, others, ended };
      return { groups, counts };
    },
    async change(agentId, ids) {
      const view = viewOf(agentId);
      const [items, counts] = await Promise.all([queue.items(ids, view.endedSince), queue.counts(view)]);
      const entries = items.map(entryOf);
      onShown(entries.map(({ id }) => id));
      return { entries, counts };
    },
  };
}

function entryOf({ handOff, packet, heardAt, last, hasPhoto }: QueueItem): QueueEntry {
  return {
    ...withoutConversation(handOff),
    shopper: packet?.shopper.name ?? null,
    // The first line says why it came, which stands beside it already.
    summary: packet?.summary[1] ?? '',
    heardAt,
    channel: last?.by === 'shopper' ? last.channel : (packet?.channels.at(-1) ?? null),
    matter: packet?.openQuestion?.id.split('.')[0] ?? null,
    order: packet?.about[0]?.number ?? null,
    last: last && lastOf(last),
    hasPhoto,
  };
}

function lastOf(line: PlacedLine): QueueEntry['last'] {
  const { by, channel, name = null, show } = line;
  return { by, name, channel, text: wordsOf(line), meant: show?.meant ?? null };
}

/** As a page of the desk sends it: `turn.createdAt.id`. null: it is none. */
export function placeIn(cursor: string): QueuePlace | null {
  const [, turn, createdAt, id] = /^(\d{1,16})\.(\d{1,16})\.(.{1,200})$/s.exec(cursor) ?? [];
  return id === undefined ? null : { turn: Number(turn), createdAt: Number(createdAt), id };
}
