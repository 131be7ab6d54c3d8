/** A shopper's own limits: lowered and switched off by voice at once, held against every order, raised by nobody who only speaks. */

import { useHouse } from '../kit/use-house';

const at = useHouse();
const coffee = { product: { said: 'coffee', ids: ['bella-roma-ground'] } };
const dogFood = { product: { said: 'dog food', ids: ['brontolino-dog-food'] } };
const span = (id: string) => ({ span: { said: id, ids: [id] } });
const limit = (id: string) => ({ limit: { said: id, ids: [id] } });
const most = async () => (await at.house.store.buyingRules.of('shopper-ana')).most;

test('is lowered at once, and never raised by a voice', async () => {
  const speaker = at.speaker();
  expect((await speaker.hears('VoiceLimits', { amount: 20, ...span('order') })).replies).toEqual([
    'VoiceLimits.setOrder',
  ]);
  expect((await speaker.hears('VoiceLimits', { amount: 50, ...span('day') })).replies).toEqual(['VoiceLimits.setDay']);
  expect((await speaker.hears('VoiceLimits', { amount: 30, ...span('order') })).replies).toEqual([
    'VoiceLimits.byTeam',
  ]);
  await speaker.no();
  expect((await speaker.hears('VoiceLimits', { amount: 20, ...span('order') })).replies).toEqual([
    'VoiceLimits.sameOrder',
  ]);
  expect((await speaker.hears('VoiceLimits', limit('raise'))).replies).toEqual(['VoiceLimits.byTeam']);
  await speaker.no();
  const eur = (minor: number) => ({ minor, currency: 'EUR' });
  expect(await most()).toEqual({ order: eur(2000), day: eur(5000) });
  expect((await speaker.hears('VoiceLimits', limit('told'))).replies).toEqual([
    'VoiceLimits.hasOrder',
    'VoiceLimits.hasDay',
  ]);
});

test('where no page is there to set it, nobody is sent to a phone', async () => {
  const speaker = at.speaker();
  expect((await speaker.hears('VoiceLimits', limit('code'))).replies).toEqual(['VoiceLimits.noCode']);
  expect((await speaker.hears('VoiceLimits', limit('raise'))).replies).toEqual(['VoiceLimits.none']);
  expect((await speaker.hears('VoiceLimits', limit('on'))).replies).toEqual(['VoiceLimits.isOn']);
  expect((await speaker.hears('VoiceLimits', limit('off'))).replies).toEqual(['VoiceLimits.offByTeam']);
  expect((await speaker.hears('VoiceLimits', limit('on'))).replies).toEqual(['VoiceLimits.byTeam']);
});

const EUR = (minor: number) => ({ minor, currency: 'EUR' });

test.each([
  ['en-GB', 'never more than 19.99 euros an order', 1999],
  ['en-GB', 'never more than €19.99 an order', 1999],
  ['en-GB', 'no more than 25 euros 50 an order', 2550],
  ['en-GB', 'never more than twenty euros and fifty an order', 2050],
  ['en-GB', 'never more than 1,000 euros an order', 100_000],
  ['it-IT', 'mai più di 19 euro e 99 a ordine', 1999],
  ['it-IT', 'mai più di 1.000 euro a ordine', 100_000],
  ['de-DE', 'nie mehr als 19,99 € pro Bestellung', 1999],
  ['pl-PL', 'nie więcej niż 19,99 euro na zamówienie', 1999],
  ['cs-CZ', 'nikdy víc než 19,99 eur na objednávku', 1999],
])('hears cents and thousands, in %s: "%s"', async (locale, said, minor) => {
  const texter = at.texter({ locale });
  expect([said, (await texter.says(said)).replies]).toEqual([said, ['VoiceLimits.setOrder']]);
  expect((await most()).order).toEqual(EUR(minor));
});

test.each([
  ['en-GB', 'never more than 20 pounds an order'],
  ['en-GB', 'never more than £20 an order'],
  ['en-GB', 'never more than 20 $ a day'],
  ['it-IT', 'mai più di 20 sterline a ordine'],
  ['de-DE', 'nie mehr als 20 Pfund pro Bestellung'],
  ['pl-PL', 'nie więcej niż 20 złotych na zamówienie'],
  ['cs-CZ', 'nikdy víc než 20 korun na objednávku'],
  ['en-GB', 'no more than 5000 yen per order'],
  ['it-IT', 'al massimo 500 corone svedesi al giorno'],
  ['de-DE', 'nicht mehr als 5000 Yen pro Bestellung'],
  ['pl-PL', 'nie więcej niż 5000 jenów na zamówienie'],
  ['cs-CZ', 'nikdy víc než 5000 forintů na objednávku'],
])('a limit in money that is not paid in sets none, in %s: "%s"', async (locale, said) => {
  const texter = at.texter({ locale });
  expect([said, (await texter.says(said)).replies]).toEqual([said, ['VoiceLimits.otherMoney']]);
  expect(await most()).toEqual({ order: null, day: null });
});

/** Each sets what it says, or says why it sets none; the money stands in no reply that names a span. */
test.each([
  ['en-GB', 'never more than 15.5 euros a day', 'setDay', 1550],
  ['en-GB', 'never more than 15,50 a day', 'setDay', 1550],
  ['en-GB', 'never more than 1,234.56 euros a day', 'setDay', 123_456],
  ['it-IT', 'mai più di 1.234,56 euro al giorno', 'setDay', 123_456],
  ['de-DE', 'nie mehr als 15,5 Euro am Tag', 'setDay', 1550],
  ['pl-PL', 'nigdy więcej niż 1 234,56 euro dziennie', 'setDay', 123_456],
  ['cs-CZ', 'nikdy víc než 999999 eur za den', 'setDay', 99_999_900],
  ['en-GB', 'never more than a million euros a day', 'tooMuch', null],
  ['en-GB', 'never more than 1,000,000 euros a day', 'tooMuch', null],
  ['en-GB', 'never more than 1000000 euros a day', 'tooMuch', null],
  ['it-IT', 'mai più di un milione di euro al giorno', 'tooMuch', null],
  ['de-DE', 'nie mehr als zwei Millionen Euro am Tag', 'tooMuch', null],
  ['pl-PL', 'nigdy więcej niż milion euro dziennie', 'tooMuch', null],
  ['cs-CZ', 'nikdy víc než milion eur za den', 'tooMuch', null],
  ['en-GB', 'never more than 0 euros a day', 'notZero', null],
  ['en-GB', 'never more than 0.00 euros a day', 'notZero', null],
  ['de-DE', 'nie mehr als -5 Euro am Tag', 'notZero', null],
  ['en-GB', 'never more than 1.2.3 euros a day', 'badAmount', null],
  ['it-IT', 'mai più di 1,234 euro al giorno', 'badAmount', null],
  ['en-GB', 'never more than 20 euros', 'howTo', null],
  ['pl-PL', 'nigdy więcej niż 20 euro', 'howTo', null],
] as const)('in %s, of "%s" says %s', async (locale, said, reply, minor) => {
  const { replies } = await at.texter({ locale }).says(said);
  expect([said, replies]).toEqual([said, [`VoiceLimits.${reply}`]]);
  expect(await most()).toEqual({ order: null, day: minor === null ? null : EUR(minor) });
});

/** Who turns a limit off lets voices buy more: nobody does that by voice, nor anything of a code. */
test.each([
  ['en-GB', 'turn off my spending limit', 'none'],
  ['en-GB', 'remove my limits', 'none'],
  ['it-IT', 'disattiva il mio limite', 'none'],
  ['de-DE', 'schalte mein Limit ab', 'none'],
  ['pl-PL', 'wyłącz limit', 'none'],
  ['cs-CZ', 'vypni limit', 'none'],
  ['en-GB', 'remove my voice code', 'noCode'],
  ['en-GB', 'turn off the voice code', 'noCode'],
  ['it-IT', 'togli il mio codice vocale', 'noCode'],
  ['de-DE', 'lösche meinen Sprachcode', 'noCode'],
  ['de-DE', 'meinen Sprachcode löschen', 'noCode'],
  ['pl-PL', 'usuń mój kod głosowy', 'noCode'],
  ['cs-CZ', 'smaž můj hlasový kód', 'noCode'],
])('switches no voice off, in %s, by "%s"', async (locale, said, reply) => {
  const { replies } = await at.texter({ locale }).says(said);
  expect([said, replies]).toEqual([said, [`VoiceLimits.${reply}`]]);
  expect(await at.house.store.buyingRules.of('shopper-ana')).toMatchObject({ isOff: false });
});

test('what is no limit sets none', async () => {
  const speaker = at.speaker();
  for (const slots of [{ amount: 20 }, span('day'), {}]) {
    expect((await speaker.hears('VoiceLimits', slots)).replies).toEqual(['VoiceLimits.howTo']);
  }
  const why = async (amount: string) => (await speaker.hears('VoiceLimits', { amount, ...span('day') })).replies;
  expect(await why('0')).toEqual(['VoiceLimits.notZero']);
  expect(await why('1000000')).toEqual(['VoiceLimits.tooMuch']);
  expect(await most()).toEqual({ order: null, day: null });
  expect((await at.speaker({ shopper: null }).hears('VoiceLimits', limit('off'))).card?.type).toBe('LinkAccount');
});

test('an order over the limit is refused kindly, before its yes and at it', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', coffee);
  await at.house.store.buyingRules.lower('shopper-ana', 'order', { minor: 1000, currency: 'EUR' });
  const refused = await speaker.yes();
  expect(refused.replies).toEqual(['Purchase.overOrder', 'Purchase.changedByTeam']);
  expect((await speaker.hears('Reorder', coffee)).replies.slice(0, 1)).toEqual(['Purchase.overOrder']);
  expect(at.house.orders()).toBe(0);
});

test('counts what was bought on the shop’s day, and begins anew on the next', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', coffee);
  await speaker.yes();
  await speaker.hears('VoiceLimits', { amount: 20, ...span('day') });
  expect((await speaker.hears('Reorder', dogFood)).replies).toContain('Purchase.overDay');
  expect(at.house.orders()).toBe(1);
  at.house.clock.advance(24 * 3_600_000);
  const next = at.speaker();
  expect((await next.hears('Reorder', coffee)).asks).toBe('Purchase.confirm');
  expect((await next.yes()).replies).toContain('Purchase.placed');
});

test('what came to nothing counts towards no day', async () => {
  const speaker = at.speaker();
  at.house.demo.setFault('declined');
  await speaker.hears('Reorder', coffee);
  await speaker.yes();
  at.house.demo.setFault(null);
  expect(await at.house.store.buyingRules.spentOn('shopper-ana', '2026-11-22', 'EUR')).toBe(0);
});

test('of orders that are said yes to at once, no more go out than the day allows', async () => {
  const speakers = Array.from({ length: 6 }, (_, one) => at.speaker({ name: `room-${one}`, person: `voice-${one}` }));
  await speakers[0]?.hears('VoiceLimits', { amount: 30, ...span('day') });
  for (const speaker of speakers) expect((await speaker.hears('Reorder', { ...coffee })).asks).toMatch(/^Purchase\./);
  const said = await Promise.all(speakers.map((speaker) => speaker.yes()));
  expect(said.filter(({ replies }) => replies.includes('Purchase.placed')).length).toBeLessThanOrEqual(2);
  const spent = await at.house.store.buyingRules.spentOn('shopper-ana', '2026-11-22', 'EUR');
  expect(spent).toBeLessThanOrEqual(3000);
});

test('voices are switched off for all at once, and the chat still buys', async () => {
  const speaker = at.speaker();
  expect((await speaker.hears('VoiceLimits', limit('off'))).replies).toEqual(['VoiceLimits.offByTeam']);
  expect((await at.speaker({ person: 'another' }).hears('Reorder', coffee)).replies).toEqual([
    'Purchase.voiceOff',
    'Purchase.changedByTeam',
  ]);
  const texter = at.texter();
  await texter.says('reorder my coffee');
  expect((await texter.says('yes')).replies).toContain('Purchase.placed');
});

test('is told among one’s data, exported, and gone with it', async () => {
  const texter = at.texter();
  await texter.says('never more than twenty euros an order');
  expect((await texter.says('what do you know about me')).replies).toContain('MyData.limits');
  const kept = await at.house.store.privacy.export([], 'shopper-ana');
  expect(kept.buying_rule).toMatchObject([{ order_most: 2000, order_currency: 'EUR', has_code: 0 }]);
  await texter.says('forget me');
  await texter.says('yes');
  expect(await most()).toEqual({ order: null, day: null });
});
