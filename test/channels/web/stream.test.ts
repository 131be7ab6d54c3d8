/** The stream: nothing lost, nothing twice, wherever it breaks; and when the house ends it. */

import fc from 'fast-check';
import { createParser } from '../../../web/chat/parser';
import { type ChatServer, type Got, linesIn, openPage, serveChat, type TestPage } from '../../kit/chat-server';
import { useHouse } from '../../kit/use-house';

// The property goes round many times.
const inHouse = useHouse();
let server: ChatServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const serve = async (rhythm = {}) => {
  server = await serveChat(inHouse.house, { rhythm: { poll: 20, ...rhythm } });
  return server;
};

/** A reader that is cut off after so many bytes, and comes back from the last whole event, until it has all. */
async function readInPieces(page: TestPage, cuts: readonly number[], total: number): Promise<readonly Got[]> {
  const got: Got[] = [];
  for (const cut of [...cuts, Infinity]) {
    if (got.length >= total) break;
    const leave = new AbortController();
    const response = await page.stream(got.at(-1)?.id, leave.signal);
    const parse = createParser();
    const decoder = new TextDecoder();
    let left = cut;
    for await (const piece of response.body ?? []) {
      const bytes = piece.subarray(0, Math.min(left, piece.length));
      left -= bytes.length;
      got.push(...linesIn(parse(decoder.decode(bytes, { stream: true }))));
      if (left <= 0 || got.length >= total) break;
    }
    leave.abort();
  }
  return got;
}

it('loses no line and doubles none, wherever it is cut', async () => {
  const chat = await serve();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 8 }),
      fc.nat({ max: 3 }),
      async (cuts, early) => {
        inHouse.house.clock.advance(3_600_000);
        const page = await openPage(chat);
        for (let said = 0; said < early; said += 1) await page.says(`what does shipping cost ${said}`);
        const reading = readInPieces(page, cuts, 8);
        for (let said = early; said < 4; said += 1) await page.says(`what does shipping cost ${said}`);
        const whole = await page.lines();
        expect(whole).toHaveLength(8);
        expect(await reading).toEqual(whole);
      },
    ),
    { numRuns: 15 },
  );
});

it('begins with the last fifty lines, then follows', async () => {
  const chat = await serve();
  const page = await openPage(chat);
  for (let said = 0; said < 26; said += 1) {
    inHouse.house.clock.advance(3_000);
    await page.says(`what does shipping cost ${said}`);
  }
  const lines = await page.lines();
  expect(lines).toHaveLength(50);
  expect(lines[0]?.text).toBe('what does shipping cost 1');
  expect(await page.lines('1.1')).toHaveLength(50);
});

it.each(['nonsense', '1', '-1.0', '1.0.0', '99999999999999999999.1'])('takes %s for no place at all', async (after) => {
  const page = await openPage(await serve());
  await page.says('what does shipping cost');
  expect(await page.lines(after)).toHaveLength(2);
});

it('says something now and then', async () => {
  const page = await openPage(await serve({ beat: 10 }));
  const leave = new AbortController();
  const response = await page.stream(undefined, leave.signal);
  const decoder = new TextDecoder();
  let heard = '';
  for await (const piece of response.body ?? []) {
    heard += decoder.decode(piece);
    if (/: still here\n\n.*: still here\n\n/s.test(heard)) break;
  }
  leave.abort();
  expect(heard).toMatch(/^retry: 1000\n\n/);
});

it('ends when the house closes, and says so', async () => {
  const chat = await serve();
  const page = await openPage(chat);
  const reading = page.read((events) => events.some(({ event }) => event === 'end'));
  await page.lines();
  await chat.close();
  server = null;
  expect((await reading).at(-1)).toMatchObject({ event: 'end', data: '{"reason":"stopping"}' });
});

it('ends when the token is not good any more', async () => {
  const page = await openPage(await serve({ recheck: 20 }));
  const reading = page.read((events) => events.some(({ event }) => event === 'end'));
  await page.lines();
  inHouse.house.clock.advance(31 * 24 * 3_600_000);
  expect((await reading).at(-1)).toMatchObject({ event: 'end', data: '{"reason":"signed-out"}' });
});

it('is open four times at most for a visitor; the oldest goes', async () => {
  const page = await openPage(await serve());
  const isEnd = (events: readonly { readonly event: string }[]) => events.some(({ event }) => event === 'end');
  const oldest = page.read(isEnd);
  await page.lines();
  const leave = new AbortController();
  for (let windows = 0; windows < 4; windows += 1) await page.stream(undefined, leave.signal);
  expect((await oldest).at(-1)).toMatchObject({ event: 'end', data: '{"reason":"too-many"}' });
  leave.abort();
});
