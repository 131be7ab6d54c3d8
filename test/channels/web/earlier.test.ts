/** A page reaches back to the first line that is kept, a piece at a time, and to nobody else's. */

import { randomUUID } from 'node:crypto';
import { commitOf } from '../../contracts/store-samples';
import { type ChatServer, openPage, serveChat } from '../../kit/chat-server';
import { MONDAY } from '../../kit/house';
import { useHouse } from '../../kit/use-house';

const at = useHouse({ at: MONDAY });
let server: ChatServer;

beforeEach(async () => {
  server = await serveChat(at.house);
});
afterEach(() => server.close());

type Earlier = {
  readonly lines: readonly { readonly id: string; readonly text: string }[];
  readonly hasEarlier: boolean;
};

async function conversationOfAna(): Promise<string> {
  const arrival = { id: 'a', channel: 'web', address: 'a', credential: 'demo-ana', locale: 'en-GB' } as const;
  return (await at.house.app.conversationOf({ ...arrival, deadline: MONDAY + 6_000 })).conversationId;
}

/** A shopper who has said so many things, ten at once. */
async function talked(lines: number) {
  const page = await openPage(server, { shopper: 'demo-ana' });
  const id = await conversationOfAna();
  const line = (n: number) =>
    ({ at: MONDAY + n, by: 'shopper', channel: 'web', text: `line ${n}`, show: { ref: `r/${n}` } }) as const;
  for (let version = 0; version * 10 < lines; version += 1) {
    const history = Array.from({ length: 10 }, (_, n) => line(version * 10 + n));
    await at.house.store.conversations.commit(commitOf(id, version, { history }));
  }
  const earlier = (before: string, visitor = page.visitor, shopper: string | null = 'demo-ana') =>
    fetch(`${server.url}/chat/earlier?before=${before}`, {
      headers: { authorization: `Bearer ${visitor}`, ...(shopper ? { 'x-shopper-token': shopper } : {}) },
    });
  return { page, earlier };
}

test('reaches back to the first line, each once and in order', async () => {
  const { page, earlier } = await talked(240);
  let shown: readonly { readonly id: string; readonly text: string }[] = await page.lines();
  let pieces = 0;
  for (let hasEarlier = true; hasEarlier; pieces += 1) {
    const found = (await (await earlier(shown[0]?.id ?? '')).json()) as Earlier;
    shown = [...found.lines, ...shown];
    ({ hasEarlier } = found);
  }
  expect(shown.map(({ text }) => text)).toEqual(Array.from({ length: 240 }, (_, n) => `line ${n}`));
  expect(pieces).toBeLessThan(4);
});

test('has nothing of somebody else, and refuses what is no place', async () => {
  const { page, earlier } = await talked(60);
  const first = (await page.lines())[0]?.id ?? '';
  const stranger = await openPage(server);
  expect(await (await earlier(first, stranger.visitor, null)).json()).toEqual({ lines: [], hasEarlier: false });
  expect((await earlier('nonsense')).status).toBe(400);
  expect((await earlier(first, 'nobody')).status).toBe(401);
});

test('tells lines as they read by now', async () => {
  const page = await openPage(server);
  await page.says('I want to talk to a person');
  const own = randomUUID();
  await page.says('the gryphon is torn', own);
  await page.post({ id: randomUUID(), changes: own });
  await page.says('thank you');
  const lines = await page.lines();
  const answer = await fetch(`${server.url}/chat/earlier?before=${lines.at(-1)?.id}`, {
    headers: { authorization: `Bearer ${page.visitor}` },
  });
  const found = (await answer.json()) as Earlier;
  expect(JSON.stringify(found)).not.toContain('gryphon');
  expect(found.lines.map(({ id }) => id)).toEqual(lines.slice(0, -1).map(({ id }) => id));
});
