/** What a language says in shop.json, asked for until it is right. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add } from '../../scripts/locales/add';
import { readShop } from '../../scripts/locales/source';
import { setUpLanguage } from '../../scripts/shop-language';

const ROOT = join(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'earshot-shop-language-'));
const place = { root };

beforeAll(() => {
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

test('what shop.json says of a language is asked for until it is right; the skill waits until the language is no draft', async () => {
  add(place, { code: 'nl', name: 'Nederlands' });
  const file = join(root, 'shop/shop.json');
  const before = readFileSync(file, 'utf8');
  const told: string[] = [];
  const asking = (lines: string[]) => ({
    read: async () => lines.shift() ?? null,
    write: (line: string) => void told.push(line),
  });
  expect(await setUpLanguage(file, 'nl', asking(['nl-NL', 'Willow', '', 'Holland']))).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(told.join('\n')).toMatch(/"Willow" may have only.*"Holland" is no country/s);
  const right = [
    'it-IT',
    'nl-NL',
    '',
    'NL',
    'nowhere',
    'https://shop.example/nl/privacy',
    'https://shop.example/nl/terms',
  ];
  expect(await setUpLanguage(file, 'nl', asking(right))).toBe(true);
  const shop = JSON.parse(readFileSync(file, 'utf8'));
  expect(shop).toMatchObject({ invocationName: { nl: 'willow market' }, homeCountry: { 'nl-NL': 'NL' } });
  expect(shop.alexaLocales).toContain('nl-NL');
  expect(readShop(place).alexaLocales).not.toContain('nl-NL');
});
