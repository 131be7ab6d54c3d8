/** Redaction of generated texts: every planted secret goes, everything harmless beside it stays. */

import { join } from 'node:path';
import fc from 'fast-check';
import { digitsIn } from '../../lambda/house/language-lists';
import type { Shopper } from '../../lambda/services/commerce/account';
import { redact } from '../../lambda/services/privacy/redact';
import { knowDigits } from '../../lambda/services/privacy/spoken-words';

knowDigits(digitsIn(join(__dirname, '../../locales')));

import { mass } from '../kit/masses';

const KNOWN: Shopper['known'] = [
  { kind: 'name', value: 'Zoë Müller-Łukasz' },
  { kind: 'name', value: 'Maria de la Cruz' },
  { kind: 'email', value: 'zoe.mueller@example.com' },
  { kind: 'phone', value: '+39 02 555 0123' },
  { kind: 'address', value: 'Via dei Salici 14, 20121 Milano' },
  { kind: 'address', value: 'SW1A 1AA' },
];

type Part = { readonly text: string; readonly becomes: string | RegExp };

function stays(text: string): Part {
  return { text, becomes: text };
}

describe('planted secrets in generated texts', () => {
  it('replaces each of them and nothing else', () => {
    fc.assert(
      fc.property(text(), ({ said, expected }) => {
        expect(redact(said, KNOWN)).toMatch(expected);
      }),
      { numRuns: mass(500, 3_000) },
    );
  });

  it('finds the same again in what it wrote: nothing', () => {
    fc.assert(
      fc.property(text(), ({ said }) => {
        const once = redact(said, KNOWN);
        expect(redact(once, KNOWN)).toBe(once);
      }),
      { numRuns: mass(200, 1_000) },
    );
  });

  it('never throws and never changes a text without digits, signs or names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (any) => typeof redact(any, KNOWN) === 'string'),
    );
    const words = fc.constantFrom('coffee', 'caffè', 'Straße', 'mañana', '犬', '🐶', 'ﬁne', 'e\u0301t\u00e9');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (list) => {
        expect(redact(list.join(' '), KNOWN)).toBe(list.join(' '));
      }),
    );
  });
});

/** A text of secrets and harmless things, with words between them, and what must come out. */
function text(): fc.Arbitrary<{ readonly said: string; readonly expected: RegExp }> {
  const part = fc.oneof({ weight: 3, arbitrary: secret() }, { weight: 4, arbitrary: harmless() });
  const joint = fc
    .constantFrom('. Also ', ', with ', ' (please) ', '; about ', ': ', '\nso ')
    .map((words) => `${words}so `);
  return fc.array(fc.tuple(part, joint), { minLength: 1, maxLength: 6 }).map((parts) => ({
    said: parts.map(([{ text }, joined]) => text + joined).join(''),
    expected: new RegExp(`^${parts.map(([{ becomes }, joined]) => source(becomes) + source(joined)).join('')}$`),
  }));
}

function source(becomes: string | RegExp): string {
  return becomes instanceof RegExp ? becomes.source : becomes.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function secret(): fc.Arbitrary<Part> {
  return fc.oneof(card(), iban(), phone(), spoken(), token(), knownValue(), email());
}

function digits(minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(''));
}

function grouped(number: string, size: number, gap: string): string {
  return (number.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(gap);
}

function card(): fc.Arbitrary<Part> {
  const payload = fc
    .tuple(fc.constantFrom('4', '51', '37', '6011'), digits(11, 14))
    .map(([first, rest]) => first + rest);
  return fc
    .tuple(payload, fc.constantFrom(4, 5, 6, 19), fc.constantFrom(' ', '-', '.', '\u00a0', ' - '.trim()))
    .map(([number, size, gap]) => ({ text: grouped(number + luhnDigit(number), size, gap), becomes: '[card]' }));
}

/** Written apart from the code under test: the digit that makes the sum of the doubled number a multiple of ten. */
function luhnDigit(payload: string): string {
  const sum = [...payload].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

function iban(): fc.Arbitrary<Part> {
  const account = fc.oneof(
    digits(18).map((rest) => ['DE', rest] as const),
    digits(22).map((rest) => ['IT', `X${rest}`] as const),
    digits(14).map((rest) => ['GB', `NWBK${rest}`] as const),
    digits(20).map((rest) => ['ES', rest] as const),
  );
  return fc
    .tuple(account, fc.constantFrom(4, 40), fc.constantFrom(' ', '-'), fc.boolean())
    .map(([[country, rest], size, gap, low]) => {
      const number = BigInt([...`${rest}${country}00`].map((letter) => Number.parseInt(letter, 36)).join(''));
      const whole = `${country}${String(98n - (number % 97n)).padStart(2, '0')}${rest}`;
      return { text: grouped(low ? whole.toLowerCase() : whole, size, gap), becomes: '[iban]' };
    });
}

function phone(): fc.Arbitrary<Part> {
  const shape = fc.constantFrom(
    '+39 3## ### ####',
    '+443#########',
    '0039 02 ### ## ##',
    '(2##) 555-0###',
    '3## ### ####',
    '06-12-34-5#-##',
    '3#########',
    '1-2##-555-01##',
  );
  return fc.tuple(shape, digits(12)).map(([pattern, filling]) => {
    let at = 0;
    return { text: pattern.replace(/#/g, () => filling[at++] ?? '0'), becomes: '[phone]' };
  });
}

function spoken(): fc.Arbitrary<Part> {
  const tongue = fc.constantFrom(
    'zero one two three four five six seven eight nine'.split(' '),
    'zero uno due tre quattro cinque sei sette otto nove'.split(' '),
  );
  return fc.tuple(tongue, digits(8, 16), fc.constantFrom(' ', ', ', '-')).map(([words, number, gap]) => ({
    text: [...number].map((digit) => words[Number(digit)]).join(gap),
    becomes: /\[(?:number|card)\]/,
  }));
}

function token(): fc.Arbitrary<Part> {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/);
  return fc
    .tuple(fc.constantFrom('Atza|', 'Atzr|'), secret)
    .map(([mark, rest]) => ({ text: mark + rest, becomes: '[token]' }));
}

function email(): fc.Arbitrary<Part> {
  return fc
    .emailAddress({ size: 'small' })
    .map((address) => ({ text: `mail <${address}>`, becomes: 'mail <[e-mail]>' }));
}

function knownValue(): fc.Arbitrary<Part> {
  const values: readonly Part[] = [
    { text: 'Zoë Müller-Łukasz', becomes: '[name]' },
    { text: 'Cruz', becomes: '[name]' },
    { text: 'zoe.mueller@example.com', becomes: '[e-mail]' },
    { text: 'Via dei Salici 14', becomes: '[address]' },
    { text: '02 555 0123', becomes: '[phone]' },
  ];
  const shapes: readonly ((value: string) => string)[] = [
    (value) => value,
    (value) => value.toUpperCase(),
    (value) => value.normalize('NFD'),
    (value) => value.normalize('NFD').replace(/\p{M}/gu, '').replace('Ł', 'l'),
    (value) => value.replace(/ /g, '  '),
    (value) => [...value].join('\u200b'),
  ];
  return fc
    .tuple(fc.constantFrom(...values), fc.constantFrom(...shapes))
    .map(([value, shape]) => ({ text: shape(value.text), becomes: value.becomes }));
}

function harmless(): fc.Arbitrary<Part> {
  const two = (max: number) => fc.integer({ min: 1, max }).map((number) => String(number).padStart(2, '0'));
  const day = fc.tuple(two(28), two(12), fc.integer({ min: 2020, max: 2030 }));
  return fc
    .oneof(
      fc.tuple(fc.integer({ min: 0, max: 9999 }), two(99)).map(([whole, cents]) => `${whole}.${cents} euros`),
      fc.tuple(fc.integer({ min: 0, max: 999 }), two(99)).map(([whole, cents]) => `€${whole},${cents}`),
      fc.integer({ min: 1, max: 999 }).map((thousands) => `¥${thousands},000`),
      day.map(([d, m, y]) => `${y}-${m}-${d}`),
      day.map(([d, m, y]) => `${d}/${m}/${y} 14:30`),
      day.map(([d, m, y]) => `from ${d}.${m}.${y} to 28.${m}.${y}`),
      fc.tuple(two(23), two(59)).map(([hour, minute]) => `at ${hour}:${minute}`),
      fc.integer({ min: 1, max: 99 }).map((count) => `${count} bags of 250 grams`),
      fc.integer({ min: 100000, max: 999999 }).map((number) => `WM-${number}`),
      fc.constantFrom('Bella Roma ground coffee', 'two or three boxes', 'le quattro stagioni', 'number nine'),
    )
    .map(stays);
}
