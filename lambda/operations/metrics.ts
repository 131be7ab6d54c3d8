/** The figures of a server for Prometheus: fed by what is committed, delivered and found, never labelled by a shopper. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Desk } from '../services/hand-off/desk';
import { sooner } from '../services/in-time';
import type { Store } from '../services/store';
import type { Turn } from '../vocabulary/heard';
import { countBroken, countedDeliveries, countedTurns } from './counting';
import { instrumentsIn } from './instruments';

export type Metrics = {
  readonly contentType: string;
  /** Everything, in Prometheus' text format. Figures of a store that cannot be asked, or hangs, are left out. */
  text(): Promise<string>;
  /** A turn that ended with an apology; it is in no store. */
  broke(turn: Pick<Turn, 'channel' | 'locale'>): void;
  /** The same store, counted. */
  watchStore(store: Store): Store;
  /** The same desk: what it finds by asking, and no webhook had brought, is counted as reconciled. */
  watchDesk(desk: Desk): Desk;
};

export type MetricsOptions = {
  /** Memory, processor time and the like of this process too. */
  readonly ofProcess?: boolean;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** How long the store may take to answer, milliseconds. */
  readonly patience?: number;
};

/** Prometheus gives up on all figures after ten seconds. */
const PATIENCE = 2_000;

export function createMetrics({ ofProcess = true, now, patience = PATIENCE }: MetricsOptions): Metrics {
  const register = new Registry();
  if (ofProcess) collectDefaultMetrics({ register });
  const instruments = instrumentsIn(register);
  const asking = new AsyncLocalStorage<true>();
  let outbox: Store['outbox'] | null = null;
  new Gauge({
    name: 'vc_outbox_oldest_age_seconds',
    help: 'How long the oldest delivery has been waiting; 0: none waits.',
    registers: [register],
    async collect() {
      const depth = outbox && (await sooner(outbox.depth(), patience).catch(() => null));
      if (!depth) return this.remove();
      this.set(depth.oldest === null ? 0 : Math.max(0, now() - depth.oldest) / 1_000);
    },
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    broke: (turn) => countBroken(turn, instruments),
    watchStore(store) {
      outbox = store.outbox;
      return {
        ...store,
        conversations: countedTurns(store, instruments),
        outbox: countedDeliveries(store.outbox, instruments),
        inbox: {
          ...store.inbox,
          async put(received) {
            const isNew = await store.inbox.put(received);
            if (isNew && asking.getStore()) instruments.reconciled.inc({ source: received.source });
            return isNew;
          },
        },
      };
    },
    watchDesk(desk) {
      const { poll } = desk;
      return {
        ...desk,
        read: (received) => asking.run(true, () => desk.read(received)),
        ...(poll ? { poll: () => asking.run(true, () => poll.call(desk)) } : {}),
      };
    },
  };
}
