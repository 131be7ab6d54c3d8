/** What an open desk hears by itself: ids of what changed, as long as its agent may, and nothing else. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createParser, type ServerEvent } from '../../web/chat/parser';
import { handOffOf, keep } from '../contracts/store-hand-offs';
import { anyCall } from '../kit/call';
import { openHouse } from '../kit/house';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOfMarta, employ, type Sitting, serveDesk, sitDown } from './desk-server';

const at = useHouse();
let server: DeskServer;
let marta: Sitting;

beforeEach(async () => {
  ({ server, marta } = await deskOfMarta(at.house, { rhythm: { poll: 50, settle: 5, recheck: 40 } }));
});
afterEach(() => server.close());

async function listen(who: Sitting = marta) {
  const leave = new AbortController();
  const { body, headers } = await who.ask('/stream', undefined, {}, leave.signal);
  if (!body) throw new Error('the stream has no body');
  const pieces = body[Symbol.asyncIterator]();
  const parse = createParser();
  const decoder = new TextDecoder();
  const waiting: ServerEvent[] = [];
  const heard: ServerEvent[] = [];
  return {
    headers,
    heard,
    async until(event: string, has = ''): Promise<string> {
      for (;;) {
        const found = waiting.shift();
        if (found) heard.push(found);
        if (found?.event === event && found.data.includes(has)) return found.data;
        if (found) continue;
        const { value, done } = await pieces.next();
        if (done) throw new Error('the stream ended');
        waiting.push(...parse(decoder.decode(value, { stream: true })));
      }
    },
    leave: () => leave.abort(),
  };
}

test('tells of a new hand-off, of words, and of notes, by their ids alone', async () => {
  const desk = await listen();
  expect(desk.headers.get('content-type')).toMatch(/^text\/event-stream/);
  await desk.until('ready');
  const { id, texter } = await askForPerson(at.house);
  await desk.until('changed', id);
  await texter.says('my secret words');
  await desk.until('changed', id);
  await marta.act(id, 'note', { text: 'a secret note' });
  await desk.until('changed', id);
  await marta.takes(id);
  await desk.until('changed', id);
  for (const { event, data } of desk.heard) {
    expect(['ready', 'changed']).toContain(event);
    expect(data.replace(/["\w-]+/g, '')).toMatch(/^(\{\}|\{:\[,*\]\})$/);
    expect(data).not.toMatch(/secret/);
  }
  desk.leave();
});

test('tells what another server wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-desk-'));
  const [here, there] = [await openHouse({ folder }), await openHouse({ folder })];
  const own = await serveDesk(here, { rhythm: { poll: 30, settle: 5 } });
  await employ(own, 'marta');
  const desk = await listen(await sitDown(own, 'marta'));
  await desk.until('ready');
  await createTexter(there, { shopper: 'ana' }).says('I want to talk to a person');
  const [packet] = await there.store.handOffs.list(1);
  await desk.until('changed', packet?.id ?? 'none');
  desk.leave();
  await own.close();
  await here.close();
  await there.close();
  rmSync(folder, { recursive: true });
});

test('tells what was erased of what a page shows', async () => {
  const { store } = at.house;
  const looks = jest.spyOn(store.queue, 'movedSince');
  const desk = await listen();
  await desk.until('ready');
  for (const id of ['erased-one', 'other-one']) await keep({ store }, handOffOf(id));
  await desk.until('changed', 'other-one');
  expect(await marta.queue()).toHaveLength(2);
  const before = looks.mock.calls.length;
  await until(async () => looks.mock.calls.length >= before + 2);
  // All that was told of it so far stands before this.
  await marta.act('other-one', 'note', { text: 'a note' });
  await desk.until('changed', 'other-one');
  await store.privacy.erase(['erased-one'], null);
  expect(await desk.until('changed', 'erased-one')).toBe('{"ids":["erased-one"]}');
  expect(await marta.queue()).toHaveLength(1);
  desk.leave();
});

test('keeps its agent there for shoppers while it is open', async () => {
  const desk = await listen();
  await desk.until('ready');
  for (let halfMinute = 0; halfMinute < 4; halfMinute += 1) {
    at.house.clock.advance(60_000);
    const seen = at.house.clock.now();
    await until(async () => (await at.house.store.agents.byLogin('marta'))?.seenAt === seen);
  }
  expect((await at.house.desk.availability(anyCall())).kind).toBe('open');
  desk.leave();
});

test('ends when the agent signs out, is shut out, or the session is over', async () => {
  const signsOut = await listen();
  await signsOut.until('ready');
  await marta.ask('/session/end', {});
  expect(await signsOut.until('end')).toContain('signed-out');

  const again = await listen(await sitDown(server, 'marta'));
  await again.until('ready');
  const { id } = marta.me;
  await at.house.store.agents.change(id, { isDisabled: true });
  expect(await again.until('end')).toContain('signed-out');

  await at.house.store.agents.change(id, { isDisabled: false });
  const last = await listen(await sitDown(server, 'marta'));
  await last.until('ready');
  at.house.clock.advance(12 * 3_600_000);
  expect(await last.until('end')).toContain('signed-out');
});

test('gives way to a newer page when one agent has too many', async () => {
  const first = await listen();
  await first.until('ready');
  const others = [];
  for (let page = 0; page < 6; page += 1) others.push(await listen());
  expect(await first.until('end')).toContain('too-many');
  for (const { leave } of others) leave();
});

test('says that the house is stopping', async () => {
  const desk = await listen();
  await desk.until('ready');
  server.door.close();
  expect(await desk.until('end')).toContain('stopping');
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
