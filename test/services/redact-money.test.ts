/** A great amount is no telephone number, whatever money is called in the language it is written in. */

import { join } from 'node:path';
import { digitsIn } from '../../lambda/house/language-lists';
import { redact } from '../../lambda/services/privacy/redact';
import { knowDigits } from '../../lambda/services/privacy/spoken-words';

knowDigits(digitsIn(join(__dirname, '../../locales')));

test.each([
  'I paid 250 000 000 forints',
  'it was 12 000 000 yen',
  'ho pagato 250 000 000 corone',
  'costava 12 000 000 fiorini',
  'Ich habe 250 000 000 Franken bezahlt',
  'das waren 12 000 000 Kronen',
  'zaplatil jsem 250 000 000 korun',
  'stálo to 12 000 000 Kč',
  'zapłaciłem 250 000 000 zł',
  'to było 12 000 000 złotych',
])('%s', (text) => {
  expect(redact(text, [])).toBe(text);
});

test.each([
  ['Frank 030 1234 5678', '[phone]'],
  ['chiami lei 02 5550 1999', '[phone]'],
  ['zavolejte mi na +420 601 234 567, bylo to 300 korun', '[phone]'],
  ['tel. 601 234 567', '[phone]'],
])('a telephone number stays hidden beside a name or an amount: %s', (text, hidden) => {
  expect(redact(text, [])).toContain(hidden);
});
