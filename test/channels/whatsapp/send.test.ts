/** What is sent to WhatsApp, and what its answers mean: over real HTTP, to a server of ours that answers like Meta's. */

import type { WhatsappSettings } from '../../../lambda/channels/whatsapp/options';
import { createWhatsapp } from '../../../lambda/channels/whatsapp/send';
import type { Contact } from '../../../lambda/services/reach/contacts';
import type { OutMessage } from '../../../lambda/services/reach/text-channel';
import { deadAddress, type FakeVendor, openVendor, type Scripted } from '../../kit/fake-vendor';
import { JPEG } from '../../kit/files';
import { outOf } from '../../kit/out-message';
import { META, problemsOf } from './judged';
import { ANA, contactOf, NOW, settingsAt } from './kit';

const DAY = 24 * 3_600_000;
let meta: FakeVendor;
beforeEach(async () => {
  meta = await openVendor(() => accepted('wamid.new'));
});
afterEach(() => meta.close());

const accepted = (id: string): Scripted => ({
  status: 200,
  json: { messaging_product: 'whatsapp', contacts: [{ input: '1', wa_id: '1' }], messages: [{ id }] },
});
const refused = (status: number, code: number, message = `(#${code}) In Meta's words`): Scripted => ({
  status,
  json: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A' } },
});

type Case = { out?: Partial<OutMessage>; to?: Partial<Contact>; settings?: Partial<WhatsappSettings>; within?: number };

/** Whatever is sent, Meta's own description is asked about it. */
async function send({ out, to, settings, within }: Case = {}) {
  const channel = createWhatsapp({
    settings: { ...settingsAt(meta.base), ...settings },
    // The real one; only a deadline of ten seconds would be too long to wait for.
    fetch: within ? (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(within) }) : fetch,
    now: () => NOW,
  });
  const tried = await channel.send(outOf(out), contactOf(to));
  expect(problemsOf(meta.asked)).toEqual([]);
  return tried;
}
const bodies = () => meta.asked.map(({ body }) => body as Record<string, unknown>);
const options = (...labels: readonly string[]) => labels.map((label, at) => ({ id: `option-${at}`, label }));

(META ? it : it.skip)(
  "holds every request of these tests against Meta's description (skipped without EARSHOT_SPECS)",
  () => {
    const asked = { method: 'POST', path: '/v23.0/1/messages', headers: { 'user-agent': 'a/1.0.0' } };
    const body = {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '39',
      type: 'text',
      text: { body: 'x' },
    };
    expect(problemsOf([{ ...asked, body }])).toEqual([]);
    expect(problemsOf([{ ...asked, body: { ...body, text: { words: 'x' } } }])).not.toEqual([]);
  },
);

describe('within a day of the last words of the shopper', () => {
  it('writes freely and keeps the id', async () => {
    expect(await send()).toEqual({ kind: 'done', ref: 'wamid.new' });
    expect(meta.asked[0]).toMatchObject({ method: 'POST', path: '/v23.0/8001/messages' });
    expect(meta.asked[0]?.headers).toMatchObject({ authorization: 'Bearer a token of these tests' });
    expect(bodies()).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: ANA.number,
        type: 'text',
        text: { body: 'It is out for delivery.', preview_url: false },
      },
    ]);
  });

  it('names the person who writes, and ends with the link', async () => {
    await send({
      out: { by: 'person', name: 'Marta *B*', text: 'A new bag is on its way.', link: 'https://shop.example/#s' },
    });
    const body = '*Marta B*\nA new bag is on its way.\n\nhttps://shop.example/#s';
    expect(bodies()[0]?.text).toEqual({ body, preview_url: false });
  });

  it('writes to an id in the field for ids: in the other one it would be lost without an error', async () => {
    await send({ to: { address: ANA.scopedId } });
    expect(bodies()[0]).toMatchObject({ recipient: ANA.scopedId });
    expect(bodies()[0]).not.toHaveProperty('to');
  });

  it('writes a number without its signs', async () => {
    await send({ to: { address: '+39 06-1234 5678' } });
    expect(bodies()[0]).toMatchObject({ to: ANA.number });
  });

  it('shows up to three short options as buttons', async () => {
    await send({ out: { options: options('Yes', 'No', 'Something else 20ch') } });
    expect(bodies()[0]).toMatchObject({ type: 'interactive', interactive: { type: 'button' } });
    expect(JSON.stringify(bodies()[0])).toContain('{"id":"option-2","title":"Something else 20ch"}');
  });

  it('shows more options, or longer ones, as a list, the whole label beside what is cut', async () => {
    await send({ out: { options: options('Red', 'Blue', 'Green', 'Bella Roma ground coffee, two bags ☕️') } });
    const rows = [
      { id: 'option-0', title: 'Red' },
      { id: 'option-1', title: 'Blue' },
      { id: 'option-2', title: 'Green' },
      {
        id: 'option-3',
        title: 'Bella Roma ground coffe…',
        description: 'Bella Roma ground coffee, two bags ☕️',
      },
    ];
    expect(bodies()[0]?.interactive).toMatchObject({ type: 'list', action: { button: '1–4', sections: [{ rows }] } });
  });

  it.each([
    ['more than a list holds', options(...'abcdefghijk')],
    [
      'two of the same beginning',
      options(`${'Ground coffee, very strong'} one`, `${'Ground coffee, very strong'} two`),
    ],
    ['one longer than any row', options('a'.repeat(73), 'b')],
    ['an id longer than any button brings', [{ id: 'x'.repeat(257), label: 'Yes' }]],
  ])('writes options that cannot be tapped as a numbered list: %s', async (_, all) => {
    await send({ out: { text: 'Which one?', options: all } });
    const body = `Which one?\n\n${all.map(({ label }, at) => `${at + 1}. ${label}`).join('\n')}`;
    expect(bodies()).toEqual([expect.objectContaining({ type: 'text', text: { body, preview_url: false } })]);
  });

  it('keeps options readable under a text too long to have buttons', async () => {
    await send({ out: { text: 'a'.repeat(1_025), options: options('Yes', 'No') } });
    expect(bodies()).toEqual([expect.objectContaining({ type: 'text' })]);
    expect(JSON.stringify(bodies()[0])).toContain('1. Yes\\n2. No');
  });

  it('merges everything into one message, and parts only what WhatsApp would not take', async () => {
    const text = 'One sentence of it. '.repeat(300).trim();
    meta.next(accepted('wamid.a'), accepted('wamid.b'));
    expect(await send({ out: { text } })).toEqual({ kind: 'done', ref: 'wamid.b' });
    const parts = bodies().map((body) => (body.text as { body: string }).body);
    expect(parts.map((part) => part.length <= 4_096 && part.endsWith('of it.'))).toEqual([true, true]);
    expect(parts.join(' ')).toBe(text);
  });

  it('never parts an emoji', async () => {
    await send({ out: { text: `a${'😢'.repeat(3_000)}` } });
    const parts = bodies().map((body) => (body.text as { body: string }).body);
    expect(parts.join('')).toBe(`a${'😢'.repeat(3_000)}`);
    expect(parts.filter((part) => /\p{Cs}/u.test(part))).toEqual([]);
  });
});

describe('after that day', () => {
  const later = { heardAt: NOW - DAY };

  it.each([
    ['a day ago', later],
    ['never', { heardAt: 0 }],
  ])('sends the template: heard %s', async (_, to) => {
    const out = { by: 'person', name: 'Marta', reference: '4821', text: 'A new bag is on its way.' } as const;
    expect(await send({ to, out })).toEqual({ kind: 'held', why: expect.stringContaining('template') });
    expect(bodies()).toEqual([
      expect.objectContaining({
        type: 'template',
        template: {
          name: 'answer_waits',
          language: { policy: 'deterministic', code: 'it' },
          components: [
            {
              type: 'body',
              parameters: [
                { type: 'text', text: 'Marta' },
                { type: 'text', text: '4821' },
              ],
            },
          ],
        },
      }),
    ]);
  });

  it('fills every parameter with something, on one line', async () => {
    await send({ to: later, out: { title: 'Your\norder', name: null, reference: null } });
    expect(JSON.stringify(bodies()[0])).toContain('[{"type":"text","text":"Your order"},{"type":"text","text":"–"}]');
  });

  it('gives up where there is no template, and says why', async () => {
    expect(await send({ to: later, settings: { template: null } })).toEqual({
      kind: 'dead',
      why: expect.stringContaining('no template'),
    });
    expect(meta.asked).toEqual([]);
  });

  it("believes WhatsApp's clock before ours: the template, once", async () => {
    meta.next(refused(400, 131047));
    expect(await send()).toMatchObject({ kind: 'held' });
    expect(bodies().map(({ type }) => type)).toEqual(['text', 'template']);
  });

  it('does not go round in circles where WhatsApp takes no template either', async () => {
    meta.next(refused(400, 131047), refused(400, 131047));
    expect(await send()).toMatchObject({ kind: 'dead' });
    expect(meta.asked).toHaveLength(2);
  });
});

describe('an answer of WhatsApp', () => {
  it.each([
    ['too many to one person', refused(400, 131056), 6_000],
    ['too many of one number', refused(429, 130429), 10_000],
    ['too many of one account', refused(400, 80007), 60_000],
    ['out of service', refused(503, 131016), 30_000],
    ['a token that ran out', refused(401, 190), 300_000],
    ['a permission that was taken away', refused(403, 200), 300_000],
    ['a number the shop did not pay for', refused(402, 131042), 3_600_000],
  ])('is one for later: %s', async (_, answer, after) => {
    meta.next(answer);
    expect(await send()).toMatchObject({ kind: 'later', after });
  });

  it('is one for later where it is a failure of theirs, after as long as they say', async () => {
    meta.next({ status: 500, text: 'oops' }, { status: 429, json: {}, headers: { 'retry-after': '17' } });
    expect(await send()).toEqual({ kind: 'later', why: 'WhatsApp answered 500' });
    expect(await send()).toEqual({ kind: 'later', why: 'WhatsApp answered 429', after: 17_000 });
  });

  it.each([
    ['not on WhatsApp, or has blocked us', 131026],
    ['ourselves', 131021],
    ['wants no such messages', 131050],
    ['no such template', 132001],
    ['a wrong parameter', 100],
  ])('is the last word: %s', async (_, code) => {
    meta.next(refused(400, code));
    expect(await send()).toEqual({ kind: 'dead', why: `WhatsApp ${code}: In Meta's words` });
  });

  it('is told without the number that may stand in it', async () => {
    meta.next(refused(400, 131030, '(#131030) +390612345678 not in the list'));
    expect(await send()).toEqual({ kind: 'dead', why: 'WhatsApp 131030: … not in the list' });
  });

  it.each([
    ['without an id', { status: 200, json: { messages: [] } }],
    ['that is no JSON', { status: 200, text: '<html>' }],
    ['of a gateway that waited in vain', { status: 504, text: 'timeout' }],
    ['of a gateway that heard nonsense', { status: 502, text: 'bad' }],
    ['that is an end of the connection', 'hang-up'],
  ] as [string, Scripted][])('leaves it open whether it arrived: %s', async (_, answer) => {
    meta.next(answer);
    expect(await send()).toMatchObject({ kind: 'unknown' });
    expect(meta.asked).toHaveLength(1);
  });
});

it('does not know what became of a message when no answer comes', async () => {
  meta.next('silence');
  expect(await send({ within: 300 })).toMatchObject({ kind: 'unknown' });
  expect(meta.asked).toHaveLength(1);
});

it('tries later when nothing was sent at all', async () => {
  expect(await send({ settings: { base: await deadAddress() } })).toEqual({
    kind: 'later',
    why: 'WhatsApp cannot be reached (ECONNREFUSED)',
  });
});

it('does not send everything again where only a part may have arrived', async () => {
  meta.next(accepted('wamid.a'), refused(400, 131056));
  expect(await send({ out: { text: 'a '.repeat(3_000) } })).toEqual({
    kind: 'unknown',
    why: 'only 1 of 2 parts are known to have arrived',
  });
});

it('follows no redirection with its token', async () => {
  meta.next({ status: 302, json: {}, headers: { location: `${meta.base}/elsewhere` } });
  expect(await send()).toMatchObject({ kind: 'unknown' });
  expect(meta.asked).toHaveLength(1);
});

describe('a file of a person', () => {
  const uploaded: Scripted = { status: 200, json: { id: '9001' } };
  const marta = { by: 'person', name: 'Marta', text: '' } as const;

  it.each([
    ['image/jpeg', 'photo.jpg', { type: 'image', image: { id: '9001', caption: '*Marta*' } }],
    ['audio/ogg', 'voice.ogg', { type: 'audio', audio: { id: '9001' } }],
    [
      'application/pdf',
      'file.pdf',
      { type: 'document', document: { id: '9001', filename: 'file.pdf', caption: '*Marta*' } },
    ],
  ] as const)('of %s is given to Meta under a name of ours, then sent by its id', async (type, name, sent) => {
    meta.next(uploaded);
    const file = { id: 'f', type, bytes: JPEG };
    expect(await send({ out: { ...marta, file } })).toEqual({ kind: 'done', ref: 'wamid.new' });
    expect(meta.asked[0]?.path).toMatch(/\/media$/);
    expect(bodies()[0]).toMatchObject({ messaging_product: 'whatsapp', type, file: { name, type, bytes: JPEG } });
    expect(bodies()[1]).toMatchObject(sent);
  });

  it('that Meta cannot take now is tried again, one it never takes is not, and neither is seen', async () => {
    const file = { id: 'f', type: 'image/png', bytes: JPEG } as const;
    meta.next('hang-up', { status: 502, json: {} }, refused(400, 100));
    expect(await send({ out: { ...marta, file } })).toMatchObject({ kind: 'later' });
    expect(await send({ out: { ...marta, file } })).toMatchObject({ kind: 'later' });
    expect(await send({ out: { ...marta, file } })).toMatchObject({ kind: 'dead' });
    expect(meta.asked.every(({ path }) => path.endsWith('/media'))).toBe(true);
  });
});
