/** Passing on: to a colleague or the team, with a note, by whom it belongs to; and nobody goes home with a shopper in the pocket. */

import type { AtWork, Overview } from '../../lambda/desk/protocol';
import { createSpeaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOf, type Sitting } from './desk-server';

const at = useHouse();
let server: DeskServer;
let marta: Sitting;
let luca: Sitting;
let jo: Sitting;

beforeEach(async () => {
  ({ server, marta, luca, jo } = await deskOf(at.house, { marta: 'admin', luca: 'agent', jo: 'agent' }));
});
afterEach(() => server.close());

const passes = (who: Sitting, id: string, to: Sitting | null, note: string | null = null) =>
  who.act(id, 'pass', { to: to?.me.id ?? null, note });
const holder = async (id: string) => (await marta.detail(id)).handOff.agent?.name ?? null;

test('gives it to a colleague with a note, and the shopper is told the new name', async () => {
  const speaker = createSpeaker(at.house, { shopper: 'ana' });
  const { id } = await askForPerson(at.house, 'ana');
  await luca.takes(id);
  expect((await passes(luca, id, jo, 'Knows the courier.')).status).toBe(200);
  const { handOff, notes } = await jo.detail(id);
  expect([handOff.agent?.name, handOff.state, notes.map(({ text, by }) => [by, text])]).toEqual([
    ...['Jo', 'accepted'],
    [['Luca', 'Knows the courier.']],
  ]);
  expect((await speaker.opens()).say).toContain('Jo');
  expect((await luca.says(id, 'Mine?')).status).toBe(409);
  expect((await jo.says(id, 'Hello.')).status).toBe(200);
});

test('belongs to whoever has it: others may not, an admin may, and anybody while nobody has it', async () => {
  const { id } = await askForPerson(at.house, 'ana');
  expect((await passes(luca, id, jo)).status).toBe(200);
  expect((await passes(luca, id, luca, 'never kept')).status).toBe(409);
  expect([await holder(id), (await jo.detail(id)).notes]).toEqual(['Jo', []]);
  expect((await passes(marta, id, luca)).status).toBe(200);
  expect(await holder(id)).toBe('Luca');
  expect((await luca.act(id, 'pass', { to: 'nobody' })).status).toBe(404);
  await luca.act(id, 'close', { done: 'answered' });
  expect((await passes(luca, id, jo)).status).toBe(409);
});

test('is done once however often it arrives, though it has gone further since', async () => {
  const { id } = await askForPerson(at.house, 'ana');
  const click = { id: '3f0c6f3e-52a5-4c3b-8d43-0e6a7b0c1d2e', to: jo.me.id };
  const tries = [1, 2].map(() => luca.ask(`/hand-offs/${id}/pass`, click));
  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([200, 200]);
  await passes(jo, id, marta);
  expect((await luca.ask(`/hand-offs/${id}/pass`, click)).status).toBe(200);
  expect(await holder(id)).toBe('Marta');
});

test('goes back to the team: it waits as before, shoppers hear no name, and the bot stays silent', async () => {
  const { id, texter, packet } = await askForPerson(at.house, 'ana');
  await luca.takes(id);
  await passes(luca, id, null);
  expect(await jo.queue()).toMatchObject([{ id, agent: null, state: 'pending', waitingSince: packet.createdAt }]);
  const told = [await texter.says('hello?'), await texter.says('anybody?')].map(({ show }) => show);
  expect(told).toEqual([expect.not.stringContaining('Luca'), '']);
  expect((await createSpeaker(at.house, { shopper: 'ana' }).opens()).say).not.toContain('Luca');
  expect((await jo.takes(id)).status).toBe(200);
});

test('whoever goes home, or may not come in any more, leaves nothing behind', async () => {
  const ids = [];
  for (const shopper of ['ana', 'bruno', 'chiara']) ids.push((await askForPerson(at.house, shopper)).id);
  for (const id of ids) await luca.takes(id);
  await passes(luca, ids[2] ?? '', jo);
  const atWork = (await (await jo.ask('/colleagues')).json()) as readonly AtWork[];
  expect(atWork.map(({ name, open, waiting, isThere }) => [name, open, waiting, isThere])).toEqual(
    expect.arrayContaining([
      ['Luca', 2, 2, true],
      ['Jo', 1, 1, true],
      ['Marta', 0, 0, true],
    ]),
  );
  expect(await (await luca.ask('/me/home', {})).json()).toEqual({ released: 2 });
  expect(await Promise.all(ids.map(holder))).toEqual([null, null, 'Jo']);
  await marta.ask(`/agents/${jo.me.id}`, { isDisabled: true });
  expect(await Promise.all(ids.map(holder))).toEqual([null, null, null]);
});

test('tells admins who has how much, who waits longest, and what the day came to', async () => {
  const first = await askForPerson(at.house, 'ana');
  const since = at.house.clock.now();
  await luca.takes(first.id);
  at.house.clock.advance(60_000);
  const [second, third] = [await askForPerson(at.house, 'bruno'), await askForPerson(at.house, 'chiara')];
  at.house.clock.advance(120_000);
  await jo.takes(third.id);
  await jo.act(third.id, 'close', { done: 'refunded' });
  const told = (await (await marta.ask(`/overview?since=${since}`)).json()) as Overview;
  expect(told).toMatchObject({
    free: 1,
    since: second.packet.createdAt,
    figures: {
      came: 3,
      taken: 2,
      waitedMs: 120_000,
      rated: { count: 0, mean: null },
      ended: [{ done: 'refunded', count: 1 }],
    },
  });
  expect(told.people.find(({ name }) => name === 'Luca')).toMatchObject({ open: 1, waiting: 1 });
  expect((await luca.ask(`/overview?since=${since}`)).status).toBe(403);
  expect((await marta.ask('/overview?since=0')).status).toBe(400);
});
