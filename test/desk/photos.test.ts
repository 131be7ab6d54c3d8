/** A photo from the chat joins the case: who sent it hears who can see it, agents see it, nobody else does, and it goes with the rest. */

import { randomUUID } from 'node:crypto';
import type { Detail } from '../../lambda/desk/protocol';
import { createEmbeddedDesk } from '../../lambda/providers/desk/embedded/embedded-desk';
import type { Desk } from '../../lambda/services/hand-off/desk';
import { erase, exportOf } from '../../lambda/services/privacy/erasure';
import { LARGEST_PHOTO_BYTES, photoOf } from '../../lambda/vocabulary/photo';
import { openPage } from '../kit/chat-server';
import { openHouse } from '../kit/house';
import { found, keptIn } from '../kit/kept';
import { JPEG, PICTURE, PNG, SVG } from '../kit/photos';
import { useHouse } from '../kit/use-house';
import { type DeskServer, deskOfMarta, knock, type Sitting } from './desk-server';

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
  fetch(`${server.url}/chat/photos?id=${id}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', ...headers },
    body,
  });

const shownIn = (detail: Detail) => detail.lines.filter(({ photo }) => photo !== null);

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
  const seen = await marta.ask(`/photos/${first?.photo}`);
  const bytes = Buffer.from(await seen.arrayBuffer());
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  expect([bytes.includes(PICTURE), bytes.includes('Via Roma')]).toEqual([true, false]);
  expect(Buffer.from(await (await marta.ask(`/photos/${second?.photo}`)).arrayBuffer())).toEqual(PNG);

  const own = await fetch(`${server.url}/chat/photos/${first?.photo}`, { headers: hers });
  expect(Buffer.from(await own.arrayBuffer())).toEqual(bytes);
  const bruno = await page('demo-bruno');
  const strangers = [
    fetch(`${server.url}/chat/photos/${first?.photo}`, { headers: headersOf(bruno, 'demo-bruno') }),
    fetch(`${server.url}/chat/photos/${first?.photo}`),
    knock(server, `/photos/${first?.photo}`),
    marta.ask('/photos/none'),
  ];
  expect((await Promise.all(strangers)).map(({ status }) => status)).toEqual([404, 401, 401, 404]);

  const exported = await exportOf({ shopper: 'shopper-ana' }, at.house);
  expect(exported.photo).toHaveLength(2);
  await erase({ shopper: 'shopper-ana' }, at.house);
  expect((await marta.ask(`/photos/${first?.photo}`)).status).toBe(404);
  expect(found([first?.photo ?? '', PNG.toString('base64')], keptIn(at.folder ?? ''))).toEqual([]);
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

test('what is no photo or too large is told, and nothing is lost or kept', async () => {
  const ana = await page('demo-ana');
  const hers = headersOf(ana, 'demo-ana');
  await ana.says('reorder my coffee');
  const asked = (await ana.lines()).at(-1)?.show?.question;
  const large = Buffer.concat([PNG, Buffer.alloc(LARGEST_PHOTO_BYTES)]);
  for (const [body, told] of [
    [SVG, /can't open that file/],
    [Buffer.from('%PDF-1.7'), /can't open that file/],
    [large, /too large/],
  ] as const) {
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
  const blind = ({ showsPhotos, ...desk }: Desk): Desk => desk;
  const house = await openHouse({ desk: (inner) => blind(createEmbeddedDesk(inner as EmbeddedHouse)) });
  const photo = photoOf(PNG, 'p');
  const { answer } = await house.app.answer({
    ...{ id: 't', requestId: 't', channel: 'web', form: 'text', address: 'v', locale: 'it-IT' },
    session: { id: 's', isNew: true },
    deadline: house.clock.now() + 6_000,
    heard: { kind: 'photo', photo },
  });
  expect(answer.replies[0]).toBe('Photo.unseen');
  expect(await house.store.photos.get('p')).toBeNull();
  await house.close();
});
