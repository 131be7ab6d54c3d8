/** The door for mail: who may hand it in, whose it is, and what is kept of it. */

import { createHash } from 'node:crypto';
import { createAddresses } from '../../../lambda/channels/email/addresses';
import { read } from '../../../lambda/channels/email/read';
import { type Helpers, openBeside } from '../../../lambda/house/beside';
import { LARGEST_FILE_BYTES, MOST_FILES } from '../../../lambda/vocabulary/sent-file';
import { compiled } from '../../kit/bundle';
import { JPEG, OGG, PDF, PNG } from '../../kit/files';
import { AS_LONG_AS_IT_TAKES } from '../../kit/patience';
import { seenInFirst, UPRIGHT } from '../../kit/seen-in';
import { CONTACT, type MailDoor, mailOf, NOW, openMailDoor, SETTINGS, withFiles } from './mail-door';
import { nested, worstMails } from './worst-mails';

let door: MailDoor;
beforeEach(async () => {
  door = await openMailDoor();
});
afterEach(() => door.close());

const addresses = createAddresses(SETTINGS);
const REPLY = addresses.of({ kind: 'reply', id: CONTACT });
const DESK = addresses.of({ kind: 'desk', id: CONTACT });
const KEPT = { kept: true };

async function given(raw: string | Buffer, headers?: Readonly<Record<string, string>>) {
  const response = await door.post(raw, headers);
  return { status: response.status, ...((await response.json()) as object) };
}
const messages = async () => (await Promise.all(door.inbox.map((one) => read(one, one.attached ?? null)))).flat();
const texts = async () =>
  (await messages()).map((one) => (one.kind === 'heard' && one.heard.kind === 'text' ? one.heard.text : null));

describe('a server', () => {
  it.each(['Bearer the-present-one', 'bearer the-next-one'])(
    'with one of the secrets is let in',
    async (authorization) => {
      expect(await given(mailOf('Yes', { To: REPLY }), { authorization })).toMatchObject({ status: 202, ...KEPT });
    },
  );

  it.each([
    '',
    'Bearer ',
    'Bearer the-present-on',
    'Bearer the-present-one-and-more',
    'Basic the-present-one',
    'the-present-one',
  ])('with "%s" is not', async (authorization) => {
    expect(await given(mailOf('Yes', { To: REPLY }), { authorization })).toEqual({ status: 401, error: 'server' });
    expect(door.inbox).toEqual([]);
  });

  it('is told what is wrong with what it brings', async () => {
    expect(await given('', {})).toEqual({ status: 400, error: 'empty' });
    expect(await given('{}', { 'content-type': 'application/json' })).toEqual({ status: 415, error: 'not-mail' });
    const headers = { authorization: 'Bearer the-present-one' };
    expect((await fetch(door.url, { headers })).status).toBe(405);
  });

  it('may bring 25 megabytes and no more', async () => {
    const mail = (bytes: number) => {
      const start = mailOf('Yes\n', { To: REPLY });
      return start + `${'x'.repeat(75)}\n`.repeat(bytes / 76).slice(0, bytes - start.length);
    };
    expect(await given(mail(26_214_400))).toMatchObject({ status: 202, ...KEPT });
    expect(await given(mail(26_214_401))).toEqual({ status: 413, error: 'too-large' });
    expect(door.inbox[0]?.body.length).toBeLessThan(25_000);
  });

  it('is asked to come again when nothing can be kept', async () => {
    door.broken = true;
    const mail = mailOf('Yes', { To: REPLY });
    expect(await given(mail)).toEqual({ status: 503, error: 'not-kept' });
    door.broken = false;
    expect(await given(mail)).toMatchObject({ status: 202, ...KEPT });
  });
});

describe('a mail', () => {
  it('is known by the address it came to, never by its sender', async () => {
    await given(mailOf('Yes, please.', { To: REPLY, From: 'The Boss <boss@shop.example>' }));
    expect(await messages()).toEqual([
      {
        kind: 'heard',
        from: { contactId: CONTACT },
        key: door.inbox[0]?.key,
        heard: { kind: 'text', text: 'Yes, please.' },
      },
    ]);
    expect(door.inbox[0]).toMatchObject({ source: 'email', lane: `email:${CONTACT}` });
    expect(JSON.stringify(door.inbox)).not.toMatch(/boss/i);
  });

  it.each([
    ['in capitals', REPLY.toUpperCase(), 'To'],
    ['with a name', `"Hill, Dale" <${REPLY}>`, 'To'],
    ['among others', `bob@home.example, ${REPLY}`, 'To'],
    ['as a copy', REPLY, 'Cc'],
    ['as the server noted it', REPLY, 'X-Original-To'],
    ['as the server delivered it', REPLY, 'Delivered-To'],
  ])('finds its conversation by an address %s', async (_how, value, header) => {
    expect(await given(mailOf('Yes', { To: 'someone@shop.example', [header]: value }))).toMatchObject(KEPT);
    expect(await texts()).toEqual(['Yes']);
  });

  it('to an address signed wrongly is dropped, and nobody is told of whom it was', async () => {
    const other = createAddresses({ ...SETTINGS, replySecret: 'some other secret' });
    const forged = [
      REPLY.replace(/\.[0-9a-f]{2}/, '.00'),
      other.of({ kind: 'reply', id: CONTACT }),
      other.of({ kind: 'desk', id: CONTACT }),
      // The signature of one kind of address is none of the other.
      REPLY.replace('reply+', 'desk+'),
      DESK.replace('desk+', 'reply+'),
      REPLY.replace(CONTACT, 'b1b2c3d4e5f60718293a4b5c'),
    ];
    for (const To of forged) expect(await given(mailOf('Yes', { To }))).toEqual({ status: 202, kept: false });
    expect(door.inbox).toEqual([]);
    expect(door.logged).toEqual(forged.map(() => 'a mail was dropped {"why":"forged"}'));
  });

  it.each([
    ['nobody', null],
    ['another domain', REPLY.replace('reply.shop', 'evil')],
    ['a longer domain', `${REPLY}.evil.example`],
    ['no signature', `reply+${CONTACT}@reply.shop.example`],
    ['another box', `info@reply.shop.example`],
  ])('to %s is dropped', async (_whom, To) => {
    expect(await given(mailOf('Yes', { To }))).toEqual({ status: 202, kept: false });
    expect(door.inbox).toEqual([]);
  });

  it('to the desk is put where the desk reads, also from the shop itself', async () => {
    await given(mailOf('Hello', { To: DESK, From: 'Marta <care@shop.example>' }));
    expect(door.inbox).toMatchObject([{ source: 'desk:mail', lane: `desk:mail:${CONTACT}` }]);
    expect(JSON.parse(door.inbox[0]?.body ?? '')).toMatchObject({ by: { name: 'Marta' }, text: 'Hello', at: NOW });
    await expect(messages()).rejects.toThrow('no mail of a shopper');
  });

  it('delivered again, late, or replayed later is the same', async () => {
    const [one, two] = [
      mailOf('one', { To: REPLY }),
      mailOf('two', { To: REPLY, Date: 'Mon, 1 Mar 2027 10:00:00 +0000' }),
    ];
    for (const raw of [two, one, two, one]) await given(raw);
    expect(await given(one, { authorization: 'Bearer the-next-one' })).toEqual({
      status: 202,
      kept: true,
      duplicate: true,
    });
    expect(await texts()).toEqual(['two', 'one']);
    // A server on the way adds headers of its own.
    expect(await given(`Received: from a by b\r\n${one}`)).toMatchObject({ duplicate: true });
  });

  it('without a Message-ID is known by its bytes', async () => {
    const mail = mailOf('Yes', { To: REPLY, 'Message-ID': null });
    expect(await given(mail)).toEqual({ status: 202, kept: true });
    expect(await given(mail)).toMatchObject({ duplicate: true });
    expect(await given(mail.replace('Yes', 'No'))).toEqual({ status: 202, kept: true });
  });

  it('cannot use up the Message-ID of somebody else', async () => {
    const other = addresses.of({ kind: 'reply', id: 'ffffffffffffffffffffffff' });
    const headers = { 'Message-ID': '<same@home.example>' };
    await given(mailOf('mine', { ...headers, To: other }));
    await given(mailOf('yours', { ...headers, To: REPLY }));
    expect(await texts()).toEqual(['mine', 'yours']);
  });

  it.each([
    ['nothing new', '> Which one?\n\n-- \nAna', 'text/plain'],
    ['HTML that cannot be read', '<div>'.repeat(30_000), 'text/html'],
  ])('with %s in it is told as such', async (_what, body, type) => {
    await given(mailOf(body, { To: REPLY, 'Content-Type': type }));
    expect(await messages()).toMatchObject([{ kind: 'heard', heard: { kind: 'event', name: 'unsupported' } }]);
  });

  it.each([
    ['broken headers', 'no header at all\r\n\r\nYes'],
    ['only a header', `To: ${REPLY}`],
    ['an unknown charset', mailOf('Yes', { To: REPLY, 'Content-Type': 'text/plain; charset=klingon' })],
    ['no closing boundary', mailOf('--B\n\nYes', { To: REPLY, 'Content-Type': 'multipart/mixed; boundary=B' })],
    ['parts within parts', nested(2_000, REPLY)],
    ['noise', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256))],
  ])('with %s breaks nothing', async (_what, raw) => {
    expect([202, 400]).toContain((await given(raw)).status);
    expect((await messages()).every(({ kind }) => kind === 'heard')).toBe(true);
  });

  it('is read in time that grows with its length only', async () => {
    const hard = ['a@'.repeat(200_000), ':\n'.repeat(200_000), 'From: x\n'.repeat(50_000), `${'\n'.repeat(400_000)}:`];
    for (const body of hard) expect(await given(mailOf(body, { To: REPLY }))).toMatchObject(KEPT);
  });

  it.each([
    ['From', 'a:'],
    ['Cc', 'a:'],
    ['From', 'a@b.example,'],
    ['From', '"a'],
    ['Cc', '('],
    ['References', '<a@b> '],
  ])('with half a million signs of %s: %s in its head is read at once', async (header, sign) => {
    const long = `${header}: ${sign.repeat(Math.floor(900_000 / sign.length))}`;
    const began = process.cpuUsage();
    const mail = `To: ${REPLY}\r\n${long}\r\n${header === 'From' ? '' : 'From: a@b.example\r\n'}\r\nHello.`;
    expect((await given(mail)).status).toBe(202);
    const { user } = process.cpuUsage(began);
    // Unbounded, the first of them took fifteen seconds; a shared processor is given ten times what an idle one takes.
    expect(user / 1000).toBeLessThan(8_000);
  });
});

describe('files', () => {
  const heard = async () => (await messages()).map((one) => (one.kind === 'heard' ? one.heard : null));
  const given = async (...mail: Parameters<typeof withFiles>) => {
    const [body, headers] = withFiles(...mail);
    const raw = mailOf(body, { To: REPLY, ...headers });
    expect((await door.post(raw)).status).toBe(202);
    return raw;
  };
  const small = { type: 'image/png', bytes: PNG };

  it('come before the words, whatever they are called, once', async () => {
    const raw = await given('It came torn.', [
      small,
      { type: 'text/html', bytes: PDF },
      { type: 'audio/ogg', bytes: OGG },
    ]);
    await door.post(raw);
    expect(await heard()).toMatchObject([
      {
        kind: 'files',
        files: [
          { type: 'image/png', bytes: PNG },
          { type: 'application/pdf', bytes: PDF },
          { type: 'audio/ogg', bytes: OGG },
        ],
      },
      { kind: 'text', text: 'It came torn.' },
    ]);
    expect(JSON.stringify(door.inbox)).not.toContain('.exe');
  });

  it('stand upright where they are pictures, and tell nobody where they were taken', async () => {
    await given('It came torn.', [{ type: 'image/jpeg', bytes: JPEG }]);
    expect(await seenInFirst(await heard())).toEqual(UPRIGHT);
  });

  it('are read as an earlier program put them, and told to be lost where their bytes are gone', async () => {
    const mail = { to: { kind: 'reply', id: CONTACT }, at: NOW, kind: 'files', by: null, text: '' };
    const files = [{ base64: PNG.toString('base64') }, 'size', { bytes: PDF.length }];
    const body = JSON.stringify({ ...mail, files });
    const heardOf = (attached: Buffer | null) => read({ key: 'k', body }, attached);
    const first = [{ type: 'image/png', bytes: PNG }, 'size'];
    expect(await heardOf(PDF)).toMatchObject([{ heard: { files: [...first, { type: 'application/pdf' }] } }]);
    expect(await heardOf(null)).toMatchObject([{ heard: { files: [...first, 'lost'] } }]);
    expect(await heardOf(PDF.subarray(1))).toMatchObject([{ heard: { files: [...first, 'lost'] } }]);
  });

  it('need no words beside them', async () => {
    await given('', [small]);
    expect(await heard()).toMatchObject([{ kind: 'files', files: [{ type: 'image/png' }] }]);
  });

  it('that are too large, or too many, leave the others and the words as they are', async () => {
    const large = { type: 'image/png', bytes: Buffer.concat([PNG, Buffer.alloc(LARGEST_FILE_BYTES)]) };
    await given('See these.', [large, ...Array.from({ length: MOST_FILES }, () => small)]);
    const [files, words] = await heard();
    expect(words).toEqual({ kind: 'text', text: 'See these.' });
    const kinds = files?.kind === 'files' ? files.files.map((one) => (typeof one === 'string' ? one : one.type)) : [];
    expect(kinds).toEqual(['size', ...Array.from({ length: MOST_FILES - 1 }, () => 'image/png'), 'count']);
  });

  it('of programs are none: signatures, invitations, dots that count who reads', async () => {
    await given('Yes', [
      { type: 'application/pgp-signature', bytes: PDF },
      { type: 'text/calendar', bytes: PDF },
    ]);
    await given('No', [{ ...small, within: true }], 'related');
    const photo = { type: 'image/jpeg', bytes: Buffer.concat([JPEG, Buffer.alloc(2_000)]), within: true } as const;
    await given('Look', [photo], 'related');
    expect((await heard()).map((one) => one?.kind)).toEqual(['text', 'text', 'files', 'text']);
  });
});

/** Of megabytes their sum is compared: jest reads them byte by byte. */
function inShort(one: MailDoor['inbox'][number]) {
  const attached = one.attached && createHash('sha256').update(one.attached).digest('hex');
  return { ...one, body: createHash('sha256').update(one.body).digest('hex'), attached };
}

describe('the thread that answers turns', () => {
  const worst = worstMails(REPLY);
  let threads: Helpers;
  beforeAll(async () => {
    threads = openBeside({ file: await compiled('lambda/house/beside-thread.ts'), patience: AS_LONG_AS_IT_TAKES });
  });
  afterAll(() => threads.close());

  const openedOn = async (beside: Helpers['beside']) => {
    await door.close();
    door = await openMailDoor({ beside });
  };

  it('parses none of the worst mails, and what is kept of each is the same', async () => {
    const kept = async () => {
      const answers = [];
      for (const [what, raw] of Object.entries(worst)) answers.push([what, await given(raw)]);
      return { answers, inbox: door.inbox.map(inShort) };
    };
    const here = await kept();
    await openedOn(threads.beside);
    const parser = jest.spyOn(jest.requireActual<typeof import('mailparser')>('mailparser'), 'simpleParser');
    expect(await kept()).toEqual(here);
    expect(parser).not.toHaveBeenCalled();
    expect(here.inbox.length).toBeGreaterThan(3);
    await openedOn(openBeside({ file: null }).beside);
    await given(worst['one long line'] ?? '');
    expect(parser).toHaveBeenCalled();
    parser.mockRestore();
  });

  it('tells a shopper that a mail no thread survives was not understood, and answers no program', async () => {
    await openedOn(async () => ({ kind: 'broke', why: 'its thread ended' }));
    expect(await given(mailOf('Where is my order?', { To: REPLY }))).toMatchObject(KEPT);
    expect(await messages()).toMatchObject([{ kind: 'heard', heard: { kind: 'event', name: 'unsupported' } }]);
    expect(await given(mailOf('I am away', { To: REPLY, 'Auto-Submitted': 'auto-replied' }))).toMatchObject({
      kept: false,
    });
    expect(door.logged[0]).toBe('a mail could not be read {"why":"its thread ended"}');
  });

  it('leaves with its server what a person of the shop wrote and no thread survives, and what no thread has time for', async () => {
    await openedOn(async () => ({ kind: 'broke', why: 'it took too long' }));
    expect(await given(mailOf('On its way!', { To: DESK }))).toEqual({ status: 503, error: 'not-read' });
    await openedOn(async () => ({ kind: 'full' }));
    expect(await given(mailOf('Yes', { To: REPLY }))).toEqual({ status: 503, error: 'not-read' });
    expect(door.inbox).toEqual([]);
  });
});
