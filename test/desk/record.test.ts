/** The record of the desk: each look and each change has its line, with who and when, and without a word of it. */

import { settles } from '../kit/settles';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOf, type Sitting } from './desk-server';

const at = useHouse();
let server: DeskServer;
let marta: Sitting;
let luca: Sitting;
let ada: Sitting;

beforeEach(async () => {
  ({ server, marta, luca, ada } = await deskOf(at.house, { marta: 'agent', luca: 'agent', ada: 'admin' }));
});
afterEach(() => server.close());

const kept = async () =>
  (await at.house.store.deskRecords.page({ at: 0, id: '' }, 100)).map(
    ({ login, deed, what, reference }) => [login, deed, what, reference] as const,
  );
const without = (all: readonly (readonly unknown[])[]) => all.filter(([, deed]) => deed !== 'signed-in');

test('has a line for each look and each deed; a look that is repeated by the page is one', async () => {
  const { id, packet } = await askForPerson(at.house);
  const { reference } = packet;
  await marta.detail(id);
  await marta.detail(id);
  for (const step of [
    () => marta.ask(`/hand-offs/${id}/orders`),
    () => marta.takes(id),
    () => marta.says(id, 'Your card ends in four two.'),
    () => marta.act(id, 'note', { text: 'She was upset.' }),
    () => marta.ask('/queue/search?words=Ana&state=all'),
    () => marta.act(id, 'close', { done: 'answered' }),
  ]) {
    at.house.clock.advance(1_000);
    await step();
  }
  expect((await kept()).filter(([, deed]) => deed === 'signed-in').map(([login]) => login)).toEqual(
    expect.arrayContaining(['marta', 'luca', 'ada']),
  );
  expect(without(await kept())).toEqual([
    ['marta', 'saw', null, reference],
    ['marta', 'saw-orders', null, reference],
    ['marta', 'took', null, reference],
    ['marta', 'said', null, reference],
    ['marta', 'noted', null, reference],
    ['marta', 'searched', null, null],
    ['marta', 'closed', 'answered', reference],
  ]);
  at.house.clock.advance(10 * 60_000);
  await marta.detail(id);
  expect(without(await kept())).toHaveLength(8);
});

test('says of what was refused that it was, and writes down no words that were posted', async () => {
  const { id } = await askForPerson(at.house);
  await marta.takes(id);
  at.house.clock.advance(1_000);
  const refused = await luca.act(id, 'close', { done: 'what they said, in words' });
  expect(refused.status).toBe(400);
  const lines = async () => without(await kept()).filter(([login]) => login === 'luca');
  await settles(async () => (await lines()).map(([, , what]) => what), [null, 'refused']);
});

test('names whose access was changed, and is read by admins only, as a file', async () => {
  const password = await ada.ask(`/agents/${luca.me.id}/password`, {});
  expect(password.status).toBe(200);
  expect(without(await kept())).toEqual([['ada', 'reset-password', luca.me.id, null]]);
  expect((await marta.ask('/record.csv')).status).toBe(403);
  at.house.clock.advance(1_000);
  const file = await ada.ask('/record.csv?days=2');
  expect(file.headers.get('content-type')).toContain('text/csv');
  const [head, ...lines] = (await file.text()).trimEnd().split('\r\n');
  expect(head).toBe('when,agent,login,deed,hand-off,reference,what');
  expect(lines.map((line) => line.split(',')[3])).toEqual([
    ...['signed-in', 'signed-in', 'signed-in'],
    ...['reset-password', 'saw-record'],
  ]);
  expect((await ada.ask('/record.csv?days=none')).status).toBe(400);
});
