/** What the shop has written, when its people are there, and what stands on its shelves: at the speaker and in writing. */

import { MONDAY } from '../kit/house';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

/** As Alexa resolves it. */
const topic = (id: string) => ({ topic: { said: id, ids: [id] } });

test('tells a topic short for the ear, with the whole in the app, and whole in a chat', async () => {
  const heard = await at.speaker({ shopper: null }).hears('SupportPolicy', topic('returns'));
  expect(heard.replies[0]).toBe('SupportPolicy.told');
  expect(heard.say).toContain('30 days');
  expect(JSON.stringify(heard.card)).toContain('hygiene');
  const read = await at.texter({ shopper: null }).says('what is your return policy');
  expect(read.show).toContain('30 days');
  expect(read.show.length).toBeGreaterThan(heard.say.length);
});

test.each([
  ['en-GB', 'are you open on sunday', 'Opening.next'],
  ['it-IT', 'a che ora chiudete', 'Opening.next'],
])('%s: "%s" is answered by the hours of shop.json and the clock', async (locale, said, reply) => {
  const read = await at.texter({ locale, shopper: null }).says(said);
  expect(read.replies.slice(0, 2)).toEqual([reply, 'Opening.weekdays']);
});

describe('on a Monday at eleven', () => {
  const monday = useHouse({ lasts: 'file', at: MONDAY });

  test('says that the team is there now', async () => {
    const heard = await monday.speaker().hears('SupportPolicy', topic('hours'));
    expect(heard.replies.slice(0, 2)).toEqual(['Opening.now', 'Opening.weekdays']);
  });
});

test('says how to reach the shop aloud without a number, and shows both', async () => {
  const heard = await at.speaker({ shopper: null }).hears('SupportPolicy', topic('contact'));
  expect(heard.say).not.toMatch(/\d{4}|@/);
  expect(JSON.stringify(heard.card)).toContain('care@willow-market.example');
  const read = await at.texter({ shopper: null }).says("what's your phone number");
  expect(read.show).toContain('+44 20 7946 0123');
});

test('asks which topic where Alexa heard none, and takes one that is named', async () => {
  const speaker = at.speaker({ shopper: null });
  expect((await speaker.hears('SupportPolicy')).asks).toBe('SupportPolicy.which');
  expect((await speaker.hears('SupportPolicy', topic('invoice'))).replies[0]).toBe('SupportPolicy.told');
});

test('places a topic by what was said for it', async () => {
  const said = { topic: { said: 'pay with my visa card', ids: [] } };
  const heard = await at.speaker({ shopper: null }).hears('SupportPolicy', said);
  expect(heard.replies[0]).toBe('SupportPolicy.told');
  expect(heard.say).toContain('PayPal');
});

test('what nobody has written is not made up: a person is offered', async () => {
  const said = { topic: { said: 'your view on goats', ids: [] } };
  const heard = await at.speaker({ shopper: null }).hears('SupportPolicy', said);
  expect(heard.replies[0]).toBe('SupportPolicy.unknown');
  expect(heard.asks).toBe('TalkToHuman.offer');
});

test('a topic whose time has not come, or is over, is as if it were not written', async () => {
  const inNovember = await at.texter({ shopper: null }).says('when is the last day to order for christmas');
  expect(inNovember.replies[0]).toBe('SupportPolicy.told');
  at.house.clock.advance(60 * 24 * 3_600_000);
  const inJanuary = await at.texter({ shopper: null }).says('when is the last day to order for christmas');
  expect(inJanuary.replies[0]).toBe('SupportPolicy.unknown');
  at.house.clock.advance(-60 * 24 * 3_600_000);
});

test.each([
  ['en-GB', 'how much is the bella roma ground coffee', 'Shelf.offer'],
  ['en-GB', 'do you sell bella roma ground coffee', 'Shelf.offer'],
  ['en-GB', 'do you sell televisions', 'Shelf.notSold'],
  ['it-IT', 'quanto costa il caffè macinato bella roma', 'Shelf.offer'],
  ['it-IT', 'vendete televisori', 'Shelf.notSold'],
])('%s: "%s" tells price and stock, and proposes nothing', async (locale, said, reply) => {
  const read = await at.texter({ locale, shopper: null }).says(said);
  expect(read.replies[0]).toBe(reply);
  expect(read.asks).toBe('Welcome.more');
});

test('counts several first, names three at most, and speaks in what the shopper pays in', async () => {
  const read = await at.texter().says('do you have coffee');
  expect(read.replies[0]).toMatch(/^Shelf\.(several|many)$/);
  expect(read.replies.filter((key) => key.startsWith('Shelf.one')).length).toBeLessThanOrEqual(3);
  expect(read.show).toContain('€');
});

test('"order it" after a price is a purchase that asks first', async () => {
  const speaker = at.speaker();
  await speaker.hears('SupportPolicy', { product: { said: 'coffee', ids: ['bella-roma-ground'] } });
  expect((await speaker.hears('Reorder', { product: 'it' })).asks).toBe('Purchase.confirm');
});

test('a question in the middle of a purchase is answered, and the purchase asked again', async () => {
  const texter = at.texter();
  await texter.says('reorder my coffee');
  const read = await texter.says('do you take american express');
  expect(read.replies[0]).toBe('SupportPolicy.told');
  expect(read.asks).toBe('Purchase.confirm');
});

describe('on the last evening of a year', () => {
  const holidays = useHouse({ lasts: 'file', at: Date.parse('2026-12-31T20:00:00Z') });

  test.each([
    ['en-GB', 'when are you open', 'on Monday (4 Jan) from 9:00'],
    ['it-IT', 'a che ora chiudete', 'lunedì (4 gen) dalle 9:00'],
    ['de-DE', 'wann habt ihr geöffnet', 'am Montag (4. Jan.) ab 9:00 Uhr'],
    ['cs-CZ', 'jaká je otevírací doba', 'v pondělí (4. 1.) od 9:00'],
    ['pl-PL', 'jakie są godziny otwarcia', 'w poniedziałek (4 sty) od 9:00'],
  ])('%s: "%s" names the first day on which somebody is there again', async (locale, said, day) => {
    const read = await holidays.texter({ locale, shopper: null }).says(said);
    expect(read.show).toContain(day);
  });
});
