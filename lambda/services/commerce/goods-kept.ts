/** Keeps an index of the goods in each locale that is spoken: there when it is needed, written anew when it has become old. */

import type { Instant } from '../../vocabulary/values';
import { inTime } from '../in-time';
import type { Call } from './call';
import type { Catalogue } from './catalogue';
import type { GoodsIndex, GoodsNaming, IndexedGoods } from './goods-index';
import { writeGoods } from './goods-written';

export type GoodsKept = {
  /** null: nobody could tell in time. Begins to write anew what has become old. */
  index(call: Call): Promise<IndexedGoods | null>;
  /** Resolves once there is an index in this locale, or there cannot be one now. */
  ready(locale: string): Promise<void>;
};

export type KeepingNeeds = {
  readonly source: Pick<Catalogue, 'edition' | 'page'>;
  readonly store: GoodsIndex;
  readonly naming: GoodsNaming;
  readonly now: () => Instant;
};

/** An index this old is written anew, behind the turn that finds it so. */
const FRESH_MS = 15 * 60_000;
/** A shop that could not be asked is asked again after this long. */
const AGAIN_MS = 30_000;
/** How long a turn waits for the first index there is. */
const PATIENCE_MS = 1_500;

type Writing = { readonly began: Instant; readonly over: Promise<void> };

export function keepGoods({ source, store, naming, now }: KeepingNeeds): GoodsKept {
  const under = new Map<string, Writing>();
  const failed = new Map<string, Instant>();

  function nameOf(locale: string): string | null {
    const made = naming.made(locale);
    return made === null ? null : `${source.edition(locale)} ${made}`;
  }

  /** null: it has failed just now. */
  function write(name: string, locale: string): Writing | null {
    const before = under.get(name);
    if (before) return before;
    if (now() - (failed.get(name) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return null;
    const over = writeGoods({ source, naming, now }, locale, () => store.write(name)).then((isDone) => {
      under.delete(name);
      if (!isDone) failed.set(name, now());
    });
    const writing = { began: now(), over };
    under.set(name, writing);
    return writing;
  }

  function known(name: string, locale: string): IndexedGoods | null {
    const before = store.read(name);
    if (before && !store.isFixed && now() - before.writtenAt >= FRESH_MS) write(name, locale);
    return before;
  }

  return {
    async index(call) {
      const name = nameOf(call.locale);
      if (name === null) return null;
      const before = known(name, call.locale);
      if (before) return before;
      const writing = write(name, call.locale);
      // Whoever has waited once in a turn need not wait in it again.
      const left = writing ? PATIENCE_MS - (now() - writing.began) : 0;
      if (!writing || left <= 0) return null;
      await inTime(call, { now, most: left, run: () => writing.over, late: () => undefined });
      return store.read(name);
    },
    async ready(locale) {
      const name = nameOf(locale);
      if (name !== null && !known(name, locale)) await write(name, locale)?.over;
    },
  };
}
