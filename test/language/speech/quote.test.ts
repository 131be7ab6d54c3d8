/** What a person wrote, read aloud: with its sense, without what no ear can note down, and nothing of it left out. */

import { createVoice } from '../../../lambda/language/speech/say';
import { earPages } from '../../../lambda/vocabulary/ear-pages';
import { forEyeIn, piecesOf } from '../../../lambda/vocabulary/written-words';

const voice = createVoice({ directory: 'locales', shopName: 'Willow Market', onMissing: 'throw' });

function heard(text: string, locale = 'en-GB'): string {
  const words = { person: { type: 'name', name: 'Luca' }, words: { type: 'quote', text } } as const;
  const outcome = { replies: [{ key: 'Person.wrote', with: words }], ending: { kind: 'close' } } as const;
  return /[“„](.*)[”“]/s.exec(voice.say(outcome, { locale, wording: {}, seed: 'a' }).speech.plain)?.[1] ?? '';
}

test.each([
  ['It takes 10-15 working days.', 'It takes 10-15 working days.'],
  ['It was 14.80 or $5.00, and £12.', 'It was 14.80 or 5 dollars, and 12 pounds.'],
  ['Your 1500ml bottles, 24x330ml, and 12,500 points', 'Your 1500ml bottles, 24 by 330 ml, and 12,500 points.'],
  ['The shelf is 120x60x40 cm, size 42.', 'The shelf is 120 by 60 by 40 cm, size 42.'],
  ['Between 14:00 and 16:30, or 9:00-12:00.', 'Between 14:00 and 16:30, or 9:00-12:00.'],
  ['We send it 2026-12-24, or 24/12/2026.', 'We send it 24 December 2026, or 24 December 2026.'],
  ['On the 27th, 2 of 3 bags (500g each)', 'On the 27th, 2 of 3 bags 500g each.'],
  ['20000 IU, 4.5kg, Omega3, 2-4pm', '20,000 IU, 4.5kg, Omega3, 2-4pm.'],
  ['Which size do you need?', 'Which size do you need?'],
  ['Open 9am-5pm, from 9.30am, in 2026-27', 'Open 9am-5pm, from 9.30am, in 2026-27.'],
  ['1/2 kg, size 8 1/2, 2+1 free, by 24/12 or 3/4/2026', '1/2 kg, size 8 1/2, 2+1 free, by 24/12 or 3/4/2026.'],
  ['A box of 10 × 15 × 2.5 cm', 'A box of 10 by 15 by 2.5 cm.'],
  ['You get €1,299.00 and $1,250.50 back', 'You get 1299 euros and 1250 dollars 50 back.'],
  ['Code SAVE20NOW, [phone], [e-mail], or https://willow.example/t. Ok?', 'Code, or this link. Ok?'],
  ['Transfer it to DE89 3704 0044 0532 0130 00.', 'Transfer it to this code.'],
  ['Call 0171/1234567 or 030 1234567', 'Call this number or this number.'],
  ['Track it at https://willow.example/t/AB12CD34. Bye!', 'Track it at this link. Bye!'],
  ['Use code SAVE20NOW or write to care@willow.example.', 'Use code or write to this address.'],
  ['Tracking: 00340434161094015902', 'Tracking: this number.'],
  ['Call +44 20 7946 0999, or 06 5551 2345', 'Call this number, or this number.'],
  ['Voucher 8347 2291 4410 7730, order WM-104233', 'Voucher this number, order this code.'],
])('%j', (text, expected) => {
  expect(heard(text)).toBe(expected);
});

test.each([
  ['Arriva in 10-15 giorni lavorativi, spesa 14,80 €.', 'Arriva in 10-15 giorni lavorativi, spesa 14 euro e 80.'],
  ['Il codice SAVE20NOW vale fino al 24/12/2026.', 'Il codice vale fino al 24 dicembre 2026.'],
  ['Misura 120x60 cm, va bene?', 'Misura 120 per 60 cm, va bene?'],
  ['Arriva il 3.12.2026, paghi 1.299,00 €', 'Arriva il 3 dicembre 2026, paghi 1299 euro.'],
  ['Chiama lo 02 1234567', 'Chiama lo questo numero.'],
])('%j', (text, expected) => {
  expect(heard(text, 'it-IT')).toBe(expected);
});

const LONG = `We looked into your parcel, which was held in Milan because of the snow, ${'and so on '.repeat(30)}until it came. Bye! ${'It snows. '.repeat(30)}https://willow.example/${'a'.repeat(300)} is where.`;

test('a long message is parted, and nothing of it is lost', () => {
  const pages = earPages(LONG);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.join(' ').split(/\s+/)).toEqual(LONG.trim().split(/\s+/));
  for (const page of pages) expect(heard(page).length).toBeLessThan(150);
  expect(pages[0]).toMatch(/snow,$/);
});

test('a number and an account are spelt whole, with what stands before them', () => {
  expect(forEyeIn('Call 02 1234567, pay to IT60 X054 2811 1010 0000 0123 456').map(({ text }) => text)).toEqual([
    '02 1234567',
    'IT60 X054 2811 1010 0000 0123 456',
  ]);
});

test('the pieces are what was written, and say what has to be read', () => {
  const text = 'Hi [phone], see www.willow.example/a?b=1, X1Y2Z3 or 10-15 days at care@willow.example!';
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(forEyeIn(text).map(({ kind }) => kind)).toEqual(['hidden', 'link', 'code', 'address']);
});

test('what is spelt is said slowly, sign by sign, and shown as it is', () => {
  const spelt = (text: string, locale: string) => {
    const outcome = {
      replies: [{ key: 'Person.spelt', with: { code: { type: 'spelling', text } } }],
      ending: { kind: 'close' },
    } as const;
    return voice.say(outcome, { locale, wording: {}, seed: 'a' }).speech;
  };
  expect(spelt('SAVE20NOW', 'en-GB')).toMatchObject({
    plain: 'Here it is: S, A, V, E 2 0 N, O, W.',
    text: 'Here it is: SAVE20NOW.',
  });
  expect(spelt('anna.b@willow.example', 'it-IT').plain).toMatch(/anna punto b chiocciola willow punto example/);
  const longest = ['00340434161094015902', 'GIFT-4821-7730-1199-AB', 'customer.care.desk@willow-market.example'];
  for (const text of longest)
    for (const locale of ['en-GB', 'it-IT']) expect(spelt(text, locale).seconds).toBeLessThan(12);
});

/** In every way there is these would be tried until the end of the day. */
test.each(['a@', 'a.', 'a-', '1 ', '(1) ', '+1 ', 'https://'])(
  'forty thousand signs of "%s" are read in one go',
  (sign) => {
    const text = sign.repeat(40_000 / sign.length);
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(earPages(text).join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  },
);

test('an address is found beside other signs of its kind', () => {
  expect(forEyeIn('write to care@willow.example, or to a@b@care@willow.example')).toEqual([
    { kind: 'address', text: 'care@willow.example' },
    { kind: 'address', text: 'care@willow.example' },
  ]);
});
