/** Whatever is wrong with a setting or with shop.json: it is named, and a person reads our words, never a library's. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readConfig, VARIABLES } from '../lambda/house/config';
import { ConfigError } from '../lambda/house/problems';
import { SettingError } from '../lambda/house/read-group';
import { readShopFile } from '../lambda/house/shop-file';
import { readSystems } from '../lambda/house/systems';

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
    expect(error instanceof ConfigError || error instanceof SettingError).toBe(true);
    return (error as Error).message;
  }
}

/** Every setting, right. */
const RIGHT: Readonly<Record<string, string>> = {
  PORT: '3000',
  HOST: '127.0.0.1',
  TRUSTED_PROXIES: '192.0.2.7, 10.0.0.0/8, loopback, 2001:db8::/32',
  METRICS_TOKEN: 'sixteen or more signs',
  ALEXA_SKILL: 'own',
  EARSHOT_NOW: '2026-12-24T18:00',
  DATABASE_URL: 'postgres://earshot:password@localhost/earshot',
  EARSHOT_KEYS_URL: 'postgres://earshot:password@localhost/keys',
  EARSHOT_URL: 'https://talk.willow.example',
  EARSHOT_SECRET: 'thirty-two or more signs, at random',
  DESK_2FA: 'required',
  TRANSLATE_URL: 'http://localhost:5000',
  TRANSLATE_KEY: 'a-key-of-the-service',
  S3_URL: 'https://s3.eu-central-1.amazonaws.com/our-bucket',
  S3_KEY: 'AKIAIOSFODNN7EXAMPLE',
  S3_SECRET: 'the-secret-of-the-key',
  S3_REGION: 'eu-central-1',
  LOG_LEVEL: 'warn',
  CONTENT: 'files',
  WHATSAPP_PHONE_ID: '8001',
  WHATSAPP_TOKEN: 'token-of-meta',
  WHATSAPP_APP_SECRET: 'the-secret-of-the-app',
  WHATSAPP_VERIFY_TOKEN: 'agreed-upon',
  WHATSAPP_NUMBER: '+39 02 1234567',
  WHATSAPP_TEMPLATE: 'answer_ready:en_GB',
  WHATSAPP_API_VERSION: 'v23.0',
  WHATSAPP_BASE: 'https://graph.facebook.com',
  SHOP_CHANGES_SECRET: 'the-secret-of-the-shop',
  ALEXA_CLIENT_ID: 'amzn1.application-oa2-client.0123456789abcdef',
  ALEXA_CLIENT_SECRET: 'amzn1.oa2-cs.v1.0123456789',
  ALEXA_STAGE: 'live',
  ALEXA_TOKENS: 'https://api.amazon.com/auth/o2/token',
  ALEXA_EVENTS: 'https://api.eu.amazonalexa.com',
  TELEGRAM_TOKEN: '1:abc',
  TELEGRAM_SECRET: 'the-secret-of-the-bot',
  TELEGRAM_BOT: 'willow_bot',
  TELEGRAM_BASE: 'https://api.telegram.org',
  SMTP_URL: 'smtp://localhost:2525',
  MAIL_FROM: 'care@willow.example',
  MAIL_DOMAIN: 'reply.willow.example',
  MAIL_SECRET: 'shown-by-mail-servers',
  DESK_MAIL: 'team@willow.example',
  CHATWOOT_URL: 'https://desk.willow.example',
  CHATWOOT_ACCOUNT: '12',
  CHATWOOT_INBOX: '23',
  CHATWOOT_BOT_TOKEN: 'token-of-the-bot',
  CHATWOOT_USER_TOKEN: 'token-of-the-user',
  CHATWOOT_SECRET: 'the-new-secret-of-it,the-old-secret-of-it',
  CHATWOOT_TEAM: '78',
  CONTENTFUL_SPACE: 'willow',
  CONTENTFUL_TOKEN: 'token-of-delivery',
  CONTENTFUL_ENVIRONMENT: 'master',
  CONTENTFUL_TYPE: 'answer',
  CONTENTFUL_URL: 'https://cdn.contentful.com',
  VENDURE_URL: 'https://shop.willow.example',
  VENDURE_USER: 'voice',
  VENDURE_PASSWORD: 'word',
  VENDURE_PAYMENT: 'on-account',
  VENDURE_STANDARD: 'standard-shipping:2-3',
  VENDURE_EXPRESS: 'express-shipping:1-1',
  VENDURE_PICKUP: 'collect:1-2',
  VENDURE_CHANNEL: 'shown',
  VENDURE_KIND: 'category',
  VENDURE_CHANGES: 'off',
  REST_SHOP_URL: 'https://shop.willow.example/voice',
  REST_SHOP_TOKEN: 'token-of-the-shop',
  REST_SHOP_OFFERS: 'cart, refund, coupon',
  VTEX_ACCOUNT: 'willowmarket',
  VTEX_KEY: 'vtexappkey-willowmarket-ABCDEF',
  VTEX_TOKEN: 'token-of-the-key',
  VTEX_CHANNELS: '1,2:GB',
  VTEX_STANDARD: 'Standard',
  VTEX_EXPRESS: 'Express',
  VTEX_PICKUP: 'Pickup',
  VTEX_PROVIDER: 'willow-sign-in',
  VTEX_LANGUAGE: 'en',
  VTEX_ENTITY: 'earshot',
  VTEX_COUPON_UTM: 'earshot',
  VTEX_URL: 'https://shop.willow.example',
  LINK_SECRET: 'thirty-two or more signs, at random',
  LINK_VENDORS: 'M1ABCDEFGH23, M2ABCDEFGH23',
  LINK_OIDC_ISSUER: 'https://login.willow.example',
  LINK_OIDC_CLIENT: 'earshot',
  LINK_OIDC_SECRET: 'secret-of-a-client',
  LINK_OIDC_CLAIM: 'email',
  AFTERSHIP_KEY: 'asat_0123456789',
  AFTERSHIP_URL: 'https://api.aftership.com',
  TRACKING: 'aftership',
  TRYTON_URL: 'https://erp.shop.example:8000',
  TRYTON_DATABASE: 'willow',
  TRYTON_USER: 'voice',
  TRYTON_PASSWORD: 'heard-3times',
  TRYTON_DELIVERY_DAYS: '12',
};
const DESK_OF: Readonly<Record<string, string>> = { DESK_MAIL: 'mail', CHATWOOT: 'chatwoot' };
const deskFor = (name: string) =>
  Object.entries(DESK_OF).find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'embedded';

const SHOP_OF: Readonly<Record<string, string>> = { VENDURE: 'vendure', REST_SHOP: 'rest', VTEX: 'vtex' };
const shopFor = (name: string) => Object.entries(SHOP_OF).find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'demo';

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
  const all = { ...RIGHT, EARSHOT_DATA: folder, SHOP: 'vendure', CONTENT: 'contentful' };
  expect(refusalOf(() => readConfig(all))).toBeNull();
  // Ways to write it that are right, too.
  for (const [name, value] of [
    ['EARSHOT_NOW', '2026-12-24'],
    ['EARSHOT_NOW', '2026-12-24T18:00:00.000+01:00'],
    ['EARSHOT_URL', 'http://localhost:3000/'],
    ['HOST', '::'],
    ['HOST', 'localhost'],
    ['DATABASE_URL', 'postgresql:///earshot?host=/var/run/postgresql'],
    ['MAIL_FROM', 'Willow Market <care@willow.example>'],
    ['SMTP_URL', 'smtps://user:pass%20word@mail.willow.example:465/?requireTLS=false'],
    ['VENDURE_URL', 'http://10.0.0.7:3000/shop/'],
    ['VENDURE_PASSWORD', 'a word of many: <ù>'],
  ] as const)
    expect([name, refusalOf(() => readConfig({ ...all, [name]: value }))]).toEqual([name, null]);
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
    { numRuns: 30 },
  );
});

const NOT_A_SERVER = [
  'javascript:alert(1)',
  'ftp://shop.example',
  'https://a:b@shop.example',
  'https://shop.example/?x',
  'x',
];
const NOT_A_SECRET = ['x', 'sixteensixteensi,', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'];
const NOT_A_TOKEN = ['x', 'two words of it'];
const NOT_A_NUMBER = ['x', '-1', '1e9', '1.5'];
const NOT_A_CODE = ['a b', '<script>', 'a/b'];
/** For each variable what looks like a value and means nothing. */
const MEANINGLESS: Readonly<Record<string, readonly string[]>> = {
  PORT: ['70000', '0x10', '3000.5', ''],
  HOST: ['', 'a b', '-x', 'http://x', '300.1.1.1:80'],
  TRUSTED_PROXIES: [
    '',
    'everybody',
    '10.0.0.0/0',
    '0.0.0.0/0',
    '10.0.0.0/33',
    '::/0',
    '10.0.0.1,',
    'linklocal-ish',
    '1.2.3',
  ],
  METRICS_TOKEN: [...NOT_A_SECRET, ''],
  ALEXA_SKILL: ['yes', ''],
  EARSHOT_DATA: [''],
  EARSHOT_NOW: ['next tuesday', '0', 'x 1', '2026-02-30', '2026-13-01T10:00', '2026-12-24T25:00', '12/24/2026'],
  DATABASE_URL: ['postgres://', 'postgres://localhost', 'mysql://localhost/x', 'postgres://a b/c', 'localhost/earshot'],
  EARSHOT_KEYS_URL: ['postgres://', 'postgres://localhost', 'mysql://localhost/x', 'localhost/keys'],
  EARSHOT_URL: [...NOT_A_SERVER, 'http://talk.willow.example', 'https://talk.willow.example/path', 'https://<script>'],
  EARSHOT_SECRET: [...NOT_A_SECRET, 'x'.repeat(64), 'thirty-one signs are not enough'],
  DESK_2FA: ['yes', ''],
  TRANSLATE_URL: NOT_A_SERVER,
  TRANSLATE_KEY: NOT_A_TOKEN,
  S3_URL: [...NOT_A_SERVER, 'http://files.willow.example/bucket'],
  S3_KEY: NOT_A_TOKEN,
  S3_SECRET: NOT_A_TOKEN,
  S3_REGION: ['EU Central', 'x'],
  LOG_LEVEL: ['loud'],
  SHOP: ['shopify'],
  DESK: ['slack'],
  CONTENT: ['wordpress'],
  WHATSAPP_PHONE_ID: NOT_A_NUMBER,
  WHATSAPP_TOKEN: NOT_A_TOKEN,
  WHATSAPP_APP_SECRET: NOT_A_SECRET,
  WHATSAPP_VERIFY_TOKEN: NOT_A_TOKEN,
  WHATSAPP_NUMBER: ['call us', '+', '+   1', '12'],
  WHATSAPP_TEMPLATE: ['answer', 'answer:', 'Answer Ready:en', 'answer:english'],
  WHATSAPP_API_VERSION: ['23', 'vx.y'],
  WHATSAPP_BASE: NOT_A_SERVER,
  SHOP_CHANGES_SECRET: NOT_A_SECRET,
  ALEXA_CLIENT_ID: ['amzn1', 'amzn1.ask.skill.abc'],
  ALEXA_CLIENT_SECRET: ['short', 'with a space in it'],
  ALEXA_STAGE: ['Live', 'test'],
  ALEXA_TOKENS: NOT_A_SERVER,
  ALEXA_EVENTS: NOT_A_SERVER,
  TELEGRAM_TOKEN: ['abc', '1:', ':abc'],
  TELEGRAM_SECRET: NOT_A_SECRET,
  TELEGRAM_BOT: ['@', 'a b', 'https://t.me/x'],
  TELEGRAM_BASE: NOT_A_SERVER,
  SMTP_URL: ['smtp://', 'mail.willow.example', 'http://mail.willow.example', 'smtp://mail.willow.example/path'],
  MAIL_FROM: ['Willow', 'Willow <care>', 'care@', '<script>@x', 'Willow "<care@willow.example>'],
  MAIL_DOMAIN: ['.', '-x.example', 'a..b', 'reply willow', 'x@willow.example'],
  MAIL_SECRET: NOT_A_SECRET,
  DESK_MAIL: ['the team', '@', 'a@', 'a b@willow.example'],
  CHATWOOT_URL: NOT_A_SERVER,
  CHATWOOT_ACCOUNT: NOT_A_NUMBER,
  CHATWOOT_INBOX: NOT_A_NUMBER,
  CHATWOOT_BOT_TOKEN: NOT_A_TOKEN,
  CHATWOOT_USER_TOKEN: NOT_A_TOKEN,
  CHATWOOT_SECRET: NOT_A_SECRET,
  CHATWOOT_TEAM: NOT_A_NUMBER,
  CONTENTFUL_SPACE: NOT_A_CODE,
  CONTENTFUL_TOKEN: NOT_A_TOKEN,
  CONTENTFUL_ENVIRONMENT: NOT_A_CODE,
  CONTENTFUL_TYPE: NOT_A_CODE,
  CONTENTFUL_URL: NOT_A_SERVER,
  VENDURE_URL: NOT_A_SERVER,
  VENDURE_USER: ['a b', '<script>'],
  VENDURE_PASSWORD: ['abc'],
  VENDURE_PAYMENT: NOT_A_CODE,
  VENDURE_STANDARD: ['standard', 'standard:3-1', 'standard:1', ':1-2'],
  VENDURE_EXPRESS: ['express:2-1'],
  VENDURE_PICKUP: ['collect'],
  VENDURE_CHANNEL: ['a b'],
  VENDURE_KIND: NOT_A_CODE,
  VENDURE_CHANGES: ['yes', 'ON'],
  REST_SHOP_URL: NOT_A_SERVER,
  REST_SHOP_TOKEN: NOT_A_TOKEN,
  REST_SHOP_OFFERS: ['carts', 'cart,,refund', 'refund; coupon'],
  LINK_SECRET: [...NOT_A_SECRET, 'thirty-one signs are not enough'],
  LINK_VENDORS: ['x', 'M1ABCDEFGH23,', '<script>'],
  LINK_OIDC_ISSUER: [...NOT_A_SERVER, 'http://login.willow.example'],
  LINK_OIDC_CLIENT: ['a b'],
  LINK_OIDC_SECRET: NOT_A_TOKEN,
  LINK_OIDC_CLAIM: ['e mail', '<script>'],
  AFTERSHIP_KEY: NOT_A_TOKEN,
  AFTERSHIP_URL: NOT_A_SERVER,
  TRACKING: ['fedex'],
  TRYTON_URL: NOT_A_SERVER,
  TRYTON_DATABASE: ['a b', '../etc', '-x'],
  TRYTON_USER: ['a b', 'a:b', '<script>'],
  TRYTON_PASSWORD: ['abc'],
  TRYTON_DELIVERY_DAYS: ['two', '-1', '2-3', '99'],
};

/** What chooses the system that reads this variable. */
const chosenFor = (name: string) => ({
  EARSHOT_DATA: folder,
  DESK: deskFor(name),
  SHOP: shopFor(name),
  CONTENT: name.startsWith('CONTENTFUL') ? 'contentful' : 'files',
});
/** Of what follows parcels only that is read which was chosen. */
const TRACKED = VARIABLES.filter((name) => /^(AFTERSHIP|TRACKING|TRYTON)/.test(name));
const trackingFor = (name: string) => (name.startsWith('TRYTON') ? 'tryton' : 'aftership');
const refusalWith = (name: string, value: string) =>
  refusalOf(() => {
    const env = { ...RIGHT, ...chosenFor(name), TRACKING: trackingFor(name), [name]: value };
    if (TRACKED.includes(name)) readSystems(env, { secret: '', shopName: '' }, { systems: {} });
    else readConfig(env);
  });

/** A new channel or system brings tests of its own; a new variable of those that are here is listed here. */
const GROUPS = new Set(Object.keys(MEANINGLESS).map((name) => name.split('_')[0]));
const KNOWN = VARIABLES.filter((name) => GROUPS.has(name.split('_')[0]));

test('what means nothing is listed for every variable', () => {
  expect(Object.keys(MEANINGLESS).sort()).toEqual([...KNOWN].sort());
});

test.each(KNOWN)('%s is refused where it means nothing, and whatever is broken in it', (name) => {
  const right = { ...RIGHT, ...chosenFor(name) }[name] ?? '';
  for (const value of MEANINGLESS[name] ?? [])
    expect([value, refusalWith(name, value)]).toEqual([value, expect.stringContaining(name)]);
  const broken = fc.oneof(
    // What nobody sees, anywhere within.
    fc
      .tuple(fc.nat(right.length - 2), fc.constantFrom('\u0007', '\u001b', '\u200b', '\ufeff', '\n', '\r\nX: y'))
      .map(([at, sign]) => right.slice(0, at + 1) + sign + right.slice(at + 1)),
    // What was pasted.
    fc.integer({ min: 2_100, max: 4_000 }).map((length) => right.padEnd(length, right)),
  );
  fc.assert(
    fc.property(broken, (value) => {
      expect(refusalWith(name, value)).toContain(name);
    }),
    { numRuns: 8 },
  );
});

test('.env.example lists every variable, and no other', () => {
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^(?:# )?([A-Z][A-Z\d_]+)=/gm)].map(([, name]) => name);
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

const lastOf = (path: Path) => path.at(-1);
/** What is there, and means nothing; a number that may be nothing is none of it. */
function meaninglessFor(path: Path, right: Json): readonly Json[] {
  if (typeof right === 'string')
    return [
      '',
      ' ',
      '<script>alert(1)</script>',
      // A shop may be called anything that can be said.
      ...(lastOf(path) === 'name' ? [] : ['javascript:alert(1)']),
      `${right[0]}\u0007${right.slice(1)}`,
      right.repeat(800),
    ];
  if (typeof right === 'number') return [-1, 1e300, '3', ...(lastOf(path) === 'sameOrderMinutes' ? [] : [0])];
  if (typeof right === 'boolean') return ['true', 1];
  if (right === null) return ['', 'skill', 'amzn1.ask.skill.', 'amzn1.ask.skill.<script>'];
  if (Array.isArray(right)) return [[...right, right[0] ?? ''], {}];
  return [[], 'x', { ...right, 'no such thing': 'x' }];
}

const valueAt = (json: Json, path: Path): Json => path.reduce<Json>((at, key) => Object(at)[key] ?? null, json);

test.each(pathsIn(SHOP).map((path) => [path.join('.') || 'the whole', path] as const))(
  'shop.json is refused where %s means nothing',
  (_name, path) => {
    for (const value of meaninglessFor(path, valueAt(SHOP, path)))
      expect([value, refusedShop(changed(SHOP, path, value))]).toEqual([value, expect.stringMatching(/./)]);
  },
);

test.each<[string, Path, Json, RegExp]>([
  ['an address that runs', ['urls', 'privacy', 'en'], 'javascript:alert(1)', /urls\.privacy\.en: write an address/],
  [
    'hours that end before they begin',
    ['support', 'hours', 'to'],
    '08:59',
    /support\.hours\.to: write a time after "from"/,
  ],
  [
    'a country nobody knows',
    ['homeCountry', 'en-GB'],
    'XX',
    /homeCountry\.en-GB: "XX" is no country; write one like IT/,
  ],
  ['a language nobody speaks', ['agentLocale'], 'zz-GB', /"zz-GB" is no language anybody speaks/],
  [
    'a currency nobody pays in',
    ['limits', 'voiceCodeFrom', 0, 'currency'],
    'EUX',
    /currency: write a currency, like EUR/,
  ],
  ['an origin with a path', ['webOrigins'], ['https://shop.example/x'], /webOrigins\.0: write an origin/],
  [
    'a misspelt zone',
    ['support', 'hours', 'timeZone'],
    'Europe/Rom',
    /support\.hours\.timeZone: "Europe\/Rom" is no time zone; .*is it "Europe\/Rome"\?/,
  ],
  ['a misspelt limit', ['limits', 'quantitiy'], 3, /limits: there is no setting "quantitiy"; is it "quantity"\?/],
  ['a misspelt key', ['nam'], 'Willow', /^: there is no setting "nam"/],
  ['a night of no length', ['news', 'quiet'], { from: '08:00', to: '08:00' }, /news\.quiet: write two different times/],
  ['a time nobody knows', ['support', 'hours', 'to'], '25:00', /support\.hours\.to: write a time, like 09:00/],
  [
    'a holiday there never is',
    ['support', 'hours', 'holidays'],
    ['02-30'],
    /support\.hours\.holidays\.0: write a day there is/,
  ],
  ['a locale without its country', ['alexaLocales', '0'], 'fr-FR', /homeCountry\.fr-FR: is missing; write a country/],
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
