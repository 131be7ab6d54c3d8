/** What a language says in shop.json, asked for until it is right. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add } from '../../scripts/locales/add';
import { check } from '../../scripts/locales/check';
import { readShop } from '../../scripts/locales/source';
import { setUpLanguage } from '../../scripts/shop-language';

const ROOT = join(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'earshot-shop-language-'));
const place = { root };

beforeAll(() => {
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const file = join(root, 'shop/shop.json');
const shopNow = () => JSON.parse(readFileSync(file, 'utf8'));

async function asked(language: string, ...lines: readonly string[]) {
  const told: string[] = [];
  const left = [...lines];
  const asking = { read: async () => left.shift() ?? null, write: (line: string) => void told.push(line) };
  const isDone = await setUpLanguage(file, language, asking);
  return { isDone, told: told.join('\n'), left };
}

const addresses = (language: string) => ['privacy', 'terms'].map((page) => `https://shop.example/${language}/${page}`);

test('what shop.json says of a language is asked for until it is right; the skill waits until the language is no draft', async () => {
  add(place, { code: 'nl', name: 'Nederlands' });
  const before = readFileSync(file, 'utf8');
  const stopped = await asked('nl', 'nl-NL', 'Willow', '', 'Holland');
  expect(stopped.isDone).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(stopped.told).toMatch(/"Willow" may have only.*"Holland" is no country/s);
  const { isDone, told } = await asked('nl', 'it-IT', 'nl-BE', 'nl-NL', '', 'NL', 'nowhere', ...addresses('nl'));
  expect(isDone).toBe(true);
  for (const wrong of ['it-IT', 'nl-BE'])
    expect(told).toContain(`"${wrong}" is no locale of Alexa's for nl; write nl-NL, or "no" if it is only written`);
  expect(told).toContain('it is a draft, which shoppers are not offered');
  expect(shopNow()).toMatchObject({ invocationName: { nl: 'willow market' }, homeCountry: { 'nl-NL': 'NL' } });
  expect(shopNow().alexaLocales).toContain('nl-NL');
  expect(readShop(place).alexaLocales).not.toContain('nl-NL');
  // What is not written yet leads nobody anywhere.
  const { findings } = await check(place, { language: 'nl', saidOfEach: 0 });
  expect(findings).toEqual([]);
});

test('a language Alexa does not speak is told to be only written, and what that means; its country is asked as well', async () => {
  const { isDone, told, left } = await asked('pl', '', '', ...addresses('pl'));
  expect([isDone, left]).toEqual([true, []]);
  expect(told).toMatch(/^Alexa does not speak pl, so it is only written: shoppers write in it/);
  expect(told).toMatch(/The country .*"no": they are asked.* \[PL\]/);
  expect(shopNow()).toMatchObject({ homeCountry: { pl: 'PL' }, urls: { privacy: { pl: addresses('pl')[0] } } });
  expect(shopNow().alexaLocales.join()).not.toContain('pl');
  expect((await asked('pl', '', 'no', ...addresses('pl'))).isDone).toBe(true);
  expect(shopNow().homeCountry).not.toHaveProperty('pl');
});

test('a language that has no folder is not asked about', async () => {
  await expect(asked('xx')).rejects.toThrow('there is no locales/xx/; npm run locales add xx "<name>" begins one');
});
