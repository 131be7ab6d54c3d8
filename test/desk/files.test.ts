/** Files join the case both ways: who sent one hears who can see it, agents and the shopper see it, nobody else does, and it goes with the rest. */

import { randomUUID } from 'node:crypto';
import type { Detail } from '../../lambda/desk/protocol';
import { createEmbeddedDesk } from '../../lambda/providers/desk/embedded/embedded-desk';
import type { Desk } from '../../lambda/services/hand-off/desk';
import { erase, exportOf } from '../../lambda/services/privacy/erasure';
import { LARGEST_FILE_BYTES, sentFile } from '../../lambda/vocabulary/sent-file';
import { bomb } from '../kit/bomb';
import { openPage } from '../kit/chat-server';
import { DOCX, HEIC, JPEG, OGG, PDF, PNG, SVG } from '../kit/files';
import { openHouse } from '../kit/house';
import { found, keptIn } from '../kit/kept';
import { seenIn, UPRIGHT } from '../kit/seen-in';
import { useHouse } from '../kit/use-house';
import { type DeskServer, deskOfMarta, employ, knock, type Sitting, sitDown } from './desk-server';

const at = useHouse({ isOnDisk: true });
let server: DeskServer;
let marta: Sitting;

beforeEach(async () => {
  ({ server, marta } = await deskOfMarta(at.house));
});
afterEach(() => server.close());

const page = (shopper?: string) => openPage(server, shopper ? { shopper } : {});
type EmbeddedHouse = Parameters<typeof createEmbeddedDesk>[0];
type Page = Awaited<ReturnType<typeof page>>;

function headersOf({ visitor }: Page, shopper?: string) {
  return { authorization: `Bearer ${visitor}`, ...(shopper ? { 'x-shopper-token': shopper } : {}) };
}
/** A form of another page could send this type, and has no token. */
const send = (body: Buffer, headers: Record<string, string>, id: string = randomUUID()) =>
  fetch(`${server.url}/chat/files?id=${id}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', ...headers },
    body,
  });

const shownIn = (detail: Detail) => detail.lines.filter(({ attached }) => attached !== null);

test('goes to the person who has the case, without the place it was taken at, once, and with the conversation', async () => {
  const ana = await page('demo-ana');
  const hers = headersOf(ana, 'demo-ana');
  await ana.says('I want to talk to a person');
  const [packet] = await at.house.store.handOffs.list(1);
  const id = packet?.id ?? '';
  const photo = randomUUID();
  expect([(await send(JPEG, hers, photo)).status, (await send(JPEG, hers, photo)).status]).toEqual([202, 202]);
  expect((await ana.lines()).at(-1)?.text).toMatch(/team will see it/);
  await marta.takes(id);
  await send(PNG, hers);
  expect((await ana.lines()).at(-1)?.text).toBe('Marta can see your photo.');

  const [first, second, ...others] = shownIn(await marta.detail(id));
  expect(others).toEqual([]);
  expect(first).toMatchObject({ by: 'shopper', text: 'photo' });
  expect((await marta.queue())[0]).toMatchObject({ hasPhoto: true, last: { by: 'shopper', text: 'photo' } });
  const seen = await marta.ask(`/files/${first?.attached?.id}`);
  const bytes = Buffer.from(await seen.arrayBuffer());
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  expect(await seenIn(bytes)).toEqual(UPRIGHT);
  const small = await marta.ask(`/files/${first?.attached?.id}?size=small`);
  expect(await seenIn(Buffer.from(await small.arrayBuffer()))).toEqual(UPRIGHT);
  expect(Buffer.from(await (await marta.ask(`/files/${second?.attached?.id}`)).arrayBuffer())).toEqual(PNG);

  const own = await fetch(`${server.url}/chat/files/${first?.attached?.id}`, { headers: hers });
  expect(Buffer.from(await own.arrayBuffer())).toEqual(bytes);
  const ownSmall = await fetch(`${server.url}/chat/files/${first?.attached?.id}?size=small`, { headers: hers });
  expect(await seenIn(Buffer.from(await ownSmall.arrayBuffer()))).toEqual(UPRIGHT);
  const bruno = await page('demo-bruno');
  const strangers = [
    fetch(`${server.url}/chat/files/${first?.attached?.id}`, { headers: headersOf(bruno, 'demo-bruno') }),
    fetch(`${server.url}/chat/files/${first?.attached?.id}?size=small`),
    knock(server, `/files/${first?.attached?.id}`),
    marta.ask('/files/none'),
  ];
  expect((await Promise.all(strangers)).map(({ status }) => status)).toEqual([404, 401, 401, 404]);

  const exported = await exportOf({ shopper: 'shopper-ana' }, at.house);
  expect(exported.photo).toHaveLength(2);
  await erase({ shopper: 'shopper-ana' }, at.house);
  expect((await marta.ask(`/files/${first?.attached?.id}`)).status).toBe(404);
  expect(found([first?.attached?.id ?? '', PNG.toString('base64')], keptIn(at.folder ?? ''))).toEqual([]);
});

test('before anybody has the case, it is kept, what was asked stays asked, and a person is offered', async () => {
  const ana = await page('demo-ana');
  const hers = headersOf(ana, 'demo-ana');
  await send(PNG, hers);
  expect((await ana.lines()).at(-1)?.show?.question).toMatchObject({ id: 'TalkToHuman.offer' });
  await ana.says('no thanks');
  await ana.says('what are your opening hours');
  await send(PNG, hers);
  expect((await ana.lines()).at(-1)?.show?.question).toMatchObject({ id: 'TalkToHuman.offer' });
  await ana.says('no thanks');
  await ana.says('the coffee arrived torn');
  const asked = (await ana.lines()).at(-1)?.show?.question;
  expect(asked).toBeDefined();
  await send(PNG, hers);
  const last = (await ana.lines()).at(-1);
  expect(last?.text).toMatch(/^Thanks, I've kept your photo/);
  expect(last?.show?.question).toEqual(asked);
  await ana.says('I want to talk to a person');
  const [packet] = await at.house.store.handOffs.list(1);
  expect(shownIn(await marta.detail(packet?.id ?? ''))).toHaveLength(3);
});

test('what no browser shows is saved under a name of ours, a voice note is played, and nothing runs', async () => {
  const ana = await page('demo-ana');
  await ana.says('I want to talk to a person');
  const [packet] = await at.house.store.handOffs.list(1);
  const id = packet?.id ?? '';
  await marta.takes(id);
  const all = [PDF, OGG, HEIC, DOCX, SVG, Buffer.from([0, 1, 2, 3])];
  for (const bytes of all) expect((await send(bytes, headersOf(ana, 'demo-ana'))).status).toBe(202);
  expect((await ana.lines()).filter(({ text }) => /^Marta can/.test(text)).map(({ text }) => text)).toEqual([
    'Marta can open your file.',
  ]);
  const files = shownIn(await marta.detail(id));
  const got = await Promise.all(files.map(({ attached }) => marta.ask(`/files/${attached?.id}`)));
  expect(got.map(({ headers }) => [headers.get('content-type'), headers.get('content-disposition')])).toEqual([
    ['application/pdf', 'attachment; filename="file.pdf"'],
    ['audio/ogg', 'inline; filename="voice.ogg"'],
    ['image/heic', 'attachment; filename="file.heic"'],
    [expect.stringContaining('wordprocessingml'), 'attachment; filename="file.docx"'],
    ['text/plain; charset=utf-8', 'attachment; filename="file.txt"'],
    ['application/octet-stream', 'attachment; filename="file.bin"'],
  ]);
  expect(new Set(got.map(({ headers }) => headers.get('content-security-policy')))).toEqual(
    new Set(["default-src 'none'; sandbox"]),
  );
  expect(await Promise.all(got.map(async (one) => Buffer.from(await one.arrayBuffer())))).toEqual(all);
  expect(files.map(({ text }) => text)).toEqual(['file', 'voice', 'file', 'file', 'file', 'file']);
});

test('a person sends a picture back: the shopper has it once, a colleague cannot, and the speaker tells of it', async () => {
  const ana = await page('demo-ana');
  const hers = headersOf(ana, 'demo-ana');
  await ana.says('I want to talk to a person');
  const [packet] = await at.house.store.handOffs.list(1);
  const id = packet?.id ?? '';
  const sends = (by: Sitting, bytes: Buffer, click: string = randomUUID(), more: object = {}) =>
    fetch(`${server.url}/desk/hand-offs/${id}/file?id=${click}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: by.cookie, ...more },
      body: bytes,
    });
  const click = randomUUID();
  expect([(await sends(marta, JPEG, click)).status, (await sends(marta, JPEG, click)).status]).toEqual([200, 200]);
  const lines = (await ana.lines()).filter(({ by }) => by === 'person');
  expect(lines).toMatchObject([{ text: 'photo', show: { attached: { kind: 'photo' } } }]);
  const address = `${server.url}/chat/files/${shownIn(await marta.detail(id))[0]?.attached?.id}`;
  const seen = Buffer.from(await (await fetch(address, { headers: hers })).arrayBuffer());
  expect(await seenIn(seen)).toEqual(UPRIGHT);
  const bruno = await page('demo-bruno');
  expect((await fetch(address, { headers: headersOf(bruno, 'demo-bruno') })).status).toBe(404);

  await employ(server, 'jo');
  const jo = await sitDown(server, 'jo');
  const large = Buffer.concat([PNG, Buffer.alloc(LARGEST_FILE_BYTES)]);
  const refused = [
    await sends(jo, PNG),
    await sends(marta, SVG),
    await sends(marta, large),
    await sends(marta, PNG, 'none'),
    await sends(marta, PNG, randomUUID(), { 'content-type': 'text/plain' }),
    await sends(marta, PNG, randomUUID(), { origin: 'https://elsewhere.example' }),
    await sends({ ...marta, cookie: '' }, PNG),
  ];
  expect(refused.map(({ status }) => status)).toEqual([409, 422, 413, 400, 415, 403, 401]);

  await marta.says(id, 'That is the new bag.');
  await sends(marta, PDF);
  const speaker = at.speaker();
  expect((await speaker.opens()).asks).toBe('Person.read');
  const told = await speaker.yes();
  expect(told.replies).toEqual(['Person.wrote', 'Person.photoInChat', 'Person.fileInChat']);
  expect(told.say).toMatch(/Marta sent a picture. It's in your chat/);
});

test('what is too large or empty is told, and nothing is lost or kept', async () => {
  const ana = await page('demo-ana');
  const hers = headersOf(ana, 'demo-ana');
  await ana.says('reorder my coffee');
  const asked = (await ana.lines()).at(-1)?.show?.question;
  const large = Buffer.concat([PNG, Buffer.alloc(LARGEST_FILE_BYTES)]);
  const refusals = [
    [large, /too large/],
    [bomb(32_000), /too many dots/],
    [bomb(7_200, { depth: 16, isLayered: true }), /too many dots/],
  ] as const;
  for (const [body, told] of refusals) {
    expect((await send(body, hers)).status).toBe(202);
    const last = (await ana.lines()).at(-1);
    expect(last?.text).toMatch(told);
    expect(last?.show?.question).toEqual(asked);
  }
  expect((await exportOf({ shopper: 'shopper-ana' }, at.house)).photo).toEqual([]);
  const refused = [
    send(Buffer.concat([large, large]), hers),
    send(Buffer.alloc(0), hers),
    send(PNG, hers, 'no id'),
    send(PNG, { ...hers, origin: 'https://elsewhere.example' }),
  ];
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([413, 400, 400, 403]);
  await ana.says('yes');
  expect(at.house.orders()).toBe(1);
});

test('a desk that shows none is not promised to', async () => {
  const blind = ({ showsFiles, ...desk }: Desk): Desk => desk;
  const house = await openHouse({ desk: (inner) => blind(createEmbeddedDesk(inner as EmbeddedHouse)) });
  const photo = sentFile(PNG, 'p');
  const { answer } = await house.app.answer({
    ...{ id: 't', requestId: 't', channel: 'web', form: 'text', address: 'v', locale: 'it-IT' },
    session: { id: 's', isNew: true },
    deadline: house.clock.now() + 6_000,
    heard: { kind: 'files', files: [photo] },
  });
  expect(answer.replies[0]).toBe('SentFiles.unseen');
  expect(await house.store.files.get('p')).toBeNull();
  await house.close();
});
