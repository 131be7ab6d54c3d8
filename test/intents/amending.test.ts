/** What changes a purchase before its yes, or asks about it: it is put anew, never lost, never ordered. */

import type { Proposal } from '../../lambda/services/commerce/purchases';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();
const [COFFEE, DARK, DOG, CAT, HARROWMERE] = [
  'bella-roma-ground',
  'porto-grigio-ground',
  'brontolino-dog-food',
  'mirtilla-cat-food',
  'harrowmere-tea',
];

/** What waits for a yes. */
async function waiting() {
  const stored = await at.house.store.conversations.load('shopper:shopper-ana');
  const asked = stored?.memory.questions.find(({ question }) => question.id === 'Purchase.confirm');
  const summed = asked?.question.state as unknown as Proposal | undefined;
  const lines = Object.fromEntries(summed?.lines.map(({ product, quantity }) => [product.id, quantity]) ?? []);
  return { lines, to: summed?.shipTo.label };
}

const FIRST = {
  'en-GB': 'reorder my coffee',
  'it-IT': 'riordina il caffè',
  'de-DE': 'bestell meinen Kaffee nach',
  pl: 'zamów kawę',
  cs: 'objednej kávu',
} as const;

async function amending(locale: keyof typeof FIRST, ...said: readonly string[]) {
  const texter = createTexter(at.house, { locale });
  let read = await texter.says(FIRST[locale]);
  for (const one of said) read = await texter.says(one);
  return { ...read, ...(await waiting()) };
}

test.each([
  ['en-GB', ['no, the other one'], { [DARK]: 1 }],
  ['en-GB', ['Porto Grigio instead'], { [DARK]: 1 }],
  ['en-GB', ['actually porto grigio'], { [DARK]: 1 }],
  ['en-GB', ['no porto grigio'], { [DARK]: 1 }],
  ['en-GB', ['Porto Grigio instead', 'the cheaper one'], { [COFFEE]: 2 }],
  ['en-GB', ['make it one and add dog food'], { [COFFEE]: 1, [DOG]: 1 }],
  ['en-GB', ['add dog food'], { [COFFEE]: 2, [DOG]: 1 }],
  ['en-GB', ['add dog food', 'take the dog food off'], { [COFFEE]: 2 }],
  ['en-GB', ['add dog food', 'just the dog food'], { [DOG]: 1 }],
  ['en-GB', ['just the cat food'], { [CAT]: 1 }],
  ['en-GB', ['two bags and some dog food too'], { [COFFEE]: 2, [DOG]: 1 }],
  ['en-GB', ['three bags and two dog food'], { [COFFEE]: 3, [DOG]: 2 }],
  ['en-GB', ['make it three and the dog food'], { [COFFEE]: 3, [DOG]: 1 }],
  ['it-IT', ['anzi tre, e aggiungi il cibo per gatti'], { [COFFEE]: 3, [CAT]: 1 }],
  ['it-IT', ['tre e il cibo per gatti'], { [COFFEE]: 3, [CAT]: 1 }],
  ['de-DE', ['drei und Hundefutter dazu'], { [COFFEE]: 3, [DOG]: 1 }],
  ['pl', ['trzy i dodaj karmę dla psa'], { [COFFEE]: 3, [DOG]: 1 }],
  ['cs', ['tři a psí granule'], { [COFFEE]: 3, [DOG]: 1 }],
  // Two changes of one breath, one after the other.
  ['en-GB', ['remove the coffee and add dog food'], { [DOG]: 1 }],
  ['en-GB', ['add dog food and make it three'], { [COFFEE]: 2, [DOG]: 3 }],
  ['en-GB', ['double it and dog food'], { [COFFEE]: 4, [DOG]: 1 }],
  ['en-GB', ['three bags and no tea'], { [COFFEE]: 3 }],
  ['en-GB', ['three, no tea'], { [COFFEE]: 3 }],
  // A day that leads nowhere asks for nobody.
  ['en-GB', ['yes tomorrow'], { [COFFEE]: 2 }],
  ['it-IT', ['sì domani'], { [COFFEE]: 2 }],
  ['de-DE', ['ja morgen'], { [COFFEE]: 2 }],
  ['pl', ['tak jutro'], { [COFFEE]: 2 }],
  ['cs', ['ano zítra'], { [COFFEE]: 2 }],
  // So many more, or fewer, than there are.
  ['en-GB', ['two more'], { [COFFEE]: 4 }],
  ['en-GB', ['two more bags please'], { [COFFEE]: 4 }],
  ['en-GB', ['one fewer'], { [COFFEE]: 1 }],
  ['en-GB', ['add three'], { [COFFEE]: 5 }],
  ['pl', ['dodaj dwie'], { [COFFEE]: 4 }],
  ['pl', ['jeszcze karmę dla psa'], { [COFFEE]: 2, [DOG]: 1 }],
  ['en-GB', ['three more dog food'], { [COFFEE]: 2, [DOG]: 3 }],
  ['en-GB', ['two more and dog food'], { [COFFEE]: 4, [DOG]: 1 }],
  ['it-IT', ['altri due'], { [COFFEE]: 4 }],
  ['it-IT', ['aggiungine tre'], { [COFFEE]: 5 }],
  ['it-IT', ['due in più e il cibo per cani'], { [COFFEE]: 4, [DOG]: 1 }],
  ['it-IT', ['uno in meno'], { [COFFEE]: 1 }],
  ['de-DE', ['noch zwei'], { [COFFEE]: 4 }],
  ['de-DE', ['noch einmal'], { [COFFEE]: 2 }],
  ['en-GB', ['add zero'], { [COFFEE]: 2 }],
  ['de-DE', ['zwei mehr und Hundefutter'], { [COFFEE]: 4, [DOG]: 1 }],
  ['pl', ['o dwie więcej'], { [COFFEE]: 4 }],
  ['pl', ['jeszcze dwie i karmę dla psa'], { [COFFEE]: 4, [DOG]: 1 }],
  ['cs', ['ještě dvě'], { [COFFEE]: 4 }],
  ['cs', ['o dvě víc a psí granule'], { [COFFEE]: 4, [DOG]: 1 }],
  ['en-GB', ['add dog food', 'three bags and no dog food'], { [COFFEE]: 3 }],
  ['it-IT', ['togli il caffè e aggiungi il cibo per cani'], { [DOG]: 1 }],
  ['it-IT', ['tre e niente tè'], { [COFFEE]: 3 }],
  ['it-IT', ['raddoppia e il cibo per cani'], { [COFFEE]: 4, [DOG]: 1 }],
  ['de-DE', ['nimm den Kaffee raus und dazu Hundefutter'], { [DOG]: 1 }],
  ['de-DE', ['drei und keinen Tee'], { [COFFEE]: 3 }],
  ['pl', ['usuń kawę i dodaj karmę dla psa'], { [DOG]: 1 }],
  ['pl', ['trzy i bez herbaty'], { [COFFEE]: 3 }],
  ['cs', ['odeber kávu a přidej psí granule'], { [DOG]: 1 }],
  ['cs', ['tři a žádný čaj'], { [COFFEE]: 3 }],
  ['en-GB', ['add dog food', 'how much is it without the coffee'], { [DOG]: 1 }],
  ['en-GB', ['how much would that be without the coffee'], { [COFFEE]: 2 }],
  ['en-GB', ['how much altogether', 'what does that come to'], { [COFFEE]: 2 }],
  ['it-IT', ['quanto costa senza il caffè', 'qual è il totale'], { [COFFEE]: 2 }],
  ['de-DE', ['was kostet das ohne den Kaffee', 'was kostet das insgesamt'], { [COFFEE]: 2 }],
  ['en-GB', ['leave out the tea'], { [COFFEE]: 2 }],
  ['en-GB', ['double it'], { [COFFEE]: 4 }],
  ['en-GB', ['one more'], { [COFFEE]: 3 }],
  ['en-GB', ['one less'], { [COFFEE]: 1 }],
  ['en-GB', ['two, no, three'], { [COFFEE]: 3 }],
  ['en-GB', ['not two, three'], { [COFFEE]: 3 }],
  ['en-GB', ['yes but three'], { [COFFEE]: 3 }],
  ['it-IT', ["no, l'altro"], { [DARK]: 1 }],
  ['it-IT', ['Porto Grigio invece'], { [DARK]: 1 }],
  ['it-IT', ['anzi il porto grigio', 'quello che costa meno'], { [COFFEE]: 2 }],
  ['it-IT', ['fanne uno e aggiungi il cibo per gatti'], { [COFFEE]: 1, [CAT]: 1 }],
  ['it-IT', ['aggiungi il cibo per gatti', 'togli il cibo per gatti'], { [COFFEE]: 2 }],
  ['it-IT', ['raddoppia'], { [COFFEE]: 4 }],
  ['it-IT', ['uno in più'], { [COFFEE]: 3 }],
  ['it-IT', ['due, no, tre'], { [COFFEE]: 3 }],
  ['it-IT', ['sì ma tre'], { [COFFEE]: 3 }],
  ['en-GB', ['not two, three and dog food'], { [COFFEE]: 3, [DOG]: 1 }],
  ['it-IT', ['non due, tre e il cibo per gatti'], { [COFFEE]: 3, [CAT]: 1 }],
  ['de-DE', ['nicht zwei, drei und hundefutter'], { [COFFEE]: 3, [DOG]: 1 }],
  ['pl', ['nie dwie, trzy i karma dla psa'], { [COFFEE]: 3, [DOG]: 1 }],
  ['cs', ['ne dvě, tři a psí granule'], { [COFFEE]: 3, [DOG]: 1 }],
  ['pl', ['nie dwie, trzy'], { [COFFEE]: 3 }],
  ['cs', ['ne dvě, ale tři'], { [COFFEE]: 3 }],
  ['de-DE', ['nicht zwei Beutel, drei'], { [COFFEE]: 3 }],
  ['en-GB', ['add harrowmere tea', 'three bags and cat food'], { [COFFEE]: 3, [HARROWMERE]: 1, [CAT]: 1 }],
  ['en-GB', ['add harrowmere tea', 'three bags and tea'], { [COFFEE]: 3, [HARROWMERE]: 1 }],
  ['pl', ['dwie paczki i karmę dla psa'], { [COFFEE]: 2, [DOG]: 1 }],
  ['pl', ['nie, trzy torebki i karmę dla psa'], { [COFFEE]: 3, [DOG]: 1 }],
  ['de-DE', ['harrowmere dazu', 'drei beutel und katzenfutter'], { [COFFEE]: 3, [HARROWMERE]: 1, [CAT]: 1 }],
  ['en-GB', ['two bags and be quick'], { [COFFEE]: 2 }],
] as const)('%s %j', async (locale, said, lines) => {
  const read = await amending(locale, ...said);
  expect([read.asks, read.lines, at.house.orders()]).toEqual(['Purchase.confirm', lines, 0]);
});

test.each([
  ['en-GB', 'three bags and unicorn food', { [COFFEE]: 3 }],
  ['it-IT', 'tre pacchi e cibo per unicorni', { [COFFEE]: 3 }],
  ['de-DE', 'drei und ein Einhorn', { [COFFEE]: 3 }],
  ['pl', 'trzy i karma dla jednorożca', { [COFFEE]: 3 }],
  ['cs', 'tři a krmivo pro jednorožce', { [COFFEE]: 3 }],
] as const)('%s "%s": what nobody sells is named, and the rest is put anew', async (locale, said, lines) => {
  const read = await amending(locale, said);
  expect(read.replies).toContain('Reorder.notSold');
  expect([read.asks, read.lines, at.house.orders()]).toEqual(['Purchase.confirm', lines, 0]);
});

test('a number that may be of several goods is asked about, and starts nothing', async () => {
  const read = await amending('en-GB', 'add harrowmere tea', 'three and cat food');
  expect(read.replies).toEqual(['Purchase.ofWhichChange']);
  expect([read.asks, read.lines]).toEqual(['Purchase.confirm', { [COFFEE]: 2, [HARROWMERE]: 1 }]);
});

test.each([
  ['en-GB', 'to my office', 'work'],
  ['en-GB', 'yes but send it to my work', 'work'],
  ['en-GB', 'no not that address, home', 'home'],
  ['it-IT', 'in ufficio', 'work'],
  ['it-IT', 'sì ma mandalo in ufficio', 'work'],
] as const)('%s "%s" is where it goes', async (locale, said, to) => {
  const read = await amending(locale, said);
  expect([read.asks, read.to, at.house.orders()]).toEqual(['Purchase.confirm', to, 0]);
});

test.each([
  ['en-GB', 'by Friday?', 'Purchase.arrives'],
  ['en-GB', 'will it come before Christmas?', 'Purchase.arrives'],
  ['en-GB', 'when would it come', 'Purchase.arrives'],
  ['en-GB', 'how much each?', 'Purchase.each'],
  ['en-GB', 'is it decaf?', 'Purchase.described'],
  ['en-GB', 'why is it dearer?', 'Purchase.each'],
  ['en-GB', 'the cheaper one', 'Purchase.noCheaper'],
  ['en-GB', 'not tomorrow, on Thursday', 'Purchase.arrives'],
  ['it-IT', 'non domani, giovedì', 'Purchase.arrives'],
  ['de-DE', 'nicht morgen, am Donnerstag', 'Purchase.arrives'],
  ['pl', 'nie jutro, w czwartek', 'Purchase.arrives'],
  ['cs', 'ne zítra, ale ve čtvrtek', 'Purchase.arrives'],
  ['it-IT', 'entro venerdì?', 'Purchase.arrives'],
  ['it-IT', 'quando arriva?', 'Purchase.arrives'],
  ['it-IT', "quanto costa l'uno?", 'Purchase.each'],
  ['it-IT', 'è decaffeinato?', 'Purchase.described'],
  ['it-IT', 'perché costa di più?', 'Purchase.each'],
] as const)('%s "%s" is answered, and the purchase waits', async (locale, said, reply) => {
  const read = await amending(locale, said);
  expect(read.replies).toContain(reply);
  expect([read.asks, read.lines, at.house.orders()]).toEqual(['Purchase.confirm', { [COFFEE]: 2 }, 0]);
});

test('of what was offered, another is chosen by its place', async () => {
  const texter = createTexter(at.house);
  await texter.says('order tea');
  await texter.says('the second');
  expect((await waiting()).lines).toEqual({ 'tillingford-tea': 1 });
  await texter.says('no, the first');
  expect((await waiting()).lines).toEqual({ 'harrowmere-tea': 1 });
});

test.each(['double it', 'the other one', 'how much each?', 'raddoppia'])(
  '"%s" of nothing starts nothing',
  async (said) => {
    const read = await createTexter(at.house, { locale: said === 'raddoppia' ? 'it-IT' : 'en-GB' }).says(said);
    expect([(await waiting()).lines, read.asks?.startsWith('Purchase.')]).toEqual([{}, false]);
  },
);

test('a number of nothing is asked about, and never dropped', async () => {
  const { replies, asks } = await createTexter(at.house).says('two bags and some dog food');
  expect([replies, asks]).toEqual([[], 'Reorder.apart']);
});

test('what is not in it cannot be left out, and is said to be', async () => {
  const { replies, show } = await amending('en-GB', 'leave out the tea');
  expect(replies).toEqual(['Purchase.notInIt']);
  expect(show).toMatch(/tea/);
});
