/** What shoppers ask about orders of before, by ear and by keyboard; the days are the channel's own or typed. */

import { useHouse } from '../kit/use-house';

const at = useHouse();

/** All orders of a shopper as the shop itself has them. */
async function ordersOf(shopper: string) {
  const now = at.house.clock.now();
  const call = { locale: 'en-GB', deadline: now + 5_000, signal: new AbortController().signal, traceId: 't' };
  const who = { ...call, shopperId: `shopper-${shopper}`, credential: `demo-${shopper}` };
  const orders = await at.house.shop.history.orders({ limit: 100 }, who);
  return orders.ok ? orders.value : [];
}

test.each([
  ['2026-10', '2026-10-01', '2026-10-31', 'last month'],
  ['2026-11', '2026-11-01', '2026-11-30', 'this month'],
  ['2026', '2026-01-01', '2026-12-31', 'this year'],
  ['2025', '2025-01-01', '2025-12-31', 'last year'],
  ['2026-09', '2026-09-01', '2026-09-30', 'in September'],
])('what was spent in %s is the sum of what was paid then', async (date, from, to, named) => {
  const orders = (await ordersOf('ana')).filter(({ placed }) => from <= placed && placed <= to);
  const minor = orders.reduce((sum, { total }) => sum + total.minor, 0);
  const told = await at.speaker().hears('OrderStatus', { history: 'how much did I spend', date });
  expect(told.replies).toEqual(['OrderStatus.spent']);
  const euros = `${Math.floor(minor / 100)} euros ${minor % 100} `;
  expect(told.say).toContain(`You spent ${euros.replace(' 0 ', ' ')}${named}, on ${orders.length} order`);
});

test('a week of the calendar is told, counted first', async () => {
  const told = await at.speaker().hears('OrderStatus', { history: 'what did I order', date: '2026-W47' });
  expect(told.replies[0]).toBe('OrderStatus.orderedIn');
  expect(told.say).toMatch(/^You placed \d orders? this week\. You ordered /);
});

test('nothing is made up for days without an order', async () => {
  const ordered = await at.speaker().hears('OrderStatus', { history: 'what did I order', date: '2019' });
  expect(ordered.replies).toEqual(['OrderStatus.noneIn']);
  // Amazon's way to write a decade.
  const tens = await at.speaker().hears('OrderStatus', { history: 'what did I order', date: '201X' });
  expect(tens.replies).toEqual(['OrderStatus.noneIn']);
  const spent = await at.speaker().hears('OrderStatus', { history: 'how much did I spend', date: '2019' });
  expect(spent.replies).toEqual(['OrderStatus.spentNothing']);
  const nobody = await at.speaker({ shopper: 'nora' }).hears('OrderStatus', { history: 'how much did I spend' });
  expect(nobody.replies).toEqual(['OrderStatus.none']);
});

test('at most three orders are told by ear', async () => {
  const heard = await at.speaker().hears('OrderStatus', { howMany: '5' });
  expect(heard.replies).toEqual(['OrderStatus.lastOf']);
  expect(heard.say).toMatch(/^Your last 3: [^,]+, [^,]+ and /);
});

test('what was cancelled is not counted, and that is said', async () => {
  const told = await at.speaker({ shopper: 'ines' }).hears('OrderStatus', { history: 'how much did I spend' });
  expect(told.replies).toContain('OrderStatus.leftOut');
});

test('why one was cancelled is told where the shop knows, and nothing is made up', async () => {
  const declined = await at.speaker({ shopper: 'ines' }).hears('OrderStatus', { history: 'why was it cancelled' });
  expect(declined.replies).toEqual(['OrderStatus.cancelledPayment']);
  const none = await at.speaker().hears('OrderStatus', { history: 'why was it cancelled' });
  expect(none.replies).toEqual(['OrderStatus.noneCancelled']);
});

test('what was paid for goods is told with how many and when', async () => {
  const order = (await ordersOf('ana')).find(({ lines }) =>
    lines.some(({ product }) => product.id === 'bella-roma-ground'),
  );
  const line = order?.lines.find(({ product }) => product.id === 'bella-roma-ground');
  const told = await at.speaker().hears('OrderStatus', { history: 'what did I pay', product: 'coffee' });
  expect(told.replies).toEqual(['OrderStatus.paid']);
  const minor = (line?.unitPrice.minor ?? 0) * (line?.quantity ?? 0);
  expect(told.say).toContain(
    `You paid ${Math.floor(minor / 100)} euros ${minor % 100} on ${Number(order?.placed.slice(8))} November: `,
  );
});

test('whether anybody has answered is told as it stands', async () => {
  const speaker = at.speaker();
  expect((await speaker.hears('OrderStatus', { history: 'has anyone answered' })).replies).toEqual([
    'OrderStatus.nobodyAsked',
  ]);
  await speaker.hears('TalkToHuman');
  const told = await speaker.hears('OrderStatus', { history: 'has anyone answered' });
  expect(told.replies).toEqual(['Person.waiting']);
  expect(told.asks).toBe('Person.add');
});

test('a guest hears it of the very conversation they are in, and of no other', async () => {
  const guest = at.texter({ shopper: null, locale: 'it-IT' });
  expect((await guest.says('mi ha risposto qualcuno')).replies).toEqual(['Trouble.link']);
  const speaker = at.speaker({ shopper: null });
  await speaker.hears('TalkToHuman');
  expect((await speaker.hears('OrderStatus', { history: 'has anyone answered' })).replies).toEqual(['Person.waiting']);
  expect((await speaker.hears('OrderStatus')).replies).toEqual(['Trouble.link']);
});

test('a question about the past is no answer to "which order shall I cancel?"', async () => {
  const speaker = at.speaker();
  expect((await speaker.hears('CancelOrder')).asks).toMatch(/^CancelOrder\./);
  const told = await speaker.hears('OrderStatus', { history: 'what did I pay', product: 'dog food' });
  expect(told.replies[0]).toBe('OrderStatus.paid');
});

test('what came back of an order is no more spent, and that is said: of all, of the goods, of what was paid', async () => {
  const texter = at.texter({ shopper: 'grace' });
  const before = await texter.says('how much did I spend this year');
  for (const words of ['one of the cat treats was torn', 'a refund']) await texter.says(words);
  const year = await texter.says('how much did I spend this year');
  expect(year.replies).toEqual(['OrderStatus.spent', 'OrderStatus.refundsOff']);
  const minor = ({ show }: { readonly show: string }) => Number(/[\d,]+\.\d\d/.exec(show)?.[0].replace(/\D/g, ''));
  expect(minor(before) - minor(year)).toBe(569);
  expect((await texter.says('how much did I spend on cat treats this year')).show).toMatch(/5\.69.*5\.69/);
  const paid = await texter.says('what did I pay for the cat treats');
  expect(paid.replies).toEqual(['OrderStatus.paid', 'OrderStatus.refundedOf']);
  expect(paid.show).toMatch(/11\.38.*5\.69/);
});

test.each([
  ['en-GB', ['where is my toilet paper order', 'what did I pay for it', 'why so much'], /9\.90.*3\.90/],
  ['it-IT', ["dov'è la carta igienica", 'perché costa così tanto'], /9,90.*3,90/],
] as const)('%s: why an order cost so much is told by what its total is made of', async (locale, said, told) => {
  const texter = at.texter({ locale });
  let read = await texter.says(said[0]);
  for (const words of said.slice(1)) read = await texter.says(words);
  expect([read.replies, read.show]).toEqual([['OrderStatus.madeUpOf'], expect.stringMatching(told)]);
});

test('why something cost so much is no order of it, whatever is asked', async () => {
  const texter = at.texter();
  for (const words of ['send me another zebra', 'where is my toilet paper order', 'why so much'])
    await texter.says(words);
  const { asks } = await texter.says('why so much');
  expect(asks).not.toBe('Purchase.confirm');
});
