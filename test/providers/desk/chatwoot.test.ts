/** Chatwoot keeps the contract of desks, and says nothing to Chatwoot that its description does not know. */

import { deskContract } from '../../contracts/desk';
import type { Act, DeskTrial } from '../../contracts/desk-trial';
import { vendorSpec } from '../../contracts/vendor-specs';
import { type Bench, openBench } from '../../fixtures/chatwoot-desk';
import type { FakeConversation } from '../../fixtures/chatwoot-world';

const spec = vendorSpec('chatwoot');
const problems: string[] = [];
let judged = 0;

async function openTrial(): Promise<DeskTrial> {
  const bench = await openBench();
  const { server, desk, book, clock } = bench;
  server.person('Luca');
  return {
    desk: {
      ...desk,
      open: bench.open,
      // The house has it down as over before it tells the desk.
      end: (handOff, ref) => {
        book.set(handOff.id, { state: 'completed' });
        return desk.end(handOff, ref);
      },
    },
    sees: async ({ handOff }) => {
      const found = server.world.conversations.find(({ attributes }) => attributes.earshot_hand_off === handOff.id);
      return found ? seen(found) : null;
    },
    photos: (opened) =>
      bench
        .there(opened)
        .messages.flatMap(({ content, files }) => files.map(({ bytes }) => ({ text: content ?? '', bytes }))),
    shuts: (bytes) => {
      server.world.largest = bytes - 1;
    },
    async act(opened, name, act) {
      perform(server.person(name), bench.there(opened), act);
      await server.told();
    },
    arrived: async () => bench.inbox.take(),
    async turns(state) {
      clock.at += 60_000;
      if (state === 'down' || state === 'up') server.state.down = state === 'down';
      else turn(bench, state);
    },
    async close() {
      judge(bench);
      await bench.close();
    },
  };
}

function perform(person: ReturnType<Bench['server']['person']>, found: FakeConversation, act: Act): void {
  if (act.kind === 'accept') person.accept(found);
  if (act.kind === 'say') person.say(found, act.text);
  if (act.kind === 'note') person.note(found, act.text);
  if (act.kind === 'return') person.set(found, 'pending');
  if (act.kind === 'close') {
    person.label(found, act.done);
    person.set(found, 'resolved');
  }
}

/** As agents see it: the note as Chatwoot draws it, under the contact's name. */
function seen(found: FakeConversation) {
  const notes = found.messages.filter((one) => one.private && one.sender?.type === 'agent_bot');
  const drawn = notes.map(({ content }) => content?.replace(/\\([\\`*_[\]<>])/g, '$1'));
  return {
    packets: notes.length,
    packet: [found.contact.name, ...drawn].join('\n'),
    messages: found.messages.flatMap(({ type, content }) => (type === 0 ? [content ?? ''] : [])),
    ended: found.status === 'resolved',
  };
}

function turn({ server }: Bench, state: 'open' | 'nobody' | 'closed'): void {
  const closed = Array.from({ length: 7 }, (_, day) => ({ day_of_week: day, closed_all_day: true }));
  server.world.hours = { ...server.world.hours, working_hours_enabled: state === 'closed', working_hours: closed };
  server.person('Luca').me.status = state === 'open' ? 'online' : 'offline';
}

function judge({ server }: Bench): void {
  for (const { method, path, query, body } of server.requests) {
    judged += 1;
    const sent = method === 'POST' ? body : undefined;
    const found = spec?.problems({ method, path, body: sent, query: Object.fromEntries(query) }) ?? [];
    problems.push(...found.map((problem) => `${method} ${path}: ${problem}`));
  }
}

deskContract('Chatwoot', openTrial, { notes: true, presence: true, recalls: true, remote: true });

(spec ? test : test.skip)('asks nothing of Chatwoot that its own description does not know', () => {
  expect(judged).toBeGreaterThan(100);
  expect(problems).toEqual([]);
});
