/** Letters to shoppers through a real SMTP server: what arrives, and what the channel makes of a refusal. */

import { createEmail, type EmailChannel } from '../../../lambda/channels/email/email';
import type { Contact } from '../../../lambda/services/reach/contacts';
import type { OutMessage } from '../../../lambda/services/reach/text-channel';
import { CONTACT, NOW, SETTINGS } from './mail-door';
import { type MailServer, openMailServer } from './mail-server';

let server: MailServer;
let email: EmailChannel;

beforeEach(async () => {
  server = await openMailServer();
  email = createEmail({ settings: { ...SETTINGS, smtpUrl: server.url } });
});
afterEach(async () => {
  email.close();
  await server.down();
});

const ana: Contact = {
  id: CONTACT,
  channel: 'email',
  address: 'ana@home.example',
  conversationId: null,
  locale: 'it-IT',
  heardAt: NOW,
};

function messageOf(changed: Partial<OutMessage> = {}): OutMessage {
  return {
    id: 'm1',
    by: 'bot',
    name: null,
    text: 'Il pacco arriva domani.',
    options: [],
    title: null,
    link: null,
    reference: '4821',
    locale: 'it-IT',
    ...changed,
  };
}

async function sent(changed?: Partial<OutMessage>) {
  const tried = await email.send(messageOf(changed), ana);
  expect(tried.kind).toBe('done');
  const last = server.delivered.at(-1);
  if (!last) throw new Error('nothing was delivered');
  return { ...last, ref: tried.kind === 'done' ? tried.ref : undefined };
}

describe('a letter', () => {
  it('is from the shop, to the shopper, and answered to a signed address of theirs', async () => {
    const { mail, from, to } = await sent();
    expect(mail.from?.value).toEqual([{ name: 'Hill & Dale', address: 'care@shop.example' }]);
    expect(to).toBe('ana@home.example');
    expect(mail.replyTo?.value[0]?.address).toMatch(
      /^reply\+a1b2c3d4e5f60718293a4b5c\.[0-9a-f]{20}@reply\.shop\.example$/,
    );
    expect(from).toBe(mail.replyTo?.value[0]?.address);
    expect(from.split('@')[0]?.length).toBeLessThanOrEqual(64);
  });

  it('is headed by its title, else by the shop and the reference', async () => {
    expect((await sent({ title: 'Il tuo ordine 🐶' })).mail.subject).toBe('Il tuo ordine 🐶');
    expect((await sent()).mail.subject).toBe('Hill & Dale · #4821');
    expect((await sent({ reference: null })).mail.subject).toBe('Hill & Dale');
  });

  it('says the same as plain text and as HTML', async () => {
    const link = 'https://shop.example/chat#t=abc&x="1"';
    const options = [
      { id: 'a', label: 'Rimborso' },
      { id: 'b', label: 'Nuovo invio' },
    ];
    const { mail } = await sent({ text: 'Perché no? 😀\n\n<b>1 < 2 & 3</b>', options, link });
    expect(mail.text).toBe(
      `— Hill & Dale · #4821 —\n\nPerché no? 😀\n\n<b>1 < 2 & 3</b>\n\n• Rimborso\n• Nuovo invio\n\n${link}`,
    );
    const html = mail.html || '';
    expect(html).toContain('<html lang="it-IT">');
    expect(html).toContain('<p>&lt;b&gt;1 &lt; 2 &amp; 3&lt;/b&gt;</p>');
    expect(html).toContain('<li>Rimborso</li><li>Nuovo invio</li>');
    expect(html).toContain('href="https://shop.example/chat#t=abc&amp;x=&quot;1&quot;"');
    expect(html).not.toContain('<b>');
  });

  it('makes no link of what is no web address', async () => {
    expect((await sent({ link: 'javascript:alert(1)' })).mail.html).not.toContain('href');
  });

  it('shows who wrote it where a person did, and is not marked as automatic', async () => {
    const { mail } = await sent({ by: 'person', name: 'Marta' });
    expect(mail.from?.value).toEqual([{ name: 'Marta · Hill & Dale', address: 'care@shop.example' }]);
    expect(mail.headers.get('auto-submitted')).toBeUndefined();
  });

  it('of the bot is marked as automatic', async () => {
    expect((await sent()).mail.headers.get('auto-submitted')).toBe('auto-replied');
  });

  it('sent again is the same mail, and another one is not', async () => {
    const [one, again, other] = [await sent(), await sent(), await sent({ id: 'm2' })];
    expect(again.mail.messageId).toBe(one.mail.messageId);
    expect(other.mail.messageId).not.toBe(one.mail.messageId);
    expect(one.ref).toBe(one.mail.messageId);
    expect(email.copies).toBe('harmless');
  });

  it('lies in one thread with those of its hand-off, and with no other', async () => {
    const [one, two, other] = [await sent(), await sent({ id: 'm2' }), await sent({ id: 'm3', reference: '1111' })];
    expect(one.mail.inReplyTo).toMatch(/^<.+@reply\.shop\.example>$/);
    expect(two.mail.inReplyTo).toBe(one.mail.inReplyTo);
    expect(two.mail.references).toBe(one.mail.inReplyTo);
    expect(other.mail.inReplyTo).not.toBe(one.mail.inReplyTo);
  });

  it('cannot be given further headers or recipients, whatever stands in names, titles and addresses', async () => {
    const evil = 'x\r\nBcc: eve@evil.example\r\n\r\nboo\u2028\u0000';
    const { raw, mail, to } = await sent({ by: 'person', name: evil, title: evil, reference: evil, locale: evil });
    expect(to).toBe('ana@home.example');
    expect(mail.bcc).toBeUndefined();
    expect(raw.split('\r\n\r\n', 1)[0]).not.toMatch(/^(bcc|boo)/im);
    const addresses = [
      'a@b.example\r\nBcc: eve@evil.example',
      'a@b.example, eve@evil.example',
      '<eve@evil.example>',
      '',
    ];
    for (const address of addresses) {
      expect(await email.send(messageOf(), { ...ana, address })).toMatchObject({ kind: 'dead' });
    }
    expect(await email.send(messageOf(), { ...ana, address: null })).toMatchObject({ kind: 'dead' });
    expect(server.delivered).toHaveLength(1);
  });
});

describe('a server that does not take it', () => {
  const tried = () => email.send(messageOf(), ana);

  it('and never will for this mailbox: it is given up, and the address is not told on', async () => {
    server.refuses = { at: 'RCPT', code: 550, text: '5.1.1 <ana@home.example> unknown' };
    const given = await tried();
    expect(given).toEqual({ kind: 'dead', why: 'EENVELOPE 550 5.1.1' });
  });

  it.each([
    ['a full mailbox', { at: 'RCPT', code: 452, text: '4.2.2 <ana@home.example> full' }],
    ['a greylist', { at: 'DATA', code: 451, text: '4.7.1 come again' }],
    ['too much at once', { at: 'MAIL', code: 421, text: '4.7.0 slow down' }],
    ['us as a sender', { at: 'MAIL', code: 550, text: '5.7.1 not allowed' }],
  ] as const)('because of %s: later', async (_why, refuses) => {
    server.refuses = refuses;
    const given = await tried();
    expect(given.kind).toBe('later');
    expect(JSON.stringify(given)).not.toContain('ana@');
    server.refuses = null;
    expect((await tried()).kind).toBe('done');
  });

  it('because of what is in the mail: it is given up', async () => {
    server.refuses = { at: 'DATA', code: 554, text: '5.7.1 spam' };
    expect(await tried()).toEqual({ kind: 'dead', why: 'EMESSAGE 554 5.7.1' });
  });

  it('because it is not there: later, and then it is delivered', async () => {
    expect((await tried()).kind).toBe('done');
    await server.down();
    expect((await tried()).kind).toBe('later');
    await server.up();
    expect((await tried()).kind).toBe('done');
  });

  it('or perhaps has taken it: later, as the copy is the same mail', async () => {
    server.breaksOff = true;
    expect((await tried()).kind).toBe('later');
    expect((await tried()).kind).toBe('done');
    const ids = server.delivered.map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('because it wants a sign-in that is wrong: later, for it can be mended', async () => {
    const url = new URL(server.url);
    url.username = 'u';
    url.password = 'wrong';
    const other = createEmail({ settings: { ...SETTINGS, smtpUrl: url.href } });
    expect((await other.send(messageOf(), ana)).kind).toBe('later');
    other.close();
  });
});

it('sends nothing unencrypted off this machine, unless the settings say so', async () => {
  const over = async (host: string, query: string) => {
    const smtpUrl = `smtp://${host}:${new URL(server.url).port}${query}`;
    const other = createEmail({ settings: { ...SETTINGS, smtpUrl } });
    const { kind } = await other.send(messageOf(), ana);
    other.close();
    return kind;
  };
  // Another spelling of this machine stands for another machine.
  expect(await over('[::ffff:127.0.0.1]', '')).toBe('later');
  expect(await over('localhost', '?requireTLS=true')).toBe('later');
  expect(server.delivered).toEqual([]);
  expect(await over('localhost', '?requireTLS=false')).toBe('done');
});

it('refuses settings that name no server', () => {
  expect(() => createEmail({ settings: { ...SETTINGS, smtpUrl: 'mail.shop.example' } })).toThrow();
});

it('throws on a contact that no address can carry', async () => {
  await expect(email.send(messageOf(), { ...ana, id: 'a contact' })).rejects.toThrow('24 lower-case hex');
});
