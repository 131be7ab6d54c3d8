/** Several goods in one breath, each with its own number, and all that is said of an order besides. */

import type { Proposal } from '../../lambda/services/commerce/purchases';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();
const [COFFEE, DOG, CAT, TEA] = ['bella-roma-ground', 'brontolino-dog-food', 'mirtilla-cat-food', 'harrowmere-tea'];

/** What is summed up for a yes. */
async function summedUp(): Promise<Proposal | undefined> {
  const stored = await at.house.store.conversations.load('shopper:shopper-ana');
  const asked = stored?.memory.questions.find(({ question }) => question.id === 'Purchase.confirm');
  return asked?.question.state as unknown as Proposal | undefined;
}

async function ordering(locale: string, said: string) {
  const read = await createTexter(at.house, { locale }).says(said);
  const summed = await summedUp();
  const lines = summed?.lines.map(({ product, quantity }) => [product.id, quantity]) ?? [];
  return { ...read, lines: Object.fromEntries(lines) as Record<string, number>, to: summed?.shipTo.label };
}

test.each([
  ['en-GB', 'order two coffees and one dog food', { [COFFEE]: 2, [DOG]: 1 }],
  ['en-GB', 'one bella roma, three boxes of harrowmere tea and the cat food', { [COFFEE]: 1, [TEA]: 3, [CAT]: 1 }],
  ['en-GB', 'I need coffee, two bags, plus a bag of dog food', { [COFFEE]: 2, [DOG]: 1 }],
  ['en-GB', 'order four of the usual', { [COFFEE]: 4 }],
  ['en-GB', 'get me a kilo of coffee', { [COFFEE]: 4 }],
  ['en-GB', 'order 500 grams of coffee', { [COFFEE]: 2 }],
  ['en-GB', 'order eight kilos of dog food and half a kilo of coffee', { [DOG]: 2, [COFFEE]: 2 }],
  ['en-GB', 'order half a dozen coffees', { [COFFEE]: 6 }],
  ['en-GB', 'order a six pack of asciugotto', { 'asciugotto-kitchen-roll': 1 }],
  ['it-IT', 'ordina due caffè e un sacco di crocchette brontolino', { [COFFEE]: 2, [DOG]: 1 }],
  ['it-IT', 'mi servono tre bella roma, due tè harrowmere e il cibo per gatti', { [COFFEE]: 3, [TEA]: 2, [CAT]: 1 }],
  ['it-IT', 'ordina mezzo chilo di caffè', { [COFFEE]: 2 }],
  ['it-IT', 'riordina mezza dozzina di caffè', { [COFFEE]: 6 }],
  ['it-IT', 'tre del solito', { [COFFEE]: 3 }],
] as const)('%s "%s"', async (locale, said, lines) => {
  expect((await ordering(locale, said)).lines).toEqual(lines);
});

test.each([
  ['en-GB', 'order zero coffees', 'Purchase.countZero'],
  ['en-GB', 'order minus two coffees', 'Purchase.countMinus'],
  ['en-GB', 'order 2.5 bags of coffee', 'Purchase.countPart'],
  ['en-GB', 'order two or three coffees', 'Purchase.countUnheard'],
  ['en-GB', 'order 5 kilos of dog food', 'Purchase.comesIn'],
  ['en-GB', 'order 1,000 coffees', 'Purchase.tooMany'],
  ['it-IT', 'ordina zero caffè', 'Purchase.countZero'],
  ['it-IT', 'ordina due o tre caffè', 'Purchase.countUnheard'],
  ['it-IT', 'ordina 1.000 caffè', 'Purchase.tooMany'],
  ['it-IT', 'ordina cinque chili di crocchette brontolino', 'Purchase.comesIn'],
] as const)('%s "%s" is told why it is asked how many', async (locale, said, reply) => {
  const read = await ordering(locale, said);
  expect(read.replies).toEqual([reply]);
  expect(read.asks).toBe('Purchase.quantity');
});

test('is counted when it is asked how many', async () => {
  const texter = createTexter(at.house);
  await texter.says('order 5 kilos of dog food');
  expect((await texter.says('two bags')).asks).toBe('Purchase.confirm');
  expect((await summedUp())?.lines[0]?.quantity).toBe(2);
});

test.each([
  ['en-GB', 'order my coffee to my office'],
  ['it-IT', 'ordina il caffè e mandalo in ufficio'],
] as const)('%s "%s" goes to that address, and is placed to it', async (locale, said) => {
  expect((await ordering(locale, said)).to).toBe('work');
  const speaker = createTexter(at.house, { locale });
  await speaker.says(said);
  expect((await speaker.says(locale === 'it-IT' ? 'sì' : 'yes')).replies).toContain('Purchase.placed');
  expect(at.house.orders()).toBe(1);
});

test.each([
  ['en-GB', 'order coffee next tuesday', ['Reorder.noDay']],
  ['en-GB', 'order coffee as a gift by friday', ['Reorder.noDay', 'Reorder.noGift']],
  ['en-GB', "order coffee to my sister's", ['Reorder.noAddress']],
  ['it-IT', 'ordina il caffè per venerdì come regalo', ['Reorder.noDay', 'Reorder.noGift']],
  ['it-IT', 'ordina il caffè con un biglietto', ['Reorder.noNote']],
] as const)('%s "%s": what cannot be done is said before the total', async (locale, said, replies) => {
  const read = await ordering(locale, said);
  expect(read.replies).toEqual([...replies, 'Purchase.summary']);
});

test.each([
  ['en-GB', "order coffee for my mum's birthday"],
  ['it-IT', 'ordinami il caffè per la mamma'],
] as const)('%s "%s": what nobody could place is named before anything is summed up', async (locale, said) => {
  const texter = createTexter(at.house, { locale });
  expect((await texter.says(said)).asks).toBe('Reorder.apart');
  expect((await texter.says(locale === 'it-IT' ? 'sì' : 'yes')).asks).toBe('Purchase.confirm');
});

test('says how many goods it takes at most, and names those it leaves', async () => {
  const goods = 'bella roma, harrowmere, brontolino, mirtilla, spumetta, rivasol, voltaro and marzola';
  const read = await ordering('en-GB', `order ${goods}`);
  expect(Object.keys(read.lines)).toHaveLength(6);
  expect(read.replies).toContain('Reorder.mostLines');
});

test.each(['help', 'stop', 'a person', 'cancel'])('"%s" heard as a product means itself', async (said) => {
  const heard = await at.speaker().hears('Reorder', { product: { said, ids: [] } });
  expect(heard.asks).not.toBe('Reorder.what');
  expect(heard.replies).not.toContain('Reorder.notSold');
});

test('a number heard as a product is how many', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  await speaker.hears('Reorder', { product: { said: 'three', ids: [] } });
  expect((await summedUp())?.lines[0]?.quantity).toBe(3);
});

test('goods heard in one slot are ordered line by line', async () => {
  const product = { said: 'coffee and two bags of dog food', ids: [] };
  await at.speaker().hears('Reorder', { product, quantity: 3 });
  const lines = (await summedUp())?.lines.map((line) => [line.product.id, line.quantity]);
  expect(lines).toEqual([
    [COFFEE, 3],
    [DOG, 2],
  ]);
});
