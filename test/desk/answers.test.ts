/** What the shop has written, at the desk: in the shopper's language, as it is told on this day. */

import type { WrittenAnswer } from '../../lambda/desk/protocol';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOfMarta, knock, type Sitting } from './desk-server';

const today = { at: Date.parse('2026-12-10T10:00:00Z') };
const at = useHouse({ calendar: () => today.at });
let server: DeskServer;
let marta: Sitting;

beforeEach(async () => {
  ({ server, marta } = await deskOfMarta(at.house));
});
afterEach(() => server.close());

async function answersFor(id: string): Promise<readonly WrittenAnswer[]> {
  return (await (await marta.ask(`/hand-offs/${id}/answers`)).json()) as readonly WrittenAnswer[];
}

test('is listed as the bot tells it, to those who are signed in', async () => {
  const { show } = await at.texter({ shopper: null }).says('do you wrap presents');
  const { id } = await askForPerson(at.house);
  const found = await answersFor(id);
  expect(found.length).toBeGreaterThan(15);
  const gifts = found.find(({ topic }) => topic === 'gifts');
  expect(gifts?.text.length).toBeGreaterThan(20);
  expect(show).toContain(gifts?.text.replace(/\s+/g, ' '));
  expect(JSON.stringify(found)).not.toContain('{{');
  const asked = [knock(server, `/hand-offs/${id}/answers`), marta.ask('/hand-offs/none/answers')];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([401, 404]);
});

test('follows the language of the hand-off, and the day of the shop', async () => {
  await at.texter({ locale: 'it-IT' }).says('voglio parlare con una persona');
  const [handOff] = await at.house.store.handOffs.list(1);
  const titles = async () => (await answersFor(handOff?.id ?? '')).map(({ title }) => title);
  expect(await titles()).toEqual(expect.arrayContaining(['Confezioni regalo', 'Consegna prima di Natale']));
  today.at = Date.parse('2027-02-01T10:00:00Z');
  const later = await titles();
  expect(later).toContain('Confezioni regalo');
  expect(later).not.toContain('Consegna prima di Natale');
});

test('begins with what the team writes often, filled for this shopper; what nobody knows is left to be seen', async () => {
  const { id, packet } = await askForPerson(at.house);
  const [hello, , goodbye] = await answersFor(id);
  expect(hello?.text).toMatch(/^Hello Ana, Marta from Willow Market here/);
  expect(goodbye?.text.replace('-', '')).toContain(packet.reference);
  const guest = await askForPerson(at.house, null);
  expect((await answersFor(guest.id))[0]?.text).toMatch(/^Hello \{\{name\}\}, Marta/);
  await at.texter({ shopper: 'bruno', locale: 'it-IT' }).says('voglio parlare con una persona');
  const [italian] = await at.house.store.handOffs.list(1);
  expect((await answersFor(italian?.id ?? ''))[0]?.text).toMatch(/^Ciao Bruno, sono Marta/);
});
