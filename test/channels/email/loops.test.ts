/** Mail that programs sent is never answered; what mail servers tell of our letters is a receipt. */

import { createAddresses } from '../../../lambda/channels/email/addresses';
import { createEmail } from '../../../lambda/channels/email/email';
import { read } from '../../../lambda/channels/email/read';
import { CONTACT, type MailDoor, mailOf, openMailDoor, SETTINGS } from './mail-door';
import { openMailServer } from './mail-server';

let door: MailDoor;
beforeEach(async () => {
  door = await openMailDoor();
});
afterEach(() => door.close());

const addresses = createAddresses(SETTINGS);
const To = addresses.of({ kind: 'reply', id: CONTACT });
const ours = addresses.messageId('message:m1');

describe('a mail that a program sent is dropped', () => {
  it.each([
    ['Auto-Submitted', 'auto-replied'],
    ['Auto-Submitted', 'Auto-Generated; owner=x'],
    ['Return-Path', '<>'],
    ['Precedence', 'bulk'],
    ['Precedence', 'List'],
    ['Precedence', 'junk'],
    ['List-Id', '<news.shop.example>'],
    ['X-Autoreply', 'yes'],
    ['From', 'Mail Delivery <MAILER-DAEMON@mx.example>'],
    ['From', 'postmaster@mx.example'],
    ['Content-Type', 'multipart/report; report-type=disposition-notification; boundary=B'],
  ])('%s: %s', async (name, value) => {
    await door.post(mailOf('I am on holiday.', { To, [name]: value }));
    expect(door.inbox).toEqual([]);
    expect(door.logged).toEqual(['a mail was dropped {"why":"automatic"}']);
  });

  it.each([
    ['Message-ID', ours],
    ['From', 'Hill & Dale <CARE@shop.example>'],
    ['From', `Hill & Dale <${To}>`],
  ])('so is one of our own: %s: %s', async (name, value) => {
    await door.post(mailOf('Hello', { To, [name]: value }));
    expect(door.inbox).toEqual([]);
    expect(door.logged).toEqual(['a mail was dropped {"why":"our-own"}']);
  });

  it.each([
    ['Auto-Submitted', 'no'],
    ['Return-Path', '<ana@home.example>'],
    ['Precedence', 'first-class'],
  ])('but not one with %s: %s', async (name, value) => {
    await door.post(mailOf('Hello', { To, [name]: value }));
    expect(door.inbox).toHaveLength(1);
  });
});

it('a letter of ours that comes back round is dropped', async () => {
  const server = await openMailServer();
  const email = createEmail({ settings: { ...SETTINGS, smtpUrl: server.url } });
  const contact = {
    channel: 'email',
    address: 'ana@home.example',
    conversationId: null,
    locale: 'en',
    heardAt: 0,
  } as const;
  const message = { options: [], title: null, link: null, reference: null, locale: 'en', text: 'Hi' };
  await email.send({ ...message, id: 'm1', by: 'bot', name: null }, { ...contact, id: CONTACT });
  await email.send({ ...message, id: 'm2', by: 'person', name: 'Marta' }, { ...contact, id: CONTACT });
  for (const { raw } of server.delivered) await door.post(`Delivered-To: ${To}\r\n${raw}`);
  expect(door.inbox).toEqual([]);
  expect(door.logged).toHaveLength(2);
  email.close();
  await server.down();
});

type Bounce = { readonly action: string; readonly about: string; readonly part?: string };

function bounce({ action, about, part = 'message/rfc822' }: Bounce): string {
  const parts = [
    'Content-Type: text/plain\n\nYour message could not be delivered.',
    `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ana@home.example\nAction: ${action}\nStatus: 5.1.1`,
    `Content-Type: ${part}\n\nFrom: care@shop.example\nMessage-ID: ${about}\nSubject: x\n\nMessage-ID: <inside@the.body>`,
  ];
  return mailOf(`${parts.map((text) => `--B\n${text}\n`).join('\n')}\n--B--\n`, {
    To,
    From: 'MAILER-DAEMON@mx.example',
    'Return-Path': '<>',
    'Auto-Submitted': 'auto-replied',
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary="B"',
  });
}

describe('a report', () => {
  const receipts = async () => (await Promise.all(door.inbox.map((one) => read(one, one.attached ?? null)))).flat();

  it.each([
    ['failed', 'failed', 'message/rfc822'],
    ['Failed', 'failed', 'text/rfc822-headers'],
    ['delivered', 'delivered', 'message/rfc822'],
  ])('"%s" is a receipt "%s" of the letter (%s)', async (action, receipt, part) => {
    await door.post(bounce({ action, about: ours, part }));
    expect(await receipts()).toEqual([{ kind: 'receipt', ref: ours, receipt }]);
    expect(JSON.stringify(door.inbox)).not.toContain('ana@');
  });

  it('that comes twice is one', async () => {
    const raw = bounce({ action: 'failed', about: ours });
    await door.post(raw);
    await door.post(raw);
    expect(await receipts()).toHaveLength(1);
  });

  it.each([
    ['of a delay', 'delayed', ours],
    ['of a letter that is none of ours', 'failed', '<x@evil.example>'],
    ['of no letter', 'failed', ''],
  ])('%s is dropped', async (_what, action, about) => {
    await door.post(bounce({ action, about }));
    expect(door.inbox).toEqual([]);
  });

  it('to an address signed wrongly is dropped', async () => {
    await door.post(bounce({ action: 'failed', about: ours }).replace(To, To.replace(/\.[0-9a-f]{4}/, '.0000')));
    expect(door.inbox).toEqual([]);
  });
});
