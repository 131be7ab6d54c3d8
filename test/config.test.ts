import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { readConfig, requireSkill } from '../lambda/house/config';
import { ConfigError } from '../lambda/house/problems';
import { merchantOf, readShopFile } from '../lambda/house/shop-file';
import { needsVoiceCode } from '../lambda/services/commerce/merchant';

const NOW = Date.parse('2026-11-22T10:00:00Z');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-config-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function shopWith(change: (shop: Record<string, unknown>) => void): string {
  const shop = JSON.parse(readFileSync(join(__dirname, '..', 'shop', 'shop.json'), 'utf8'));
  change(shop);
  const file = join(folder, `shop-${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(shop));
  return file;
}

test('of two programs that begin at once both have the secret that one of them made', () => {
  const data = join(folder, 'begins');
  const first = readConfig({ EARSHOT_DATA: data }).secret;
  // As it looks to the one that asked a moment too early.
  const { existsSync } = fs;
  const look = jest
    .spyOn(fs, 'existsSync')
    .mockImplementation((file) => file !== join(data, 'secret') && existsSync(file));
  expect(readConfig({ EARSHOT_DATA: data }).secret).toBe(first);
  look.mockRestore();
  expect(readdirSync(data)).toEqual(['secret']);
});

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

describe('the environment', () => {
  test('may be empty: everything has a default', () => {
    const config = readConfig({}, NOW);
    expect(config).toMatchObject({ port: 3000, calendarShift: 0, logLevel: 'info' });
    expect(isAbsolute(config.data)).toBe(true);
  });

  test('sets port, folder, calendar and log level', () => {
    const config = readConfig(
      { PORT: '0', EARSHOT_DATA: folder, EARSHOT_NOW: '2026-11-23T10:00:00Z', LOG_LEVEL: 'warn' },
      NOW,
    );
    expect(config).toMatchObject({ port: 0, data: folder, calendarShift: 24 * 3_600_000, logLevel: 'warn' });
  });

  test.each([
    ['PORT', ''],
    ['PORT', '0x10'],
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['EARSHOT_DATA', ''],
    ['EARSHOT_NOW', 'next tuesday'],
    ['LOG_LEVEL', 'loud'],
  ])('is refused with %s=%s, by name', (name, value) => {
    expect(refusal(() => readConfig({ [name]: value }, NOW))).toContain(name);
  });
});

test.each([
  ['own', null, true],
  ['own', 'amzn1.ask.skill.willow', false],
  ['any', null, false],
  ['none', null, false],
] as const)('a shop serves with ALEXA_SKILL=%s and the skill %s: refused %s', (alexa, alexaSkillId, isRefused) => {
  const act = () => requireSkill({ alexa, shop: { ...readShopFile(), alexaSkillId } });
  if (isRefused) expect(refusal(act)).toMatch(/alexaSkillId is null.*ALEXA_SKILL/);
  else act();
});

describe('shop.json', () => {
  test('is read as it lies in the repository', () => {
    const shop = readShopFile();
    expect(shop.alexaLocales).toEqual(expect.arrayContaining(['en-US', 'en-GB', 'it-IT']));
    expect(merchantOf(shop).name).toBe(shop.name);
  });

  test.each<[string, (shop: Record<string, unknown>) => void, string]>([
    ['a limit that is misspelt', (shop) => Object.assign(shop.limits as object, { quantitiy: 3 }), 'quantitiy'],
    ['a limit of nothing', (shop) => Object.assign(shop.limits as object, { quantity: 0 }), 'limits.quantity'],
    [
      'a currency in words',
      (shop) => Object.assign(shop.limits as object, { voiceCodeFrom: [{ minor: 1, currency: 'euro' }] }),
      'voiceCodeFrom.0.currency',
    ],
    ['no name', (shop) => Reflect.deleteProperty(shop, 'name'), 'name'],
    ['a locale Alexa cannot mean', (shop) => Object.assign(shop, { alexaLocales: ['english'] }), 'alexaLocales.0'],
    ['an address that is none', (shop) => Object.assign(shop.support as object, { email: 'care' }), 'support.email'],
    [
      'a system for parcels that keeps no orders',
      (shop) => Object.assign(shop, { systems: { orders: 'aftership' } }),
      'systems.orders: write demo, vendure, rest, vtex or tryton',
    ],
    [
      "a system that is nobody's",
      (shop) => Object.assign(shop, { systems: { tracking: 'vendure' } }),
      'systems.tracking: write aftership or tryton',
    ],
    [
      'a part that is none',
      (shop) => Object.assign(shop, { systems: { traking: 'aftership' } }),
      '"traking"; is it "tracking"?',
    ],
    ['a skill id that is not one', (shop) => Object.assign(shop, { alexaSkillId: 'skill' }), 'alexaSkillId'],
  ])('is refused with %s, by file and place', (_what, change, place) => {
    const file = shopWith(change);
    const message = refusal(() => readShopFile(file));
    expect(message).toContain(file);
    expect(message).toContain(place);
  });

  test('is refused when it is no JSON, or is not there', () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{ "name": ');
    expect(refusal(() => readShopFile(file))).toContain(file);
    expect(refusal(() => readShopFile(join(folder, 'nowhere.json')))).toContain('nowhere.json');
  });
});

test.each([
  [9_999, 'EUR', false],
  [10_000, 'EUR', true],
  [8_999, 'GBP', false],
  [9_000, 'GBP', true],
  [1, 'CHF', true],
])('%i %s needs a voice code: %s', (minor, currency, needs) => {
  expect(needsVoiceCode({ minor, currency }, merchantOf(readShopFile()))).toBe(needs);
});
