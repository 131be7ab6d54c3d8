/** All that is kept of a shopper, as a file for them alone; and after they were forgotten, nothing of them in any table or any byte. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChatServer, openPage, serveChat } from '../kit/chat-server';
import { PNG } from '../kit/files';
import { found, keptIn } from '../kit/kept';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const email = createPostBox('email');
const at = useHouse({ isOnDisk: true, channels: [email], publicUrl: 'https://chat.willow.example' });
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
const fileFor = (secret: string, as: 'page' | 'json' = 'page', locale = 'en-GB') =>
  fetch(`${server.url}/chat/own-file`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, as, locale }),
  });
/** Asks for one's data; the secret of the link that the chat shows. */
async function linkIn(page: Page): Promise<string> {
  await page.says('send me my data');
  return (await page.lines()).at(-1)?.show?.file ?? '';
}

/** Words, a photo, a hand-off with a note, an order, something nobody understood, and the same shopper at a speaker. */
async function live(): Promise<Page> {
  const page = await openPage(server, { shopper: 'demo-ana' });
  await page.says('tamarind zankle frundle <b>bold</b>');
  await page.says('reorder my coffee');
  await page.says('yes');
  await fetch(`${server.url}/chat/files?id=5a0bca43-55a5-4d2b-9c4e-0f0a1d2b3c4d`, {
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

test('is had by a link that is good once and for a day, in the language of whoever opens it', async () => {
  const page = await live();
  await page.says('start over');
  const first = await linkIn(page);
  const json = await fileFor(first, 'json');
  expect(Object.fromEntries(json.headers)).toMatchObject({
    'content-disposition': 'attachment; filename=my-data.json',
    'cache-control': 'private, no-store',
  });
  const data = (await json.json()) as Readonly<Record<string, readonly object[]>>;
  expect([data.photo?.length, data.note?.length, data.attempt?.length, data.missed?.length]).toEqual([1, 1, 1, 1]);
  // No secret of a link lies anywhere, not even in the line that shows it.
  expect(JSON.stringify(data)).not.toContain(first);
  expect(found([first], keptIn(at.folder ?? ''))).toEqual([]);
  const read = await (await fileFor(await linkIn(page), 'page', 'it-IT')).text();
  expect(read).toContain('<html lang="it">');
  expect(read).toContain('Quello che ci siamo detti');
  for (const part of ['tamarind', 'likes kumquats', PNG.toString('base64')]) expect(read).toContain(part);
  expect(read).not.toContain('<b>');

  const second = await linkIn(page);
  const both = await Promise.all([fileFor(second), fileFor(second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  const late = await linkIn(page);
  at.house.clock.advance(24 * 3_600_000);
  expect([(await fileFor(late)).status, (await fileFor('guessed')).status]).toEqual([404, 400]);
});

test('goes to the phone of whoever is asked for at a speaker, and is no way into the conversation', async () => {
  await live();
  const [item] = await at.house.store.outbox
    .ofConversation('shopper:shopper-ana', 20)
    .then((all) => all.filter(({ id }) => id.startsWith('phone:')));
  await settle(at.house);
  const { link = '' } = email.sent.find(({ id }) => id === item?.id) ?? {};
  const [, secret = ''] = /#file=([A-Za-z0-9_-]{22})$/.exec(link ?? '') ?? [];
  const stranger = await openPage(server);
  await stranger.says(secret);
  expect((await stranger.lines()).at(-1)?.text).toMatch(/code|link/i);
  expect(await (await fileFor(secret)).text()).toContain('tamarind');
  // A stranger's own file has nothing of hers; who reads along with her sees no link to it.
  expect(await (await fileFor(await linkIn(stranger))).text()).not.toMatch(/tamarind|kumquats/);
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
