/** Two people at one hand-off know of each other before they answer, and a moment after one has left. */

import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, employ, type Sitting, serveDesk, sitDown } from './desk-server';

const at = useHouse();
let server: DeskServer;

beforeEach(async () => {
  server = await serveDesk(at.house);
});
afterEach(() => server.close());

test('knows who looks and who writes, until they leave or nothing is heard of them', async () => {
  await employ(server, 'marta');
  await employ(server, 'luca');
  const [marta, luca] = [await sitDown(server, 'marta'), await sitDown(server, 'luca')];
  const { id } = await askForPerson(at.house);
  const does = async (who: Sitting, doing: string, where = id) =>
    ((await (await who.act(where, 'here', { doing })).json()) as { others: object }).others;
  expect(await does(marta, 'looks')).toEqual([]);
  expect(await does(luca, 'writes')).toEqual([{ name: 'Marta', isWriting: false }]);
  expect(await does(marta, 'looks')).toEqual([{ name: 'Luca', isWriting: true }]);
  at.house.clock.advance(9_000);
  await does(luca, 'looks');
  expect(await does(marta, 'looks')).toEqual([{ name: 'Luca', isWriting: false }]);
  await does(luca, 'gone');
  expect(await does(marta, 'looks')).toEqual([]);
  await does(luca, 'looks');
  at.house.clock.advance(16_000);
  expect(await does(marta, 'looks')).toEqual([]);
  expect(await does(marta, 'looks', 'nowhere')).toEqual([]);
  expect((await marta.act(id, 'here', { doing: 'naps' })).status).toBe(400);
});
