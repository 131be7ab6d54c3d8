/** What a person changes or takes back is not read out as it was; what was read out before is told at the desk. */

import { type DeskServer, deskOf, type Sitting } from '../desk/desk-server';
import { openPage } from '../kit/chat-server';
import { MONDAY } from '../kit/house';
import { keptIn } from '../kit/kept';
import { queued } from '../kit/queued';
import type { Speaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, isOnDisk: true });
let server: DeskServer;
let marta: Sitting;
let speaker: Speaker;
let id: string;

beforeEach(async () => {
  ({ server, marta } = await deskOf(at.house, { marta: 'agent' }));
  speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  const [handOff] = await queued(at.house.store);
  id = handOff?.id ?? '';
  await marta.takes(id);
});
afterEach(() => server.close());

const lines = async () => (await marta.detail(id)).lines;
const personLines = async () => (await lines()).filter(({ by }) => by === 'person');
const change = async (text: string, which = 0) =>
  marta.act(id, 'change-words', { line: (await personLines())[which]?.id, text });
const takeBack = async (which = 0) => marta.act(id, 'take-back', { line: (await personLines())[which]?.id });
const open = () => [...keptIn(at.folder ?? '')].flatMap(([, rows]) => rows).join('\n');
/** Pages of it. */
const LONG = `The gryphon flies ${'over the hills and far away, '.repeat(30)}and lands.`;

test('what was not read yet and is taken back is not even announced', async () => {
  await marta.says(id, 'Your bag comes on Friday.');
  await takeBack();
  const opened = await speaker.opens();
  expect(opened.asks).not.toBe('Person.read');
  expect(opened.say).not.toMatch(/Friday|answered/);
});

test('what was not read yet is read in its new words, as any other', async () => {
  await marta.says(id, 'Your bag comes on Friday.');
  await change('Your bag comes on Monday.');
  expect((await speaker.opens()).asks).toBe('Person.read');
  const read = await speaker.yes();
  expect([read.replies[0], read.say]).toEqual(['Person.wrote', expect.stringContaining('Monday')]);
});

test('between the question and the yes it can still be taken back', async () => {
  await marta.says(id, 'Your bag comes on Friday.');
  await speaker.opens();
  await takeBack();
  expect((await speaker.yes()).replies).toEqual(['Person.nothingLeft']);
});

test('in the middle of a reading the rest of it is not read; another message is', async () => {
  await marta.says(id, LONG);
  await marta.says(id, 'The wyvern stays.');
  await speaker.opens();
  const first = await speaker.yes();
  expect([first.asks, first.say]).toEqual(['Person.onward', expect.stringContaining('gryphon')]);
  await takeBack();
  const next = await speaker.yes();
  expect(next.say).toContain('wyvern');
  expect(next.say).not.toContain('hills');
});

test('what was read out is told at the desk, is not repeated, and lies open nowhere', async () => {
  await marta.says(id, 'The gryphon flies on Friday.');
  await speaker.opens();
  expect((await speaker.yes()).say).toContain('gryphon');
  expect((await personLines())[0]).toMatchObject({ own: { wasRead: true } });
  await takeBack();
  expect((await speaker.hears('Repeat')).say).not.toContain('gryphon');
  const spoken = (await lines()).filter(({ by, changed }) => by === 'bot' && changed !== null);
  expect(spoken).toMatchObject([{ changed: 'deleted', isEvent: false, text: expect.stringContaining('gryphon') }]);
  expect(open()).not.toContain('gryphon');
});

test('who has heard it as it was hears that it was changed, and how', async () => {
  await marta.says(id, 'The gryphon flies on Friday.');
  await speaker.opens();
  await speaker.yes();
  await change('The wyvern flies on Monday.');
  expect((await speaker.opens()).asks).toBe('Person.read');
  const read = await speaker.yes();
  expect([read.replies[0], read.say]).toEqual(['Person.wroteAnew', expect.stringContaining('wyvern')]);
  expect(open()).not.toContain('gryphon');
});

test('a code that waits to be spelt is not spelt once its message is taken back', async () => {
  await marta.says(id, 'Your coupon is SORRY10X.');
  await marta.act(id, 'return');
  await speaker.opens();
  const read = await speaker.yes();
  expect(read.asks).toBe('Person.spell');
  await marta.says(id, 'Wait.');
  await takeBack();
  const next = await speaker.yes();
  expect(next.say).not.toMatch(/S, O, R/);
  expect(next.replies).toEqual(['Person.nothingLeft']);
});

test('a chat that shows what was read out is told both anew, wherever it is cut off between them', async () => {
  const page = await openPage(server, { shopper: 'demo-ana' });
  await marta.says(id, 'The gryphon flies on Friday.');
  await speaker.opens();
  await speaker.yes();
  const before = await page.lines();
  expect(before.filter(({ text }) => text.includes('gryphon'))).toHaveLength(2);
  await takeBack();
  const told = await page.lines(before.at(-1)?.id);
  expect(told).toMatchObject([
    { by: 'person', text: 'taken-back', show: { changed: 'deleted' } },
    { by: 'bot', text: 'taken-back', show: { changed: 'deleted' } },
  ]);
  expect(await page.lines(told[0]?.id)).toEqual(expect.arrayContaining([...told]));
  expect(JSON.stringify(await page.lines())).not.toContain('gryphon');
});
