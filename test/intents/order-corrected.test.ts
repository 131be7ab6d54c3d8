/** Orders that turn as they are said: numbers and goods taken back, goods refused, counts that are none. */

import type { Proposal } from '../../lambda/services/commerce/purchases';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();
const [COFFEE, DOG, TEA] = ['bella-roma-ground', 'brontolino-dog-food', 'harrowmere-tea'];

async function ordering(locale: string, said: string) {
  const read = await createTexter(at.house, { locale }).says(said);
  const stored = await at.house.store.conversations.load('shopper:shopper-ana');
  const asked = stored?.memory.questions.find(({ question }) => question.id === 'Purchase.confirm');
  const summed = asked?.question.state as unknown as Proposal | undefined;
  const lines = summed?.lines.map(({ product, quantity }) => [product.id, quantity]) ?? [];
  return { ...read, lines: Object.fromEntries(lines) as Record<string, number> };
}

/** Of coffee, and of nothing else. */
const THREE = [
  ['en-GB', 'order two no three coffee'],
  ['en-GB', 'order two, no, three bags of coffee'],
  ['en-GB', 'two, no, three bags of coffee'],
  ['en-GB', 'order not two, three coffees'],
  ['en-GB', 'order not two but three bags of coffee'],
  ['en-GB', 'order two I mean three coffees'],
  ['en-GB', 'order two coffees, sorry, three'],
  ['en-GB', "don't order two coffees, order three"],
  ['en-GB', 'order tea, no, three coffees'],
  ['it-IT', 'ordina due no tre caffè'],
  ['it-IT', 'ordina due, anzi tre pacchi di caffè'],
  ['it-IT', 'due, anzi tre pacchi di caffè'],
  ['it-IT', 'ordina non due, tre caffè'],
  ['it-IT', 'ordina non due ma tre pacchi di caffè'],
  ['it-IT', 'ordina due caffè, scusa, tre'],
  ['it-IT', 'non ordinare due caffè, ordinane tre'],
] as const;

test('what is taken back in the same breath counts no more', async () => {
  for (const [locale, said] of THREE) {
    const { lines, replies } = await ordering(locale, said);
    expect({ said, lines, replies }).toEqual({ said, lines: { [COFFEE]: 3 }, replies: ['Purchase.summary'] });
  }
});

const REFUSED = [
  ['en-GB', "order coffee and don't order dog food", COFFEE],
  ['en-GB', 'order coffee but no harrowmere tea', COFFEE],
  ['en-GB', "don't order harrowmere tea, order coffee", COFFEE],
  ['en-GB', "I don't want dog food, I want coffee", COFFEE],
  ['en-GB', 'not coffee, dog food', DOG],
  ['en-GB', 'order harrowmere instead of the dog food', TEA],
  ['it-IT', 'ordina il caffè e non ordinare le crocchette', COFFEE],
  ['it-IT', 'ordina il caffè ma niente crocchette', COFFEE],
  ['it-IT', 'non ordinare il tè harrowmere, ordina il caffè', COFFEE],
  ['it-IT', 'non voglio le crocchette, voglio il caffè', COFFEE],
  ['it-IT', 'ordina harrowmere invece delle crocchette', TEA],
] as const;

test('what is refused beside an order is left out, and that is said', async () => {
  for (const [locale, said, wanted] of REFUSED) {
    const { lines, replies } = await ordering(locale, said);
    expect({ said, goods: Object.keys(lines) }).toEqual({ said, goods: [wanted] });
    expect({ said, told: replies.includes('Reorder.without') }).toEqual({ said, told: true });
  }
});

test('goods taken back are replaced, and nobody is told of words that were not found', async () => {
  const spoken = [
    ['en-GB', 'order dog food no coffee'],
    ['en-GB', 'order dog food, actually coffee'],
    ['en-GB', 'order dog food I mean coffee'],
    ['it-IT', 'ordina le crocchette no il caffè'],
    ['it-IT', 'ordina le crocchette, anzi il caffè'],
  ] as const;
  for (const [locale, said] of spoken) {
    const { lines, replies } = await ordering(locale, said);
    expect({ said, goods: Object.keys(lines), replies }).toEqual({
      said,
      goods: [COFFEE],
      replies: ['Purchase.summary'],
    });
  }
});

const NO_COUNTS = ['1e9', '0x10', '10^3', '1/2', '½', '²', '2-3', '-1', '1,5', '.5', '1.5.2', '1234567', '10³', '2+1'];

test('what is no plain count is asked about, and is no goods either', async () => {
  for (const count of NO_COUNTS)
    for (const [locale, said] of [
      ['en-GB', `order ${count} coffee`],
      ['it-IT', `ordina ${count} caffè`],
    ] as const) {
      const { asks, replies } = await ordering(locale, said);
      expect({ said, asks, replies: replies.length }).toEqual({ said, asks: 'Purchase.quantity', replies: 1 });
    }
});

test('a plain count is one however it is written', async () => {
  for (const count of ['3', '３', '3️⃣', 'x3', '3x', '×3', '(3)', '٣', '③'])
    for (const [locale, said] of [
      ['en-GB', `order ${count} coffee`],
      ['it-IT', `ordina ${count} caffè`],
    ] as const)
      expect({ said, lines: (await ordering(locale, said)).lines }).toEqual({ said, lines: { [COFFEE]: 3 } });
});

test('units fit exactly, or are said and asked; "a few" is asked', async () => {
  const fitting = [
    ['en-GB', 'order half a kilo of coffee', 2],
    ['en-GB', 'order a couple of coffees', 2],
    ['it-IT', 'ordina cinque etti di caffè', 2],
    ['it-IT', 'ordina mezzo chilo di caffè', 2],
    ['it-IT', 'ordina un paio di caffè', 2],
  ] as const;
  for (const [locale, said, count] of fitting)
    expect({ said, lines: (await ordering(locale, said)).lines }).toEqual({ said, lines: { [COFFEE]: count } });
  const asked = [
    ['en-GB', 'order a pound of coffee', 'Purchase.comesIn'],
    ['en-GB', 'order three ounces of coffee', 'Purchase.comesIn'],
    ['en-GB', 'order a few bags of coffee', 'Purchase.countUnheard'],
    ['en-GB', 'order several coffees', 'Purchase.countUnheard'],
    ['it-IT', 'ordina due etti di caffè', 'Purchase.comesIn'],
    ['it-IT', 'ordina qualche caffè', 'Purchase.countUnheard'],
    ['it-IT', 'ordina alcuni pacchi di caffè', 'Purchase.countUnheard'],
  ] as const;
  for (const [locale, said, why] of asked) {
    const { asks, replies } = await ordering(locale, said);
    expect({ said, asks, replies }).toEqual({ said, asks: 'Purchase.quantity', replies: [why] });
  }
});

test.each([
  ['en-GB', 'reorder my coffee', 'make it two'],
  ['it-IT', 'riordina il caffè', 'fanne due'],
] as const)('%s a change to what it is already is put again, and is no yes', async (locale, asked, said) => {
  const texter = createTexter(at.house, { locale });
  await texter.says(asked);
  expect((await texter.says(said)).asks).toBe('Purchase.confirm');
  expect(at.house.orders()).toBe(0);
});
