/** A number that a shopper gives for a call: read back, kept sealed for that call alone, and shown to whoever calls. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupedPhone } from '../../lambda/services/privacy/phone-plans';
import { phoneIn } from '../../lambda/services/privacy/said-phone';
import { type House, MONDAY, openHouse } from '../kit/house';
import { keptIn } from '../kit/kept';
import { createPostBox } from '../kit/post-box';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { createWriter } from '../kit/writer';

let folder = '';
let house: House;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-number-'));
  house = await openHouse({ folder, at: MONDAY, staffed: true });
});

afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

async function latest() {
  const [packet] = await house.store.handOffs.list(1);
  return house.store.handOffs.get(packet?.id ?? '');
}

/** What the desk shows at the call. */
async function given(): Promise<string | undefined> {
  const handOff = await latest();
  return (await house.store.conversations.load(handOff?.conversationId ?? ''))?.memory.handOff?.phone?.number;
}

const AFTER_FIVE = { time: { said: 'after five', ids: ['after-17'] } };

/** Wish, number, and the number with the wish. */
const SAID = [
  ['en-GB', 'call me after five', '020 7946 0123', 'yes', 'call me on oh two oh seven nine four six oh one double two'],
  ['it-IT', 'chiamatemi dopo le cinque', 'è il 333.123.4567', 'sì', 'chiamatemi domani mattina al +39 333 12 34 567'],
  ['de-DE', 'ruft mich nach 17 Uhr an', '(030) 901820-15', 'ja', 'rufen Sie mich bitte unter 0151 23456789 an'],
  [
    'pl-PL',
    'proszę oddzwonić po piątej',
    'to 512-345-678',
    'tak',
    'zadzwońcie do mnie jutro rano na numer 512 345 678',
  ],
  ['cs-CZ', 'zavolejte mi po páté', '601 123 456', 'ano', 'zavolejte mi zítra dopoledne na číslo 601 123 456'],
] as const;

test.each(SAID)(
  '%s: the number is asked for, read back, and promised once it is right',
  async (locale, wish, number, yes) => {
    for (const form of ['text', 'speech'] as const) {
      house.clock.advance(1_000);
      const guest = createTexter(house, { locale, shopper: null, form });
      const asked = await guest.says(wish);
      expect([asked.replies, asked.asks]).toEqual([['TalkToHuman.passed'], 'TalkToHuman.phone']);
      const read = await guest.says(number);
      expect([number, read.asks]).toEqual([number, 'TalkToHuman.rightPhone']);
      expect(read.show.replace(/\D/g, '')).toBe(number.replace(/\D/g, ''));
      expect((await latest())?.wish).toBe('answer');
      expect((await guest.says(yes)).replies).toEqual(['TalkToHuman.willCallNumberThen']);
      expect(await latest()).toMatchObject({ wish: 'call-back', call: { from: expect.any(Number) } });
      expect((await given())?.replace(/\D/g, '')).toBe(number.replace(/\D/g, ''));
    }
  },
);

test.each(SAID)('%s: said with the wish it is read back at once', async (locale, _wish, _number, yes, whole) => {
  for (const shopper of [null, 'ana']) {
    const texter = createTexter(house, { locale, shopper });
    const read = await texter.says(whole);
    expect([whole, read.replies, read.asks]).toEqual([whole, ['TalkToHuman.passed'], 'TalkToHuman.rightPhone']);
    expect((await texter.says(yes)).replies[0]).toMatch(/^TalkToHuman\.willCallNumber/);
    await texter.says(
      { en: 'start over', it: 'ricomincia', de: 'von vorne', pl: 'od nowa', cs: 'od začátku' }[locale.slice(0, 2)] ??
        '',
    );
  }
});

test.each([
  ['en-GB', 'call me after five', "don't call me on 020 7946 0123"],
  ['en-GB', 'call me after five', 'is 020 7946 0123 your number?'],
  ['en-GB', 'call me after five', 'any number but not 020 7946 0123'],
  ['it-IT', 'chiamatemi dopo le cinque', 'non chiamarmi al 333 123 4567'],
  ['de-DE', 'ruft mich nach 17 Uhr an', 'rufen Sie mich nicht unter 030 901820 an'],
  ['de-DE', 'ruft mich nach 17 Uhr an', 'nicht 030 901820'],
  ['pl-PL', 'proszę oddzwonić po piątej', 'nie dzwoń pod 22 123 45 67'],
  ['cs-CZ', 'zavolejte mi po páté', 'nevolejte mi na 601 123 456'],
])('%s: %s: "%s" gives no number', async (locale, wish, said) => {
  house.clock.advance(1_000);
  const guest = createTexter(house, { locale, shopper: null });
  await guest.says(wish);
  expect((await guest.says(said)).asks).not.toBe('TalkToHuman.rightPhone');
  expect(await given()).toBeUndefined();
});

test('no, another number or no number at all: nobody is asked in circles', async () => {
  house.clock.advance(1_000);
  const guest = createTexter(house, { shopper: null });
  await guest.says('call me after five');
  await guest.says('020 7946 0123');
  const again = await guest.says("no, it's 020 7946 0124");
  expect(again.asks).toBe('TalkToHuman.rightPhone');
  expect(again.show).toContain('0124');
  expect((await guest.says('tomorrow morning')).asks).toBe('TalkToHuman.rightPhone');
  expect((await guest.says('no')).asks).toBe('TalkToHuman.phone');
  const short = await guest.says('12345');
  expect(short.replies).toEqual(['TalkToHuman.notNumber', 'TalkToHuman.noNumber', 'Phone.inChat']);
  expect(short.asks).toBeNull();
  expect((await latest())?.wish).toBe('answer');
  const speaker = createSpeaker(house, { shopper: null });
  await speaker.hears('TalkToHuman', AFTER_FIVE);
  expect((await speaker.hears('TalkToHuman', { phone: '12' })).replies).toEqual(['TalkToHuman.notNumber']);
  const over = await speaker.hears('VoiceLimits', { code: '99999999999999999' });
  expect(over.replies).toEqual(['TalkToHuman.notNumber', 'TalkToHuman.noNumber', 'Phone.here']);
  expect([over.asks, over.card?.type]).toEqual([null, 'Simple']);
});

test('at the speaker it is read in groups, and another number takes its place, at the time that was promised', async () => {
  house.clock.advance(1_000);
  const speaker = createSpeaker(house);
  const promised = await speaker.hears('TalkToHuman', AFTER_FIVE);
  expect(promised.replies).toContain('TalkToHuman.willCallThen');
  await speaker.opens();
  const read = await speaker.hears('TalkToHuman', { phone: '3331234567' });
  expect(read.response.outputSpeech).toMatchObject({
    ssml: expect.stringMatching(/digits">333<.*digits">123<.*digits">4567</),
  });
  const { call } = (await latest()) ?? {};
  expect((await speaker.hears('Yes')).replies).toEqual(['TalkToHuman.willCallNumberThen']);
  expect(await latest()).toMatchObject({ wish: 'call-back', call });
  expect(await given()).toBe('333 123 4567');
  await speaker.opens();
  await speaker.hears('TalkToHuman', { call: { said: 'never mind', ids: ['off'] } });
  expect(await given()).toBeUndefined();
});

test('nothing that is kept holds it, and whoever asks for the same answer again gets it', async () => {
  house.clock.advance(1_000);
  const texter = createTexter(house, { shopper: null, form: 'speech' });
  await texter.says('call me after five');
  await texter.says('oh two oh seven nine four six double oh five six');
  const again = await texter.says('say that again');
  expect(again.show).toContain('020 7946 0056');
  await texter.says('yes');
  const digits = '02079460056';
  for (const [table, rows] of keptIn(folder)) {
    for (const row of rows) {
      expect([table, row.replace(/[^\d]/g, '').includes(digits.slice(-7)) && /7946 ?0056/.test(row)]).toEqual([
        table,
        false,
      ]);
    }
  }
  expect(await given()).toBe('020 7946 0056');
});

test('whoever writes from a number is asked about that one first, and may give another', async () => {
  const whatsapp = createPostBox('whatsapp', 'noticed');
  const own = await openHouse({ at: MONDAY, staffed: true, channels: [whatsapp] });
  const numberOf = async ({ conversationId }: { readonly conversationId: string }) =>
    (await own.store.conversations.load(conversationId))?.memory.handOff?.phone?.number;
  const ana = createWriter(own, whatsapp, '393331234567');
  const asked = await ana.writes('call me after five');
  expect(asked.map(({ text }) => text).join('\n')).toContain('+39 333 123 4567');
  await ana.writes('yes');
  expect(await numberOf(ana)).toBe('+39 333 123 4567');
  const ben = createWriter(own, whatsapp, '447911123456');
  await ben.writes('call me after five');
  await ben.writes('no');
  await ben.writes('020 7946 0123');
  await ben.writes('yes');
  expect((await numberOf(ben))?.replace(/\D/g, '')).toBe('02079460123');
  // What hides the number is none.
  const hidden = createWriter(own, whatsapp, 'BR.1502576394655843');
  await hidden.writes('call me after five');
  await hidden.writes('yes');
  expect(await numberOf(hidden)).toBeUndefined();
  await own.close();
});

test.each([
  ['my number is 333-123.45/67, thanks', 7, '3331234567'],
  ['call +39 (333) 123 4567', 7, '+393331234567'],
  ['+44 (0)20 7946 0123', 7, '+442079460123'],
  ['+49(0)30 901820', 7, '+4930901820'],
  ['oh double seven treble oh nine one two three', 7, '0770009123'],
  ['double five five, one two three, forty five sixty seven', 7, '5551234567'],
  ['my order is 12345678', 7, undefined],
  ['tomorrow at 5', 2, undefined],
] as const)('"%s" holds a number as it is dialled', (text, least, number) => {
  expect(phoneIn(text, least)?.number).toBe(number);
});

test('what no plan has is no number', () => {
  expect(groupedPhone('+393331234567', ['GB'])).toBe('+39 333 123 4567');
  for (const number of ['', '12', '0000000000', '+1234', '123456789012345678']) {
    expect([number, groupedPhone(number, ['GB', 'IT', 'US'])]).toEqual([number, null]);
  }
});
