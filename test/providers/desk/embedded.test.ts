/** The embedded desk keeps the contract of desks: its people see and act through the door of its page, on a real store. */

import { randomUUID } from 'node:crypto';
import type { DeskEvents } from '../../../lambda/conversation/desk-event';
import { isOpen } from '../../../lambda/services/commerce/hours';
import type { Commit } from '../../../lambda/services/conversation/conversation';
import { freshMemory } from '../../../lambda/services/conversation/memory';
import type { Desk, Opened } from '../../../lambda/services/hand-off/desk';
import type { DeskEvent, HandOff } from '../../../lambda/services/hand-off/hand-offs';
import { deskContract } from '../../contracts/desk';
import { AT } from '../../contracts/desk-samples';
import type { Act, DeskTrial } from '../../contracts/desk-trial';
import { type DeskServer, employ, type Sitting, serveDesk, sitDown } from '../../desk/desk-server';
import { anyCall } from '../../kit/call';
import { type House, openHouse } from '../../kit/house';

const HOURS = {
  timeZone: 'Europe/Rome',
  from: '09:00',
  to: '18:00',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  holidays: [],
} as const;
const NIGHT_MS = 12 * 3_600_000;

async function openTrial(): Promise<DeskTrial> {
  const house = await openHouse({ at: AT });
  const told: DeskEvent[] = [];
  const server = await serveDesk({ ...house, events: heard(house.events, told) });
  const people = peopleOf(server);
  let calendar = AT;
  return {
    desk: {
      ...asTheHouseUsesIt(house),
      // As TalkToHuman asks: the hours are the shop's own.
      availability: async () => (isOpen(HOURS, calendar) ? house.desk.availability(anyCall()) : { kind: 'closed' }),
      read: async ({ body }) => [JSON.parse(body) as DeskEvent],
    },
    async sees({ handOff }) {
      const marta = await people('Marta');
      if ((await marta.ask(`/hand-offs/${handOff.id}`)).status === 404) return null;
      const { packet, lines, handOff: now } = await marta.detail(handOff.id);
      const said = lines.filter(({ id }) => !id.startsWith('1.'));
      return {
        packets: (await marta.queue()).filter(({ id }) => id === handOff.id).length,
        packet: [textIn(packet), ...lines.map(({ text }) => text)].join('\n'),
        messages: said.filter(({ by }) => by === 'shopper').map(({ text }) => text),
        ended: now.state === 'completed',
      };
    },
    act: async (opened, person, act) => perform(await people(person), opened, act),
    arrived: async () =>
      told.splice(0).map((event) => ({ source: 'embedded', key: event.id, lane: 'one', body: JSON.stringify(event) })),
    async turns(state) {
      calendar = state === 'closed' ? AT + NIGHT_MS : AT;
      const marta = await people('Marta');
      await marta.ask('/me', { available: state !== 'nobody' });
      house.clock.advance(3_000);
    },
    async close() {
      await server.close();
      await house.close();
    },
  };
}

function heard(events: DeskEvents, told: DeskEvent[]): DeskEvents {
  return {
    async apply(event) {
      const applied = await events.apply(event);
      if (applied === 'applied') told.push(event);
      return applied;
    },
  };
}

/** Turns of the shopper write to the store what other desks are sent. */
function asTheHouseUsesIt({ desk, store }: House): Desk {
  const conversation = (handOffId: string) => `conversation-${handOffId}`;
  async function commit(handOffId: string, requestId: string, change: Partial<Commit>): Promise<void> {
    const conversationId = conversation(handOffId);
    if ((await store.conversations.answerOf('web', requestId)) !== null) return;
    const expectedVersion = (await store.conversations.load(conversationId))?.version ?? 0;
    const rest = {
      memory: freshMemory(),
      history: [],
      outbox: [],
      follows: 0,
      told: [],
      tokens: [],
      missed: [],
      mirror: null,
      amended: null,
      files: [],
      joins: [],
      fact: factOf(requestId),
    };
    const answer = { channel: 'web', requestId, body: '{}' } as const;
    await store.conversations.commit({ conversationId, expectedVersion, ...rest, answer, ...change });
  }
  return {
    ...desk,
    async open({ handOff, packet }) {
      const own: HandOff = { ...handOff, conversationId: conversation(handOff.id) };
      await commit(handOff.id, handOff.id, { packet, handOff: own, history: packet.transcript });
      return desk.open({ handOff, packet });
    },
    async tell(message) {
      const line = { at: message.at, by: 'shopper', channel: 'web', text: message.text } as const;
      await commit(message.handOffId, message.id, { history: [line] });
      return desk.tell(message);
    },
    async end(handOff, ref) {
      const own: HandOff = { ...handOff, conversationId: conversation(handOff.id), state: 'completed', endedAt: AT };
      await commit(handOff.id, `end-${handOff.id}`, { handOff: own });
      return desk.end(handOff, ref);
    },
    async forget(handOff, ref) {
      await store.privacy.erase([conversation(handOff.id)], null);
      return desk.forget(handOff, ref);
    },
  };
}

function factOf(turn: string): Commit['fact'] {
  const nothing = { intent: null, replies: [], asks: null, misses: 0, rating: null, milliseconds: 0, wording: {} };
  return { turn, at: AT, channel: 'web', locale: 'it-IT', heard: 'text', outcome: 'person', ...nothing };
}

function peopleOf(server: DeskServer): (name: string) => Promise<Sitting> {
  const sitting = new Map<string, Sitting>();
  return async (name) => {
    const known = sitting.get(name);
    if (known) return known;
    await employ(server, name.toLowerCase());
    const sat = await sitDown(server, name.toLowerCase());
    sitting.set(name, sat);
    return sat;
  };
}

async function perform({ act, ask }: Sitting, { handOff }: Opened, what: Act): Promise<void> {
  const { kind, ...body } = what;
  const path = kind === 'accept' ? 'take' : kind;
  // A click that arrives twice is one click.
  const click = { id: randomUUID(), ...(kind === 'accept' ? { from: null } : body) };
  for (const response of [await act(handOff.id, path, click), await ask(`/hand-offs/${handOff.id}/${path}`, click)])
    if (!response.ok) throw new Error(`${kind} was answered ${response.status}`);
}

/** All texts in it, as a page could show them. */
function textIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textIn).join('\n');
}

deskContract('The embedded desk', openTrial, { notes: true, presence: true, recalls: true, remote: false });
