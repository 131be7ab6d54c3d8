/** The web chat through its door: who sees what, what is taken once, and what outlives a restart. */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatServer, linesIn, openPage, type PageOptions, serveChat } from '../../kit/chat-server';
import { openHouse } from '../../kit/house';
import { useHouse } from '../../kit/use-house';

const inHouse = useHouse();
let server: ChatServer;

beforeEach(async () => {
  server = await serveChat(inHouse.house);
});
afterEach(() => server.close());

const page = (options?: PageOptions) => openPage(server, options);
const texts = (lines: readonly { readonly by: string; readonly text: string }[]) =>
  lines.filter(({ by }) => by === 'shopper').map(({ text }) => text);

describe('messages', () => {
  it('are taken when the answer can be read', async () => {
    const ana = await page({ shopper: 'demo-ana' });
    const id = randomUUID();
    const response = await ana.post({ id, text: 'reorder my coffee' });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ id });
    const lines = await ana.lines();
    expect(lines.map(({ by }) => by)).toEqual(['shopper', 'bot']);
    expect(lines[0]).toMatchObject({ id: '1.0', channel: 'web', text: 'reorder my coffee', show: { ref: id } });
    expect(lines[1]).toMatchObject({
      id: '1.1',
      show: { question: { id: 'Purchase.confirm', expects: ['yesno', 'number'] } },
    });
  });

  it('sent again, one after the other or at once, are one line and one order', async () => {
    const ana = await page({ shopper: 'demo-ana' });
    await ana.says('reorder my coffee');
    const yes = { id: randomUUID(), text: 'yes' };
    const first = await Promise.all([ana.post(yes), ana.post(yes), ana.post(yes)]);
    expect(first.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await (await ana.post(yes)).json()).toEqual({ id: yes.id, duplicate: true });
    expect(texts(await ana.lines())).toEqual(['reorder my coffee', 'yes']);
    expect(inHouse.house.orders()).toBe(1);
  });

  it('with the same id from two visitors are two', async () => {
    const [one, other] = [await page(), await page()];
    const id = randomUUID();
    await one.says('what does shipping cost', id);
    await other.says('what does shipping cost', id);
    expect([await one.lines(), await other.lines()].map(({ length }) => length)).toEqual([2, 2]);
  });

  it('may be a tapped answer of the open question', async () => {
    const bruno = await page({ shopper: 'demo-bruno' });
    await bruno.says('reorder my coffee');
    const [option] = (await bruno.lines()).at(-1)?.show?.question?.options ?? [];
    await bruno.post({ id: randomUUID(), option: option?.id, label: 'The first one' });
    const lines = await bruno.lines();
    expect(texts(lines)).toEqual(['reorder my coffee', 'The first one']);
    expect(lines.at(-1)).toMatchObject({ show: { question: { id: 'Purchase.confirm' } } });
  });

  it('that tap at a question of another visit are heard as what the button said', async () => {
    const tapped = await page();
    await tapped.post({ id: randomUUID(), option: 'gone', label: 'How long does delivery take?' });
    const lines = await tapped.lines();
    const typed = await page();
    await typed.says('How long does delivery take?');
    expect(texts(lines)).toEqual(['How long does delivery take?']);
    expect(lines.at(-1)?.show?.question).toEqual((await typed.lines()).at(-1)?.show?.question);
  });

  it('that nobody understood are shown as they were written', async () => {
    const guest = await page();
    await guest.says('xyzzy plugh qwrtz');
    expect(texts(await guest.lines())).toEqual(['xyzzy plugh qwrtz']);
  });
});

describe('who sees what', () => {
  it('a guest sees no other guest', async () => {
    const [one, other] = [await page(), await page()];
    await one.says('what does shipping cost');
    expect(await one.lines()).toHaveLength(2);
    expect(await other.lines()).toEqual([]);
  });

  it('a shopper id from the page changes nothing', async () => {
    const guest = await page();
    const ana = await page({ shopper: 'demo-ana' });
    const { accounts } = inHouse.house.shop;
    const call = { locale: 'en-GB', deadline: Infinity, signal: new AbortController().signal, traceId: 't' };
    const who = await accounts.whoIs('demo-ana', call);
    const shopperId = who.ok ? who.value.id : '';
    const claims = { shopper: shopperId, shopperId, address: shopperId, conversationId: `shopper:${shopperId}` };
    await guest.post({ id: randomUUID(), text: 'where is my order', ...claims }, { 'x-shopper-id': shopperId });
    expect(await ana.lines()).toEqual([]);
    expect(await guest.lines()).toHaveLength(2);
  });

  it('a shopper sees in the chat what they said to the speaker, and what it said', async () => {
    const speaker = inHouse.speaker({ shopper: 'ana' });
    await speaker.hears('OrderStatus', { product: 'dog food' });
    const lines = await (await page({ shopper: 'demo-ana' })).lines();
    expect(lines.map(({ by, channel }) => `${by} ${channel}`)).toEqual(['shopper alexa', 'bot alexa']);
    expect(lines[0]).toMatchObject({ show: { meant: { intent: 'OrderStatus', slots: { product: 'dog food' } } } });
  });

  it('a token the shop does not know is refused, and nothing goes on as a guest by itself', async () => {
    const guest = await page();
    await guest.says('what does shipping cost');
    const expired = await page({ visitor: guest.visitor, shopper: 'stolen' });
    const post = await expired.post({ id: randomUUID(), text: 'where is my order' });
    const stream = await expired.stream();
    expect([post.status, await post.json()]).toEqual([401, { error: 'sign-in' }]);
    expect([stream.status, await stream.json()]).toEqual([401, { error: 'sign-in' }]);
    expect(await guest.lines()).toHaveLength(2);
  });

  it('two windows of one browser show the same', async () => {
    const one = await page({ shopper: 'demo-ana' });
    const two = await page({ visitor: one.visitor, shopper: 'demo-ana' });
    const seen = two.read((events) => linesIn(events).length === 2);
    await one.says('what does shipping cost');
    expect(linesIn(await seen)).toEqual(await one.lines());
  });

  it('a visitor not seen for thirty days is nobody, one who comes now and then stays', async () => {
    const guest = await page();
    await guest.says('what does shipping cost');
    for (let visits = 0; visits < 3; visits += 1) {
      inHouse.house.clock.advance(20 * 24 * 3_600_000);
      expect(await guest.lines()).toHaveLength(2);
    }
    inHouse.house.clock.advance(31 * 24 * 3_600_000);
    const gone = await guest.stream();
    expect([gone.status, await gone.json()]).toEqual([401, { error: 'visitor' }]);
  });
});

describe('a visit', () => {
  it('ends after half an hour, and its question is asked again in full before a yes counts', async () => {
    const ana = await page({ shopper: 'demo-ana' });
    await ana.says('reorder my coffee');
    inHouse.house.clock.advance(31 * 60_000);
    await ana.says('yes');
    expect(inHouse.house.orders()).toBe(0);
  });

  it.each([
    ['goes on while somebody thinks for less than half an hour', 29, 2],
    ['is another after half an hour: what was not understood in the last one counts no more', 31, 1],
  ])('%s', async (_what, minutes, misses) => {
    const ana = await page({ shopper: 'demo-ana' });
    await ana.says('flurb the wug');
    inHouse.house.clock.advance(minutes * 60_000);
    await ana.says('wug the flurb');
    const { id } = inHouse.house.demo.shoppers().find(({ name }) => name === 'ana') ?? {};
    const stored = await inHouse.house.store.conversations.load(`shopper:${id}`);
    expect(stored?.memory.misses.inARow).toBe(misses);
  });
});

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-chat-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps visitors and their words over a restart, and no token', async () => {
    const before = await openHouse({ folder });
    const first = await serveChat(before);
    const ana = await openPage(first, { shopper: 'demo-ana' });
    await ana.says('reorder my coffee');
    const id = randomUUID();
    await ana.says('make it three', id);
    const lines = await ana.lines();
    await first.close();
    await before.close();

    const after = await openHouse({ folder });
    const second = await serveChat(after);
    const again = await openPage(second, { visitor: ana.visitor, shopper: 'demo-ana' });
    expect(await again.lines()).toEqual(lines);
    expect(await (await again.post({ id, text: 'make it three' })).json()).toEqual({ id, duplicate: true });
    await again.says('yes');
    expect(after.orders()).toBe(1);
    await second.close();
    await after.close();
    expect([...before.errors, ...after.errors]).toEqual([]);
    const file = readdirSync(folder)
      .filter((name) => name.startsWith('earshot'))
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(file).toContain('make it three');
    expect(file).not.toContain(ana.visitor);
    expect(file).not.toContain('demo-ana');
  });

  it('that two servers share shows each what the other wrote', async () => {
    const [left, right] = [await openHouse({ folder }), await openHouse({ folder })];
    const [one, two] = [await serveChat(left), await serveChat(right)];
    const writer = await openPage(one);
    const reader = await openPage(two, { visitor: writer.visitor });
    const seen = reader.read((events) => linesIn(events).length === 2);
    await writer.says('what does shipping cost');
    expect(linesIn(await seen)).toEqual(await writer.lines());
    for (const closing of [one, two, left, right]) await closing.close();
  });
});
