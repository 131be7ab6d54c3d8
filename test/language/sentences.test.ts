/** Sentence templates, read and spread out. */

import fc from 'fast-check';
import { expand, mustBeReadable, slotsIn, TemplateError } from '../../lambda/language/hearing/sentences';
import { mass } from '../kit/masses';

test.each([
  ['where is my order', ['where is my order']],
  ['(a|b) c', ['a c', 'b c']],
  ['a [b] c', ['a b c', 'a c']],
  ['a [b|c]', ['a b', 'a c', 'a']],
  ['a [(b|c) d]', ['a b d', 'a c d', 'a']],
  ['order [my] {product}', ['order my {product}', 'order {product}']],
  ['(a|a) b', ['a b']],
])('spreads "%s" out', (template, sentences) => {
  expect(expand(template)).toEqual(sentences);
});

test.each(['(a|b', 'a)', '[a', 'a]', '(a)', '()', 'a [] b', '(a|) b', '{', '{pro duct}', 'a } b', 'a | b'])(
  'refuses "%s" and names it',
  (template) => {
    expect(() => expand(template)).toThrow(TemplateError);
    expect(() => expand(template)).toThrow(template);
  },
);

test('refuses a template that stands for thousands of sentences', () => {
  expect(() => expand('(a|b|c|d) '.repeat(7))).toThrow('more than 4000 sentences');
});

test('finds the same wrong with a template whether it is spread out or only counted', () => {
  const problemOf = (work: () => unknown) => {
    try {
      work();
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const part = fc.constantFrom('(a|b|c|d)', '[e|f|(g|h) i]', '(a|b', 'c]', 'x', '{slot}', '{no slot}', '()', '|');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
      const template = parts.join(' ');
      expect(problemOf(() => mustBeReadable(template))).toBe(problemOf(() => expand(template)));
    }),
    { numRuns: mass(200, 2_000) },
  );
});

test('names the slots of a template', () => {
  expect(slotsIn('(get|send) {quantity} [of {product}]')).toEqual(['quantity', 'product']);
});

test('reads or refuses whatever is typed, and hangs on nothing', () => {
  const signs = fc.string({ unit: fc.constantFrom('(', ')', '[', ']', '|', '{', '}', 'a', ' ', 'b'), maxLength: 30 });
  fc.assert(
    fc.property(signs, (template) => {
      try {
        for (const sentence of expand(template)) expect(sentence).not.toMatch(/[()[\]|]/);
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
      }
    }),
    { numRuns: mass(200, 3_000) },
  );
});
