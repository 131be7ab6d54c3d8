/** What people call what they ordered, and how they ask what lies in the cart; and what no shop has is heard as none of it. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    stuff: [
      "where's my stuff",
      'where are all my things',
      "where's the stuff I ordered",
      'where is everything I bought',
    ],
    cart: ['what have you got in my cart', 'what does my basket look like', 'what did I put in my basket'],
    none: ['where is the best restaurant in town', "what's the best restaurant in town"],
  },
  'it-IT': {
    stuff: ["dov'è la mia roba", 'che fine ha fatto la mia roba', 'dove sta la roba che ho ordinato'],
    cart: ['che hai nel carrello', "cosa c'è nel mio carrello", 'cosa ho nel carrello'],
    none: ["dov'è la farmacia più vicina", "dov'è il colosseo"],
  },
  'de-DE': {
    stuff: [
      'wo bleibt mein Kram',
      'wo ist mein Zeug',
      'wo steckt mein Krempel',
      'wo ist das Zeug was ich bestellt habe',
    ],
    cart: ['was hast du im Warenkorb', 'was liegt in meinem Warenkorb'],
    none: ['wo ist die nächste Apotheke', 'wo ist der Eiffelturm'],
  },
  'pl-PL': {
    stuff: ['gdzie moje rzeczy', 'gdzie moje graty', 'gdzie jest to co zamówiłam'],
    cart: ['co masz w koszyku', 'co mam w koszyku'],
    none: ['gdzie jest najbliższa apteka'],
  },
  'cs-CZ': {
    stuff: ['kde mám věci', 'kde mám ty krámy', 'kde je to co jsem objednala'],
    cart: ['co máte v košíku', 'co mám v košíku'],
    none: ['kde je nejbližší lékárna'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.stuff])('"%s" asks which of the orders', async (said) => {
    const { intent, asks } = await at.texter({ locale }).says(said);
    expect([intent, asks]).toEqual(['OrderStatus', 'OrderStatus.which']);
  });

  test.each([...words.cart])('"%s" tells what is in it', async (said) => {
    expect((await at.texter({ locale }).says(said)).replies[0]).toBe('CartCheckout.inCart');
  });

  test.each([...words.none])('"%s" is nothing of the shop', async (said) => {
    expect((await at.texter({ locale }).says(said)).intent).toBe('Fallback');
  });
});
