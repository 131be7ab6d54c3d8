/** How templates sound and what Amazon's samples of them are: put together from parts, it is what it is sentence by sentence. */

import fc from 'fast-check';
import { expand } from '../../lambda/language/hearing/sentences';
import { normalise } from '../../lambda/language/hearing/words';
import { asSample, chooseSamples, comparable } from '../../scripts/locales/samples';
import { soundsOf } from '../../scripts/locales/sounds';
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
      const sounds = [...new Set(soundsOf(text, TYPES, apostrophe))];
      expect(sounds).toEqual([...new Set(expand(text).map(soundOf))]);
    }),
    { numRuns: mass(200, 2_000) },
  );
});

test('the samples of a template are its sentences, no two alike', () => {
  fc.assert(
    fc.property(template, (text) => {
      const { samples } = chooseSamples([text], { always: () => true });
      const all = expand(text).map(asSample);
      expect(all).toEqual(expect.arrayContaining([...samples]));
      expect(new Set(samples.map(comparable))).toEqual(new Set(all.map(comparable).filter(Boolean)));
    }),
    { numRuns: mass(200, 2_000) },
  );
});
