/** "Order it, just kidding": a yes in so many words that is taken back as a joke is a no, whether it was asked for or not. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';

const JOKES = [
  [
    'en',
    [
      'order it, just kidding',
      'buy it, only joking',
      'yes, just kidding',
      "okay, I'm joking",
      'place the order, kidding',
    ],
  ],
  ['it', ['ordinalo, ho scherzato', 'compralo, scherzavo', 'sì, ho scherzato', 'va bene, scherzavo']],
  [
    'de',
    [
      'bestell es, Scherz',
      'bestell es, kleiner Scherz',
      'kauf es, war nur Spaß',
      'bestell das, nur ein Witz',
      'ja, war ein Scherz',
    ],
  ],
  ['pl', ['zamów to, żartuję', 'tak, żartowałem']],
  ['cs', ['objednej to, dělám si legraci', 'ano, to byl vtip']],
] as const;

describe.each(JOKES)('in %s', (language, texts) => {
  const goods = goodsFor(language);
  const unrefused = (asked = {}) =>
    texts.filter((text) => {
      const { intent, manner } = learnedEars.hear(text, { locale: language, goods, ...asked });
      return intent !== 'No' && !manner.negated;
    });

  test('the joke refuses what is asked', () => {
    const question = {
      id: 'Purchase.confirm',
      goods: [{ productId: 'bella-roma-ground', quantity: 2 }],
      commits: true,
    };
    expect(unrefused({ expects: ['yesno'], question })).toEqual([]);
  });

  test('where nothing is asked, what could be is refused, and no goods are looked for', () => {
    expect(unrefused()).toEqual([]);
  });
});

test.each([
  ['de', 'bestell Kaffee, war nur ein Scherz'],
  ['de', 'bestell Kaffee, Scherz'],
  ['de', 'storniere meine Bestellung, kleiner Witz'],
  ['en', 'order coffee, just kidding'],
])('%s: what is asked for in jest is refused: %s', (language, text) => {
  const { manner } = learnedEars.hear(text, { locale: language, goods: goodsFor(language) });
  expect(manner.negated).toBe(true);
});
