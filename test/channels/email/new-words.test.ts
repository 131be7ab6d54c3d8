/** What is new in a mail, whatever program wrote it and in whatever language it quotes. */

import { createAddresses } from '../../../lambda/channels/email/addresses';
import { read as readOne } from '../../../lambda/channels/email/read';
import type { Received } from '../../../lambda/services/queue/queues';
import { CONTACT, type MailDoor, mailOf, openMailDoor, SETTINGS } from './mail-door';

let door: MailDoor;
beforeEach(async () => {
  door = await openMailDoor();
});
afterEach(() => door.close());

const To = createAddresses(SETTINGS).of({ kind: 'reply', id: CONTACT });

async function firstIn(inbox: readonly Received[]) {
  const read = await Promise.all(inbox.map((one) => readOne(one, one.attached ?? null)));
  return read.flat()[0];
}

/** What the channel reads of a mail; null: nothing new. */
async function heard(raw: string | Buffer): Promise<string | null> {
  await door.post(raw);
  const message = await firstIn(door.inbox.splice(0));
  if (message?.kind !== 'heard') throw new Error('it was not taken');
  return message.heard.kind === 'text' ? message.heard.text : null;
}
const heardIn = (body: string, type = 'text/plain; charset=utf-8') => heard(mailOf(body, { To, 'Content-Type': type }));

const SHOP = 'Hill & Dale <care@shop.example>';
const QUOTE = '> — Hill & Dale · #4821 —\n>\n> Which one?\n';

describe('what follows a mark by line goes, and what is between stays', () => {
  it.each([
    ['Gmail, English', `On Fri, Mar 12, 2027 at 10:00 AM ${SHOP} wrote:`],
    ['Gmail, English, wrapped', `On Fri, 12 Mar 2027 at 10:00, Hill & Dale <\ncare@shop.example> wrote:`],
    ['Gmail, wrapped twice', `On Fri, 12 Mar 2027 at 10:00,\nHill & Dale <care@shop.example>\nwrote:`],
    ['Apple Mail, English', `On 12 Mar 2027, at 10:00, ${SHOP} wrote:`],
    ['Gmail, Italian', `Il giorno ven 12 mar 2027 alle ore 10:00 Hill & Dale <care@shop.example>\nha scritto:`],
    ['Apple Mail, Italian', `Il giorno 12 mar 2027, alle ore 10:00, ${SHOP} ha scritto:`],
    ['Thunderbird, Italian', `Il 12/03/2027 10:00, Hill & Dale ha scritto:`],
    ['Gmail, German', `Am Fr., 12. März 2027 um 10:00 Uhr schrieb Hill & Dale <\ncare@shop.example>:`],
    ['Apple Mail, German', `Am 12.03.2027 um 10:00 schrieb ${SHOP}:`],
    ['Gmail, French', `Le ven. 12 mars 2027 à 10:00, ${SHOP} a\nécrit :`],
    ['Apple Mail, French', `Le 12 mars 2027 à 10:00, ${SHOP} a écrit :`],
    ['Gmail, Spanish', `El vie, 12 mar 2027 a las 10:00, Hill & Dale (<care@shop.example>) escribió:`],
    ['Gmail, Portuguese', `Em sex., 12 de mar. de 2027 às 10:00, ${SHOP} escreveu:`],
    ['Thunderbird, Polish', `W dniu 12.03.2027 o 10:00, Hill & Dale pisze:`],
    ['a language nobody thought of', `Þann fös. 12. mar. 2027 kl. 10:00 skrifaði ${SHOP}:`],
  ])('%s', async (_program, attribution) => {
    expect(await heardIn(`The first one, please.\n\n${attribution}\n\n${QUOTE}`)).toBe('The first one, please.');
    expect(await heardIn(`${attribution}\n${QUOTE}\nThe first one, please.\n`)).toBe('The first one, please.');
  });

  it('answers between quoted lines', async () => {
    const body = `On 12 Mar 2027, at 10:00, ${SHOP} wrote:\n> Which one?\nThe first.\n> When?\nTomorrow.\n`;
    expect(await heardIn(body)).toBe('The first.\nTomorrow.');
  });
});

describe('what follows a mark once is gone', () => {
  it.each([
    ['English', '-----Original Message-----', 'From', 'Sent', 'To', 'Subject'],
    ['Italian', '-----Messaggio originale-----', 'Da', 'Inviato', 'A', 'Oggetto'],
    ['German', '-----Ursprüngliche Nachricht-----', 'Von', 'Gesendet', 'An', 'Betreff'],
    ['French', "-----Message d'origine-----", 'De', 'Envoyé', 'À', 'Objet'],
    ['Spanish', '-----Mensaje original-----', 'De', 'Enviado el', 'Para', 'Asunto'],
    ['Portuguese', '-----Mensagem original-----', 'De', 'Enviada em', 'Para', 'Assunto'],
  ])('Outlook, %s', async (_language, separator, from, sent, to, subject) => {
    const space = from === 'De' ? ' ' : '';
    const head = `${from}${space}: ${SHOP}\n${sent}${space}: 12/03/2027 10:00\n${to}${space}: ana@home.example\n${subject}${space}: Hi`;
    const old = `${head}\n\nWhich one?`;
    expect(await heardIn(`The first.\n\n${separator}\n${old}`)).toBe('The first.');
    expect(await heardIn(`The first.\n\n________________________________\n${old}`)).toBe('The first.');
    expect(await heardIn(`The first.\n\n${old}`)).toBe('The first.');
  });

  it.each([
    ['our heading', '— Hill & Dale · #4821 —\n\nWhich one?'],
    ['our heading without a reference', '— Hill & Dale —\n\nWhich one?'],
    ['a head in a language nobody thought of', `Frá: ${SHOP}\nWhich one?`],
    ['an attribution without marked lines', `On 12 Mar 2027, at 10:00, ${SHOP} wrote:\n\nWhich one?`],
    ['a signature', '-- \nAna Bianchi\nVia Roma 12'],
    ['a signature without its space', '--\nAna Bianchi'],
    ['a phone, English', 'Sent from my iPhone'],
    ['a phone, Italian', 'Inviato da iPhone'],
    ['a phone, German', 'Von meinem iPhone gesendet'],
    ['a phone, French', 'Envoyé de mon iPhone'],
    ['a computer', 'Sent from Mail for Windows'],
    ['a phone, its program', 'Get Outlook for iOS<https://aka.ms/o0ukef>'],
    ['a phone, Spanish', 'Enviado desde mi iPhone'],
  ])('%s', async (_what, rest) => {
    expect(await heardIn(`The first.\n\n${rest}`)).toBe('The first.');
    expect(await heardIn(rest)).toBeNull();
  });
});

describe('what may be a quotation is put aside, and nothing of it is lost', () => {
  const both = async (body: string) => {
    await door.post(mailOf(body, { To, 'Content-Type': 'text/plain; charset=utf-8' }));
    const message = await firstIn(door.inbox.splice(0));
    return message?.kind === 'heard' && message.heard.kind === 'text' ? message.heard : null;
  };
  it.each([
    ['a sentence', 'On 12 March at 10:00 your driver wrote:\nleft in the shed, and it was wet.'],
    ['a sentence, Italian', 'Il 12 marzo alle 10:00 il corriere ha scritto:\nlasciato in garage.'],
    ['days, English', 'From: Monday\nTo: Friday\nDate: March\nI am away, so send it later.'],
    ['days, Italian', 'Da: lunedì\nA: venerdì\nData: marzo\nSono via, quindi dopo.'],
    ['days, German', 'Von: Montag\nAn: Freitag\nDatum: März\nIch bin weg, also später.'],
    ['a line in the middle', '--\nAnd something else.'],
    [
      'a forward',
      '---------- Forwarded message ---------\nFrom: DHL <x@dhl.example>\nDate: today\nSubject: late\n\nIt is late.',
    ],
    ['a signature', '-- \nAna Bianchi'],
  ])('%s', async (_what, below) => {
    const heard = await both(`Hello there.\n\n${below}`);
    expect(heard?.text).toBe('Hello there.');
    expect(heard?.more).toBe(below.trim());
  });

  it('what is passed on without a word is what was meant', async () => {
    const forward = '---------- Forwarded message ---------\nFrom: DHL <x@dhl.example>\n\nIt is late.';
    expect(await both(forward)).toEqual({ kind: 'text', text: forward });
  });

  it('what is ours is not put aside', async () => {
    const ours = `On 12 Mar 2027, at 10:00, ${SHOP} wrote:\n\nWhich one?`;
    expect(await both(`The first.\n\n${ours}`)).toEqual({ kind: 'text', text: 'The first.' });
  });
});

describe('what only looks like one stays', () => {
  it.each([
    'On the box somebody wrote: fragile',
    'From: Milan\nI want it from there, not from Rome.',
    'I wrote to you twice:\nno answer.',
    'I wrote to: care@shop.example',
    'My order is\n--- the dog food ---\nwhere is it?',
    'At 10:30 your man wrote me off.',
    '2 > 1, is it not?',
    'Sent from the shop on Monday.',
    'Inviato da voi lunedì',
    'Get back to me by mail.',
    'Sent from my heart, and I mean it: where is my parcel? It should have been here on Tuesday, they told me.',
    '— a dash —\nand words',
  ])('%j', async (text) => {
    expect(await heardIn(text)).toBe(text);
  });
});

describe('letters and signs arrive as they were written', () => {
  const text = 'Perché non è arrivato? 😢 “Grüße”, ça va?';
  const bytes = (charset: string, encoding: BufferEncoding, transfer: string, body: string) => {
    const start = mailOf('', {
      To,
      'Content-Type': `text/plain; charset=${charset}`,
      'Content-Transfer-Encoding': transfer,
    });
    return Buffer.concat([Buffer.from(start), Buffer.from(body, encoding)]);
  };

  it('utf-8, as eight bits, base64 and quoted-printable', async () => {
    const base64 = Buffer.from(text).toString('base64');
    const quoted = [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
    const lines = quoted.join('').replace(/(.{72})/g, '$1=\r\n');
    expect(await heard(bytes('utf-8', 'utf8', '8bit', text))).toBe(text);
    expect(await heard(bytes('utf-8', 'utf8', 'base64', base64))).toBe(text);
    expect(await heard(bytes('utf-8', 'utf8', 'quoted-printable', lines))).toBe(text);
  });

  it('iso-8859-1 and windows-1252', async () => {
    expect(await heard(bytes('iso-8859-1', 'latin1', '8bit', 'Perché? Grüße'))).toBe('Perché? Grüße');
    expect(await heard(bytes('iso-8859-1', 'latin1', 'quoted-printable', 'Perch=E9? Gr=FC=DFe'))).toBe('Perché? Grüße');
    expect(await heard(bytes('windows-1252', 'latin1', 'quoted-printable', '10 =80'))).toBe('10 €');
  });

  it('lines wrapped by the program are one where it says so, and control characters are none', async () => {
    expect(await heardIn('one \ntwo', 'text/plain; charset=utf-8; format=flowed')).toBe('one two');
    expect(await heardIn('a\u0000b\u0007c\u001b[31md')).toBe('abc[31md');
  });

  it('of a long mail the first twenty thousand', async () => {
    const long = await heardIn('word '.repeat(10_000));
    expect(long).toHaveLength(20_001);
    expect(long?.endsWith('…')).toBe(true);
  });
});

describe('a mail in HTML', () => {
  const html = (body: string) => heardIn(body, 'text/html; charset=utf-8');

  it('becomes text', async () => {
    expect(await html('<p>The <b>first</b> &amp; only one.</p><p>Ciao 😀</p>')).toBe(
      'The first & only one.\n\nCiao 😀',
    );
  });

  it.each([
    [
      'Gmail',
      `<div>The first.</div><div class="gmail_quote">On Fri, Mar 12, 2027 at 10:00 AM ${escaped(SHOP)} wrote:<br><blockquote><p>Which one?</p></blockquote></div>`,
    ],
    [
      'Outlook',
      `<p>The first.</p><hr><p><b>From:</b> ${escaped(SHOP)}<br><b>Sent:</b> Friday, March 12, 2027 10:00<br><b>To:</b> ana<br><b>Subject:</b> Hi</p><p>Which one?</p>`,
    ],
    ['our own letter', '<div>The first.</div><div><p>— Hill &amp; Dale · #4821 —</p><p>Which one?</p></div>'],
  ])('loses what it quotes: %s', async (_program, body) => {
    expect(await html(body)).toBe('The first.');
  });

  it('beside plain text is not read twice, and beside an empty one it is read', async () => {
    const both = (plain: string) =>
      `--B\nContent-Type: text/plain\n\n${plain}\n--B\nContent-Type: text/html\n\n<p>From the page.</p>\n--B--`;
    const type = 'multipart/alternative; boundary=B';
    expect(await heardIn(both('From the text.'), type)).toBe('From the text.');
    expect(await heardIn(both(' '), type)).toBe('From the page.');
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
