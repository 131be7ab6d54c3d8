/** The desks of other systems in a whole house: a hand-off goes there, what people do there comes back to the speaker. */

import { createHmac } from 'node:crypto';
import type { Router } from 'express';
import { emailDoor } from '../lambda/channels/email/door';
import { createEmail } from '../lambda/channels/email/email';
import { quoteSigns } from '../lambda/channels/email/quote-signs';
import { openBeside } from '../lambda/house/beside';
import { type ChosenDesk, chooseDesk } from '../lambda/house/desks';
import { mailWordsIn } from '../lambda/house/language-lists';
import { readShopFile } from '../lambda/house/shop-file';
import { openMailServer } from './channels/email/mail-server';
import { TOKENS } from './fixtures/chatwoot-call';
import { type ChatwootServer, openChatwoot } from './fixtures/chatwoot-server';
import { ACCOUNT, INBOX } from './fixtures/chatwoot-world';
import { type OpenDoor, openDoor } from './kit/fake-vendor';
import { type House, LOCALES, MONDAY, openHouse } from './kit/house';
import { queued } from './kit/queued';
import { createSpeaker } from './kit/speaker';
import { createTexter } from './kit/texter';
import { settle } from './kit/writer';

const SECRET = 'the secret of the API inbox';

let house: House;
let door: OpenDoor;
const now = () => house?.clock.now() ?? MONDAY;
const log = { info: () => undefined, error: (what: object) => void house.errors.push(what) };

async function openWith(chosen: ChosenDesk, router: (put: House['receive']) => Router): Promise<void> {
  house = await openHouse({ at: MONDAY, ...(chosen.desk ? { desk: chosen.desk } : {}) });
  door = await openDoor(router(house.receive));
}
afterEach(async () => {
  expect(house.errors).toEqual([]);
  await Promise.all([door.close(), house.close()]);
});

describe('Chatwoot', () => {
  let chatwoot: ChatwootServer;
  let isFull = false;
  const full = () => Promise.reject(new Error('the disk is full'));

  beforeEach(async () => {
    chatwoot = await openChatwoot(now);
    chatwoot.person('Marta');
    const settings = {
      ...{ base: chatwoot.url, accountId: ACCOUNT, inboxId: INBOX, teamId: null },
      ...{ botToken: TOKENS.bot, userToken: TOKENS.admin, inboxSecrets: [SECRET] },
    };
    const needs = { shop: readShopFile(), locales: LOCALES, calendar: now, post: null, log, now };
    const chosen = await chooseDesk({ kind: 'chatwoot', settings }, needs);
    await openWith(chosen, (put) => chosen.door((received) => (isFull ? full() : put(received))) as Router);
    chatwoot.hooks.push({ url: `${door.url}/desk/chatwoot`, secret: SECRET });
  });
  afterEach(() => {
    isFull = false;
    return chatwoot.close();
  });
  const signed = (body: string) => {
    const timestamp = String(Math.floor(now() / 1000));
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    const headers = { 'x-chatwoot-timestamp': timestamp, 'x-chatwoot-signature': `sha256=${signature}` };
    return fetch(`${door.url}/desk/chatwoot`, { method: 'POST', body, headers });
  };

  const comes = async () => {
    await chatwoot.told();
    await settle(house);
  };
  const handedOver = async () => {
    const speaker = createSpeaker(house);
    await speaker.hears('Reorder', { product: 'coffee' });
    await speaker.hears('TalkToHuman');
    await comes();
    const [found] = chatwoot.world.conversations;
    if (!found) throw new Error('Chatwoot got no conversation');
    return { speaker, found, marta: chatwoot.person('Marta') };
  };

  test('gets the packet as one private note, and gives the conversation back with an answer', async () => {
    const { speaker, found, marta } = await handedOver();
    expect(found.status).toBe('open');
    const notes = found.messages.filter((message) => message.private);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.content).toMatch(/Shall I place this order/);
    marta.say(found, 'The coffee is fine to order.');
    marta.note(found, 'She asked about coffee.');
    await comes();
    const texter = createTexter(house);
    expect((await texter.says('is it fair trade?')).answer.said).toBeNull();
    await comes();
    expect(found.messages.filter(({ type }) => type === 0).map(({ content }) => content)).toEqual([
      'is it fair trade?',
    ]);
    marta.say(found, 'It is.');
    house.clock.advance(300);
    marta.set(found, 'resolved');
    await comes();
    const back = await speaker.opens();
    expect(back.asks).toBe('Person.read');
    const read = await speaker.yes();
    expect(read.say).toMatch(/Marta wrote: “It is\.”/);
    const asked = await speaker.yes();
    expect(asked.asks).toBe('Purchase.confirm');
    const [handOff] = await queued(house.store);
    const lines = await house.store.conversations.history(handOff?.conversationId ?? '', 50);
    expect(lines.filter(({ by }) => by === 'person').map(({ text }) => text)).toEqual([
      'The coffee is fine to order.',
      'It is.',
    ]);
  });

  test('is asked for what its webhook did not bring', async () => {
    const { speaker, found, marta } = await handedOver();
    chatwoot.hooks.splice(0);
    marta.say(found, 'Nobody was listening, and still it arrives.');
    await comes();
    expect((await speaker.opens()).asks).toBe('Person.add');
    await house.desk.poll?.();
    await settle(house);
    const back = await speaker.opens();
    expect(back.asks).toBe('Person.read');
    expect((await speaker.yes()).say).toMatch(/still it arrives/);
  });

  test('is not believed without its signature', async () => {
    await handedOver();
    const body = JSON.stringify({ event: 'message_created', content: 'forged' });
    const response = await fetch(`${door.url}/desk/chatwoot`, { method: 'POST', body });
    expect(response.status).toBe(401);
  });

  test('is told by a code, and by nothing of ours, when what it sent cannot be kept', async () => {
    isFull = true;
    const state = { id: 7, inbox_id: INBOX, status: 'resolved', custom_attributes: {}, updated_at: now() / 1000 };
    const response = await signed(JSON.stringify({ event: 'conversation_status_changed', ...state }));
    expect([response.status, await response.json()]).toEqual([500, { error: 'broken' }]);
    expect(house.errors.splice(0)).toEqual([{ err: new Error('the disk is full') }]);
  });

  test('is told by a code when what it sent is too large', async () => {
    const response = await signed('x'.repeat(1_100_000));
    expect([response.status, await response.json()]).toEqual([413, { error: 'too-large' }]);
  });
});

describe('e-mail', () => {
  test('brings the packet to the team, and their answer to the shopper', async () => {
    const mail = await openMailServer();
    const settings = {
      smtpUrl: mail.url,
      from: { name: 'Willow Market', address: 'care@willow-market.example' },
      replyDomain: 'reply.willow-market.example',
      replySecret: 'the secret that signs the reply addresses',
      inboundSecrets: ['shown'],
    };
    const email = createEmail({ settings });
    const needs = { shop: readShopFile(), locales: LOCALES, calendar: now, post: email.post, log, now };
    const chosen = await chooseDesk({ kind: 'mail', settings: { team: 'team@willow-market.example' } }, needs);
    const signs = quoteSigns(mailWordsIn(LOCALES));
    const { beside } = openBeside({ file: null });
    await openWith(chosen, (put) => emailDoor({ settings, signs, put, now, log, beside }));
    const speaker = createSpeaker(house);
    await speaker.hears('OrderStatus', { product: 'dog food' });
    await speaker.hears('TalkToHuman');
    await settle(house);
    const [packet] = mail.delivered;
    expect(packet?.to).toBe('team@willow-market.example');
    expect(packet?.mail.text).toMatch(/dog food/i);
    const raw = [
      'From: Marta <marta@willow-market.example>',
      `To: ${packet?.mail.replyTo?.value[0]?.address}`,
      'Subject: Re: it',
      'Message-ID: <marta-1@willow-market.example>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'A new bag is on its way.',
    ].join('\r\n');
    const headers = { 'content-type': 'message/rfc822', authorization: 'Bearer shown' };
    expect((await fetch(`${door.url}/channels/email`, { method: 'POST', body: raw, headers })).status).toBe(202);
    await settle(house);
    const back = await speaker.opens();
    expect(back.say).toMatch(/Marta has answered you/);
    expect((await speaker.yes()).say).toMatch(/A new bag is on its way/);
    email.close();
    await mail.down();
  });
});
