/** What is heard in Telegram's updates: from the door to the message, through the real ones. */

import { telegramDoor } from '../../../lambda/channels/telegram/door';
import { telegramLink } from '../../../lambda/channels/telegram/link';
import { createTelegram } from '../../../lambda/channels/telegram/send';
import type { InMessage, TextChannel } from '../../../lambda/services/reach/text-channel';
import {
  type FakeVendor,
  type OpenDoor,
  openDoor,
  openLog,
  openShelf,
  openVendor,
  type Scripted,
} from '../../kit/fake-vendor';
import { JPEG, OGG, PDF, PNG, SVG } from '../../kit/files';
import { seenInFirst, UPRIGHT } from '../../kit/seen-in';
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
    ['a sticker', { message: messageOf({ text: undefined, sticker: {} }) }],
    ['a voice', { message: messageOf({ text: undefined, voice: {} }) }],
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

it('words that were put in the place of others, and a caption; a place that moves on is nothing', async () => {
  const edited = (more: object) => heard({ edited_message: messageOf({ edit_date: 2_000_000_000, ...more }) });
  expect(await edited({ text: 'two bags' })).toEqual({ kind: 'changed', to: 'two bags' });
  shelf.all.splice(0);
  expect(await edited({ text: undefined, caption: 'torn' })).toEqual({ kind: 'changed', to: 'torn' });
  shelf.all.splice(0);
  const moved = { edited_message: messageOf({ text: undefined, location: { latitude: 1, longitude: 2 } }) };
  expect(await read(moved)).toEqual([]);
});

it('throws on what no door of ours has stored', async () => {
  const read = async () => channel.read({ source: 'telegram', key: 'k', lane: 'l', body: '{}' });
  await expect(read()).rejects.toThrow();
});

it.each(['', 'a'.repeat(65), 'a b', 'ö'])('makes no link that Telegram would not carry: "%s"', (token) => {
  expect(() => telegramLink('willow_bot', token)).toThrow(/64/);
});

it('a place in words that people read, with its name where it has one', async () => {
  const location = { latitude: 44.4056, longitude: 8.9463 };
  const map = 'https://www.openstreetmap.org/?mlat=44.40560&mlon=8.94630#map=17/44.40560/8.94630';
  const [here] = await read({ message: messageOf({ text: undefined, location }) });
  expect(here).toMatchObject({ heard: { kind: 'place', words: map } });
  shelf.all.splice(0);
  const venue = { location, title: 'Palazzo', address: 'Via Roma 7' };
  const [there] = await read({ message: messageOf({ text: undefined, venue }) });
  expect(there).toMatchObject({ heard: { words: `Palazzo\nVia Roma 7\n${map}` } });
});

describe('a picture', () => {
  const photo = [{ file_id: 'small', file_size: 9 }, { file_id: 'large' }];
  const file = (file_path: string) => ({ status: 200, json: { ok: true, result: { file_id: 'large', file_path } } });

  it('is fetched in its largest size, and its caption is heard after it', async () => {
    telegram.next(file('photos/7.jpg'), { status: 200, bytes: PNG });
    expect(await read({ message: messageOf({ text: undefined, photo, caption: 'it came torn' }) })).toMatchObject([
      { key: '81', heard: { kind: 'files', files: [{ type: 'image/png', bytes: PNG }] } },
      { key: '81/caption', heard: { kind: 'text', text: 'it came torn' } },
    ]);
    expect(telegram.asked.map(({ path }) => path.split('/').slice(-2).join('/'))).toEqual([
      expect.stringMatching(/getFile$/),
      'photos/7.jpg',
    ]);
    expect(telegram.asked[0]?.body).toEqual({ file_id: 'large' });
  });

  const heardIn = async (sent: object, ...answers: readonly Scripted[]) => {
    shelf.all.splice(0);
    telegram.next(...answers);
    return heard({ message: messageOf({ text: undefined, ...sent }) });
  };

  it('stands upright, and tells nobody where it was taken', async () => {
    const sent = await heardIn({ photo }, file('photos/7.jpg'), { status: 200, bytes: JPEG });
    expect(await seenInFirst([sent])).toEqual(UPRIGHT);
  });

  it.each([
    ['voice', OGG, 'audio/ogg'],
    ['audio', OGG, 'audio/ogg'],
    ['document', PDF, 'application/pdf'],
    ['video_note', SVG, 'text/plain'],
  ])('is not all that is fetched: %s is a file as well', async (kind, bytes, type) => {
    expect(await heardIn({ [kind]: { file_id: 'f' } }, file('f/1'), { status: 200, bytes })).toMatchObject({
      kind: 'files',
      files: [{ type, bytes }],
    });
  });

  it('sent as a file is one too; what is too large or gone is said to be', async () => {
    const document = { file_id: 'file', mime_type: 'image/png' };
    const heardOf = (...answers: readonly Scripted[]) => heardIn({ document }, ...answers);
    expect(await heardOf(refused(400, 'Bad Request: file is too big'))).toEqual({ kind: 'files', files: ['size'] });
    expect(await heardOf(file('../secret'))).toEqual({ kind: 'files', files: ['lost'] });
    expect(await heardOf(file('d/2.png'), { status: 404, json: {} })).toEqual({ kind: 'files', files: ['lost'] });
    await expect(heardOf(file('d/3.png'), { status: 502, json: {} })).rejects.toThrow('just now');
  });
});
