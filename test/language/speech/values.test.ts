/** Every kind of value is said by the language's own words, and shown with the same facts. */

import fc from 'fast-check';
import type { Money, Pack, ProductName, Value } from '../../../lambda/vocabulary/values';
import { mass } from '../../kit/masses';
import { LOCALES, tell } from '../voice-of';

const CURRENCIES = ['EUR', 'GBP', 'USD', 'CHF', 'CZK', 'PLN', 'RON', 'JPY', 'MXN', 'BRL'] as const;
const money = (minor: number, currency: string): Value => ({ type: 'money', money: { minor, currency } });
const coffee: ProductName = {
  title: 'Bella Roma Ground Coffee, Medium Roast, 250 g Bag | Fair Trade',
  voiceTitle: 'Bella Roma ground coffee',
  pack: { kind: 'bag', size: { amount: 250, unit: 'gram' } },
};
const capsules: ProductName = { title: 'Morning Isle Espresso Capsules', pack: { kind: 'box', pieces: 80 } };
const water: ProductName = {
  title: 'Clearbrook Water',
  pack: { kind: 'pack', pieces: 6, size: { amount: 1.5, unit: 'liter' } },
};
const order = {
  type: 'order',
  number: 'WM-20431',
  product: coffee,
  others: 0,
  placed: '2026-11-16',
  today: '2026-11-22',
} as const;

function dogFood(kilograms: number) {
  return { title: 'dog food', pack: { kind: 'bag', size: { amount: kilograms, unit: 'kilogram' } } } as const;
}

test.each<[Value, string, string]>([
  [money(1480, 'EUR'), '14 euros 80', '14 euro e 80'],
  [money(1400, 'EUR'), '14 euros', '14 euro'],
  [money(100, 'EUR'), '1 euro', 'un euro'],
  [money(1250, 'USD'), '12 dollars 50', '12 dollari e 50'],
  [money(300, 'GBP'), '3 pounds', '3 sterline'],
  [money(1405, 'GBP'), '14 pounds and 5 pence', '14 sterline e 5 pence'],
  [money(1, 'GBP'), '1 penny', 'un penny'],
  [money(80, 'EUR'), '80 cents', '80 centesimi'],
  [money(0, 'EUR'), '0 euros', '0 euro'],
  [money(1250000, 'JPY'), '1,250,000 yen', '1.250.000 yen'],
  [money(1250, 'MXN'), '12.50 Mexican pesos', '12,50 pesos messicani'],
  [{ type: 'number', number: 3 }, '3', '3'],
  [{ type: 'number', number: 12500 }, '12,500', '12.500'],
  [{ type: 'name', name: 'Ben & Jerry' }, 'Ben and Jerry', 'Ben e Jerry'],
  [{ type: 'product', product: coffee }, 'Bella Roma ground coffee', 'Bella Roma ground coffee'],
  [
    { type: 'amount', product: coffee, quantity: 2 },
    'Bella Roma ground coffee, two bags of 250 grams',
    'Bella Roma ground coffee, due sacchetti da 250 grammi',
  ],
  [
    { type: 'amount', product: coffee, quantity: 12 },
    'Bella Roma ground coffee, 12 bags of 250 grams',
    'Bella Roma ground coffee, 12 sacchetti da 250 grammi',
  ],
  [
    { type: 'amount', product: capsules, quantity: 1 },
    'Morning Isle Espresso Capsules, one box of 80',
    'Morning Isle Espresso Capsules, una scatola da 80',
  ],
  [
    { type: 'amount', product: water, quantity: 1 },
    'Clearbrook Water, one pack of 6, 1.5 litres each',
    'Clearbrook Water, una confezione da 6, formato 1,5 litri',
  ],
  [
    { type: 'amount', product: dogFood(4), quantity: 2 },
    'dog food, two bags of 4 kilograms',
    'dog food, due sacchetti da 4 chili',
  ],
  [
    { type: 'amount', product: dogFood(1), quantity: 1 },
    'dog food, one bag of 1 kilogram',
    'dog food, un sacchetto da un chilo',
  ],
  [order, 'your Bella Roma ground coffee order from Monday', 'il tuo ordine di Bella Roma ground coffee di lunedì'],
  [
    { ...order, others: 2, placed: '2026-10-08' },
    'your order from 8 October with Bella Roma ground coffee and two more items',
    "il tuo ordine di Bella Roma ground coffee e altri due articoli dell'8 ottobre",
  ],
  [{ type: 'digits', digits: '4271', full: 'H-4271' }, '4 2 7 1', '4 2 7 1'],
  [{ type: 'digits', digits: '4A71', full: 'H-4A71' }, '4 A 7 1', '4 A 7 1'],
  [{ type: 'place', label: 'home' }, 'to your home', 'a casa tua'],
  [{ type: 'place', label: 'Nonna' }, 'to Nonna', "all'indirizzo Nonna"],
  [{ type: 'country', code: 'IT' }, 'Italy', "l'Italia"],
  [{ type: 'country', code: 'us' }, 'the United States', 'gli Stati Uniti'],
  [{ type: 'shown', text: 'https://willow-market.example/1' }, '', ''],
  [
    {
      type: 'list',
      join: 'or',
      items: [
        { type: 'number', number: 1 },
        { type: 'number', number: 2 },
      ],
    },
    '1 or 2',
    '1 o 2',
  ],
  [
    { type: 'list', join: 'and', items: [money(100, 'GBP'), money(200, 'GBP'), money(300, 'GBP')] },
    '1 pound, 2 pounds and 3 pounds',
    'una sterlina, 2 sterline e 3 sterline',
  ],
])('%j is said', (value, english, italian) => {
  expect(tell(value, 'en-GB').speech).toBe(english);
  expect(tell(value, 'it-IT').speech).toBe(italian);
});

test('what there is to choose from has commas only where the sentence goes on with others', () => {
  const items = [1, 2, 3].map((number) => ({ type: 'number', number }) as const);
  const said = (locale: string) => tell({ type: 'list', join: 'more', items }, locale).speech;
  expect(LOCALES.map(said)).toEqual(LOCALES.map(() => '1, 2, 3'));
});

test.each<[Value, string, string]>([
  [money(1480, 'EUR'), '€14.80', '14,80 €'],
  [
    { type: 'amount', product: coffee, quantity: 2 },
    '2 × Bella Roma ground coffee (250 g)',
    '2 × Bella Roma ground coffee (250 g)',
  ],
  [
    { type: 'amount', product: capsules, quantity: 1 },
    '1 × Morning Isle Espresso Capsules (80 pieces)',
    '1 × Morning Isle Espresso Capsules (80 pezzi)',
  ],
  [
    {
      type: 'amount',
      product: { title: 'Coffee 250g bag', pack: { kind: 'bag', size: { amount: 250, unit: 'gram' } } },
      quantity: 1,
    },
    '1 × Coffee 250g bag',
    '1 × Coffee 250g bag',
  ],
  [
    order,
    'your order WM-20431 (16 Nov: Bella Roma ground coffee)',
    'il tuo ordine WM-20431 (16 nov: Bella Roma ground coffee)',
  ],
  [{ type: 'digits', digits: '4271', full: 'H-4271' }, 'H-4271', 'H-4271'],
  [
    { type: 'shown', text: 'https://willow-market.example/1' },
    'https://willow-market.example/1',
    'https://willow-market.example/1',
  ],
])('%j is shown', (value, english, italian) => {
  expect(tell(value, 'en-GB').text).toBe(english);
  expect(tell(value, 'it-IT').text).toBe(italian);
});

/** Words that stand for one in our two languages' phrases. */
const ONE = /(?<!\p{L})(?:one|una?o?)(?!\p{L})/gu;
const WORDS = {
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  it: ['', 'un', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'],
} as Readonly<Record<string, readonly string[]>>;

function figures(text: string): readonly number[] {
  return (text.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? []).map(Number);
}

/** What an amount of money is, read back from words: whole units, then the rest. */
function heardMoney(speech: string, { minor, currency }: Money): readonly number[] {
  const found = figures(speech.replace(ONE, '1'));
  return currency !== 'JPY' && minor < 100 && minor > 0 ? [0, ...found] : found;
}

test.each(LOCALES)('the amount heard is the amount shown in %s', (locale) => {
  const amount = fc.integer({ min: 0, max: 300_000 });
  fc.assert(
    fc.property(amount, fc.constantFrom(...CURRENCIES), (minor, currency) => {
      const { speech, text } = tell(money(minor, currency), locale);
      const [whole, rest] = currency === 'JPY' ? [minor, 0] : [Math.floor(minor / 100), minor % 100];
      const shown = figures(text);
      expect(shown).toEqual(currency === 'JPY' ? [whole] : [whole, rest]);
      const heard = heardMoney(speech, { minor, currency });
      expect(heard.filter((figure, at) => at === 0 || figure > 0)).toEqual(rest > 0 ? [whole, rest] : [whole]);
    }),
    { numRuns: mass(200, 4_000) },
  );
});

test.each(LOCALES)('the goods, the count and the size heard are those shown in %s', (locale) => {
  const pack: fc.Arbitrary<Pack> = fc.record({
    kind: fc.constantFrom('bag', 'bottle', 'box', 'can', 'carton', 'jar', 'pack', 'roll', 'tube', 'tub', 'piece'),
    size: fc.record({ amount: fc.integer({ min: 20, max: 999 }), unit: fc.constantFrom('gram', 'milliliter') }),
  });
  const product = fc.record({ title: fc.constantFrom('Bella Roma Coffee', 'Sea Breeze Soap'), pack });
  fc.assert(
    fc.property(product, fc.integer({ min: 1, max: 30 }), (goods, quantity) => {
      const { speech, text } = tell({ type: 'amount', product: goods, quantity }, locale);
      expect(speech.startsWith(`${goods.title}, `)).toBe(true);
      expect(text).toContain(goods.title);
      expect(figures(text)).toEqual([quantity, goods.pack.size?.amount]);
      const word = WORDS[locale.slice(0, 2)]?.[quantity] ?? String(quantity);
      expect(speech.slice(goods.title.length + 2).startsWith(word)).toBe(true);
      expect(figures(speech).at(-1)).toBe(goods.pack.size?.amount);
    }),
    { numRuns: mass(200, 2_000) },
  );
});

test.each(LOCALES)('a country no one has named in %s still has a name', (locale) => {
  expect(tell({ type: 'country', code: 'FJ' }, locale).speech).toMatch(/^Fi[jg]i$/);
  expect(tell({ type: 'country', code: 'nowhere' }, locale).speech).toBe('nowhere');
});
