/** A language somebody is still writing: those who write it hear and read it, and nobody is offered it. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleState } from '../../lambda/console/protocol';
import { add } from '../../scripts/locales/add';
import { sayReplies } from '../../scripts/locales/say';
import { openPage, serveChat } from '../kit/chat-server';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';
import { useHouse } from '../kit/use-house';

const root = mkdtempSync(join(tmpdir(), 'earshot-draft-'));
const locales = join(root, 'locales');
const at = useHouse({ locales });
let developer: ConsoleServer;

beforeAll(async () => {
  cpSync(LOCALES, locales, { recursive: true });
  cpSync(join(LOCALES, '../shop'), join(root, 'shop'), { recursive: true });
  add({ root }, { code: 'sl', name: 'Slovenščina' });
  const file = join(locales, 'sl/speech.json');
  const speech = JSON.parse(readFileSync(file, 'utf8'));
  speech.Welcome.first = 'Dobrodošli pri {{shop}}.';
  writeFileSync(file, JSON.stringify(speech));
  developer = await serveConsole({ locales });
});

afterAll(async () => {
  await developer.close();
  rmSync(root, { recursive: true });
});

test('is tried in the console: what has no words is a tone, and shows its key', async () => {
  const { locales: tried } = await developer.get<ConsoleState>('/state');
  expect(tried.filter(({ isDraft }) => isDraft).map(({ locale }) => locale)).toContain('sl');
  const { response } = await developer.say({ kind: 'launch' }, { locale: 'sl', shopper: null });
  const speech = response?.response.outputSpeech;
  expect(speech).toMatchObject({
    ssml: expect.stringMatching(/^<speak>Dobrodošli pri Willow Market\. <audio src="soundbank:/),
  });
  expect(developer.house.errors).toEqual([]);
});

test('is tried in the chat, which says that it is a draft', async () => {
  const page = await openPage(developer, { locale: 'sl-SI' });
  expect(await page.says('živjo')).toBe(202);
  expect((await page.lines()).at(-1)?.text).toMatch(/\[Fallback\.\w+(\.\w)?\]/);
  const words = await (await fetch(`${developer.url}/chat/words?locale=sl`)).json();
  expect(words).toMatchObject({ lang: 'sl', isDraft: true, words: { send: '[chat.send] Send' } });
});

test('a phrase inside another that has no words yet shows its key there, and does not go unnoticed', async () => {
  const file = join(locales, 'it/language.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), status: 'draft' }));
  const speech = JSON.parse(readFileSync(join(locales, 'it/speech.json'), 'utf8'));
  speech.format.hour_16 = 'TODO: four';
  writeFileSync(join(locales, 'it/speech.json'), JSON.stringify(speech));
  const said = sayReplies({ root }, 'it', 'OrderStatus').flatMap((reply) => reply.said);
  expect(said.some(({ heard }) => heard.includes('[format.hour_16]'))).toBe(true);
});

test('is offered to nobody where the house was not opened to write it', async () => {
  const chat = await serveChat(at.house);
  const refused = await fetch(`${chat.url}/chat/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locale: 'sl' }),
  });
  await chat.close();
  expect(refused.status).toBe(400);
  expect([at.house.voice.supports('sl'), at.house.voice.drafts]).toEqual([false, []]);
  expect(developer.house.voice.supports('sl')).toBe(false);
  for (const { voice } of [at.house, developer.house]) expect(voice.languages).not.toContain('sl');
});
