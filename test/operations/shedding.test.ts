/** An overloaded server says that it is busy, in words a speaker can say, and goes on when there is room again. */

import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Response } from 'ask-sdk-model';
import { brokenRules } from '../../lambda/channels/alexa/rules';
import { busyIn } from '../../lambda/house/busy';
import { watchLag } from '../../lambda/operations/lag';
import { createShedding, type Shedding } from '../../lambda/operations/shedding';
import { type House, openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';

let house: House;
let server: Server;
let shedding: Shedding;
let late = 0;
/** Ends the turns that are under way. */
let finish: (() => void)[] = [];

beforeEach(async () => {
  house = await openHouse();
  late = 0;
  finish = [];
  shedding = createShedding({ most: 2, lag: () => late, busy: busyIn(house.voice) });
  server = createServer((req, res) => {
    const door = req.url === '/alexa' ? shedding.alexa : shedding.others;
    door(req, res, () => {
      req.resume();
      if (req.method === 'GET') res.end('read');
      else finish.push(() => res.end('{"version":"1.0","response":{}}'));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  for (const end of finish) end();
  server.closeAllConnections();
  server.close();
  await house.close();
});

type Got = { readonly status: number; readonly body: string; readonly retry: string | undefined };

function send(body: string, { path = '/alexa', method = 'POST' } = {}): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method }, (res) => {
      let text = '';
      res.on('data', (chunk) => {
        text += chunk;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, body: text, retry: res.headers['retry-after'] }));
    });
    sent.once('error', reject).end(method === 'GET' ? undefined : body);
  });
}

function launch(locale = 'en-GB'): string {
  const speaker = createSpeaker(house, { locale });
  return JSON.stringify(speaker.envelope({ type: 'LaunchRequest' }));
}

/** Two turns that do not end until the test says so. */
async function fill(): Promise<readonly Promise<Got>[]> {
  const turns = [send(launch()), send(launch())];
  while (finish.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  return turns;
}

function responseOf({ body }: Got): Response {
  return JSON.parse(body).response;
}

it.each([
  ['en-GB', /minute/],
  ['it-IT', /minuto/],
])('says so in %s once there are more turns than it serves', async (locale, words) => {
  await fill();
  const got = await send(launch(locale));
  expect(got.status).toBe(200);
  const response = responseOf(got);
  expect(JSON.stringify(response.outputSpeech)).toMatch(words);
  expect(response.shouldEndSession).toBe(true);
  expect(brokenRules(response, 'LaunchRequest')).toEqual([]);
});

it('serves again as soon as a turn has ended', async () => {
  const turns = await fill();
  await send(launch());
  for (const end of finish.splice(0)) end();
  await Promise.all(turns);
  await fill();
  expect(shedding.counts()).toEqual({ underWay: 2, shed: 1 });
});

it('says so when the event loop is late, however few the turns', async () => {
  late = 501;
  expect(responseOf(await send(launch())).outputSpeech).toBeDefined();
  expect(shedding.counts()).toEqual({ underWay: 0, shed: 1 });
});

it('varies its words', async () => {
  late = 1_000;
  const said = new Set<string>();
  for (let at = 0; at < 20; at += 1) said.add((await send(launch())).body);
  expect(said.size).toBe(3);
});

it.each([
  [
    'an event, which Alexa brings again',
    (envelope: string) => envelope.replace('LaunchRequest', 'AlexaSkillEvent.SkillDisabled'),
  ],
  ['a locale nobody speaks here', (envelope: string) => envelope.replace('en-GB', 'ja-JP')],
  ['what is no request', () => 'nothing'],
  ['what is too large', (envelope: string) => envelope + ' '.repeat(110_000)],
])('answers 503 to %s', async (_what, made) => {
  late = 1_000;
  expect(await send(made(launch()))).toEqual({ status: 503, body: '', retry: '1' });
});

it('answers 503 on other channels, and lets reading pass', async () => {
  await fill();
  expect(await send('{"text":"hello"}', { path: '/chat/messages' })).toEqual({ status: 503, body: '', retry: '1' });
  expect((await send('', { path: '/chat', method: 'GET' })).body).toBe('read');
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
