/** A person of the shop at the desk: acts on the newest hand-off, through the way every desk goes. */

import type { Applied } from '../../lambda/conversation/desk-event';
import type { DeskEvent, Done } from '../../lambda/services/hand-off/hand-offs';
import type { SentFile } from '../../lambda/vocabulary/sent-file';
import type { House } from './house';

export type Agent = ReturnType<typeof createAgent>;

type Act = DeskEvent extends infer E ? (E extends DeskEvent ? Omit<E, 'id' | 'handOffId' | 'at'> : never) : never;

let acts = 0;

export function createAgent(house: Pick<House, 'store' | 'events' | 'clock'>, name = 'Marta') {
  const agent = { id: `agent-${name.toLowerCase()}`, name };

  async function newest(): Promise<string> {
    const [packet] = await house.store.handOffs.list(1);
    if (!packet) throw new Error('nothing was handed over');
    return packet.id;
  }

  let last = '';
  async function act(what: Act, about?: string): Promise<Applied> {
    acts += 1;
    const id = `act-${acts}`;
    if (what.kind === 'said') last = id;
    const handOffId = about ?? (await newest());
    return house.events.apply({ ...what, id, handOffId, at: house.clock.now() } as DeskEvent);
  }

  return {
    ...agent,
    newest,
    /** An event as a desk made it, delivered once more or late. */
    brings: (event: DeskEvent) => house.events.apply(event),
    takes: (about?: string) => act({ kind: 'accepted', agent }, about),
    says: (text: string, about?: string) => act({ kind: 'said', agent, text }, about),
    sends: (file: SentFile, about?: string) => act({ kind: 'said', agent, text: '', file }, about),
    /** What was said last, or by this name, into other words; null: it is taken back. */
    changes: (to: string | null, about?: string, of = last) => act({ kind: 'changed', agent, of, to }, about),
    /** The name of what was said last. */
    said: () => last,
    returns: (about?: string) => act({ kind: 'returned', agent }, about),
    closes: (done: Done = 'answered', topic: string | null = null, about?: string) =>
      act({ kind: 'closed', agent, done, topic }, about),
  };
}
