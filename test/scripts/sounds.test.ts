/** How templates sound and what Amazon's samples of them are: put together from parts, it is what it is sentence by sentence. */

import fc from 'fast-check';
import { expand } from '../../lambda/language/hearing/sentences';
import { normalise } from '../../lambda/language/hearing/words';
import { asSample, comparable } from '../../scripts/locales/as-sample';
import { candidatesOf } from '../../scripts/locales/candidates';
import { firstsOf, printOf } from '../../scripts/locales/prints';
import { chooseSamples } from '../../scripts/locales/samples';
import { soundsOf } from '../../scripts/locales/sounds';
import { unsaidBy } from '../../scripts/locales/unsaid';
import { mass } from '../kit/masses';

const TYPES = { product: 'Product', quantity: 'AMAZON.NUMBER' };
const part = fc.constantFrom(
  ...[
    'größe',
    "l'ordine",
    "i('m| am)",
    '(wo|Wohin) ist',
    '[bitte]',
    '[(Żółta|ř) x]',
    '{product}',
    '({quantity}|zwei) mal',
  ],
  ...['un[altra|altro]', 'x{product}', "(l'|il )caffè", 'a-b', '[für £2]', '£2', 'čaj[ e]'],
);
const template = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

test.each(['join', 'split'] as const)('a template sounds like its sentences where apostrophes %s', (apostrophe) => {
  const soundOf = (sentence: string) =>
    sentence
      .split(/(\{\w+\})/)
      .map((one) => (one.startsWith('{') ? `{${TYPES[one.slice(1, -1) as 'product']}}` : normalise(one, apostrophe)))
      .filter(Boolean)
      .join(' ');
  fc.assert(
    fc.property(template, (text) => {
      const { prints, soundAt } = soundsOf(text, TYPES, apostrophe);
      const sounds = Array.from(prints, (_, place) => soundAt(place));
      expect([...new Set(sounds)]).toEqual([...new Set(expand(text).map(soundOf))]);
      expect([...prints]).toEqual(sounds.map(printOf));
    }),
    { numRuns: mass(200, 2_000) },
  );
});

test('the samples of a template are its sentences, no two alike', () => {
  fc.assert(
    fc.property(template, (text) => {
      const all = expand(text).map(asSample);
      const { samples } = chooseSamples(candidatesOf([text], { soundOf: comparable }), all.map(comparable));
      expect(all).toEqual(expect.arrayContaining([...samples]));
      expect(new Set(samples.map(comparable))).toEqual(new Set(all.map(comparable).filter(Boolean)));
    }),
    { numRuns: mass(200, 2_000) },
  );
});

test('a template has what nobody says where one of its sentences has', () => {
  const parts = fc.constantFrom('a', '(a|an)', '[two] [two]', '(order|two orders)', '{product}', '[echo|ago]');
  const unsaid = unsaidBy({ apostrophe: 'join', unsaid: ['a two orders', 'an order', 'a product'] });
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 5 }), (some) => {
      const text = some.join(' ');
      expect(unsaid.isIn(text)).toBe(expand(text).some(unsaid.is));
    }),
    { numRuns: mass(200, 2_000) },
  );
});

test('sentences have one print where they are the same, and two where they differ in a word or in the order of words', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', '{product}'), { maxLength: 5 })
    .map((some) => some.join(' '));
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(printOf(one) === printOf(other)).toBe(one === other);
    }),
    { numRuns: mass(500, 5_000) },
  );
});

test('of many prints each is first where it was first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), (numbers) => {
      const prints = numbers.map((number) => printOf(`word ${number}`));
      const firstOf = firstsOf(prints.length);
      expect(prints.map(firstOf)).toEqual(prints.map((print) => prints.indexOf(print)));
    }),
    { numRuns: mass(100, 1_000) },
  );
});
