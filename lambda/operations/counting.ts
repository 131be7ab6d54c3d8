/** Counts what passes on its way into the store: turns, hand-offs, deliveries that were given up. */

import type { Commit } from '../services/conversation/conversation';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { Packet } from '../services/hand-off/packet';
import type { Destination } from '../services/queue/queues';
import type { Store } from '../services/store';
import type { SourceName, Turn } from '../vocabulary/heard';
import type { Instruments } from './instruments';

/** Whoever writes may call themselves by any locale: further ones are counted together. */
const MOST_LOCALES = 40;

export function countedTurns(store: Store, instruments: Instruments): Store['conversations'] {
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

function countTurn({ fact }: Commit, instruments: Instruments): void {
  // What a person does at a desk is no turn of a shopper.
  if (fact.channel === 'desk') return;
  instruments.turns.inc({ channel: fact.channel, locale: counted(fact.locale, instruments), outcome: fact.outcome });
  instruments.seconds.observe({ channel: fact.channel }, fact.milliseconds / 1_000);
}

export function countBroken({ channel, locale }: Pick<Turn, 'channel' | 'locale'>, instruments: Instruments): void {
  instruments.turns.inc({ channel, locale: counted(locale, instruments), outcome: 'broke' });
}

function counted(locale: string, { locales }: Instruments): string {
  if (locales.size < MOST_LOCALES) locales.add(locale);
  return locales.has(locale) ? locale : 'other';
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

export function countedDeliveries(outbox: Store['outbox'], { dead }: Instruments): Store['outbox'] {
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
