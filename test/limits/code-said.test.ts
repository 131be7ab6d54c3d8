/** The digits of a voice code, however they are said: the answer to who asked for them, and written nowhere. */

import { intentRequest } from '../../lambda/console/envelope';
import { slotTypesOf } from '../../lambda/conversation/hear';
import { conversationOf } from '../../lambda/conversation/meet';
import { freshMemory } from '../../lambda/services/conversation/memory';
import { found, keptIn } from '../kit/kept';
import { type LinkServer, serveLinking } from '../kit/link-server';
import type { Speaker } from '../kit/speaker';
import { turnOf } from '../kit/turn-of';
import { useHouse } from '../kit/use-house';

const ANA = 'ana.ferri@example.com';
const CODE = '48271936';
const WRONG = '59382047';
const SAID = {
  'en-GB': ['four eight two seven one nine three six', 'five nine three eight two oh four seven'],
  'it-IT': ['quattro otto due sette uno nove tre sei', 'cinque nove tre otto due zero quattro sette'],
  'de-DE': ['vier acht zwei sieben eins neun drei sechs', 'fünf neun drei acht zwei null vier sieben'],
  'pl-PL': ['cztery osiem dwa siedem jeden dziewięć trzy sześć', 'pięć dziewięć trzy osiem dwa zero cztery siedem'],
  'cs-CZ': ['čtyři osm dva sedm jedna devět tři šest', 'pět devět tři osm dva nula čtyři sedm'],
} as const;
const LOCALES = Object.keys(SAID) as (keyof typeof SAID)[];

const at = useHouse({
  lasts: 'file',
  isOnDisk: true,
  linksAccounts: true,
  publicUrl: 'https://talk.willow-market.example',
});
let served: LinkServer;
/** Once for all: a right code forgets the wrong ones before it, and no test leaves wrong ones behind. */
beforeAll(async () => {
  served = await serveLinking(at.house);
  const browser = served.browser();
  await browser.opensLimits();
  await browser.sends({ step: 'email', email: ANA });
  await browser.sends({ step: 'code', code: (await served.codeOf(ANA)) ?? '' });
  await browser.sends({ step: 'code', code: CODE, same: CODE });
});
afterAll(() => served.close());
beforeEach(() => at.house.clock.advance(3_700_000));

/** Twenty bags: more than the shop lets a voice order without a code. */
const large = { product: { said: 'coffee', ids: ['bella-roma-ground'] }, quantity: 20 };

async function askedForIt(locale: string): Promise<Speaker> {
  const speaker = at.speaker({ locale });
  await speaker.hears('Reorder', large);
  expect((await speaker.yes()).asks).toBe('Purchase.code');
  return speaker;
}

/** In words at a speaker: this house hears them for Alexa, as `npm run talk` does. */
async function says(speaker: Speaker, text: string) {
  const { session, request } = speaker.envelope({ type: 'LaunchRequest' });
  const address = session?.user.userId ?? '';
  const turn = turnOf(
    at.house,
    { kind: 'silence' },
    { address, locale: request.locale ?? '', session: { id: session?.sessionId ?? '', isNew: false } },
  );
  const id = conversationOf({ channel: 'alexa', address }, { id: 'shopper-ana' });
  const memory = (await at.house.store.conversations.load(id))?.memory ?? freshMemory();
  const { intent, slots } = await at.house.app.understand(text, { turn, memory });
  return speaker.send(speaker.envelope(intentRequest(intent, slots, slotTypesOf(intent))));
}

const kept = () => keptIn(at.folder ?? '');

test.each(LOCALES)('is taken in words, and in digits, and is kept nowhere, in %s', async (locale) => {
  const [code, wrong] = SAID[locale];
  const speaker = await askedForIt(locale);
  expect([wrong, (await says(speaker, wrong)).replies]).toEqual([wrong, ['Purchase.codeWrong']]);
  expect((await says(speaker, WRONG)).replies).toEqual(['Purchase.codeWrong']);
  const before = at.house.orders();
  expect([code, (await says(speaker, code)).replies]).toEqual([code, expect.arrayContaining(['Purchase.placed'])]);
  expect(at.house.orders()).toBe(before + 1);
  expect(found([CODE, WRONG, code, wrong], kept())).toEqual([]);
});

/** Where Alexa may put a number that is all that was said. */
const PLACES = [
  ['VoiceLimits', 'code'],
  ['VoiceLimits', 'amount'],
  ['OrderStatus', 'orderNumber'],
  ['Reorder', 'quantity'],
  ['Reorder', 'product'],
  ['Reorder', 'detail'],
  ['OrderStatus', 'date'],
] as const;

test.each(PLACES)('is taken where Alexa hears %s with its %s', async (intent, slot) => {
  const speaker = await askedForIt('en-GB');
  expect((await speaker.hears(intent, { [slot]: WRONG })).replies).toEqual(['Purchase.codeWrong']);
  const spelt = WRONG.split('').join(' ');
  expect((await speaker.hears(intent, { [slot]: spelt })).replies).toEqual(['Purchase.codeWrong']);
  expect((await speaker.hears(intent, { [slot]: CODE })).replies).toContain('Purchase.placed');
  expect(found([CODE, WRONG, spelt], kept())).toEqual([]);
});

/** Begun, and said whole, where nobody asked for it. */
const UNASKED = {
  'en-GB': ['my pin is', 'my pin number is 59382047', 'the code is 59382047'],
  'it-IT': ['il mio pin è', 'il mio codice vocale è 59382047', 'il codice è 59382047'],
  'de-DE': ['meine PIN ist', 'meine PIN-Nummer ist 59382047', 'der Code lautet 59382047'],
  'pl-PL': ['mój pin to', 'mój kod pin to 59382047', 'kod to 59382047'],
  'cs-CZ': ['můj pin je', 'můj pin kód je 59382047', 'kód je 59382047'],
} as const;

test.each(LOCALES)('is no number of an order where it is told unasked, and is kept nowhere, in %s', async (locale) => {
  const texter = at.texter({ locale });
  const [begun, ...whole] = UNASKED[locale];
  for (const said of [begun, WRONG, SAID[locale][1], ...whole])
    expect([said, (await texter.says(said)).replies]).toEqual([said, ['VoiceLimits.neverTell']]);
  expect(found([WRONG, SAID[locale][1]], kept())).toEqual([]);
});

test.each([
  ['en-GB', 'my pin is', 'four thousand eight hundred and twenty seven'],
  ['it-IT', 'il mio pin è', 'quattromilaottocentoventisette'],
  ['de-DE', 'meine PIN ist', 'viertausendachthundertsiebenundzwanzig'],
] as const)('nor is one that is told as one number, in %s', async (locale, begun, code) => {
  const texter = at.texter({ locale });
  await texter.says(begun);
  expect([code, (await texter.says(code)).replies]).toEqual([code, ['VoiceLimits.neverTell']]);
  expect(found([code], kept())).toEqual([]);
});

test.each([
  ['en-GB', '59382047 is my pin', 'is my pin 59382047', 'my pin is not 59382047'],
  ['it-IT', '59382047 è il mio pin', 'il mio pin non è 59382047'],
  ['de-DE', '59382047 ist meine PIN', 'meine PIN ist nicht 59382047'],
  ['pl-PL', '59382047 to mój pin', 'mój pin to nie 59382047'],
  ['cs-CZ', '59382047 je můj pin', 'můj pin není 59382047'],
] as const)('turned round, asked about or denied it is kept nowhere either, in %s', async (locale, ...all) => {
  const texter = at.texter({ locale });
  for (const said of all) expect([said, (await texter.says(said)).replies]).toEqual([said, ['VoiceLimits.neverTell']]);
  expect(found([WRONG], kept())).toEqual([]);
});

test('goods are goods, though a code was begun', async () => {
  const texter = at.texter();
  for (const said of ['my pin is', 'two coffee']) await texter.says(said);
  expect((await texter.says('no')).replies).toEqual(['Purchase.notOrdered']);
});

test('a number of an order is one, once something else was spoken of', async () => {
  const texter = at.texter();
  for (const said of ['my pin is', 'what does shipping cost']) await texter.says(said);
  expect((await texter.says('104232')).replies).toEqual(['OrderStatus.preparingExpected']);
});
