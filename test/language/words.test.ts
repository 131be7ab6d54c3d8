/** Numbers, ordinals and normalised text, on the words of the real languages. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { countWords, digitWords, ordinalOf, readNumber, readOrderNumber } from '../../lambda/language/hearing/numbers';
import { normalise, tokens, type Words } from '../../lambda/language/hearing/words';
import { mass } from '../kit/masses';

const read = (language: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../locales', language, 'words.json'), 'utf8')) as Words;
const EN = read('en');
const IT = read('it');

function numberIn(words: Words, text: string): number | undefined {
  const said = tokens(text, words.apostrophe);
  const found = readNumber(countWords(words), said, 0);
  return found?.length === said.length ? found.value : undefined;
}

test.each([
  ["Where's my ORDER?!", 'join', 'wheres my order'],
  ['Where’s  my order', 'join', 'wheres my order'],
  ["dov'è il caffè", 'split', 'dov e il caffe'],
  ["dov'e' il caffe'", 'split', 'dov e il caffe'],
  ['Łóżko, straße', 'join', 'lozko strasse'],
  ['250g', 'join', '250 g'],
  ['twenty-one', 'join', 'twenty one'],
  ['   ', 'join', ''],
] as const)('takes "%s" for what is heard', (text, apostrophe, heard) => {
  expect(normalise(text, apostrophe)).toBe(heard);
});

test('hears a word in the same way beside letters of any other script', () => {
  const letters = fc.string({ unit: fc.constantFrom(..."aZßŁłÄöÜéÇčŘżĄİıſ½²ª\u0301\u00ad’'-0", ' ') });
  fc.assert(
    fc.property(letters, fc.constantFrom('join' as const, 'split' as const), (text, apostrophe) => {
      expect(tokens(`${text} ж`, apostrophe)).toEqual([...tokens(text, apostrophe), 'ж']);
    }),
    { numRuns: mass(300, 3_000) },
  );
});

test('normalises once and for all', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('join' as const, 'split' as const),
      (text, apostrophe) => {
        const once = normalise(text, apostrophe);
        expect(normalise(once, apostrophe)).toBe(once);
      },
    ),
    { numRuns: mass(200, 2_000) },
  );
});

test.each([
  ['English', EN],
  ['Italian', IT],
])('reads each %s number from 0 to 100 in all its spellings and in digits', (_language, words) => {
  words.numbers.forEach((spellings, value) => {
    for (const text of [...spellings, String(value)]) expect([text, numberIn(words, text)]).toEqual([text, value]);
  });
});

test.each([
  [EN, 'a couple of', 2],
  [EN, 'a dozen', 12],
  [EN, 'half a dozen', 6],
  [IT, 'una dozzina di', 12],
  [IT, 'un paio di', 2],
  [IT, 'ventuno', 21],
  [IT, 'ventitre', 23],
  [EN, 'forty-two', 42],
  [EN, 'two hundred and fifty', 250],
  [EN, 'three thousand and one', 3001],
  [EN, 'one hundred and', undefined],
  [EN, 'two three', undefined],
  [IT, 'duecentocinquanta', 250],
  [IT, 'tremila', 3000],
  [EN, 'lots', undefined],
  [EN, '12345678', undefined],
] as const)('counts %#', (words, text, number) => {
  expect(numberIn(words, text)).toBe(number);
});

test.each([
  [EN, 'first', 1],
  [EN, 'the second one', 2],
  [EN, '2nd', 2],
  [EN, 'number two', 2],
  [EN, 'option 3', 3],
  [EN, 'number one', 1],
  [EN, 'the last one', -1],
  [EN, 'the one', undefined],
  [EN, 'two', undefined],
  [EN, 'i want three', undefined],
  [EN, 'number zero', undefined],
  [EN, 'the second coffee', undefined],
  [IT, 'il secondo', 2],
  [IT, 'la prima', 1],
  [IT, 'numero due', 2],
  [IT, "l'ultimo", -1],
  [IT, 'quella', undefined],
] as const)('finds the place in a list %#', (words, text, ordinal) => {
  expect(ordinalOf(words, tokens(text, words.apostrophe))).toBe(ordinal);
});

test.each([
  [EN, '1234', '1234'],
  [EN, '12 34', '1234'],
  [EN, 'one two three four', '1234'],
  [EN, 'twelve thirty four', '1234'],
  [EN, 'zero zero one two', '0012'],
  [IT, 'quarantotto ventuno', '4821'],
  [EN, 'one two', undefined],
  [EN, '12345', '2345'],
  [EN, '104 232', '4232'],
  [EN, '104-232', '4232'],
  [EN, 'WM 104,232', '4232'],
  [EN, 'WM-104232', '4232'],
  [EN, 'w m one oh four two thirty two', '4232'],
  [EN, 'one hundred and four thousand two hundred and thirty-two', '4232'],
  [EN, 'one hundred four two hundred thirty two', '4232'],
  [EN, 'double two one zero', '2210'],
  [EN, 'double twenty one two', undefined],
  [EN, 'one hundred twelve three', '1123'],
  [EN, 'three thousand', undefined],
  [EN, '1,000', undefined],
  [EN, '20 000', undefined],
  [IT, 'centoquattromiladuecentotrentadue', '4232'],
  [IT, 'centoquattromila duecentotrentadue', '4232'],
  [IT, 'centotto ottocentottanta', '8880'],
  [IT, 'doppio due uno zero', '2210'],
  [IT, 'duemila', undefined],
] as const)('reads the digits of an order %#', (words, text, digits) => {
  const all = tokens(text, words.apostrophe);
  const repeats = words === IT ? { doppio: 2 } : { double: 2 };
  const read = readOrderNumber(digitWords(words, repeats), all, 0).find(({ length }) => length === all.length);
  expect(read?.value).toBe(digits);
});
