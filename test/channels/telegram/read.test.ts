/** What is heard in Telegram's updates: from the door to the message, through the real ones. */

import { telegramDoor } from '../../../lambda/channels/telegram/door';
import { telegramLink } from '../../../lambda/channels/telegram/link';
import { createTelegram } from '../../../lambda/channels/telegram/send';
import type { InMessage, TextChannel } from '../../../lambda/services/reach/text-channel';
import { type FakeVendor, type OpenDoor, openDoor, openLog, openShelf, openVendor } from '../../kit/fake-vendor';
import { ANA, HEADERS, messageOf, NOW, problemsOf, refused, SECRET, settingsAt, tapOf, updateOf } from './kit';

let telegram: FakeVendor;
let channel: TextChannel;
let door: OpenDoor;
let shelf: ReturnType<typeof openShelf>;
beforeEach(async () => {
  shelf = openShelf();
  telegram = await openVendor(() => ({ status: 200, json: { ok: true, result: true } }));
  channel = createTelegram({ settings: settingsAt(telegram.base), fetch, now: () => NOW });
  door = await openDoor(
    telegramDoor({ settings: { secrets: [SECRET] }, put: shelf.put, now: () => NOW, log: openLog() }),
  );
});
afterEach(async () => {
  await door.close();
  await telegram.close();
});

async function read(things: object): Promise<readonly InMessage[]> {
  await fetch(`${door.url}/channels/telegram`, { method: 'POST', body: updateOf(81, things), headers: HEADERS });
  return (await Promise.all(shelf.all.map((received) => channel.read(received)))).flat();
}
async function heard(things: object): Promise<unknown> {
  const [one] = await read(things);
  return one?.kind === 'heard' ? one.heard : one;
}
async function askedOnce(): Promise<unknown> {
  while (telegram.asked.length === 0) await new Promise((next) => setTimeout(next, 5));
  expect(problemsOf(telegram.asked)).toEqual([]);
  return telegram.asked.map(({ path, body }) => [path, body]);
}

describe('hears', () => {
  it('words, from whom, in which language, and under which key', async () => {
    expect(await read({ message: messageOf() })).toEqual([
      {
        kind: 'heard',
        from: { address: String(ANA) },
        key: '81',
        heard: { kind: 'text', text: 'where is my order' },
        locale: 'it',
      },
    ]);
  });

  it.each([
    ['pt-br', 'pt-BR'],
    ['zh-hans', 'zh-Hans'],
    ['no language!', undefined],
    [undefined, undefined],
  ])('the language %s as %s', async (language_code, locale) => {
    const [one] = await read({ message: messageOf({ from: { id: ANA, language_code } }) });
    expect(one).toHaveProperty('heard');
    expect(one && 'locale' in one ? one.locale : undefined).toBe(locale);
  });

  it('somebody who came through a link of ours', async () => {
    const token = `${'Ab1_-'.repeat(12)}wxyz`;
    const link = new URL(telegramLink('@willow_bot', token));
    expect([link.host, link.pathname]).toEqual(['t.me', '/willow_bot']);
    const text = `/start ${link.searchParams.get('start')}`;
    expect(await heard({ message: messageOf({ text }) })).toEqual({ kind: 'joined', token });
  });

  it('somebody who found the bot alone', async () => {
    expect(await heard({ message: messageOf({ text: '/start' }) })).toEqual({ kind: 'launched' });
  });

  it.each(['/start two tokens', '/started', 'say /start abc', '/help'])('"%s" as words', async (text) => {
    expect(await heard({ message: messageOf({ text }) })).toEqual({ kind: 'text', text });
  });

  it('a tap, with what the button says, and tells Telegram so', async () => {
    expect(await heard({ callback_query: tapOf('yes') })).toEqual({
      kind: 'choice',
      option: 'yes',
      label: 'Yes, please',
    });
    expect(await askedOnce()).toEqual([
      ['/bot1:a-token-of-these-tests/answerCallbackQuery', { callback_query_id: '4001' }],
    ]);
  });

  it('a tap under a message that Telegram has no longer', async () => {
    expect(await heard({ callback_query: tapOf('yes', { message: undefined }) })).toEqual({
      kind: 'choice',
      option: 'yes',
    });
    expect(shelf.all[0]?.lane).toBe(String(ANA));
    await askedOnce();
  });

  it('a tap even where Telegram does not want to know', async () => {
    telegram.next(refused(400, 'Bad Request: query is too old'));
    expect(await heard({ callback_query: tapOf('no') })).toEqual({ kind: 'choice', option: 'no', label: 'No' });
    await askedOnce();
  });

  it.each([
    ['a photo, even with words under it', { message: messageOf({ text: undefined, photo: [{}], caption: 'torn' }) }],
    ['a sticker', { message: messageOf({ text: undefined, sticker: {} }) }],
    ['a voice', { message: messageOf({ text: undefined, voice: {} }) }],
    ['words that were changed afterwards', { edited_message: messageOf({ edit_date: 2_000_000_000 }) }],
    ['words of blanks', { message: messageOf({ text: ' \n ' }) }],
  ])('nothing in %s, but that there was something', async (_, things) => {
    expect(await heard(things)).toEqual({ kind: 'event', name: 'unsupported' });
  });

  it.each([
    ['another bot', { message: messageOf({ from: { id: 9, is_bot: true } }) }],
    ['nobody', { message: messageOf({ from: undefined }) }],
  ])('nothing from %s', async (_, things) => {
    expect(await read(things)).toEqual([]);
  });

  it('no control character and no half of an emoji', async () => {
    expect(await heard({ message: messageOf({ text: 'torn\ud83d bag\u0000\nsorry 😢' }) })).toEqual({
      kind: 'text',
      text: 'torn  bag \nsorry 😢',
    });
  });
});

it('throws on what no door of ours has stored', () => {
  expect(() => channel.read({ source: 'telegram', key: 'k', lane: 'l', body: '{}' })).toThrow();
});

it.each(['', 'a'.repeat(65), 'a b', 'ö'])('makes no link that Telegram would not carry: "%s"', (token) => {
  expect(() => telegramLink('willow_bot', token)).toThrow(/64/);
});
