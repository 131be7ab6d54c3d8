/** Goods are called by short names of their own words, and never two alike. */

import { join } from 'node:path';
import fc from 'fast-check';
import { titleSizesIn } from '../../../lambda/language/goods/title-sizes';
import { legal } from '../../../lambda/language/speech/ssml';
import { MOST, shortTitle, type TitleWords } from '../../../lambda/language/speech/titles';
import type { ProductName, Values } from '../../../lambda/vocabulary/values';
import { mass } from '../../kit/masses';
import { LOCALES, outcome, voiceOf } from '../voice-of';

const EN: TitleWords = {
  ...{ and: 'and', with: 'with', connectors: new Set(['and', 'with', 'of', 'for', 'in', 'the']) },
  sizes: titleSizesIn(join(__dirname, '../../../locales')),
};

test.each([
  ['Bella Roma Ground Coffee, Medium Roast, 100% Arabica, 250 g Bag | Fair Trade', 'Bella Roma Ground Coffee'],
  ['Morning Isle - Espresso Capsules - 80 pcs', 'Morning Isle Espresso Capsules'],
  ['HEARTHLOOM Kitchen Rolls 3-Ply (6 Rolls x 120 Sheets) – Extra Absorbent!', 'Hearthloom Kitchen Rolls 3-Ply'],
  ['Paws & Pines Dog Food w/ Chicken 2x750g', 'Paws and Pines Dog Food with Chicken'],
  ['Olive Oil Olive Oil Extra Virgin 1L', 'Olive Oil Extra Virgin'],
  ['Sea Breeze Laundry Liquid for Colours and Whites in Bottles', 'Sea Breeze Laundry Liquid for Colours'],
  ['🍓 Jam ★★★ <b>Best</b>', 'Jam b Best b'],
  ['Codalunga Dental Sticks for Dogs 10–25 kg, 28 Chews', 'Codalunga Dental Sticks for Dogs'],
  ['Folioro Paper 80 g/m² – 500 Sheets', 'Folioro Paper'],
  ['Dewleaf Soap, 100 % Natural', 'Dewleaf Soap 100% Natural'],
  ['Bella Roma, 6 pezzi, 250 g', 'Bella Roma'],
  ['Kawa Bella Roma 3 szt.', 'Kawa Bella Roma'],
  ['Bella Roma Kapseln 10er Pack', 'Bella Roma Kapseln'],
  ['Box of 12 Bella Roma Capsules', 'Bella Roma Capsules'],
  ['Bella Roma Model 5s Grinder', 'Bella Roma Model 5s Grinder'],
  ['250 g', '250 g'],
  ['', ''],
])('%j is called %j', (title, name) => {
  expect(shortTitle(title, EN)).toBe(name);
});

const WORDS = ['Bella', 'Roma', 'ground', 'coffee', 'with', 'of', 'Dark', 'ROAST', '&', 'w/', 'for', 'espresso', 'x'];
const GLUE = [' ', ' ', ' ', ', ', ' | ', ' - ', ' – ', ' (', ') ', ' 250 g ', ' 2x250ml ', ' 12 pcs ', '/', ' ™ '];
const title = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GLUE)), { minLength: 1, maxLength: 25 })
  .map((pairs) => pairs.flat().join(''));
const wild = fc.oneof({ weight: 4, arbitrary: title }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) });

function wordsIn(text: string): readonly string[] {
  const spelled = legal(text).normalize('NFC').toLowerCase();
  return (
    spelled
      .replace(/w\//g, 'with ')
      .replace(/&/g, ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

test('a name keeps the limits, invents no word and does not end on a joining one', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const name = shortTitle(text, EN);
      expect(name.split(' ').length).toBeLessThanOrEqual(MOST.words);
      expect(name.length).toBeLessThanOrEqual(MOST.characters);
      const known = wordsIn(text);
      const long = /\S{23,}/.test(text);
      if (!long) for (const word of wordsIn(name)) expect(known).toContain(word);
      const words = name.toLowerCase().split(' ');
      if (words.length > 1) expect(EN.connectors).not.toContain(words.at(-1));
      expect(shortTitle(text, EN)).toBe(name);
    }),
    { numRuns: mass(500, 10_000) },
  );
});

const sentence = { Test: { list: 'One of {{list}}', amounts: '{{first}} and {{second}}' } };
const voice = voiceOf({ en: { speech: sentence }, it: { speech: sentence } });

/** What each of these goods is called when they are offered together. */
function namesOf(goods: readonly ProductName[], locale: string): readonly string[] {
  const named = goods.map((product) => ({ type: 'product', product }) as const);
  const values: Values = { list: { type: 'list', join: 'or', items: named } };
  const { speech } = voice.say(outcome([['Test.list', values]]), { locale, wording: {}, seed: '' });
  const [, ...items] = speech.ssml.split(/One of |<break time="350ms"\/>/);
  return items.map((item) =>
    item
      .replace('</speak>', '')
      .replace(/^ ?(?:or|o) |,\s*$/g, '')
      .trim()
      .toLowerCase(),
  );
}

test.each(LOCALES)('three goods that differ to the ear never get the same name in %s', (locale) => {
  const pack = fc.record({
    kind: fc.constant('bag' as const),
    size: fc.record({ amount: fc.constantFrom(250, 500), unit: fc.constant('gram' as const) }),
  });
  const product = fc.record(
    { title, pack, voiceTitle: fc.constantFrom('Ground coffee', 'Dark roast') },
    { requiredKeys: ['title'] },
  );
  const apart = fc.uniqueArray(product, {
    minLength: 3,
    maxLength: 3,
    // The same words in another order, or other signs, are no difference anybody could hear.
    selector: ({ title: text, pack: packed }) =>
      `${[...new Set(wordsIn(text))].sort().join(' ')} ${packed?.size.amount}`,
  });
  fc.assert(
    fc.property(apart, (goods) => {
      const names = namesOf(goods, locale);
      expect(names).toHaveLength(3);
      expect(new Set(names).size).toBe(3);
    }),
    { numRuns: mass(200, 3_000) },
  );
});

test('goods of the same name are told apart by their size', () => {
  const coffee = (amount: number): ProductName => ({
    title: 'Bella Roma Ground Coffee',
    voiceTitle: 'Bella Roma ground coffee',
    pack: { kind: 'bag', size: { amount, unit: 'gram' } },
  });
  expect(namesOf([coffee(250), coffee(500)], 'en-GB')).toEqual([
    'bella roma ground coffee, 250 grams',
    'bella roma ground coffee, 500 grams',
  ]);
  const values: Values = {
    first: { type: 'amount', product: coffee(250), quantity: 1 },
    second: { type: 'amount', product: coffee(500), quantity: 2 },
  };
  const { speech } = voice.say(outcome([['Test.amounts', values]]), { locale: 'en-GB', wording: {}, seed: '' });
  expect(speech.plain).toBe(
    'Bella Roma ground coffee, one bag of 250 grams and Bella Roma ground coffee, two bags of 500 grams',
  );
});

test('goods of the same name are told apart by their details before their size', () => {
  const roast = (kind: string): ProductName => ({ title: `Bella Roma Ground Coffee, ${kind} Roast, 250 g` });
  expect(namesOf([roast('Dark'), roast('Medium')], 'en-GB')).toEqual([
    'bella roma ground coffee dark',
    'bella roma ground coffee medium',
  ]);
});

describe('variants', () => {
  const shirt = (size: string, colour: string): ProductName => ({
    title: `Fresco Basics Crew Neck T-Shirt ${colour} ${size}`,
    voiceTitle: 'Fresco Basics T-shirt',
    options: [
      { role: 'size', value: size },
      { role: 'colour', value: colour },
    ],
  });

  test('are told apart by what differs between them, and by no more', () => {
    expect(namesOf([shirt('M', 'navy'), shirt('L', 'navy')], 'en-GB')).toEqual([
      'fresco basics t-shirt, size m',
      'fresco basics t-shirt, size l',
    ]);
    expect(namesOf([shirt('M', 'blu'), shirt('M', 'rosso'), shirt('L', 'rosso')], 'it-IT')).toEqual([
      'fresco basics t-shirt, taglia m, blu',
      'fresco basics t-shirt, taglia m, rosso',
      'fresco basics t-shirt, taglia l, rosso',
    ]);
  });

  test('alone are called by their name, and by what was chosen where they are bought', () => {
    const values: Values = {
      first: { type: 'product', product: shirt('M', 'navy') },
      second: { type: 'amount', product: shirt('M', 'navy'), quantity: 2 },
    };
    const { speech } = voice.say(outcome([['Test.amounts', values]]), { locale: 'en-GB', wording: {}, seed: '' });
    expect(speech.plain).toBe('Fresco Basics T-shirt and Fresco Basics T-shirt, size M, navy, two pieces');
    expect(speech.text).toContain('2 × Fresco Basics T-shirt, M, navy');
  });

  test('of goods with doses are told apart by the dose, and by the pack where that is the same', () => {
    const tablets = (dose: string, pieces: number): ProductName => ({
      title: `Vitanova vitamin C ${dose} ${pieces} tablets`,
      voiceTitle: 'Vitanova vitamin C',
      pack: { kind: 'box', pieces },
      options: [{ role: 'strength', value: dose }],
    });
    expect(namesOf([tablets('500 mg', 20), tablets('1000 mg', 20)], 'en-GB')).toEqual([
      'vitanova vitamin c, 500 mg',
      'vitanova vitamin c, 1000 mg',
    ]);
    expect(new Set(namesOf([tablets('500 mg', 20), tablets('500 mg', 60)], 'en-GB')).size).toBe(2);
  });
});
