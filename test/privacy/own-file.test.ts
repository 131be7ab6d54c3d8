/** All that is kept of a shopper, as a file for them alone; and after they were forgotten, nothing of them in any table or any byte. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChatServer, openPage, serveChat } from '../kit/chat-server';
import { found, keptIn } from '../kit/kept';
import { PNG } from '../kit/photos';
import { useHouse } from '../kit/use-house';

const at = useHouse({ isOnDisk: true });
let server: ChatServer;

beforeEach(async () => {
  server = await serveChat(at.house);
});
afterEach(() => server.close());

type Page = Awaited<ReturnType<typeof openPage>>;
const headersOf = ({ visitor }: Page, shopper?: string) => ({
  authorization: `Bearer ${visitor}`,
  ...(shopper ? { 'x-shopper-token': shopper } : {}),
});
const fileFor = (headers: Record<string, string>, query = '') =>
  fetch(`${server.url}/chat/own-file${query}`, { headers });

/** Words, a photo, a hand-off with a note, an order, something nobody understood, and the same shopper at a speaker. */
async function live(): Promise<Page> {
  const page = await openPage(server, { shopper: 'demo-ana' });
  await page.says('tamarind zankle frundle <b>bold</b>');
  await page.says('reorder my coffee');
  await page.says('yes');
  await fetch(`${server.url}/chat/photos?id=5a0bca43-55a5-4d2b-9c4e-0f0a1d2b3c4d`, {
    method: 'POST',
    headers: headersOf(page, 'demo-ana'),
    body: PNG,
  });
  await page.says('i want to talk to a person');
  const [packet] = await at.house.store.handOffs.list(1);
  const note = { id: 'n', handOffId: packet?.id ?? '', at: at.house.clock.now(), by: 'Marta', text: 'likes kumquats' };
  await at.house.store.handOffs.addNote(note);
  await at.speaker().hears('MyData', { wish: { said: 'export', ids: ['export'] } });
  return page;
}

test('is offered in the chat, to whoever the chat knows, in their language', async () => {
  const page = await live();
  await page.says('start over');
  await page.says('send me my data');
  const last = (await page.lines()).at(-1);
  expect(last?.show).toMatchObject({ file: 'own' });

  const hers = headersOf(page, 'demo-ana');
  const json = await fileFor(hers, '?as=json');
  expect(Object.fromEntries(json.headers)).toMatchObject({
    'content-disposition': 'attachment; filename=my-data.json',
    'cache-control': 'private, no-store',
  });
  const data = (await json.json()) as Readonly<Record<string, readonly object[]>>;
  expect([data.photo?.length, data.note?.length, data.attempt?.length, data.missed?.length]).toEqual([1, 1, 1, 1]);
  const read = await (await fileFor(hers, '?locale=it-IT')).text();
  expect(read).toContain('<html lang="it">');
  expect(read).toContain('Quello che ci siamo detti');
  for (const part of ['tamarind', 'likes kumquats', PNG.toString('base64')]) expect(read).toContain(part);
  expect(read).not.toContain('<b>');

  const stranger = await openPage(server);
  expect(await (await fileFor(headersOf(stranger))).text()).not.toMatch(/tamarind|kumquats/);
  expect((await fileFor({})).status).toBe(401);
});

test('after "forget me" and a yes there is nothing of the shopper in any table, nor in any byte of a file', async () => {
  const page = await live();
  const hers = ['shopper-ana', 'tamarind', 'kumquats', PNG.toString('base64')];
  expect(found(hers, keptIn(at.folder ?? ''))).not.toEqual([]);
  await page.says('forget me');
  await page.says('yes');
  // This browser is nobody any more; another of hers sees that it was done.
  const anew = await openPage(server, { shopper: 'demo-ana' });
  expect((await anew.lines()).map(({ by, text }) => `${by}: ${text}`)).toEqual([expect.stringMatching(/^bot: Done\./)]);
  const now = keptIn(at.folder ?? '');
  expect(found(hers.slice(1), now)).toEqual([]);
  // The chat is open: what says so is the first of a new conversation.
  expect(found(hers.slice(0, 1), new Map([...now].filter(([table]) => !NEW.has(table))))).toEqual([]);
  for (const file of readdirSync(at.folder ?? '', { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = readFileSync(join(file.parentPath, file.name)).toString('latin1');
    expect(
      hers
        .slice(1)
        .filter((value) => bytes.includes(value))
        .map((value) => `${file.name}: ${value}`),
    ).toEqual([]);
  }
});

/** The bot's own "it is done" belongs to somebody. */
const NEW: ReadonlySet<string> = new Set(['conversation', 'history', 'answer', 'trail', 'outbox']);
