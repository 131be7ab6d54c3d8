/** What only admins do at the desk: colleagues come and go, and deliveries in trouble are seen and sent again. */

import type { Colleague, Trouble } from '../../lambda/desk/protocol';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOf, type Sitting, signIn } from './desk-server';

const at = useHouse();
let server: DeskServer;
let ada: Sitting;
let marta: Sitting;

beforeEach(async () => {
  ({ server, ada, marta } = await deskOf(at.house, { ada: 'admin', marta: 'agent' }));
});
afterEach(() => server.close());

const statusOf = async (asked: Promise<Response>) => (await asked).status;

test('is not for agents', async () => {
  const wish = { login: 'eve', name: 'Eve', role: 'admin' };
  expect(await statusOf(marta.ask('/agents'))).toBe(403);
  expect(await statusOf(marta.ask('/deliveries'))).toBe(403);
  expect(await statusOf(marta.ask('/agents', wish))).toBe(403);
  expect(await statusOf(marta.ask(`/agents/${marta.me.id}`, { role: 'admin' }))).toBe(403);
  expect(await statusOf(marta.ask(`/agents/${ada.me.id}/password`, {}))).toBe(403);
  expect(await statusOf(marta.ask('/deliveries/again', { delivery: 'x' }))).toBe(403);
  expect((await at.house.store.agents.list()).map(({ login, role }) => [login, role])).toEqual([
    ['ada', 'admin'],
    ['marta', 'agent'],
  ]);
});

test('adds somebody, whose password is shown once', async () => {
  const added = await ada.ask('/agents', { login: ' Eve@shop ', name: 'Eve', role: 'agent' });
  const { agent, password } = (await added.json()) as { agent: Colleague; password: string };
  expect([added.status, agent]).toMatchObject([201, { login: 'eve@shop', name: 'Eve', role: 'agent' }]);
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect(await statusOf(signIn(server, 'eve@shop', password))).toBe(201);
  expect(await (await ada.ask('/agents')).text()).not.toMatch(new RegExp(`${password}|scrypt`));
});

test.each([
  ['a login that is taken', { login: 'marta', name: 'Marta', role: 'agent' }, 409],
  ['a login with spaces', { login: 'mar ta', name: 'Marta', role: 'agent' }, 400],
  ['no name', { login: 'eve', name: ' ', role: 'agent' }, 400],
  ['a name without end', { login: 'eve', name: 'x'.repeat(61), role: 'agent' }, 400],
  ['a role nobody has', { login: 'eve', name: 'Eve', role: 'owner' }, 400],
])('refuses %s', async (_what, wish, status) => {
  expect(await statusOf(ada.ask('/agents', wish))).toBe(status);
  expect(await at.house.store.agents.list()).toHaveLength(2);
});

test('shuts somebody out at once, and lets them in again', async () => {
  expect(await statusOf(ada.ask(`/agents/${marta.me.id}`, { isDisabled: true }))).toBe(200);
  expect(await statusOf(marta.ask('/me'))).toBe(401);
  expect(await statusOf(signIn(server, 'marta'))).toBe(401);
  await ada.ask(`/agents/${marta.me.id}`, { isDisabled: false });
  expect(await statusOf(signIn(server, 'marta'))).toBe(201);
});

test('gives a new password, and every session of the old one ends', async () => {
  const { password } = (await (await ada.ask(`/agents/${marta.me.id}/password`, {})).json()) as { password: string };
  expect(await statusOf(marta.ask('/me'))).toBe(401);
  expect(await statusOf(signIn(server, 'marta'))).toBe(401);
  expect(await statusOf(signIn(server, 'marta', password))).toBe(201);
});

test('never shuts the last door behind oneself', async () => {
  for (const change of [{ isDisabled: true }, { role: 'agent' }]) {
    const refused = await ada.ask(`/agents/${ada.me.id}`, change);
    expect([refused.status, await refused.json()]).toEqual([409, { error: 'yourself' }]);
  }
  expect(await statusOf(ada.ask(`/agents/${ada.me.id}`, { name: 'Ada L.' }))).toBe(200);
  expect(await statusOf(ada.ask('/agents/nobody', { name: 'x' }))).toBe(404);
});

describe('a reply that was not delivered', () => {
  const failing = async () => {
    const { id, packet } = await askForPerson(at.house);
    const { store, clock } = at.house;
    const handOff = await store.handOffs.get(id);
    if (!handOff) throw new Error('there is no such hand-off');
    const address = 'ana@shop.example';
    const met = { id: 'mail-of-ana', channel: 'email', address, locale: 'en-GB', heardAt: clock.now() } as const;
    await store.contacts.meet(met);
    await store.contacts.join('mail-of-ana', handOff.conversationId);
    await marta.takes(id);
    await marta.says(id, 'A new bag is on its way.');
    // No channel is configured in this house: mail is given up.
    await at.house.outgoing.round();
    at.house.errors.splice(0);
    return { id, packet };
  };

  test('is shown where it was said, and sent again by whoever sees it', async () => {
    const { id } = await failing();
    const sentIn = async () => (await marta.detail(id)).lines.find(({ by }) => by === 'person')?.sent;
    const sent = await sentIn();
    expect(sent).toMatchObject({ fate: 'failed', to: 'email', delivery: expect.any(String) });
    expect(await statusOf(marta.act(id, 'again', { delivery: sent?.delivery ?? '' }))).toBe(200);
    expect(await sentIn()).toMatchObject({ fate: 'sending', to: 'email' });
    expect(await statusOf(marta.act(id, 'again', { delivery: sent?.delivery ?? '' }))).toBe(404);
  });

  test('is not sent again from the hand-off of somebody else', async () => {
    const { id } = await failing();
    const other = await askForPerson(at.house, 'bruno');
    const sent = (await marta.detail(id)).lines.find(({ by }) => by === 'person')?.sent;
    expect(await statusOf(marta.act(other.id, 'again', { delivery: sent?.delivery ?? '' }))).toBe(404);
  });

  test('is seen by admins among all, without the conversation it belongs to', async () => {
    const { packet } = await failing();
    const read = async () => (await (await ada.ask('/deliveries')).json()) as readonly Trouble[];
    const [trouble, ...more] = await read();
    expect(more).toEqual([]);
    expect(trouble).toMatchObject({
      destination: 'email',
      kind: 'message',
      state: 'dead',
      reference: packet.reference,
    });
    expect(JSON.stringify(trouble)).not.toMatch(/conversationId|shop\.example/);
    expect(await statusOf(ada.ask('/deliveries/again', { delivery: trouble?.id }))).toBe(200);
    expect(await read()).toEqual([]);
  });
});
