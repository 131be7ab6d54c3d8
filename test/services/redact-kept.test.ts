/** Redaction leaves what a conversation is about: numbers of orders, parcels, vouchers, lots, and amounts, quantities, dates. */

import { join } from 'node:path';
import { digitsIn } from '../../lambda/house/language-lists';
import type { Shopper } from '../../lambda/services/commerce/account';
import { redact } from '../../lambda/services/privacy/redact';
import { knowDigits } from '../../lambda/services/privacy/spoken-words';

knowDigits(digitsIn(join(__dirname, '../../locales')));

const KNOWN: Shopper['known'] = [
  { kind: 'name', value: 'Zoë Müller-Łukasz' },
  { kind: 'phone', value: '+39 02 555 0123' },
  { kind: 'address', value: 'Via dei Salici 14, 20121 Milano' },
];

/** As shops and carriers write them. */
const NUMBERS = {
  order:
    '123456789|1234567890|402-1234567-1234567|1234-5678-9012|WM-104233|#100020003|2026112700123|10-00458-22981|5512 8837 90|88 104 233 071',
  parcel:
    '00340434161094015902|1Z999AA10123456784|JD014600003828392837|RR123456785GB|9400 1000 0000 0000 0000 00|H1234567890123456|15501234567890|12345678901|3UW1A2B3C4D5E|287123456789|420 941 610 123',
  voucher: '8347 2291 4410 7730|7734-9921-0045|GIFT-4821-7730-1199|6032 1198 4470 2215 883|SORRY10|990 118 334 221',
  lot: '8051234567890|L26331|260915 0734|4412 0099 31|20261127001|88 0412 771',
  reference: '0577-3658|7604-4164|57736580|2026/11/004512|99120345678|120 334 556 71',
  invoice: '2026-000451233|F/2026/0093311|100234500987|77 0012 4456',
  article: '4006381333931|8 001234 567890|104233881|352099001761481|40019988377|978-3-16-148410-0',
};
type Kind = keyof typeof NUMBERS;

const LINES: Readonly<Record<Kind, readonly string[]>> = {
  order: [
    'where is order {}?',
    'Order {} has not arrived',
    'my order number is {} and the bag was torn',
    'It was order no. {}.',
    "Hi, I'd like to change order {}, please",
    'orders {} and the one before',
    '{} is my order number',
    'dov’è il mio ordine {}?',
    "L'ordine {} non è arrivato",
    'il numero dell’ordine è {}, grazie',
    'Ordine n. {}: manca una scatola',
    'vorrei annullare l’ordine numero {}',
    '{} è il numero del mio ordine',
  ],
  parcel: [
    'Your DHL parcel is {}',
    'The tracking number is {}.',
    'tracking: {}',
    'Tracking code {} says delivered, but nobody came',
    'Track it at https://www.dhl.example/track?id={}',
    'your package {} left the depot at 10:30',
    'il pacco {} è in consegna',
    'Il codice di tracking è {}.',
    'tracciamento: {}',
    'la spedizione {} è ferma a Bologna',
    'Segui il pacco: https://www.corriere.example/segui/{}',
    'Numero di spedizione {}, corriere BRT',
  ],
  voucher: [
    'Voucher code {}',
    'use coupon {} next time',
    'My voucher is {} but it does nothing',
    'the gift card number is {}',
    'discount code: {}',
    'Codice sconto {}',
    'il buono regalo è {} e non funziona',
    'usi il coupon {} la prossima volta',
    'Il codice del buono: {}',
  ],
  lot: [
    'lot {} on the bag',
    'the batch number is {}',
    'It says batch {}, best before 12/03/2027',
    'Lot no {}',
    'lotto {} sulla busta',
    'il numero di lotto è {}',
    'c’è scritto lotto {}, scade il 12/03/2027',
  ],
  reference: [
    'Your reference is {}.',
    'my reference number is {}',
    'ref. {}',
    'Case {} is closed',
    'about ticket {}',
    'Il riferimento è {}.',
    'rif. {}',
    'la pratica {} è chiusa',
    'ho già una segnalazione, numero {}',
  ],
  invoice: ['invoice {} is wrong', 'the receipt number is {}', 'la fattura {} è sbagliata', 'scontrino n. {}'],
  article: [
    'barcode {}',
    'the serial number is {}',
    'EAN {}',
    'item {} is not in the box',
    'model no. {}',
    'codice a barre {}',
    'il numero di matricola è {}',
    'codice articolo {}',
    'il modello {} non va bene',
  ],
};

const OTHERS = [
  '10-15 working days',
  'in 10-15 giorni lavorativi',
  '1,250,000.00 EUR, then 14.80',
  'fanno 1.234,50 euro e 12,90 di spedizione',
  'between 1200 and 1500 g',
  '24 x 330 ml and 6 x 1500 ml',
  '120x60x40 cm',
  '2026-11-27 14:30',
  'il 27/11/2026 alle 14:30 o il 28/11/2026 alle 9:30',
  'Monday to Friday 08:30-12:30 14:00-18:30',
  'on 20-21-22 December',
  'dal 20 al 22 12 2026',
  'sizes 40-41-42-43',
  'taglie 40 41 42 43',
  '500 tablets, 2000 mg, 30 000 IU',
  'da 1000 a 2000 grammi',
  '3 boxes of 250, 12 of 80 and 100 of 5',
  'page 12, line 3, 2024-2025',
  '£1,234.56 and $12,345,678',
  '14.80 + 3.99 - 2.00 = 16.79',
  'between 14:00 and 16:00 on 3 December 2026',
  '2 kg a 12,50 € il kg',
  '230 V, 50 Hz, 2000 W, 16 A',
  'order one two three four five six seven eight',
  'il lotto è otto zero cinque uno due tre quattro cinque',
  'A4 210 x 297 mm, 80 g, 500 sheets',
];

const said = (Object.keys(NUMBERS) as readonly Kind[]).flatMap((kind) =>
  LINES[kind].flatMap((line) => {
    const numbers = NUMBERS[kind].split('|');
    // No link has a space in it.
    const fitting = line.includes('://') ? numbers.filter((number) => !number.includes(' ')) : numbers;
    return fitting.map((number) => line.replace('{}', number));
  }),
);

test('19 of 20 of what is nobody’s is left as it was written', () => {
  const all = [...said, ...OTHERS];
  const eaten = all.filter((line) => redact(line, KNOWN) !== line);
  expect(all.length).toBeGreaterThan(400);
  expect(eaten.slice(0, all.length / 20)).toEqual(eaten);
});

/** Beside the numbers above, before or after them, as people write. */
const SECRETS: readonly (readonly [secret: string, becomes: string])[] = [
  ['my card is 4242 4242 4242 4242', 'my card is [card]'],
  ['order 4242424242424242', 'order [card]'],
  ['the voucher code is 5555-5555-5555-4444', 'the voucher code is [card]'],
  ['il codice è 378282246310005', 'il codice è [card]'],
  ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [iban]'],
  ['rimborso su IT60X0542811101000000123456', 'rimborso su [iban]'],
  ['my number is +39 347 123 4567', 'my number is [phone]'],
  ['call me on 3471234567', 'call me on [phone]'],
  ['call me about the order on 347 123 4567', 'call me about the order on [phone]'],
  ['chiamatemi al 06 5551 2345', 'chiamatemi al [phone]'],
  ['the phone number on the order is 347 123 4567', 'the phone number on the order is [phone]'],
  ['order +44 20 7946 0999', 'order [phone]'],
  ['ordine 104233 347 123 4567', 'ordine 104233 [phone]'],
  ['tracking https://wa.me/393471234567', 'tracking https://wa.me/[phone]'],
  ['see https://shop.example/?phone=393471234567', 'see https://shop.example/?phone=[phone]'],
  ['reference 02 555 0123', 'reference [phone]'],
  ['order for Zoë Müller-Łukasz, Via dei Salici 14', 'order for [name], [address]'],
  ['mail anna@home.example', 'mail [e-mail]'],
  ['il numero per la consegna è 347 123 4567', 'il numero per la consegna è [phone]'],
  ['my order card: four two four two four two four two four two four two four two four two', 'my order card: ['],
  ['it is oh seven nine one one, one two three four five six', 'it is [number]'],
];

test('a row of digits longer than any telephone number is none, and nothing of it sticks out', () => {
  expect(redact('It is 00340434161094015902, here soon.', KNOWN)).toBe('It is 00340434161094015902, here soon.');
});

test.each(['0039025550199', '+39 02 5550 1999', '00390255501999'])('%s is still one', (phone) => {
  expect(redact(`It is ${phone}, at home.`, KNOWN)).toBe('It is [phone], at home.');
});

test('no secret is left, whatever numbers stand beside it', () => {
  const beside = said.filter((_, index) => index % 16 === 0);
  const wrong = beside.flatMap((line) =>
    SECRETS.flatMap(([secret, becomes]) => {
      const texts = [`${line}. ${secret}`, `${secret}\n${line}`];
      return texts.filter((text) => !redact(text, KNOWN).includes(becomes));
    }),
  );
  expect(wrong).toEqual([]);
});
