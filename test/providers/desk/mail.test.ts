/** A desk that is nothing but mail. */

import { createAddresses } from '../../../lambda/channels/email/addresses';
import type { DeskEvent } from '../../../lambda/services/hand-off/hand-offs';
import { LARGEST_FILE_BYTES } from '../../../lambda/vocabulary/sent-file';
import { mailOf, NOW, SETTINGS, withFiles } from '../../channels/email/mail-door';
import { deskContract } from '../../contracts/desk';
import { openedOf, wordsFor } from '../../contracts/desk-samples';
import { eventsOf, openIn } from '../../contracts/desk-trial';
import { JPEG, PDF, PNG } from '../../kit/files';
import { seenInFirst, UPRIGHT } from '../../kit/seen-in';
import { type MailTrial, openMailTrial } from './mail-trial';

deskContract('plain e-mail', openMailTrial, { notes: true, presence: false, recalls: false, remote: true });

let trial: MailTrial;
const opened = openedOf();
let address: string;

beforeEach(async () => {
  trial = await openMailTrial();
  await openIn(trial, opened);
  address = trial.letters(opened)[0]?.mail.replyTo?.value[0]?.address ?? '';
});
afterEach(() => trial.close());

const From = 'Marta Rossi <marta@shop.example>';
const agent = { name: 'Marta Rossi' };
/** What a person's answer is read as. */
async function answered(body: string, headers: Readonly<Record<string, string>> = {}): Promise<readonly DeskEvent[]> {
  await trial.door.post(mailOf(body, { From, To: address, ...headers }));
  return eventsOf(trial);
}
const kinds = (events: readonly DeskEvent[]) => events.map(({ kind }) => kind);

describe('the letters', () => {
  it('are answered to an address signed for the hand-off, within 64 characters', () => {
    expect(address).toMatch(/^desk\+[0-9a-f]{24}\.[0-9a-f]{20}@reply\.shop\.example$/);
    expect(address).not.toContain(opened.handOff.id);
  });

  it('carry any id of a hand-off', async () => {
    const other = openedOf({ id: 'A_-'.repeat(21) });
    await openIn(trial, other);
    await trial.act(other, 'Marta', { kind: 'accept' });
    expect(await eventsOf(trial)).toMatchObject([{ kind: 'accepted', handOffId: other.handOff.id }]);
  });

  it('lie in one thread, say which and why in the subject, and ask no program to answer', async () => {
    await trial.desk.tell(wordsFor(opened, null, 'Hello?'));
    const [first, second] = trial.letters(opened).map(({ mail }) => mail);
    expect(first?.inReplyTo).toBeUndefined();
    expect(second?.inReplyTo).toBe(first?.messageId);
    expect(second?.subject).toBe(first?.subject);
    expect(first?.subject).toBe(`#${opened.packet.reference} · a complaint`);
    expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('say below how they are answered', async () => {
    await trial.desk.tell(wordsFor(opened, null, 'Hello?'));
    for (const { mail } of trial.letters(opened)) {
      const [, footer] = mail.text?.split('\n-- \n') ?? [];
      expect(footer).toContain('#close answered|sent-again|refunded|coupon|order-placed|nothing');
    }
  });

  it('of a hand-off that is known no more are not sent', async () => {
    trial.erase(opened);
    expect(await trial.desk.tell(wordsFor(opened, null, 'Hello?'))).toMatchObject({ kind: 'dead' });
    expect(trial.letters(opened)).toHaveLength(1);
  });
});

describe('files of an answer', () => {
  const sent = async (body: string, ...parts: Parameters<typeof withFiles>[1]) => {
    const [text, headers] = withFiles(body, parts);
    return answered(text, headers);
  };
  const png = { type: 'image/png', bytes: PNG };

  it('go to the shopper, each for itself, before the words; what a signature draws does not', async () => {
    expect(await sent('This one.', png, { type: 'application/pdf', bytes: PDF })).toMatchObject([
      { kind: 'said', agent, text: '', file: { type: 'image/png', bytes: PNG } },
      { kind: 'said', agent, text: '', file: { type: 'application/pdf' } },
      { kind: 'accepted' },
      { kind: 'said', text: 'This one.' },
    ]);
    expect(await seenInFirst(await sent('The bag.', { type: 'image/jpeg', bytes: JPEG }))).toEqual(UPRIGHT);
    const logo = { type: 'image/png', bytes: Buffer.concat([PNG, Buffer.alloc(9_000)]), within: true } as const;
    const [text, headers] = withFiles('Bye', [logo], 'related');
    expect(kinds(await answered(text, headers))).toEqual(['accepted', 'said']);
  });

  it('of a note go to nobody, and one that is too large is told to who sent it', async () => {
    expect(await sent('#note\nshe is difficult', png)).toEqual([]);
    const large = { type: 'image/png', bytes: Buffer.concat([PNG, Buffer.alloc(LARGEST_FILE_BYTES)]) };
    expect(kinds(await sent('Here.', large))).toEqual(['accepted', 'said']);
    expect(trial.letters(opened).at(-1)?.mail.text).toContain('A file went to nobody.');
  });
});

describe('an answer', () => {
  it('is words for the shopper, and takes the hand-off', async () => {
    const events = await answered(
      `Ciao Ana.\n\nOn 12 Mar 2027, at 10:00, X <x@y.example> wrote:\n> In short\n> secret`,
    );
    expect(events).toMatchObject([
      { kind: 'accepted', handOffId: opened.handOff.id, agent, at: NOW },
      { kind: 'said', handOffId: opened.handOff.id, agent, at: NOW, text: 'Ciao Ana.' },
    ]);
    expect(JSON.stringify(events)).not.toContain('marta@');
  });

  it('never takes the packet along, however it is quoted', async () => {
    const { mail } = trial.letters(opened)[0] ?? {};
    const text = mail?.text ?? '';
    expect(text).toContain('squarciato');
    for (const quoted of [
      text,
      `> ${text.replaceAll('\n', '\n> ')}`,
      `Frá: Hill & Dale <care@shop.example>\n${text}`,
    ]) {
      const said = (await answered(`Ciao Ana.\n\n${quoted}`)).at(-1);
      expect(said).toMatchObject({ kind: 'said', text: 'Ciao Ana.' });
    }
  });

  it.each([
    ['#take', [{ kind: 'accepted', agent }]],
    ['#Take\nI am on it.', [{ kind: 'accepted' }, { kind: 'said', text: 'I am on it.' }]],
    ['#return', [{ kind: 'returned', agent }]],
    ['#return\nBye!', [{ kind: 'accepted' }, { kind: 'said', text: 'Bye!' }, { kind: 'returned' }]],
    ['#done', [{ kind: 'closed', agent, done: 'answered', topic: null }]],
    ['#done sent-again', [{ kind: 'closed', done: 'sent-again', topic: null }]],
    ['#CLOSE Refunded torn bag', [{ kind: 'closed', done: 'refunded', topic: 'torn bag' }]],
    ['#close refund', [{ kind: 'closed', done: 'refunded', topic: null }]],
    ['#close order 1047 sent', [{ kind: 'closed', done: 'answered', topic: 'order 1047 sent' }]],
    ['#close torn bag', [{ kind: 'closed', done: 'answered', topic: 'torn bag' }]],
    ['#close coupon\nHere: X1', [{ kind: 'accepted' }, { kind: 'said', text: 'Here: X1' }, { kind: 'closed' }]],
    ['#note she is difficult', []],
    ['#note\nshe is difficult', []],
    [
      '#1 of your order is on its way',
      [{ kind: 'accepted' }, { kind: 'said', text: '#1 of your order is on its way' }],
    ],
    ['#takeaway is fine', [{ kind: 'accepted' }, { kind: 'said', text: '#takeaway is fine' }]],
    ['Then #close it', [{ kind: 'accepted' }, { kind: 'said', text: 'Then #close it' }]],
    ['> nothing new', []],
  ])('%j', async (body, events) => {
    const got = await answered(body);
    expect(got).toMatchObject(events);
    expect(got).toHaveLength(events.length);
  });

  it('delivered again, late or replayed is the same', async () => {
    const [one, two] = ['one', '#close'].map((body) => mailOf(body, { From, To: address }));
    for (const raw of [two, one, two, one]) await trial.door.post(String(raw));
    const events = await eventsOf(trial);
    expect(kinds(events)).toEqual(['closed', 'accepted', 'said']);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
  });

  it('to an address signed wrongly, or for shoppers, is nothing', async () => {
    const id = address.slice(5, 29);
    const other = createAddresses({ ...SETTINGS, replySecret: 'another' });
    const forged = [
      other.of({ kind: 'desk', id }),
      address.replace(/\.[0-9a-f]{4}/, '.0000'),
      createAddresses(SETTINGS).of({ kind: 'reply', id }).replace('reply+', 'desk+'),
    ];
    for (const To of forged) expect(await answered('#close', { To })).toEqual([]);
  });

  it('of a program is nothing', async () => {
    expect(await answered('I am on holiday.', { 'Auto-Submitted': 'auto-replied' })).toEqual([]);
  });

  it('that comes before the hand-off is noted as sent is tried again; long after one was erased it is nothing', async () => {
    await trial.door.post(mailOf('Hello', { From, To: address }));
    const [received] = await trial.arrived();
    if (!received) throw new Error('nothing arrived');
    trial.erase(opened);
    await expect(trial.desk.read(received)).rejects.toThrow('not known yet');
    trial.clock.now += 20 * 60_000;
    expect(await trial.desk.read(received)).toEqual([]);
  });
});

it('a letter that cannot be delivered to the team means that no desk was reached', async () => {
  const letter = trial.letters(opened)[0];
  const report = ['Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\n'];
  const original = `Content-Type: message/rfc822\n\nMessage-ID: ${letter?.mail.messageId}\n\nx`;
  const body = [...report, original].map((part) => `--B\n${part}\n`).join('');
  const type = 'multipart/report; report-type=delivery-status; boundary=B';
  const events = await answered(`${body}--B--`, { 'Content-Type': type, 'Return-Path': '<>', To: letter?.from ?? '' });
  expect(events).toMatchObject([{ kind: 'failed', handOffId: opened.handOff.id }]);
});
