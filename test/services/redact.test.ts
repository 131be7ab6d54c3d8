/** Redaction: what must not be written down never is, and what a conversation is about stays. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digitsIn } from '../../lambda/house/language-lists';
import type { Shopper } from '../../lambda/services/commerce/account';
import { ownOf, redact } from '../../lambda/services/privacy/redact';
import { knowDigits } from '../../lambda/services/privacy/spoken-words';

knowDigits(digitsIn(join(__dirname, '../../locales')));

const KNOWN: Shopper['known'] = [
  { kind: 'name', value: 'Zoë Müller-Łukasz' },
  { kind: 'name', value: 'Maria de la Cruz' },
  { kind: 'email', value: 'zoe.mueller@example.com' },
  { kind: 'phone', value: '+39 02 555 0123' },
  { kind: 'address', value: 'Via dei Salici 14, 20121 Milano' },
  { kind: 'address', value: 'SW1A 1AA' },
];

describe('known values of the shopper', () => {
  test.each([
    ['I am Zoë Müller-Łukasz.', 'I am [name].'],
    ['i am zoe  MULLER lukasz', 'i am [name]'],
    ['Zoë’s order, for ZOE', '[name]’s order, for [name]'],
    ['zoetrope and Muller', 'zoetrope and [name]'],
    ['Maria, de la Cruz; Cruz; de la rosa', '[name]; [name]; de la rosa'],
    ['write to zoe.mueller@EXAMPLE.com', 'write to [e-mail]'],
    ['write to zoe dot mueller at example dot com', 'write to [e-mail]'],
    ['zoe punto mueller chiocciola example punto com', '[e-mail]'],
    ['02 5550123, 0039 02 555 01 23, +39 (02) 555-0123', '[phone], [phone], [phone]'],
    ['via dei salici 14 or 14, Via dei Salici', '[address] or [address]'],
    ['Via  dei Salìci in Milano', '[address] in Milano'],
    ['postcode 20121, sw1a1aa no, SW1A-1AA', 'postcode [address], sw1a1aa no, [address]'],
  ])('%s', (text, expected) => {
    expect(redact(text, KNOWN)).toBe(expected);
  });

  it('leaves everybody else alone', () => {
    expect(redact('Marta from Rome wants 20121 lire back', [])).toBe('Marta from Rome wants 20121 lire back');
  });

  it('survives values that are no words', () => {
    const odd = ['', ' ', '.*', '(', '\\', '[name]', '\ud800', '+'].map((value) => ({ kind: 'name', value }) as const);
    expect(redact('two bags (a.b) [x]', odd)).toBe('two bags (a.b) [x]');
  });
});

describe('patterns', () => {
  test.each([
    ['mail me: a.b+c@sub.shop.example!', 'mail me: [e-mail]!'],
    ['my card is 4242 4242 4242 4242 until 12/27', 'my card is [card] until 12/27'],
    ['4242\u200b4242\u200b4242\u200b4242 and ４２４２４２４２４２４２４２４２', '[card] and [card]'],
    ['visa-4242-4242-4242-4242, card3782.822463.10005', 'visa-[card], card[card]'],
    ['IBAN DE89 3704 0044 0532 0130 00 please', 'IBAN [iban] please'],
    ['IT 60 X 05428 11101 000000123456.', '[iban].'],
    ['(555) 123-4567, 555-123-4567, 5551234567, 06 12 34 56 78', '[phone], [phone], [phone], [phone]'],
    ['555 123 4561 555 987 6543', '[phone]'],
    ['token Atza|IwEBIJ-abc_123= and demo-ana', 'token [token] and [token]'],
    ['Bearer eyJhbGciOi.eyJzdWIiOi.c2ln', '[token]'],
  ])('%s', (text, expected) => {
    expect(redact(text, [])).toBe(expected);
  });
});

describe('digits said as words', () => {
  test.each([
    ['four two four two four two four two four two four two four two four two', '[card]'],
    ['it is oh seven nine one one, one two three four five six!', 'it is [number]!'],
    ['double four two four two, triple nine', '[number]'],
    ['quattro due quattro due e poi quattro due quattro due', '[number]'],
    ['quarantadue quarantadue quarantotto quarantuno', '[number]'],
    ['4 two 4 two 4 two 4 two', '[number]'],
    ['one two three four five six seven', 'one two three four five six seven'],
    ['two bags, three boxes, four cans, one jar, two tubs, six tubes, one roll, ten', null],
    ['constructor toString one two', null],
    ['order 12345, four two four two', null],
    [
      'two bags for 12.90, three for 19.90, call four two four two four two four two',
      'two bags for 12.90, three for 19.90, call [number]',
    ],
  ])('%s', (text, expected) => {
    expect(redact(text, [])).toBe(expected ?? text);
  });

  it('takes the digit words of another language', () => {
    const swahili = {
      words: Object.fromEntries('sifuri moja mbili tatu nne tano'.split(' ').map((word, i) => [word, String(i)])),
      repeats: {},
      fillers: [],
      signs: ['nukta'],
      calls: [],
      between: [],
      things: [],
      naming: [],
      money: [],
    };
    const said = 'moja mbili tatu nne moja mbili tatu nne';
    expect(redact(said, [])).toBe(said);
    expect(redact(said, [], { spoken: [swahili] })).toBe('[number]');
  });
});

describe('a language that has no lists yet', () => {
  const NONE = { spoken: [] };

  test.each([
    ['4242 4242 4242 4242', '[card]'],
    ['zoe.mueller@example.com, zoe@elsewhere.example', '[e-mail], [e-mail]'],
    ['+39 02 555 0123', '[phone]'],
    ['Zoë, Via dei Salici 14', '[name], [address]'],
  ])('still hides what is written: %s', (text, expected) => {
    expect(redact(text, KNOWN, NONE)).toBe(expected);
  });

  it('takes no price, date or quantity for a number that was announced', () => {
    expect(redact('14.80 on 2027-03-12, 12 bags, order 123456', [], NONE)).toBe(
      '14.80 on 2027-03-12, 12 bags, order 123456',
    );
  });

  it('hears the digits of the languages that have lists, and no broken list stops it', () => {
    const root = mkdtempSync(join(tmpdir(), 'earshot-digits-'));
    for (const language of ['sl', 'pt', 'en']) mkdirSync(join(root, language));
    writeFileSync(join(root, 'pt', 'digits.json'), '{ "words": ');
    writeFileSync(join(root, 'en', 'digits.json'), JSON.stringify({ words: { one: '1', two: '2' } }));
    const spoken = digitsIn(root);
    rmSync(root, { recursive: true });
    expect(redact('one two one two one two one two', [], { spoken })).toBe('[number]');
  });
});

describe('telephone numbers by the plans of the countries', () => {
  test.each([
    ['0612 345 or 06 98 123, 030 12345', '[phone] or [phone], [phone]'],
    ['0123456 at work', '[phone] at work'],
    ['32 12 34 56', '[phone]'],
    ['11 9 1234-5678, 9 12 345 678', '[phone], [phone]'],
    ['02 (555) 0123', '[phone]'],
    ['06\u201312\u201334\u201356\u201378', '[phone]'],
    ['call me on 91234567', 'call me on [phone]'],
    ['richiamami al numero 8123456', 'richiamami al numero [phone]'],
    ['393471234567 without its plus', '[phone] without its plus'],
    ['0034 912 34 56 78', '[phone]'],
    // A German mobile whose last digit would be an article's check digit, too.
    ['015123451912', '[phone]'],
  ])('%s', (text, expected) => {
    expect(redact(text, [])).toBe(expected);
  });

  test.each([
    'reference 12345678, your reference is 01234567',
    'EAN 4006381333931, UPC 885909950805',
    'SKU 88123456, article 104233',
    '22 11 2026, 2026 11 22, 09.00-12.30, 2024-2025',
    'from 1000 to 2000 grams',
  ])('%s stays', (text) => {
    expect(redact(text, [])).toBe(text);
  });

  it('takes the countries it is given for those people call from', () => {
    expect(redact('5 321 1234', [], { countries: ['IT'] })).toBe('5 321 1234');
    expect(redact('91 23 45 67', [], { countries: ['IT'] })).toBe('91 23 45 67');
    expect(redact('91 23 45 67', [], { countries: ['NO', 'XX'] })).toBe('[phone]');
  });
});

describe('what is kept', () => {
  const own = ownOf({
    support: { email: 'care@shop.example', phone: '+44 20 7946 0123' },
    site: 'https://shop.example',
  });
  test.each([
    ['care@shop.example, CARE@shop.example.', 'care@shop.example, CARE@shop.example.'],
    ['ana.care@shop.example and care@shop.example.com', '[e-mail] and [e-mail]'],
    ['+442079460123 or +44 (20) 7946-0123', '+442079460123 or +44 (20) 7946-0123'],
    ['+44 20 7946 0123 or +44 20 7946 0124', '+44 20 7946 0123 or [phone]'],
    ['+44 20 7946 0123 45', '[phone]'],
    ['https://shop.example/returns, Zoë', 'https://shop.example/returns, [name]'],
  ])('%s', (text, expected) => {
    expect(redact(text, KNOWN, { keep: own })).toBe(expected);
  });
  it('is nothing where nothing is the own', () => {
    expect(redact('care@shop.example', [], { keep: ['', ' '] })).toBe('[e-mail]');
  });
});

describe('what a conversation is about', () => {
  test.each([
    'WM-104233 for 14.80 EUR, 1,234.50 and 2 x 250 g on 2026-11-22 at 14:30, 22.11.2026 14:30',
    '1 000 000 000 € and 125.000.000 IDR, $1,250,000 and 12.50 3.99 14.80 2.00 5.00 4.00',
    '2026-11-22 2026-11-24 2026-11-25, 22/11/26, 3/12/2026',
    'two bags of 250 grams and one box of 80, twenty two euros',
    'reference 12345678, order #123456789',
    'so 44 bags of 250 grams and 12 boxes of 100, it 60 at 12 no 99 of 1000',
    'between 14:00 and 16:00, 2-4 pm, 10:00-12:30',
    'WM-104233 WM-104234 WM-104235 and 3, 4, 5',
  ])('%s', (text) => {
    expect(redact(text, KNOWN)).toBe(text);
  });
});
