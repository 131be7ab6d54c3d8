/** The figures of a server for Prometheus: fed by what is committed, delivered and found, never labelled by a shopper. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Commit, Packet, Store } from '../services/conversation';
import type { Desk } from '../services/desk';
import type { HandOff } from '../services/hand-offs';
import type { Destination } from '../services/queues';
import type { SourceName } from '../turn';

export type Metrics = {
  readonly contentType: string;
  /** Everything, in Prometheus' text format. Figures of a store that cannot be asked are left out. */
  text(): Promise<string>;
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
};

type Instruments = ReturnType<typeof instrumentsIn>;

/** From a turn that only reads memory to one that waits for a shop until its deadline, and on to a text channel's. */
const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6, 15];
const WAIT_SECONDS = [30, 60, 120, 300, 900, 1_800, 3_600, 14_400, 43_200, 86_400];
/** Whoever writes may call themselves by any locale: further ones are counted together. */
const MOST_LOCALES = 40;

export function createMetrics({ ofProcess = true, now }: MetricsOptions): Metrics {
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
      const depth = await outbox?.depth().catch(() => null);
      if (!depth) return this.remove();
      this.set(depth.oldest === null ? 0 : Math.max(0, now() - depth.oldest) / 1_000);
    },
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
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

function instrumentsIn(register: Registry) {
  const registers = [register];
  return {
    turns: new Counter({
      name: 'vc_turns_total',
      help: 'Turns of shoppers that were answered and committed.',
      labelNames: ['channel', 'locale', 'outcome'],
      registers,
    }),
    seconds: new Histogram({
      name: 'vc_turn_seconds',
      help: 'From the arrival of a turn to its answer.',
      labelNames: ['channel'],
      buckets: TURN_SECONDS,
      registers,
    }),
    handOffs: new Counter({
      name: 'vc_handoffs_total',
      help: 'Hand-offs by the state they came to: initiated, accepted, completed, failed.',
      labelNames: ['channel', 'reason', 'result'],
      registers,
    }),
    wait: new Histogram({
      name: 'vc_handoff_wait_seconds',
      help: 'From a hand-off to the person who took it.',
      buckets: WAIT_SECONDS,
      registers,
    }),
    dead: new Counter({
      name: 'vc_outbox_dead_total',
      help: 'Deliveries that were given up.',
      labelNames: ['channel'],
      registers,
    }),
    reconciled: new Counter({
      name: 'vc_reconciled_messages_total',
      help: 'Messages no webhook brought, found by asking.',
      labelNames: ['source'],
      registers,
    }),
    locales: new Set<string>(),
  };
}

function countedTurns(store: Store, instruments: Instruments): Store['conversations'] {
  return {
    ...store.conversations,
    async commit(commit) {
      // A hand-off changes state in few turns only; nothing can change it between this look and a commit that succeeds.
      const before = commit.handOff && !commit.packet ? await store.handOffs.get(commit.handOff.id) : null;
      const outcome = await store.conversations.commit(commit);
      if (outcome !== 'committed') return outcome;
      countTurn(commit, instruments);
      if (commit.packet) countHandOff({ state: 'initiated', packet: commit.packet }, instruments);
      else if (commit.handOff && before && before.state !== commit.handOff.state) {
        const packet = await store.handOffs.packet(before.id).catch(() => null);
        countHandOff({ state: commit.handOff.state, packet, handOff: commit.handOff }, instruments);
      }
      return outcome;
    },
  };
}

function countTurn({ fact }: Commit, { turns, seconds, locales }: Instruments): void {
  // What a person does at a desk is no turn of a shopper.
  if (fact.channel === 'desk') return;
  if (locales.size < MOST_LOCALES) locales.add(fact.locale);
  const locale = locales.has(fact.locale) ? fact.locale : 'other';
  turns.inc({ channel: fact.channel, locale, outcome: fact.outcome });
  seconds.observe({ channel: fact.channel }, fact.milliseconds / 1_000);
}

type Came = { readonly state: HandOff['state']; readonly packet: Packet | null; readonly handOff?: HandOff };

function countHandOff({ state, packet, handOff }: Came, { handOffs, wait }: Instruments): void {
  const reason = handOff?.reason ?? packet?.reason ?? 'asked';
  handOffs.inc({ channel: askedOn(packet), reason, result: state });
  if (state !== 'accepted' || !handOff || handOff.acceptedAt === null) return;
  wait.observe(Math.max(0, handOff.acceptedAt - handOff.createdAt) / 1_000);
}

/** Where the shopper was when they were passed on. */
function askedOn(packet: Packet | null): SourceName | 'unknown' {
  return packet?.channels.filter((channel) => channel !== 'desk').at(-1) ?? 'unknown';
}

function countedDeliveries(outbox: Store['outbox'], { dead }: Instruments): Store['outbox'] {
  const leased = new Map<string, Destination>();
  return {
    ...outbox,
    async lease(wish) {
      const items = await outbox.lease(wish);
      for (const { id, destination } of items) leased.set(id, destination);
      return items;
    },
    async mark(id, owner, tried, dueAt) {
      const channel = leased.get(id) ?? 'desk';
      const isOurs = await outbox.mark(id, owner, tried, dueAt);
      leased.delete(id);
      if (isOurs && tried.kind === 'dead') dead.inc({ channel });
      return isOurs;
    },
    async handBack(owner) {
      leased.clear();
      await outbox.handBack(owner);
    },
  };
}
