/** What a person wrote, read aloud: no links and codes, no holes where they stood, and it is said where the rest is. */

import { quoteForEar } from '../../../lambda/language/speech/quote';

const WORDS = { and: 'and', link: 'this link', rest: 'The rest is in your chat.' };

test('says a word in place of a link', () => {
  const said = quoteForEar('Track it at https://willow.example/t/AB12CD34. Bye!', WORDS);
  expect(said).toBe('Track it at this link. Bye!');
});

test('reads no code and no address', () => {
  const said = quoteForEar('Use SAVE20NOW or write to care@willow.example', WORDS);
  expect(said).not.toMatch(/SAVE20NOW|@|willow/);
});

test('says where the rest is when sentences are left out', () => {
  const said = quoteForEar(`Your parcel is late. ${'It snows and '.repeat(9)}so we wait.`, WORDS);
  expect(said).toBe('Your parcel is late. The rest is in your chat.');
});

test('cuts a long sentence at a comma', () => {
  const long = `We looked into your parcel, which was held in Milan because of the snow, ${'and so on '.repeat(12)}.`;
  expect(quoteForEar(long, WORDS)).toBe(
    'We looked into your parcel, which was held in Milan because of the snow. The rest is in your chat.',
  );
});

test('says nothing of a rest where there is none', () => {
  expect(quoteForEar('It is on its way.', WORDS)).toBe('It is on its way.');
});
