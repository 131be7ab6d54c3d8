/** What a shopper takes back or corrects of her own in the chat goes where a person has it, and where the bot has gone by it she is told so. */

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportOf, subjectOf } from '../../lambda/services/privacy/erasure';
import { type DeskServer, deskOf, type Sitting } from '../desk/desk-server';
import { openPage, type TestPage } from '../kit/chat-server';
import { JPEG } from '../kit/files';
import { MONDAY } from '../kit/house';
import { keptIn } from '../kit/kept';
import { queued } from '../kit/queued';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const at = useHouse({ at: MONDAY, isOnDisk: true });
let server: DeskServer;
let marta: Sitting;
let page: TestPage;
let id: string;

const MINUTE = 60_000;

beforeEach(async () => {
  ({ server, marta } = await deskOf(at.house, { marta: 'agent', luca: 'agent' }));
  page = await openPage(server);
  await page.says('I want to talk to a person');
  id = (await queued(at.house.store))[0]?.id ?? '';
});
afterEach(() => server.close());

const says = async (text: string) => {
  const own = randomUUID();
  expect(await page.says(text, own)).toBe(202);
  return own;
};
const changes = async (own: string, text?: string, by = page) =>
  (await by.post({ id: randomUUID(), changes: own, ...(text === undefined ? {} : { text }) })).status;
const lineAt = async (place: number) => (await marta.detail(id)).lines.filter(({ by }) => by === 'shopper').at(place);
const last = async () => (await page.lines()).at(-1);
const open = () => [...keptIn(at.folder ?? '')].flatMap(([, rows]) => rows).join('\n');
const bytes = () => readdirSync(at.folder ?? '').map((file) => readFileSync(join(at.folder ?? '', file)));
const finds = async (words: string) =>
  (
    (await (await marta.ask(`/queue/search?words=${words}&state=all`)).json()) as { entries: { id: string }[] }
  ).entries.map((entry) => entry.id);

describe('what went to a person', () => {
  test('is taken back: the desk tells who did it, and the words are nowhere any more', async () => {
    await marta.takes(id);
    const own = await says('reorder the gryphon coffee for me');
    await settle(at.house);
    expect(await finds('gryphon')).toEqual([id]);
    expect(await changes(own)).toBe(202);
    expect(await lineAt(-1)).toMatchObject({
      ...{ text: 'taken-back', isEvent: true, changed: 'deleted', by: 'shopper' },
      earlier: [{ by: null, text: null, at: MONDAY }],
    });
    expect((await marta.queue())[0]?.last).toMatchObject({ by: 'shopper', isEvent: true, text: 'taken-back' });
    expect(await last()).toMatchObject({ by: 'shopper', own: true, text: 'taken-back', show: { changed: 'deleted' } });
    await settle(at.house);
    expect(open()).not.toContain('gryphon');
    expect(open()).not.toContain(Buffer.from('gryphon').toString('hex'));
    expect(bytes().some((file) => file.includes('gryphon'))).toBe(false);
    expect(await finds('gryphon')).toEqual([]);
    const { conversationId = '' } = (await at.house.store.handOffs.get(id)) ?? {};
    const kept = await at.house.store.conversations.since(conversationId, null, 50);
    expect(JSON.stringify(kept)).not.toContain('gryphon');
    const whose = subjectOf(conversationId);
    if (!whose) throw new Error('somebody wrote it');
    expect(JSON.stringify(await exportOf(whose, at.house))).not.toContain('gryphon');
  });

  test('is corrected in its place while nobody has answered it, and found by its new words', async () => {
    const own = await says('my number is 20 gryphons');
    expect(await changes(own, 'my number is 20 wyverns')).toBe(202);
    expect(await lineAt(-1)).toMatchObject({ text: 'my number is 20 wyverns', changed: 'edited', isEvent: false });
    expect(open()).not.toContain('gryphon');
    expect(await finds('wyverns')).toEqual([id]);
    expect(await changes(own, 'my number is 20 dragons')).toBe(202);
    const told = await page.lines();
    expect(told.filter(({ by }) => by === 'shopper').at(-1)).toMatchObject({ text: 'my number is 20 dragons' });
    expect(JSON.stringify(told)).not.toMatch(/gryphon|wyvern/);
  });

  test('is told anew, in its old place, to a page that is there', async () => {
    const own = await says('three bags are torn');
    const before = await page.lines();
    await changes(own, 'two bags are torn');
    expect(await page.lines(before.at(-1)?.id)).toMatchObject([{ by: 'shopper', text: 'two bags are torn' }]);
  });

  test('stands as it is once it was answered, and may still be taken back', async () => {
    await marta.takes(id);
    const own = await says('cancel it');
    await marta.says(id, 'It is cancelled.');
    expect(await changes(own, 'do not cancel it')).toBe(202);
    expect((await page.lines()).slice(-1)).toMatchObject([{ by: 'bot' }]);
    expect(await lineAt(-1)).toMatchObject({ text: 'cancel it', changed: null });
    await changes(own);
    expect(await lineAt(-1)).toMatchObject({ changed: 'deleted' });
  });

  test('stays after a quarter of an hour, and that is said', async () => {
    const own = await says('the bags are torn');
    at.house.clock.advance(16 * MINUTE);
    await changes(own);
    expect(await lineAt(-1)).toMatchObject({ text: 'the bags are torn', changed: null });
    expect(await last()).toMatchObject({ by: 'bot', text: expect.stringContaining('too long ago') });
  });

  test('is taken back after the person is done, too', async () => {
    await marta.takes(id);
    const own = await says('my gryphon is ill');
    await marta.act(id, 'close', { done: 'answered' });
    await changes(own);
    expect(open()).not.toContain('gryphon');
    expect((await queued(at.house.store))[0]).toMatchObject({ state: 'completed' });
  });

  test('goes with the photo that was sent, for good', async () => {
    const own = randomUUID();
    const sent = await fetch(`${server.url}/chat/files?id=${own}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${page.visitor}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(JPEG),
    });
    expect(sent.status).toBe(202);
    const file = (await lineAt(-1))?.attached?.id ?? '';
    expect(await at.house.store.files.get(file)).not.toBeNull();
    await changes(own);
    expect(await at.house.store.files.get(file)).toBeNull();
    expect(await lineAt(-1)).toMatchObject({ attached: null, changed: 'deleted' });
  });

  test('goes once, however often it is asked for', async () => {
    const own = await says('three bags are torn');
    const click = { id: randomUUID(), changes: own };
    await Promise.all([page.post(click), page.post(click), page.post({ ...click, id: randomUUID() })]);
    await changes(own);
    const told = await page.lines();
    expect(told.filter(({ by }) => by === 'shopper')).toHaveLength(2);
    expect((await lineAt(-1))?.earlier).toHaveLength(1);
  });

  test('is nobody else’s to change', async () => {
    const own = await says('three bags are torn');
    const stranger = await openPage(server);
    await changes(own, undefined, stranger);
    expect(await lineAt(-1)).toMatchObject({ text: 'three bags are torn', changed: null });
  });
});

describe('what the bot has gone by', () => {
  test.each([
    ['en-GB', 'where is my order', 'delete my data'],
    ['it-IT', 'dov’è il mio ordine', 'cancella i miei dati'],
    ['de-DE', 'wo ist meine Bestellung', 'lösch meine Daten'],
    ['cs-CZ', 'kde je moje objednávka', 'smažte moje údaje'],
    ['pl-PL', 'gdzie jest moje zamówienie', 'usuń moje dane'],
  ])('cannot be unsaid, and %s is told how to have it erased', async (locale, asked, wish) => {
    page = await openPage(server, { locale });
    const own = await says(asked);
    await changes(own);
    const lines = await page.lines();
    expect(lines.find(({ text }) => text === asked)).toBeDefined();
    expect(lines.at(-1)).toMatchObject({ by: 'bot', text: expect.stringContaining(wish) });
    await says(wish);
    expect((await last())?.show?.question).toMatchObject({ id: 'MyData.forget' });
  });

  test('acts on no new words, and what was asked stays asked', async () => {
    page = await openPage(server, { shopper: 'demo-ana' });
    const own = await says('reorder my coffee');
    await changes(own, 'yes');
    expect(at.house.orders()).toBe(0);
    await says('yes');
    expect(at.house.orders()).toBe(1);
  });
});

test.each([
  ['with words for a button', { option: 'yes' }],
  ['with a link', { join: 'A'.repeat(22) }],
  ['of no message', { changes: 'nonsense' }],
])('a change %s is refused', async (_how, wrong) => {
  expect((await page.post({ id: randomUUID(), changes: randomUUID(), ...wrong })).status).toBe(400);
});
