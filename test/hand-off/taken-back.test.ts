/** What a person changes or takes back of what they wrote is so for whoever reads it, and what it was lies sealed. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskLine } from '../../lambda/desk/protocol-lines';
import { tidy } from '../../lambda/house/chores';
import { readShopFile } from '../../lambda/house/shop-file';
import { erase, exportOf } from '../../lambda/services/privacy/erasure';
import { type DeskServer, deskOf, type Sitting } from '../desk/desk-server';
import { openPage } from '../kit/chat-server';
import { PNG } from '../kit/files';
import { MONDAY } from '../kit/house';
import { keptIn } from '../kit/kept';
import { queued } from '../kit/queued';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, isOnDisk: true });
let server: DeskServer;
let marta: Sitting;
let luca: Sitting;

beforeEach(async () => {
  ({ server, marta, luca } = await deskOf(at.house, { marta: 'agent', luca: 'agent' }));
});
afterEach(() => server.close());

const FRIDAY = 'Your bag comes on Friday, said the gryphon.';
const MONDAYS = 'Your bag comes on Monday, said the wyvern.';

/** A shopper whom Marta has written this to; answers the hand-off's id. */
async function written(text = FRIDAY) {
  const page = await openPage(server);
  await page.says('I want to talk to a person');
  const [handOff] = await queued(at.house.store);
  const id = handOff?.id ?? '';
  await marta.takes(id);
  await marta.says(id, text);
  return { id, page, line: await lineOf(id), conversationId: handOff?.conversationId ?? '' };
}
const personLines = async (id: string, by = marta): Promise<readonly DeskLine[]> =>
  (await by.detail(id)).lines.filter((line) => line.by === 'person');
const lineOf = async (id: string) => (await personLines(id)).at(-1)?.id ?? '';
const change = (id: string, line: string, text: string, by = marta) => by.act(id, 'change-words', { line, text });
const takeBack = (id: string, line: string, by = marta) => by.act(id, 'take-back', { line });
const answered = async (response: Response) => [response.status, ((await response.json()) as { error?: string }).error];
const open = () => [...keptIn(at.folder ?? '')].flatMap(([, rows]) => rows).join('\n');

describe('at the desk', () => {
  test('whoever changes what they wrote sees the new words, and the earlier ones beside them', async () => {
    const { id, line } = await written();
    expect((await change(id, line, MONDAYS)).status).toBe(200);
    expect((await change(id, line, 'Your bag comes tomorrow.')).status).toBe(200);
    expect(await personLines(id)).toMatchObject([
      {
        ...{ id: line, text: 'Your bag comes tomorrow.', changed: 'edited', sent: { fate: 'kept' } },
        earlier: [
          { by: 'Marta', text: FRIDAY, at: MONDAY },
          { by: 'Marta', text: MONDAYS },
        ],
        own: { stays: false, wasRead: false },
      },
    ]);
  });

  test('what is taken back is told as that, with its words for colleagues alone', async () => {
    const { id, line } = await written();
    expect((await takeBack(id, line)).status).toBe(200);
    const told = { text: 'taken-back', isEvent: true, changed: 'deleted', own: null };
    expect(await personLines(id, luca)).toMatchObject([{ ...told, earlier: [{ text: FRIDAY }] }]);
    expect((await luca.queue())[0]?.last).toMatchObject({ by: 'person', isEvent: true, text: 'taken-back' });
  });

  test('is done once, however often it is clicked; what is gone is not changed', async () => {
    const { id, line } = await written();
    const click = { id: '6fa4f0a2-6f0b-4a54-8d5e-1d1a1a8a2c11', line };
    const tries = await Promise.all([1, 2, 3].map(() => marta.ask(`/hand-offs/${id}/take-back`, click)));
    expect(tries.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await takeBack(id, line)).status).toBe(200);
    expect((await personLines(id))[0]?.earlier).toHaveLength(1);
    expect(await answered(await change(id, line, MONDAYS))).toEqual([409, 'taken-back']);
  });

  test('only words of one’s own, while one has the conversation', async () => {
    const { id, line } = await written();
    expect(await answered(await takeBack(id, line, luca))).toEqual([409, 'taken']);
    await luca.takes(id, marta.me.id);
    expect(await answered(await takeBack(id, line, luca))).toEqual([409, 'not-own']);
    expect(await answered(await change(id, line, MONDAYS))).toEqual([409, 'taken']);
    const shopperLine = (await luca.detail(id)).lines.find(({ by }) => by === 'shopper')?.id ?? '';
    expect(await answered(await takeBack(id, shopperLine, luca))).toEqual([409, 'not-own']);
    expect((await personLines(id, luca))[0]).toMatchObject({ text: FRIDAY, changed: null, own: null });
  });

  test('nothing once it is over, nor of what nobody knows', async () => {
    const { id, line } = await written();
    expect(await answered(await takeBack(id, '999.0'))).toEqual([404, 'unknown']);
    expect(await answered(await takeBack(id, 'nonsense'))).toEqual([400, 'invalid']);
    await marta.act(id, 'close', { done: 'answered' });
    expect(await answered(await takeBack(id, line))).toEqual([409, 'over']);
    expect((await personLines(id))[0]).toMatchObject({ text: FRIDAY, own: null });
  });

  test('each is in the record, and no words of it', async () => {
    const { id, line } = await written();
    await change(id, line, MONDAYS);
    at.house.clock.advance(1_000);
    await takeBack(id, line);
    const kept = await at.house.store.deskRecords.page({ at: 0, id: '' }, 100);
    expect(kept.slice(-2).map(({ login, deed, what }) => [login, deed, what])).toEqual([
      ['marta', 'changed-words', line],
      ['marta', 'took-back', line],
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/gryphon|wyvern/);
  });

  test('where the store fails once, nothing is half done, and the same click does it', async () => {
    const { id, line } = await written();
    const { conversations } = at.house.store;
    const real = conversations.commit;
    Object.assign(conversations, { commit: () => Promise.reject(new Error('the disk is full')) });
    const click = { id: 'b7f2a1de-2c7e-4b53-9b0b-0b8ac3f0a001', line };
    expect((await marta.ask(`/hand-offs/${id}/take-back`, click)).status).toBe(500);
    Object.assign(conversations, { commit: real });
    expect((await personLines(id))[0]).toMatchObject({ text: FRIDAY, changed: null, earlier: [] });
    expect((await marta.ask(`/hand-offs/${id}/take-back`, click)).status).toBe(200);
    expect((await personLines(id))[0]).toMatchObject({ changed: 'deleted' });
    at.house.errors.splice(0);
  });

  test('where its seal cannot be opened just now, a number is changed all the same', async () => {
    const { id, line } = await written('Call +39 347 123 4567.');
    const { conversations } = at.house.store;
    const real = conversations.since;
    const since: typeof real = async (...of) => (await real(...of)).map(({ asWritten, ...redacted }) => redacted);
    Object.assign(conversations, { since });
    expect((await change(id, line, 'Call +39 347 123 4568.')).status).toBe(200);
    Object.assign(conversations, { since: real });
    expect(await personLines(id)).toMatchObject([{ text: 'Call +39 347 123 4568.', changed: 'edited' }]);
  });

  test('a file is taken back for good, and is nobody’s to see', async () => {
    const { id, page } = await written();
    const sent = await fetch(`${server.url}/desk/hand-offs/${id}/file?id=0d9a3a34-8b0e-4c60-9d08-9a4a5dcb2f01`, {
      method: 'POST',
      headers: { cookie: marta.cookie, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(PNG),
    });
    expect(sent.status).toBe(200);
    const photo = (await personLines(id)).at(-1);
    const file = photo?.attached?.id ?? '';
    expect(await at.house.store.files.get(file)).not.toBeNull();
    expect(await answered(await change(id, photo?.id ?? '', MONDAYS))).toEqual([409, 'not-own']);
    expect((await takeBack(id, photo?.id ?? '')).status).toBe(200);
    expect(await at.house.store.files.get(file)).toBeNull();
    expect((await personLines(id)).at(-1)).toMatchObject({ attached: null, changed: 'deleted', isEvent: true });
    expect((await page.lines()).at(-1)).toMatchObject({ text: 'taken-back', show: { changed: 'deleted' } });
  });
});

describe('in the chat', () => {
  test('a page that opens later has what stands, and never had what stood there', async () => {
    const { id, line, page } = await written();
    await change(id, line, MONDAYS);
    const first = await page.lines();
    expect(first.at(-1)).toMatchObject({ by: 'person', text: MONDAYS, show: { changed: 'edited' } });
    await takeBack(id, line);
    const then = await page.lines();
    expect(then.at(-1)).toMatchObject({ by: 'person', show: { changed: 'deleted' } });
    expect(then).toHaveLength(first.length);
    expect(JSON.stringify([first, then])).not.toMatch(/gryphon|"of"|agent/);
    expect(JSON.stringify(then)).not.toContain('wyvern');
  });

  test('a page that is there is told the line anew, in its old place', async () => {
    const { id, line, page } = await written();
    const before = await page.lines();
    await change(id, line, MONDAYS);
    await marta.says(id, 'Anything else?');
    const told = await page.lines(before.at(-1)?.id);
    expect(told.map(({ text }) => text)).toEqual([MONDAYS, 'Anything else?']);
    await takeBack(id, line);
    const last = await page.lines(told.at(-1)?.id);
    expect(last).toMatchObject([{ by: 'person', text: 'taken-back', show: { changed: 'deleted' } }]);
  });

  test('changed words wait to be read again', async () => {
    const { id, line, page, conversationId } = await written();
    await page.says('thank you');
    expect((await personLines(id))[0]?.sent?.fate).toBe('read');
    await change(id, line, MONDAYS);
    expect((await personLines(id))[0]?.sent?.fate).toBe('kept');
    await takeBack(id, line);
    expect((await at.house.store.conversations.load(conversationId))?.memory.unread).toEqual([]);
  });
});

describe('what it was', () => {
  test('lies open nowhere, and is opened for colleagues as long as its key is there', async () => {
    const { id, line } = await written();
    await change(id, line, MONDAYS);
    expect(open()).not.toContain('gryphon');
    expect(open()).toContain('wyvern');
    await takeBack(id, line);
    expect(open()).not.toMatch(/gryphon|wyvern/);
    for (const word of ['gryphon', 'wyvern']) expect(open()).not.toContain(Buffer.from(word).toString('hex'));
    // Nor in a page that was written over, nor in the log of the database.
    const bytes = readdirSync(at.folder ?? '').map((file) => readFileSync(join(at.folder ?? '', file)));
    for (const word of ['gryphon', 'wyvern']) expect(bytes.some((file) => file.includes(word))).toBe(false);
    expect((await personLines(id))[0]?.earlier.map(({ text }) => text)).toEqual([FRIDAY, MONDAYS]);
    const { conversationId = '' } = (await at.house.store.handOffs.get(id)) ?? {};
    await marta.act(id, 'close', { done: 'answered' });
    const shop = readShopFile();
    at.house.clock.advance((shop.retention.words + 1) * 24 * 3_600_000);
    await tidy(at.house, { shop, now: at.house.clock.now });
    const lines = await at.house.store.conversations.since(conversationId, null, 50);
    expect(JSON.stringify(lines)).not.toMatch(/gryphon|wyvern/);
  });

  test('is found by nobody who searches, and the new words are', async () => {
    const { id, line } = await written();
    const finds = async (words: string) =>
      (
        (await (await marta.ask(`/queue/search?words=${words}&state=all`)).json()) as { entries: { id: string }[] }
      ).entries.map((entry) => entry.id);
    expect(await finds('gryphon')).toEqual([id]);
    await change(id, line, MONDAYS);
    expect(await finds('gryphon')).toEqual([]);
    expect(await finds('wyvern')).toEqual([id]);
    expect(await finds('person')).toEqual([id]);
    await takeBack(id, line);
    expect(await finds('wyvern')).toEqual([]);
    expect(await finds('person')).toEqual([id]);
  });

  test('goes with whoever is erased, and nothing is changed after that', async () => {
    const chat = at.texter({ shopper: 'ana' });
    await chat.says('I want to talk to a person');
    const [handOff] = await queued(at.house.store);
    const id = handOff?.id ?? '';
    await marta.takes(id);
    await marta.says(id, FRIDAY);
    const line = await lineOf(id);
    await change(id, line, MONDAYS);
    const shopper = (handOff?.conversationId ?? '').replace('shopper:', '');
    const own = JSON.stringify(await exportOf({ shopper }, at.house));
    expect(own).toContain('wyvern');
    expect(own).not.toContain('gryphon');
    await erase({ shopper }, at.house);
    expect(await answered(await takeBack(id, line))).toEqual([404, 'unknown']);
    expect(open()).not.toMatch(/gryphon|wyvern/);
  });
});
