/** Whatever is wrong with a setting or with shop.json: it is named, and a person reads our words, never a library's. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readConfig, VARIABLES } from '../lambda/house/config';
import { ConfigError } from '../lambda/house/problems';
import { readShopFile } from '../lambda/house/shop-file';

const ROOT = join(__dirname, '..');
/** How zod, V8 and the system speak. */
const LIBRARY =
  /invalid|expected|received|unrecognized|too (big|small)|zod|must (be|contain|match)|pattern|regex|undefined|\bnan\b|\b(enoent|eexist|enotdir|eisdir|eacces|eperm)\b|unexpected|json at|object Object/i;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-words-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** null: it was taken. */
function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

/** Every setting, right. */
const RIGHT: Readonly<Record<string, string>> = {
  METRICS_TOKEN: 'sixteen or more signs',
  EARSHOT_SECRET: 'thirty-two or more signs, at random',
  WHATSAPP_PHONE_ID: '8001',
  WHATSAPP_TOKEN: 'token',
  WHATSAPP_APP_SECRET: 'secret',
  WHATSAPP_VERIFY_TOKEN: 'agreed',
  WHATSAPP_NUMBER: '+39 02 1234567',
  TELEGRAM_TOKEN: '1:abc',
  TELEGRAM_SECRET: 'secret',
  TELEGRAM_BOT: 'willow_bot',
  SMTP_URL: 'smtp://localhost:2525',
  MAIL_FROM: 'care@willow.example',
  MAIL_DOMAIN: 'reply.willow.example',
  MAIL_SECRET: 'shown',
  DESK_MAIL: 'team@willow.example',
  CHATWOOT_URL: 'https://desk.willow.example',
  CHATWOOT_ACCOUNT: '1',
  CHATWOOT_INBOX: '2',
  CHATWOOT_BOT_TOKEN: 'bot',
  CHATWOOT_USER_TOKEN: 'user',
  CONTENTFUL_SPACE: 'willow',
  CONTENTFUL_TOKEN: 'token',
  VENDURE_URL: 'https://shop.willow.example',
  VENDURE_USER: 'voice',
  VENDURE_PASSWORD: 'word',
  VENDURE_PAYMENT: 'on-account',
  VENDURE_STANDARD: 'standard-shipping:2-3',
  VENDURE_EXPRESS: 'express-shipping:1-1',
  VENDURE_PICKUP: 'collect:1-2',
  VENDURE_CHANNEL: 'shown',
  VENDURE_KIND: 'category',
};
const DESK_OF: Readonly<Record<string, string>> = { DESK_MAIL: 'mail', CHATWOOT: 'chatwoot' };
const deskFor = (name: string) =>
  Object.entries(DESK_OF).find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'embedded';

const shopFor = (name: string) => (name.startsWith('VENDURE') ? 'vendure' : 'demo');

const wrongText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    '-1',
    '70000',
    '1e9',
    ',',
    'a,',
    'http://',
    'smtp://',
    'https:// x',
    '@',
    'a@',
    '<>',
    'null',
    '[]',
  ),
  fc.string({ maxLength: 12 }).filter((text) => !text.includes('\0')),
);

test('all of them right are taken', () => {
  for (const desk of ['embedded', 'mail', 'chatwoot']) {
    expect(refusalOf(() => readConfig({ ...RIGHT, EARSHOT_DATA: folder, DESK: desk }))).toBeNull();
  }
  expect(refusalOf(() => readConfig({ ...RIGHT, EARSHOT_DATA: folder, SHOP: 'vendure' }))).toBeNull();
});

test.each(VARIABLES)('%s is refused by its name and in our words, or taken', (name) => {
  fc.assert(
    fc.property(wrongText, (value) => {
      const env = { ...RIGHT, EARSHOT_DATA: folder, DESK: deskFor(name), SHOP: shopFor(name), [name]: value };
      // A folder that could be made is no mistake.
      if (name === 'EARSHOT_DATA' && value !== '') return;
      const refusal = refusalOf(() => readConfig(env));
      if (refusal === null) return;
      expect(refusal).toContain(name);
      expect(refusal.replaceAll(value.trim() || '\0', '…')).not.toMatch(LIBRARY);
    }),
    { numRuns: 60 },
  );
});

test('.env.example lists every variable, and no other', () => {
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  expect([...new Set(listed)].sort()).toEqual([...VARIABLES].sort());
});

test.each([
  ['a file', (data: string) => writeFileSync(data, ''), /a file stands where a folder should be/],
  ['in a file', (data: string) => writeFileSync(data, ''), /a file stands where a folder should be/],
])('a folder of data that is %s is told in our words', (what, make, words) => {
  const data = join(folder, what.replace(' ', '-'));
  make(data);
  const refusal = refusalOf(() => readConfig({ EARSHOT_DATA: what === 'a file' ? data : join(data, 'data') }));
  expect(refusal).toMatch(words);
  expect(refusal).not.toMatch(LIBRARY);
});

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const SHOP = JSON.parse(readFileSync(join(ROOT, 'shop', 'shop.json'), 'utf8')) as Json;

/** Every place in it, the whole too. */
function pathsIn(json: Json, at: Path = []): readonly Path[] {
  if (typeof json !== 'object' || json === null) return [at];
  return [at, ...Object.entries(json).flatMap(([key, one]) => pathsIn(one as Json, [...at, key]))];
}

/** undefined: it is left out. */
function changed(json: Json, [key, ...rest]: Path, value: Json | undefined): Json | undefined {
  if (key === undefined) return value;
  const copy: Record<string, Json> = Object.fromEntries(Object.entries(json ?? {}));
  const inner = changed(copy[key] ?? null, rest, value);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return Array.isArray(json) ? Object.values(copy) : copy;
}

function refusedShop(json: Json | undefined): string | null {
  const file = join(folder, 'shop.json');
  writeFileSync(file, JSON.stringify(json) ?? '');
  const refusal = refusalOf(() => readShopFile(file));
  for (const line of refusal?.split('\n') ?? []) expect(line.startsWith(file)).toBe(true);
  return refusal?.replaceAll(file, '') ?? null;
}

const WRONG: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  'x',
  [],
  [[]],
  {},
  { x: 1 },
];

test.each(pathsIn(SHOP).map((path) => [path.join('.') || 'the whole', path] as const))(
  'shop.json with something else as %s is refused in our words, or taken',
  (_name, path) => {
    for (const value of WRONG) expect(refusedShop(changed(SHOP, path, value)) ?? '').not.toMatch(LIBRARY);
  },
);

test.each<[string, Path, Json, RegExp]>([
  [
    'a misspelt zone',
    ['support', 'hours', 'timeZone'],
    'Europe/Rom',
    /support\.hours\.timeZone: "Europe\/Rom" is no time zone; .*is it "Europe\/Rome"\?/,
  ],
  ['a misspelt limit', ['limits', 'quantitiy'], 3, /limits: there is no setting "quantitiy"; is it "quantity"\?/],
  ['a misspelt key', ['nam'], 'Willow', /^: there is no setting "nam"/],
  ['a time nobody knows', ['support', 'hours', 'to'], '25:00', /support\.hours\.to: write a time, like 09:00/],
  ['a locale without its country', ['alexaLocales', '0'], 'de-DE', /homeCountry\.de-DE: is missing; write a country/],
])('shop.json with %s says what would be right', (_what, path, value, words) => {
  expect(refusedShop(changed(SHOP, path, value) as Json)).toMatch(words);
});

test.each([
  ['cut short', '{\n  "name": "Willow",\n', 3],
  ['with a comma too many', '{\n  "name": "Willow",\n}\n', 3],
  ['without a comma', '{\n  "name": "Willow"\n  "limits": {}\n}\n', 3],
  ['empty', '', 1],
])('shop.json %s is refused with its line', (_what, text, line) => {
  const file = join(folder, 'broken.json');
  writeFileSync(file, text);
  const refusal = refusalOf(() => readShopFile(file));
  expect(refusal).toBe(`${file}:${line}: is no JSON from here on; look for a comma, a quote or a bracket`);
});

test('shop.json that is not there is told so', () => {
  expect(refusalOf(() => readShopFile(join(folder, 'nowhere.json')))).toMatch(
    /nowhere\.json cannot be read: it is not there$/,
  );
});
