/** An overloaded server says that it is busy, in words a speaker can say, and goes on when there is room again. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brokenRules } from '../../lambda/channels/alexa/rules';
import { busyIn } from '../../lambda/house/busy';
import { watchLag } from '../../lambda/operations/lag';
import { createShedding, type Shedding } from '../../lambda/operations/shedding';
import { type HouseDoor, openHouseDoor } from '../fixtures/house-door';
import { openPage, serveChat } from '../kit/chat-server';
import { type House, openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';

let house: House;
let door: HouseDoor;
let shedding: Shedding;
let late = 0;
/** Ends the turns that are under way. */
let finish: (() => void)[] = [];
/** Whether turns end by themselves. */
let hangs = true;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  late = 0;
  finish = [];
  hangs = true;
  shedding = createShedding({ most: 2, lag: () => late, busy: busyIn(house.voice) });
  const answer = shedding.around(async (turn, onSlow) => {
    if (hangs) await new Promise<void>((resolve) => finish.push(resolve));
    return house.app.answer(turn, onSlow);
  });
  door = await openHouseDoor(house, { answer, local: { admits: () => true } });
});
afterEach(async () => {
  for (const end of finish) end();
  await door.close();
});
afterAll(() => house.close());

const ID = '0e1f7f6c-1c5e-4f59-9f0c-0c2f6c1b6a01';
const LOCALLY = { Host: 'localhost:3000' };
const send = (body: string) => door.post(body, LOCALLY);

let sent = 0;
function request(type = 'LaunchRequest', locale = 'en-GB'): string {
  sent += 1;
  return JSON.stringify(createSpeaker(house, { locale, name: `busy-${sent}` }).envelope({ type }));
}

/** Two turns that do not end until the test says so. */
async function fill(): Promise<readonly Promise<unknown>[]> {
  const turns = [send(request()), send(request())].map((turn) => turn.catch(() => null));
  while (finish.length < 2) await new Promise(setImmediate);
  return turns;
}

const responseOf = ({ body }: { readonly body: string }) => JSON.parse(body).response;

it.each([
  ['en-GB', /minute/],
  ['it-IT', /minuto/],
])('says so in %s once there are more turns than it serves', async (locale, words) => {
  await fill();
  const got = await send(request('LaunchRequest', locale));
  expect(got.status).toBe(200);
  const response = responseOf(got);
  expect(JSON.stringify(response.outputSpeech)).toMatch(words);
  expect(response.shouldEndSession).toBe(true);
  expect(brokenRules(response, 'LaunchRequest')).toEqual([]);
});

it('serves again as soon as a turn has ended, also one that broke', async () => {
  const turns = await fill();
  await send(request());
  for (const end of finish.splice(0)) end();
  await Promise.all(turns);
  expect(shedding.counts()).toEqual({ underWay: 0, shed: 1 });
  const broken = shedding.around(() => Promise.reject(new Error('no')));
  await expect(broken({ locale: 'en-GB' } as Parameters<typeof broken>[0])).rejects.toThrow('no');
  expect(shedding.counts().underWay).toBe(0);
});

it('says so when the event loop is late, however few the turns, and varies its words', async () => {
  late = 501;
  const said = new Set<string>();
  for (let at = 0; at < 12; at += 1) said.add(JSON.stringify(responseOf(await send(request())).outputSpeech));
  expect(said.size).toBe(3);
  expect(shedding.counts()).toEqual({ underWay: 0, shed: 12 });
});

it('counts no turn of whoever is refused, and says nothing to them', async () => {
  late = 1_000;
  for (const body of ['nothing', request('LaunchRequest', 'ja-JP')]) expect((await send(body)).status).toBe(400);
  expect(await door.post(request(), { Host: 'shop.example' })).toEqual({ status: 400, body: '' });
  expect(shedding.counts()).toEqual({ underWay: 0, shed: 0 });
});

it('tells the chat to come again, and keeps what was not taken for the next try', async () => {
  hangs = false;
  const answer: House['app']['answer'] = shedding.around(house.app.answer);
  const chat = await serveChat({ ...house, app: { ...house.app, answer } });
  const page = await openPage(chat);
  late = 1_000;
  const refused = await page.post({ id: ID, text: 'hello' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  late = 0;
  expect(await page.says('hello', ID)).toBe(202);
  await chat.close();
});

it('has senders of webhooks come again, and lets reading pass', async () => {
  const server = createServer((req, res) => shedding.webhooks(req, res, () => res.end('taken'))).listen(0);
  const { port } = server.address() as AddressInfo;
  const knock = (method: string) => fetch(`http://127.0.0.1:${port}`, { method });
  late = 1_000;
  const refused = await knock('POST');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await (await knock('GET')).text()).toBe('taken');
  late = 0;
  expect(await (await knock('POST')).text()).toBe('taken');
  server.closeAllConnections();
  server.close();
});

it('knows how late the event loop is before its own timer does', () => {
  let now = 0;
  const { lag, stop } = watchLag(() => now);
  now = 50;
  expect(lag()).toBe(0);
  now = 950;
  expect(lag()).toBe(900);
  stop();
});
