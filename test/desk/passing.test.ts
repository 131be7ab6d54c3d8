/** Passing on: to a colleague or the team, with a note, by whom it belongs to; and nobody goes home with a shopper in the pocket. */

import type { AtWork, Overview } from '../../lambda/desk/protocol';
import { createSpeaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, employ, type Sitting, serveDesk, sitDown } from './desk-server';

const at = useHouse();
let server: DeskServer;
let [marta, luca, jo]: Sitting[] = [];

beforeEach(async () => {
  server = await serveDesk(at.house);
  await employ(server, 'marta', 'admin');
  await employ(server, 'luca');
  await employ(server, 'jo');
  [marta, luca, jo] = await Promise.all(['marta', 'luca', 'jo'].map((login) => sitDown(server, login)));
});
afterEach(() => server.close());

const has = (sitting: Sitting | undefined): Sitting => {
  if (!sitting) throw new Error('nobody sits there');
  return sitting;
};
const passes = (who: Sitting | undefined, id: string, to: Sitting | null | undefined, note: string | null = null) =>
  has(who).act(id, 'pass', { to: to?.me.id ?? null, note });
const holder = async (id: string) => (await has(marta).detail(id)).handOff.agent?.name ?? null;

test('gives it to a colleague with a note, and the shopper is told the new name', async () => {
  const speaker = createSpeaker(at.house, { shopper: 'ana' });
  const { id } = await askForPerson(at.house, 'ana');
  await has(luca).takes(id);
  expect((await passes(luca, id, jo, 'Knows the courier.')).status).toBe(200);
  const { handOff, notes } = await has(jo).detail(id);
  expect([handOff.agent?.name, handOff.state, notes.map(({ text, by }) => [by, text])]).toEqual([
    ...['Jo', 'accepted'],
    [['Luca', 'Knows the courier.']],
  ]);
  expect((await speaker.opens()).say).toContain('Jo');
  expect((await has(luca).says(id, 'Mine?')).status).toBe(409);
  expect((await has(jo).says(id, 'Hello.')).status).toBe(200);
});

test('belongs to whoever has it: others may not, an admin may, and anybody while nobody has it', async () => {
  const { id } = await askForPerson(at.house, 'ana');
  expect((await passes(luca, id, jo)).status).toBe(200);
  expect((await passes(luca, id, luca, 'never kept')).status).toBe(409);
  expect([await holder(id), (await has(jo).detail(id)).notes]).toEqual(['Jo', []]);
  expect((await passes(marta, id, luca)).status).toBe(200);
  expect(await holder(id)).toBe('Luca');
  expect((await has(luca).act(id, 'pass', { to: 'nobody' })).status).toBe(404);
  await has(luca).act(id, 'close', { done: 'answered' });
  expect((await passes(luca, id, jo)).status).toBe(409);
});

test('is done once however often it arrives, though it has gone further since', async () => {
  const { id } = await askForPerson(at.house, 'ana');
  const click = { id: '3f0c6f3e-52a5-4c3b-8d43-0e6a7b0c1d2e', to: has(jo).me.id };
  const tries = [1, 2].map(() => has(luca).ask(`/hand-offs/${id}/pass`, click));
  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([200, 200]);
  await passes(jo, id, marta);
  expect((await has(luca).ask(`/hand-offs/${id}/pass`, click)).status).toBe(200);
  expect(await holder(id)).toBe('Marta');
});

test('goes back to the team: it waits as before, shoppers hear no name, and the bot stays silent', async () => {
  const { id, texter, packet } = await askForPerson(at.house, 'ana');
  await has(luca).takes(id);
  await passes(luca, id, null);
  expect(await has(jo).queue()).toMatchObject([{ id, agent: null, state: 'pending', waitingSince: packet.createdAt }]);
  const told = [await texter.says('hello?'), await texter.says('anybody?')].map(({ show }) => show);
  expect(told).toEqual([expect.not.stringContaining('Luca'), '']);
  expect((await createSpeaker(at.house, { shopper: 'ana' }).opens()).say).not.toContain('Luca');
  expect((await has(jo).takes(id)).status).toBe(200);
});

test('whoever goes home, or may not come in any more, leaves nothing behind', async () => {
  const ids = [];
  for (const shopper of ['ana', 'bruno', 'chiara']) ids.push((await askForPerson(at.house, shopper)).id);
  for (const id of ids) await has(luca).takes(id);
  await passes(luca, ids[2] ?? '', jo);
  const atWork = (await (await has(jo).ask('/colleagues')).json()) as readonly AtWork[];
  expect(atWork.map(({ name, open, waiting, isThere }) => [name, open, waiting, isThere])).toEqual(
    expect.arrayContaining([
      ['Luca', 2, 2, true],
      ['Jo', 1, 1, true],
      ['Marta', 0, 0, true],
    ]),
  );
  expect(await (await has(luca).ask('/me/home', {})).json()).toEqual({ released: 2 });
  expect(await Promise.all(ids.map(holder))).toEqual([null, null, 'Jo']);
  await has(marta).ask(`/agents/${has(jo).me.id}`, { isDisabled: true });
  expect(await Promise.all(ids.map(holder))).toEqual([null, null, null]);
});

test('tells admins who has how much, who waits longest, and what the day came to', async () => {
  const first = await askForPerson(at.house, 'ana');
  const since = at.house.clock.now();
  await has(luca).takes(first.id);
  at.house.clock.advance(60_000);
  const [second, third] = [await askForPerson(at.house, 'bruno'), await askForPerson(at.house, 'chiara')];
  at.house.clock.advance(120_000);
  await has(jo).takes(third.id);
  await has(jo).act(third.id, 'close', { done: 'refunded' });
  const told = (await (await has(marta).ask(`/overview?since=${since}`)).json()) as Overview;
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
  expect((await has(luca).ask(`/overview?since=${since}`)).status).toBe(403);
  expect((await has(marta).ask('/overview?since=0')).status).toBe(400);
});
