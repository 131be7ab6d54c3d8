/** "Will it come by Friday?" asks when something comes: no order of that day is looked for, and in the middle of a question it is told. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    one: 'will my dog food come before wednesday',
    all: ['will my order arrive by friday', 'is my parcel coming tomorrow'],
    placed: 'where is my order from friday',
    it: 'will it come by friday',
    cancel: 'cancel my last order',
    which: 'order tea',
    many: 'order 99 coffees',
  },
  'it-IT': {
    one: 'il cibo per cani arriva entro mercoledì',
    all: ['il mio ordine arriva entro venerdì?', 'arriva entro venerdì il mio ordine'],
    placed: "dov'è l'ordine di venerdì",
    it: 'arriva entro venerdì?',
    cancel: 'annulla il mio ultimo ordine',
    which: 'ordina tè',
    many: 'ordina 99 caffè',
  },
  'de-DE': {
    one: 'kommt mein Hundefutter bis Freitag an',
    all: ['kommt meine Bestellung bis Freitag', 'ist mein Paket am Dienstag da?'],
    placed: 'wo ist meine Bestellung vom Freitag',
    it: 'kommt es bis Freitag?',
    cancel: 'storniere meine letzte Bestellung',
    which: 'bestelle Tee',
    many: 'bestelle 99 Kaffee',
  },
  'pl-PL': {
    one: 'czy moja karma dla psa przyjdzie do środy',
    all: ['czy paczka dojdzie do piątku', 'czy moje zamówienie przyjdzie do piątku'],
    placed: 'gdzie jest paczka z piątku',
    it: 'czy dojdzie do piątku',
    cancel: 'anuluj ostatnie zamówienie',
    which: 'zamów herbatę',
    many: 'zamów 99 kaw',
  },
  'cs-CZ': {
    one: 'přijde krmivo pro psy do středy',
    all: ['přijde moje objednávka do pátku', 'dorazí balík do pátku'],
    placed: 'kde je objednávka z pátku',
    it: 'dorazí to do pátku?',
    cancel: 'zruš poslední objednávku',
    which: 'objednej čaj',
    many: 'objednej 99 káv',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.all])('"%s" asks which of two, and denies none', async (said) => {
    const { asks, replies } = await at.texter({ locale }).says(said);
    expect([asks, replies.filter((key) => key.startsWith('OrderStatus.none'))]).toEqual(['OrderStatus.which', []]);
  });

  test('of goods that are named it is told', async () => {
    const { replies, show } = await at.texter({ locale }).says(words.one);
    expect([replies[0]?.startsWith('OrderStatus.none'), show.includes('WM-')]).toEqual([false, true]);
  });

  test('an order of that day is still looked for where it was placed then', async () => {
    expect((await at.texter({ locale }).says(words.placed)).asks).not.toBe('OrderStatus.which');
  });

  test.each(['which', 'many'] as const)('before the total it is told how long a delivery takes (%s)', async (name) => {
    const chat = at.texter({ locale });
    const { asks } = await chat.says(words[name]);
    const told = await chat.says(words.it);
    expect([told.replies[0], told.asks]).toEqual(['DeliveryTime.arrives', asks]);
  });

  test('of an order that is about to be cancelled it is told when it comes, and the question stays', async () => {
    const chat = at.texter({ locale });
    await chat.says(words.cancel);
    const told = await chat.says(words.it);
    expect([told.replies[0], told.asks]).toEqual([expect.stringMatching(/^OrderStatus\.due/), 'Cancelling.confirm']);
  });
});
