/** "How about three?" and "I need it by Friday", where something is being bought: the total anew, or when it comes; and what a cart adds up to. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'reorder my coffee',
    three: ['how about three', "let's say three bags", 'what about three'],
    day: ['I need it by Friday', 'I want it by tomorrow'],
    cart: ['what does my basket add up to', 'how much will my cart cost'],
  },
  'it-IT': {
    order: 'riordina il caffè',
    three: ['che ne dici di tre', 'diciamo tre pacchi'],
    day: ['mi serve entro venerdì', 'lo voglio per domani'],
    cart: ['a quanto arriva il carrello'],
  },
  'de-DE': {
    order: 'bestell meinen Kaffee nach',
    three: ['wie wäre es mit drei'],
    day: ['ich brauche es bis Freitag'],
    cart: ['auf wie viel kommt mein Warenkorb'],
  },
  'pl-PL': {
    order: 'zamów znowu kawę',
    three: ['a gdyby trzy', 'co powiesz na trzy'],
    day: ['potrzebuję tego na jutro'],
    cart: ['na ile wychodzi koszyk'],
  },
  'cs-CZ': {
    order: 'objednej znovu kávu',
    three: ['řekněme tři', 'co takhle tři'],
    day: ['potřebuju to do pátku'],
    cart: ['kolik dělá můj košík'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, three, day, cart }) => {
  async function asked(said: string) {
    const chat = at.texter({ locale });
    expect((await chat.says(order)).asks).toBe('Purchase.confirm');
    return chat.says(said);
  }

  test.each([...three])('"%s" makes it three, and orders nothing', async (said) => {
    const { asks, show } = await asked(said);
    expect([asks, show.includes('3 × ')]).toEqual(['Purchase.confirm', true]);
    expect(at.house.orders()).toBe(0);
  });

  test.each([...day])('"%s" is told when it comes', async (said) => {
    const { asks, replies } = await asked(said);
    expect([asks, replies[0]]).toEqual(['Purchase.confirm', 'Purchase.arrives']);
    expect(at.house.orders()).toBe(0);
  });

  test.each([...cart])('"%s" tells the cart with its total', async (said) => {
    expect((await at.texter({ locale }).says(said)).replies[0]).toBe('CartCheckout.inCart');
  });
});
