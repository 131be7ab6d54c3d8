/** Thanks, greetings and bad words before a request give way to it; what is ordered for fun is not ordered. */

import { useHouse } from '../kit/use-house';

const at = useHouse();

const FIRST = {
  'en-GB': [
    ['thanks, cancel my order', 'CancelOrder'],
    ['thank you very much, cancel the order', 'CancelOrder'],
    ['cheers, stop my order', 'CancelOrder'],
    ['thanks, where is my order', 'OrderStatus'],
    ['how are you, where is my parcel', 'OrderStatus'],
  ],
  'it-IT': [
    ["grazie, annulla l'ordine", 'CancelOrder'],
    ['grazie mille, annulla il mio ordine', 'CancelOrder'],
    ["grazie, dov'è il mio pacco", 'OrderStatus'],
  ],
  'de-DE': [['danke, storniere meine Bestellung', 'CancelOrder']],
  'cs-CZ': [['díky, zruš moji objednávku', 'CancelOrder']],
  'pl-PL': [['dziękuję, anuluj moje zamówienie', 'CancelOrder']],
} as const;

const BEFORE = Object.entries(FIRST).flatMap(([locale, all]) => all.map(([said, to]) => ({ locale, said, to })));

test.each(BEFORE)('in $locale "$said" is $to', async ({ locale, said, to }) => {
  expect((await at.texter({ locale }).says(said)).intent).toBe(to);
});

const FOR_FUN = {
  'en-GB': ['reorder my coffee', 'order it, kidding', 'order it, just joking', 'buy it, i was only messing'],
  'it-IT': ['riordina il caffè', 'ordinalo, scherzo', 'ordinalo, era una battuta', 'ordinalo, stavo scherzando'],
  'de-DE': ['bestelle meinen Kaffee noch mal', 'bestell ihn, war nur Spaß'],
  'cs-CZ': ['objednej znovu kávu', 'objednej to, dělám si srandu'],
  'pl-PL': ['zamów ponownie kawę', 'zamów to, żartuję'],
} as const;
const LOCALES = Object.keys(FOR_FUN) as (keyof typeof FOR_FUN)[];
const JOKES = LOCALES.flatMap((locale) => FOR_FUN[locale].slice(1).map((said) => ({ locale, said })));

test.each(JOKES)('in $locale "$said" looks for no goods and orders none', async ({ locale, said }) => {
  const alone = await at.texter({ locale }).says(said);
  expect(alone.replies.filter((reply) => reply.startsWith('Reorder.'))).toEqual([]);
  const texter = at.texter({ locale });
  await texter.says(FOR_FUN[locale][0]);
  const answered = await texter.says(said);
  expect(['No', 'Fallback']).toContain(answered.intent);
  expect(at.house.orders()).toBe(0);
});

const ASKED = {
  'en-GB': {
    order: 'reorder my coffee',
    stock: ['is it in stock', 'do you have it in stock', 'is it available'],
    last: ['which coffee did i have last time', 'what coffee did i buy before'],
  },
  'it-IT': {
    order: 'riordina il caffè',
    stock: ["ce l'avete in magazzino", 'è disponibile', 'ne avete ancora'],
    last: ["che caffè ho preso l'ultima volta", 'quale caffè avevo comprato la volta scorsa'],
  },
  'de-DE': { order: 'bestelle meinen Kaffee noch mal', stock: ['ist das auf Lager', 'ist er verfügbar'], last: [] },
  'cs-CZ': { order: 'objednej znovu kávu', stock: ['je to skladem', 'máte to na skladě'], last: [] },
  'pl-PL': { order: 'zamów ponownie kawę', stock: ['czy jest na stanie', 'czy to jest dostępne'], last: [] },
} as const;

describe.each(Object.entries(ASKED))('at a purchase, in %s', (locale, { order, stock }) => {
  test.each([...stock])('"%s" is told when it comes, and asked again', async (said) => {
    const texter = at.texter({ locale });
    await texter.says(order);
    const told = await texter.says(said);
    expect([told.replies, told.asks]).toEqual([['Purchase.arrives'], 'Purchase.confirm']);
    expect(at.house.orders()).toBe(0);
  });

  test.each([...stock])('with nothing to buy, "%s" is of no order', async (said) => {
    expect((await at.texter({ locale }).says(said)).asks).toMatch(/^Welcome\./);
  });
});

const LAST = Object.entries(ASKED).flatMap(([locale, { order, last }]) =>
  last.map((said) => ({ locale, order, said })),
);

test.each(LAST)('at a purchase, in $locale "$said" is told the orders of it, and asked again', async (asked) => {
  const texter = at.texter({ locale: asked.locale });
  await texter.says(asked.order);
  const told = await texter.says(asked.said);
  expect([told.intent, told.asks]).toEqual(['OrderStatus', 'Purchase.confirm']);
  expect(told.show).toMatch(/Bella Roma/);
  expect(at.house.orders()).toBe(0);
});
