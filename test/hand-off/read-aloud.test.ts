/** What a person wrote is read at the speaker whole and with its sense, and what no ear can note down is told for what it is. */

import { tidy } from '../../lambda/house/chores';
import { readShopFile } from '../../lambda/house/shop-file';
import { CAST, shopperOf } from '../../lambda/providers/shop/demo/people/cast';
import { MONDAY } from '../kit/house';
import { queued } from '../kit/queued';
import { storeOtherwise, WHOSE } from '../kit/stored-question';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, staffed: true });

const REFUND =
  'Sorry Henry! Your refund of 14.80 euros takes 10-15 working days. Use coupon SORRY10X. Tracking: 00340434161094015902';

async function answered(words: string, locale = 'en-GB') {
  const speaker = at.speaker({ locale });
  await speaker.hears('TalkToHuman');
  await at.agent().says(words);
  await at.agent().returns();
  expect((await speaker.opens()).asks).toBe('Person.read');
  return speaker;
}

test('keeps amounts and spans, and spells codes and numbers once for who gets nothing in writing', async () => {
  const speaker = await answered(REFUND);
  const read = await speaker.yes();
  expect(read.say).toMatch(/14\.80 euros takes 10-15 working days.*this code/);
  expect((await speaker.yes()).say).toMatch(/Tracking: this number/);
  const code = await speaker.yes();
  expect(code.say).toMatch(/S, O, R, R, Y 1 0 X/);
  expect(code.asks).toBe('Person.spell');
  const number = await speaker.yes();
  expect(number.say).toMatch(/0 0 3 4 0 4 3 4 1 6 1 0 9 4 0 1 5 9 0 2/);
  expect(number.asks).not.toBe('Person.spell');
});

test('an order is named by its number, which is spelt and never said as an amount', async () => {
  const speaker = await answered('Your order 10345 is packed, with 12500 points.');
  const read = await speaker.yes();
  expect(read.say).toContain('Your order with this number is packed, with 12,500 points.');
  expect(read.asks).toBe('Person.spell');
  const number = await speaker.yes();
  expect(number.say).toMatch(/1 0 3 . ?4 5|1 0 3 4 5/);
});

test('the number of an order of theirs is known by itself', async () => {
  const speaker = await answered('10345 comes on Tuesday, 10346 come later.');
  const { conversations } = at.house.store;
  const stored = await conversations.load(WHOSE);
  if (!stored) throw new Error('nobody has spoken yet');
  const memory = { ...stored.memory, topic: { listed: [{ number: '10345', goods: [] }] } };
  const opened = { answer: null, conversationId: WHOSE, stored: { ...stored, memory }, aside: null, hasAside: false };
  jest.spyOn(conversations, 'open').mockResolvedValueOnce({ ...opened, hasOpenAttempts: false });
  const read = await speaker.yes();
  expect(read.say).toContain('this number comes on Tuesday, 10,346 come later.');
  expect(read.asks).toBe('Person.spell');
  expect((await speaker.yes()).say).toMatch(/1 0 3/);
});

test('the desk sees what was really spoken', async () => {
  const speaker = await answered(REFUND);
  await speaker.yes();
  const [handOff] = await queued(at.house.store);
  const lines = await at.house.store.conversations.since(handOff?.conversationId ?? '', null, 50);
  const spoken = lines.filter(({ by }) => by === 'bot').at(-1)?.text ?? '';
  expect(spoken).toMatch(/Marta wrote: “.*10-15 working days.*this code.*”/);
  expect(spoken).not.toMatch(/SORRY10X/);
});

test('who gets it in writing as well is told so, and nothing is spelt', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  const [handOff] = await queued(at.house.store);
  await at.house.reach.join({ id: 'phone', channel: 'web', locale: 'en-GB' }, handOff?.conversationId ?? '');
  await at.agent().says(REFUND);
  await at.agent().returns();
  await speaker.opens();
  await speaker.yes();
  expect((await speaker.yes()).replies).toEqual(['Person.wroteOn', 'Person.allWritten']);
});

test('a long message is read on to its end, and a link can be sent', async () => {
  const speaker = await answered(
    `${'We looked into your parcel and asked the driver. '.repeat(8)}See https://willow.example/track?id=7Hq. Bye!`,
  );
  let read = await speaker.yes();
  for (let pages = 0; read.asks === 'Person.onward' && pages < 10; pages += 1) read = await speaker.yes();
  expect(read.say).toMatch(/this link\. Bye!/);
  expect(read.replies).toContain('Person.writtenLater');
});

test('what was begun before files could be sent is read on', async () => {
  const speaker = await answered('We looked into your parcel and asked the driver. '.repeat(8));
  expect((await speaker.yes()).asks).toBe('Person.onward');
  await storeOtherwise(at, ({ sent, ...before }) => before);
  expect((await speaker.yes()).replies[0]).toBe('Person.wroteOn');
});

test.each([
  ['en-GB', 'Ring the courier on', 'this number', 'this address', /plus 3 9 .*3 4 7 .*1 2 3 .*4 5 6 7/],
  ['it-IT', 'Chiama il corriere al', 'questo numero', 'questo indirizzo', /più 3 9 .*3 4 7 .*1 2 3 .*4 5 6 7/],
  ['de-DE', 'Rufen Sie den Kurier an:', 'diese Nummer', 'diese Adresse', /plus 3 9 .*3 4 7 .*1 2 3 .*4 5 6 7/],
])(
  'in %s a number and an address that a person wrote can be had at a speaker, sign by sign',
  async (locale, ring, number, address, digits) => {
    const speaker = await answered(`${ring} +39 347 123 4567. info@kurier.example`, locale);
    const read = await speaker.yes();
    expect(read.say).toContain(number);
    expect(read.say).toContain(address);
    expect(read.replies).not.toContain('Person.withheld');
    expect(read.asks).toBe('Person.spell');
    const first = await speaker.yes();
    expect(first.say).toMatch(digits);
    expect((await speaker.hears('Repeat')).say).toMatch(digits);
    const second = await speaker.yes();
    expect(second.say).toMatch(/info \S+ kurier \S+ example/);
    expect(second.asks).not.toBe('Person.spell');
  },
);

test('what is known of the shopper is not spelt, what else the person wrote is', async () => {
  const known = CAST.map(shopperOf).find(({ id }) => WHOSE === `shopper:${id}`)?.known ?? [];
  const own = known.find(({ kind }) => kind === 'email')?.value;
  const speaker = await answered(`We wrote to ${own}. The depot is depot@parcels.example.`);
  expect((await speaker.yes()).replies).toContain('Person.withheld');
  const spelt = await speaker.yes();
  expect(spelt.say).toMatch(/depot at parcels dot example/);
  expect(spelt.asks).not.toBe('Person.spell');
});

test.each([
  ['en-GB', /willow dash and dash larkspur dot example slash T slash A 1/],
  ['it-IT', /willow trattino and trattino larkspur punto example barra T barra A 1/],
  ['de-DE', /willow \S+ and \S+ larkspur Punkt example Schrägstrich T Schrägstrich A 1/],
])('in %s a link is spelt that can be written down as it is heard', async (locale, spelt) => {
  const speaker = await answered('OK: https://willow-and-larkspur.example/t/a1b2c3d4e', locale);
  expect((await speaker.yes()).asks).toBe('Person.spell');
  expect((await speaker.yes()).say).toMatch(spelt);
});

test('once their key is gone, the words that were kept are read, and it is said that something is not kept', async () => {
  const speaker = await answered('Ring the courier on +39 347 123 4567.');
  at.house.clock.advance(30 * 24 * 3_600_000);
  await tidy(at.house, { shop: readShopFile(), now: at.house.clock.now });
  await speaker.opens();
  const read = await speaker.yes();
  expect(read.say).not.toContain('this number');
  expect(read.replies).toEqual(['Person.wrote', 'Person.withheld']);
});

test('stops where it is told to, and still tells of what has to be noted', async () => {
  const speaker = await answered(`${'We looked into your parcel and asked the driver. '.repeat(8)}Code AB12CD.`);
  expect((await speaker.yes()).asks).toBe('Person.onward');
  expect((await speaker.no()).asks).toBe('Person.spell');
  expect((await speaker.no()).asks).not.toBe('Person.spell');
});

test('a question stays one, and its answer is asked for', async () => {
  const speaker = at.speaker({ locale: 'it-IT' });
  await speaker.hears('TalkToHuman');
  await at.agent().says('Quale taglia ti serve?');
  await speaker.opens();
  const read = await speaker.yes();
  expect(read.say).toMatch(/“Quale taglia ti serve\?”/);
  expect(read.asks).toBe('Person.what');
});

test('many short ones are all read, none is dropped', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  for (let told = 1; told <= 25; told += 1) await at.agent().says(`Bag ${told} is on its way.`);
  await at.agent().returns();
  await speaker.opens();
  for (let told = 1; told <= 25; told += 1) expect((await speaker.yes()).say).toContain(`Bag ${told} is`);
});

test('every message that waits is read, the oldest first', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  for (const words of ['First things first.', 'Second, it is on its way.']) await at.agent().says(words);
  await at.agent().returns();
  await speaker.opens();
  const first = await speaker.yes();
  expect(first.say).toMatch(/First things first/);
  expect((await speaker.yes()).say).toMatch(/Second, it is on its way/);
});
