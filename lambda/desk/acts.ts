/** What an agent does with a hand-off: each click one event, however often it arrives, and never over a colleague's head. */

import type { Earshot } from '../house/earshot';
import type { DeskEvent, HandOff } from '../services/hand-off/hand-offs';
import type { Agent } from '../services/sign-in/agents';
import type { Closing } from './protocol';
import { type RefusedWords, unsendsOf, wordsToChange } from './words-change';

/** `taken`: somebody else has it; `over`: it has ended. `handOff` is how it stands. */
export type DeskActed =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: RefusedWords }
  | { readonly kind: 'taken' | 'over'; readonly handOff: HandOff };

/** `id`: the page's own of the click. */
export type Click = { readonly id: string; readonly handOffId: string; readonly agent: Agent };

/** Words, or a file. */
export type PersonSays = Pick<Extract<DeskEvent, { kind: 'said' }>, 'text' | 'file'>;

export type Acts = {
  /** Takes it from whom the page saw having it; exactly one of two wins. */
  take(click: Click, from: string | null): Promise<DeskActed>;
  /** Also takes one that nobody has; one that is over begins anew. */
  say(click: Click, said: PersonSays): Promise<DeskActed>;
  /** What was done about an order: told whoever has it by then, and though it is over. */
  report(click: Click, text: string): Promise<DeskActed>;
  /** Words of theirs (`line`: as the desk calls it) in a conversation they have: into these, or (null) taken back. */
  change(click: Click, line: string, to: string | null): Promise<DeskActed>;
  giveBack(click: Click): Promise<DeskActed>;
  /** To a colleague, or to the team (null). Whoever has it may, anybody while nobody has it, and an admin. */
  pass(click: Click, to: Agent | null): Promise<DeskActed>;
  close(click: Click, closing: Closing): Promise<DeskActed>;
};

type House = Pick<Earshot, 'events' | 'store' | 'channels'>;
type What = DeskEvent extends infer E
  ? E extends DeskEvent
    ? Omit<E, 'id' | 'handOffId' | 'at' | 'heldBy'>
    : never
  : never;

/** One deed, and what came of it. */
function acting({ events, store }: House, now: () => number) {
  async function act(click: Click, what: What, heldBy?: string | null): Promise<DeskActed> {
    const { handOffId } = click;
    const held = heldBy === undefined ? {} : { heldBy };
    const event = { ...what, id: eventIdOf(click), handOffId, at: now(), ...held } as DeskEvent;
    const applied = await events.apply(event);
    if (applied === 'unknown') return { kind: 'unknown' };
    if (applied === 'applied' || (await store.conversations.answerOf('desk', event.id)) !== null)
      return { kind: 'done' };
    const handOff = await store.handOffs.get(handOffId);
    if (!handOff) return { kind: 'unknown' };
    if (what.kind === 'accepted' && handOff.agent?.id === what.agent.id && !isOver(handOff)) return { kind: 'done' };
    return { kind: isOver(handOff) ? 'over' : 'taken', handOff };
  }

  /** What was free at the look, and taken by this very agent before the deed, is theirs: hasty hands take and write at once. */
  async function actAs(holder: string | null, click: Click, what: What): Promise<DeskActed> {
    const acted = await act(click, what, holder);
    const isOwnNow = holder === null && acted.kind === 'taken' && acted.handOff.agent?.id === click.agent.id;
    return isOwnNow ? act(click, what, click.agent.id) : acted;
  }

  return { act, actAs };
}

export function createActs(house: House, now: () => number): Acts {
  const { store } = house;
  const { act, actAs } = acting(house, now);
  const unsends = unsendsOf(house);

  /** Whoever ends it must have it; one that nobody has may be ended by anybody. */
  async function end(click: Click, what: What): Promise<DeskActed> {
    const handOff = await store.handOffs.get(click.handOffId);
    if (!handOff) return { kind: 'unknown' };
    return actAs(handOff.agent === null ? null : click.agent.id, click, what);
  }

  async function pass(click: Click, to: Agent | null): Promise<DeskActed> {
    const handOff = await store.handOffs.get(click.handOffId);
    if (!handOff) return { kind: 'unknown' };
    if ((await store.conversations.answerOf('desk', eventIdOf(click))) !== null) return { kind: 'done' };
    if (isOver(handOff)) return { kind: 'over', handOff };
    const holder = handOff.agent?.id ?? null;
    if (holder === (to?.id ?? null)) return { kind: 'done' };
    if (holder !== null && holder !== click.agent.id && click.agent.role !== 'admin') return { kind: 'taken', handOff };
    return act(click, to === null ? { kind: 'released' } : { kind: 'accepted', agent: personOf(to) }, holder);
  }

  async function change(click: Click, line: string, to: string | null): Promise<DeskActed> {
    const { agent } = click;
    const handOff = await store.handOffs.get(click.handOffId);
    if (!handOff) return { kind: 'unknown' };
    if ((await store.conversations.answerOf('desk', eventIdOf(click))) !== null) return { kind: 'done' };
    if (isOver(handOff)) return { kind: 'over', handOff };
    if (handOff.agent?.id !== agent.id) return { kind: 'taken', handOff };
    const found = await wordsToChange({ handOff, line, to }, { store, agent, unsends });
    if (found.kind !== 'theirs') return found;
    const acted = await act(click, { kind: 'changed', agent: personOf(agent), of: found.of, to }, agent.id);
    // It says what stands already: another click of theirs was faster.
    const isSo = acted.kind === 'taken' && acted.handOff.agent?.id === agent.id;
    return isSo ? { kind: 'done' } : acted;
  }

  return {
    pass,
    change,
    take: (click, from) => act(click, { kind: 'accepted', agent: personOf(click.agent) }, from),
    async say(click, said) {
      const handOff = await store.handOffs.get(click.handOffId);
      if (!handOff) return { kind: 'unknown' };
      const isFree = handOff.agent === null || isOver(handOff);
      const heldBy = isFree ? (handOff.agent?.id ?? null) : click.agent.id;
      return actAs(heldBy, click, { kind: 'said', agent: personOf(click.agent), ...said });
    },
    report: (click, text) => act(click, { kind: 'said', agent: personOf(click.agent), text, isReport: true }),
    giveBack: (click) => end(click, { kind: 'returned', agent: personOf(click.agent) }),
    close: (click, closing) => end(click, { kind: 'closed', agent: personOf(click.agent), ...closing }),
  };
}

/** The part after the last stroke is what a shopper's page may see of it. */
function eventIdOf({ id, agent }: Click): string {
  return `${agent.id}/${id}`;
}

function personOf({ id, name }: Agent) {
  return { id, name };
}

export function isOver({ state }: Pick<HandOff, 'state'>): boolean {
  return state === 'completed' || state === 'failed';
}
