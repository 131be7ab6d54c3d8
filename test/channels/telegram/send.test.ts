/** What is sent to Telegram, and what its answers mean: over real HTTP, to a server of ours that answers like Telegram's. */

import { createTelegram } from '../../../lambda/channels/telegram/send';
import type { Contact } from '../../../lambda/services/reach/contacts';
import type { OutMessage } from '../../../lambda/services/reach/text-channel';
import { deadAddress, type FakeVendor, openVendor, type Scripted } from '../../kit/fake-vendor';
import { JPEG, PDF } from '../../kit/files';
import { outOf } from '../../kit/out-message';
import { ANA, contactOf, NOW, problemsOf, refused, settingsAt, TELEGRAM, took } from './kit';

let telegram: FakeVendor;
beforeEach(async () => {
  telegram = await openVendor(() => took(900));
});
afterEach(() => telegram.close());

type Case = { out?: Partial<OutMessage>; to?: Partial<Contact>; base?: string; within?: number };

/** Whatever is sent, Telegram's own description is asked about it. */
async function send({ out, to, base, within }: Case = {}) {
  const channel = createTelegram({
    settings: settingsAt(base ?? telegram.base),
    // The real one; only a deadline of ten seconds would be too long to wait for.
    fetch: within ? (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(within) }) : fetch,
    now: () => NOW,
  });
  const tried = await channel.send(outOf(out), contactOf(to));
  expect(problemsOf(telegram.asked)).toEqual([]);
  return tried;
}
const bodies = () => telegram.asked.map(({ body }) => body as Record<string, unknown>);
const texts = () => bodies().map(({ text }) => String(text));
const options = (...labels: readonly string[]) => labels.map((label, at) => ({ id: `option-${at}`, label }));

(TELEGRAM ? it : it.skip)(
  "holds every request of these tests against Telegram's list (skipped without EARSHOT_SPECS)",
  () => {
    const asked = { method: 'POST', path: '/bot1:a/sendMessage', headers: {} };
    expect(problemsOf([{ ...asked, body: { chat_id: 1, text: 'x' } }])).toEqual([]);
    expect(problemsOf([{ ...asked, body: { chat_id: 1, words: 'x' } }])).not.toEqual([]);
  },
);

describe('a message', () => {
  it('is plain text, without a preview that would open a link first', async () => {
    const text = '*It* <b>costs</b> _14.80_ & more';
    expect(await send({ out: { text } })).toEqual({ kind: 'done', ref: `${ANA}/900` });
    expect(telegram.asked[0]).toMatchObject({ method: 'POST', path: '/bot1:a-token-of-these-tests/sendMessage' });
    expect(bodies()).toEqual([{ chat_id: ANA, text, link_preview_options: { is_disabled: true } }]);
  });

  it('names the person who writes, and ends with the link', async () => {
    await send({
      out: { by: 'person', name: 'Marta', text: 'A new bag is on its way.', link: 'https://shop.example/#s' },
    });
    expect(texts()).toEqual(['Marta:\nA new bag is on its way.\n\nhttps://shop.example/#s']);
  });

  it('shows short options side by side', async () => {
    await send({ out: { options: options('Yes', 'No') } });
    const keyboard = [
      [
        { text: 'Yes', callback_data: 'option-0' },
        { text: 'No', callback_data: 'option-1' },
      ],
    ];
    expect(bodies()[0]).toMatchObject({ reply_markup: { inline_keyboard: keyboard } });
  });

  it('shows long options one under the other', async () => {
    await send({ out: { options: options('Bella Roma ground coffee', 'Tea') } });
    const keyboard = [
      [{ text: 'Bella Roma ground coffee', callback_data: 'option-0' }],
      [{ text: 'Tea', callback_data: 'option-1' }],
    ];
    expect(bodies()[0]).toMatchObject({ reply_markup: { inline_keyboard: keyboard } });
  });

  it('writes options as a numbered list where a button could not bring back the id', async () => {
    await send({
      out: {
        text: 'Which?',
        options: [
          { id: 'é'.repeat(33), label: 'Red' },
          { id: 'b', label: 'Blue' },
        ],
      },
    });
    expect(bodies()).toEqual([expect.not.objectContaining({ reply_markup: expect.anything() })]);
    expect(texts()).toEqual(['Which?\n\n1. Red\n2. Blue']);
  });

  it('of 4 096 characters is one, a longer one is parted at a sentence, with the options under the last', async () => {
    await send({ out: { text: 'a'.repeat(4_096) } });
    expect(texts()).toHaveLength(1);
    const text = 'One sentence of it. '.repeat(300).trim();
    telegram.next(took(901), took(902));
    expect(await send({ out: { text, options: options('Yes') } })).toEqual({ kind: 'done', ref: `${ANA}/901+902` });
    const parts = texts().slice(1);
    expect(parts.map((part) => part.endsWith('of it.'))).toEqual([true, true]);
    expect(parts.join(' ')).toBe(text);
    expect(bodies().map((body) => 'reply_markup' in body)).toEqual([false, false, true]);
  });
});

describe('an answer of Telegram', () => {
  it('that is a flood is one for later, after as long as it says', async () => {
    telegram.next(refused(429, 'Too Many Requests: retry after 17', { retry_after: 17 }));
    expect(await send()).toEqual({
      kind: 'later',
      why: 'Telegram 429: Too Many Requests: retry after 17',
      after: 17_000,
    });
    expect(telegram.asked).toHaveLength(1);
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: user is deactivated'],
    [400, 'Bad Request: chat not found'],
  ])('%s %s is the last word', async (code, description) => {
    telegram.next(refused(code, description));
    expect(await send()).toEqual({ kind: 'dead', why: `Telegram ${code}: ${description}` });
  });

  it.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])('%s is about the token, which the shop can put right', async (code, description) => {
    telegram.next(refused(code, description));
    expect(await send()).toMatchObject({ kind: 'later', after: 300_000 });
  });

  it.each([
    ['in its own words', refused(500, 'Internal Server Error')],
    ['in nobody’s words', { status: 503, text: '<html>' }],
  ] as [string, Scripted][])('that is a failure of theirs is one for later, %s', async (_, answer) => {
    telegram.next(answer);
    expect(await send()).toMatchObject({ kind: 'later' });
  });

  it.each([
    ['that is no JSON', { status: 200, text: '<html>' }],
    ['that says nothing', { status: 200, json: {} }],
    ['without a message', { status: 200, json: { ok: true, result: true } }],
    ['of a gateway that waited in vain', { status: 504, text: 'timeout' }],
    ['of a gateway, in words of Telegram', refused(502, 'Bad Gateway')],
    ['that is an end of the connection', 'hang-up'],
  ] as [string, Scripted][])('leaves it open whether it arrived: %s', async (_, answer) => {
    telegram.next(answer);
    expect(await send()).toMatchObject({ kind: 'unknown' });
    expect(telegram.asked).toHaveLength(1);
  });
});

it('does not know what became of a message when no answer comes', async () => {
  telegram.next('silence');
  expect(await send({ within: 300 })).toMatchObject({ kind: 'unknown' });
  expect(telegram.asked).toHaveLength(1);
});

it('tries later when nothing was sent at all', async () => {
  const why = 'Telegram cannot be reached (ECONNREFUSED)';
  expect(await send({ base: await deadAddress() })).toEqual({ kind: 'later', why });
});

it('does not send everything again where only a part may have arrived', async () => {
  telegram.next(took(901), refused(429, 'Too Many Requests', { retry_after: 3 }));
  expect(await send({ out: { text: 'a '.repeat(3_000) } })).toEqual({
    kind: 'unknown',
    why: 'only 1 of 2 parts are known to have arrived',
  });
});

it('gives up on an address that cannot be one of Telegram', async () => {
  expect(await send({ to: { address: '@willow' } })).toMatchObject({ kind: 'dead' });
  expect(telegram.asked).toEqual([]);
});

it('says its token nowhere but to Telegram', async () => {
  telegram.next('hang-up', { status: 503, text: 'x' });
  const said = JSON.stringify([await send(), await send(), await send({ base: await deadAddress() })]);
  expect(said).not.toContain('a-token-of-these-tests');
});

describe('a file of a person', () => {
  const file = (type: 'image/jpeg' | 'application/pdf', bytes: Buffer) => ({ id: 'f', type, bytes });

  it('is a picture where it is one, else a document, under a name of ours', async () => {
    const by = { by: 'person', name: 'Marta', text: '' } as const;
    expect(await send({ out: { ...by, file: file('image/jpeg', JPEG) } })).toEqual({ kind: 'done', ref: `${ANA}/900` });
    await send({ out: { ...by, file: file('application/pdf', PDF) } });
    expect(telegram.asked.map(({ path }) => path.split('/').at(-1))).toEqual(['sendPhoto', 'sendDocument']);
    const sent = bodies().map((body) => ({
      caption: body.caption,
      chat: body.chat_id,
      file: Object.values(body).find((value) => typeof value === 'object'),
    }));
    expect(sent).toMatchObject([
      { caption: 'Marta', chat: String(ANA), file: { name: 'photo.jpg', bytes: JPEG } },
      { caption: 'Marta', chat: String(ANA), file: { name: 'file.pdf', bytes: PDF } },
    ]);
  });

  it('that Telegram refuses is said to be', async () => {
    telegram.next(refused(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'));
    expect(await send({ out: { file: file('image/jpeg', JPEG) } })).toMatchObject({ kind: 'dead' });
  });
});
