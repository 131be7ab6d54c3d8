/** What is asked after a status means the order that was told; at a purchase the same words mean that purchase. */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

const STATUS = { 'en-GB': "where's my dog food", 'it-IT': 'dove sono le crocchette per cani' } as const;
const PURCHASE = { 'en-GB': 'reorder my coffee', 'it-IT': 'riordina il caffè' } as const;

test.each([
  ['en-GB', 'when exactly?', 'OrderStatus.due'],
  ['en-GB', 'what time', 'OrderStatus.due'],
  ['en-GB', 'which carrier', 'OrderStatus.carrier'],
  ['en-GB', 'why?', 'OrderStatus.noReason'],
  ['en-GB', 'and the other one?', 'OrderStatus.preparingExpected'],
  ['en-GB', 'and the cat food?', 'OrderStatus.preparingExpected'],
  ['it-IT', 'quando di preciso?', 'OrderStatus.due'],
  ['it-IT', 'a che ora', 'OrderStatus.due'],
  ['it-IT', 'con quale corriere?', 'OrderStatus.carrier'],
  ['it-IT', 'perché?', 'OrderStatus.noReason'],
  ['it-IT', "e l'altro?", 'OrderStatus.preparingExpected'],
  ['it-IT', 'e il cibo per gatti?', 'OrderStatus.preparingExpected'],
] as const)('%s "%s" after a status: %s', async (locale, said, reply) => {
  const texter = createTexter(at.house, { locale });
  expect((await texter.says(STATUS[locale])).replies).toEqual(['OrderStatus.outForDeliveryWindow']);
  expect((await texter.says(said)).replies[0]).toBe(reply);
});

test('the speaker hears it as a slot', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food' });
  const asked = async (detail: string) =>
    (await speaker.hears('Reorder', { detail: { said: detail, ids: [detail] } })).replies[0];
  expect([await asked('when'), await asked('carrier'), await asked('why')]).toEqual([
    'OrderStatus.due',
    'OrderStatus.carrier',
    'OrderStatus.noReason',
  ]);
});

test.each([
  ['en-GB', 'is it decaf?', 'Purchase.described'],
  ['en-GB', 'why?', 'Purchase.each'],
  ['en-GB', 'which carrier', 'Purchase.noCarrier'],
  ['en-GB', 'what time', 'Purchase.arrives'],
  ['it-IT', 'è decaffeinato?', 'Purchase.described'],
  ['it-IT', 'perché?', 'Purchase.each'],
  ['it-IT', 'che corriere?', 'Purchase.noCarrier'],
  ['it-IT', 'a che ora', 'Purchase.arrives'],
] as const)('%s "%s" at a purchase is of that purchase: %s', async (locale, said, reply) => {
  const texter = createTexter(at.house, { locale });
  await texter.says(PURCHASE[locale]);
  const read = await texter.says(said);
  expect([read.replies, read.asks]).toEqual([[reply], 'Purchase.confirm']);
});

test('what goods are is said with the name they are called by', async () => {
  const texter = createTexter(at.house);
  await texter.says(PURCHASE['en-GB']);
  expect((await texter.says('is it decaf?')).show).toContain("it's Bella Roma ground coffee.");
});

test('who brings it, and when exactly, is asked of the last order where nothing was told', async () => {
  for (const said of ['which carrier', 'when exactly?'])
    expect((await at.texter({ shopper: 'bruno' }).says(said)).replies[0]).toMatch(/^OrderStatus\./);
});

test.each(['why?'])('"%s" of nothing starts nothing', async (said) => {
  const read = await at.texter({ shopper: 'bruno' }).says(said);
  expect(read.replies[0]).toBe('Fallback.sorry');
});

/** What was asked last, of something else: of orders, prices, habits, cancelling. */
test.each([
  ['en-GB', ["where's my dog food", 'and the cat?'], 'OrderStatus.preparingExpected'],
  ['en-GB', ['how much is the Bella Roma coffee', 'and the dog food?'], 'Shelf.several'],
  ['en-GB', ['when did I last buy coffee', 'and the dog food?'], 'Replenish.lastBought'],
  ['en-GB', ['cancel the dog food', 'what about the cat food?'], 'Cancelling.packing'],
  ['en-GB', ['and the cat?'], 'OrderStatus.preparingExpected'],
  ['en-GB', ['and the hamster?'], 'Fallback.sorry'],
  ['it-IT', ['dove sono le crocchette per cani', 'e il gatto?'], 'OrderStatus.preparingExpected'],
  ['it-IT', ['dove sono le crocchette per cani', 'e quelle per gatti?'], 'OrderStatus.preparingExpected'],
  ['it-IT', ['quanto costa il caffè Bella Roma', 'e le crocchette per cani?'], 'Shelf.several'],
  ['it-IT', ['annulla le crocchette per cani', 'e quelle per gatti?'], 'Cancelling.packing'],
] as const)('%s %j: %s', async (locale, lines, reply) => {
  const texter = createTexter(at.house, { locale });
  let last: readonly string[] = [];
  for (const said of lines) last = (await texter.says(said)).replies;
  expect(last[0]).toBe(reply);
});

/** "Order", "parcel", "bag" are no part of what was ordered; and they order nothing. */
test.each([
  ['en-GB', "where's the dog food order", 'OrderStatus.outForDeliveryWindow'],
  ['en-GB', 'my dog food order', 'OrderStatus.outForDeliveryWindow'],
  ['en-GB', 'cancel the cat food parcel', 'Cancelling.packing'],
  ['en-GB', 'the last bag of dog food was torn', 'DeliveryProblem.sorry'],
  ['it-IT', "dov'è l'ordine di crocchette per cani", 'OrderStatus.outForDeliveryWindow'],
  ['it-IT', 'il pacco delle crocchette per gatti', 'OrderStatus.preparingExpected'],
  ['it-IT', "l'ultimo sacco di crocchette per cani era strappato", 'DeliveryProblem.sorry'],
] as const)('%s "%s": %s', async (locale, said, reply) => {
  expect((await createTexter(at.house, { locale }).says(said)).replies[0]).toBe(reply);
});

test('the speaker hears them in its slots', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food order' });
  const heard = await speaker.hears('OrderStatus', { after: { said: 'and the', ids: ['and'] }, product: 'cat' });
  expect(heard.replies[0]).toBe('OrderStatus.preparingExpected');
});
