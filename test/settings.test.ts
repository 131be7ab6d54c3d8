/** What a shop sets for its channels and desks: whole, absent, or refused with the name of what is wrong. */

import { SettingError } from '../lambda/house/read-group';
import { CHANNEL_SETTINGS, readChannels, readDesk, readShop } from '../lambda/house/settings';
import { readSystems } from '../lambda/house/systems';

const SECRET = 'a secret of a test, long enough';
const SECRETS = ['the-new-secret-of-tests', 'the-old-secret-of-tests'];
const HOUSE = { secret: SECRET, shopName: 'Willow Market' };
const WHATSAPP = {
  WHATSAPP_PHONE_ID: '8001',
  WHATSAPP_TOKEN: 'a-token-of-meta',
  WHATSAPP_APP_SECRET: 'the-new-secret-of-tests, the-old-secret-of-tests',
  WHATSAPP_VERIFY_TOKEN: 'agreed-upon',
  WHATSAPP_NUMBER: '+39 02 1234567',
};
const TELEGRAM = { TELEGRAM_TOKEN: '1:abc', TELEGRAM_SECRET: 'the-secret-of-tests', TELEGRAM_BOT: '@willow_bot' };
const EMAIL = {
  SMTP_URL: 'smtp://localhost:2525',
  MAIL_FROM: 'Willow <care@willow.example>',
  MAIL_DOMAIN: 'reply.willow.example',
  MAIL_SECRET: 'shown-by-mail-servers',
};
const CHATWOOT = {
  DESK: 'chatwoot',
  CHATWOOT_URL: 'https://desk.willow.example/',
  CHATWOOT_ACCOUNT: '1',
  CHATWOOT_INBOX: '2',
  CHATWOOT_BOT_TOKEN: 'token-of-the-bot',
  CHATWOOT_USER_TOKEN: 'token-of-the-user',
};

const channels = (env: Record<string, string>) => readChannels(env, HOUSE);
const desk = (env: Record<string, string>) => readDesk(env, HOUSE);

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(SettingError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

describe('a channel', () => {
  test('that is not set up is absent', () => {
    expect(channels({})).toEqual({ whatsapp: null, telegram: null, email: null });
  });

  test('is there when all of it is set', () => {
    const all = channels({ ...WHATSAPP, ...TELEGRAM, ...EMAIL });
    expect(all.whatsapp).toMatchObject({
      appSecrets: ['the-new-secret-of-tests', 'the-old-secret-of-tests'],
      template: null,
    });
    expect(all.telegram).toMatchObject({ bot: 'willow_bot' });
    expect(all.email).toMatchObject({ from: { name: 'Willow', address: 'care@willow.example' }, replySecret: SECRET });
  });

  test('mails in the name of the shop where no other is given', () => {
    expect(channels({ ...EMAIL, MAIL_FROM: 'care@willow.example' }).email?.from.name).toBe('Willow Market');
  });

  test.each([
    ...CHANNEL_SETTINGS.whatsapp.needed.map((name) => ({ name, all: WHATSAPP })),
    ...CHANNEL_SETTINGS.telegram.needed.map((name) => ({ name, all: TELEGRAM })),
    ...CHANNEL_SETTINGS.email.needed.map((name) => ({ name, all: EMAIL })),
  ])('of which only $name is missing is refused by that name', ({ name, all }) => {
    expect(refusal(() => channels({ ...all, [name]: '' }))).toMatch(new RegExp(`${name} is missing`));
  });

  test.each([
    [{ ...WHATSAPP, WHATSAPP_TEMPLATE: 'answer' }, /WHATSAPP_TEMPLATE: .*answer_ready:en_GB/],
    [{ ...WHATSAPP, WHATSAPP_NUMBER: 'call us' }, /WHATSAPP_NUMBER: .*number/],
    [{ ...WHATSAPP, WHATSAPP_APP_SECRET: 'the-new-secret-of-tests,' }, /WHATSAPP_APP_SECRET: .*comma/],
    [{ ...TELEGRAM, TELEGRAM_TOKEN: 'abc' }, /TELEGRAM_TOKEN: .*BotFather/],
    [{ ...EMAIL, SMTP_URL: 'mail.willow.example' }, /SMTP_URL: .*smtp/],
    [{ ...EMAIL, MAIL_FROM: 'Willow Market' }, /MAIL_FROM: .*address/],
  ])('that is set wrongly is refused with what to write', (env, words) => {
    expect(refusal(() => channels(env))).toMatch(words);
  });
});

describe('a desk', () => {
  test('is the embedded one unless another is wished for', () => {
    expect(desk({})).toEqual({ kind: 'embedded', settings: {} });
  });

  test('may be Chatwoot', () => {
    const made = desk({ ...CHATWOOT, CHATWOOT_TEAM: '7', CHATWOOT_SECRET: `${SECRETS}` });
    expect(made).toMatchObject({
      kind: 'chatwoot',
      settings: { base: 'https://desk.willow.example', accountId: 1, teamId: 7, inboxSecrets: SECRETS },
    });
  });

  test('may be e-mail, where e-mail is set up', () => {
    expect(desk({ ...EMAIL, DESK: 'mail', DESK_MAIL: 'team@willow.example' })).toEqual({
      kind: 'mail',
      settings: { team: 'team@willow.example' },
    });
    expect(refusal(() => desk({ DESK: 'mail', DESK_MAIL: 'team@willow.example' }))).toMatch(/needs E-mail/);
  });

  test.each([
    [{ DESK: 'slack' }, /embedded, chatwoot or mail/],
    [{ DESK: 'chatwoot' }, /DESK=chatwoot needs CHATWOOT_URL/],
    [{ ...CHATWOOT, CHATWOOT_INBOX: 'main' }, /CHATWOOT_INBOX: .*number/],
    [{ ...EMAIL, DESK: 'mail', DESK_MAIL: 'the team' }, /DESK_MAIL: .*address/],
  ])('that is set wrongly is refused with what to write', (env, words) => {
    expect(refusal(() => desk(env))).toMatch(words);
  });
});

describe('The shop behind the ports', () => {
  const VENDURE = {
    SHOP: 'vendure',
    VENDURE_URL: 'https://shop.example/',
    VENDURE_USER: 'voice',
    VENDURE_PASSWORD: 'word',
    VENDURE_PAYMENT: 'on-account',
    VENDURE_STANDARD: 'method-2:2-3',
  };

  const VTEX = {
    ...{ SHOP: 'vtex', VTEX_ACCOUNT: 'willowmarket', VTEX_KEY: 'vtexappkey-willowmarket-ABCDEF' },
    VTEX_TOKEN: 'of-a-key-of-tests',
  };

  test('is VTEX at its own hosts, with as many sales channels as are said', () => {
    expect(readShop(VTEX, HOUSE)).toMatchObject({
      kind: 'vtex',
      settings: {
        base: 'https://willowmarket.vtexcommercestable.com.br',
        payments: 'https://willowmarket.vtexpayments.com.br',
        channels: [{ id: '1', countries: [] }],
      },
    });
    expect(readShop({ ...VTEX, VTEX_CHANNELS: '1, 3:US+CA', VTEX_URL: 'http://127.0.0.1:9/' }, HOUSE)).toMatchObject({
      settings: {
        ...{ base: 'http://127.0.0.1:9', payments: 'http://127.0.0.1:9' },
        channels: [{ id: '1' }, { id: '3', countries: ['US', 'CA'] }],
      },
    });
  });

  test('is the demo where nothing is set, and Vendure where that is chosen', () => {
    expect(readShop({}, HOUSE)).toEqual({ kind: 'demo', settings: {} });
    expect(readShop(VENDURE, HOUSE)).toMatchObject({
      kind: 'vendure',
      settings: {
        base: 'https://shop.example',
        deliveries: [{ speed: 'standard', code: 'method-2', days: [2, 3] }],
        ...{ kindFacet: 'category', changes: true },
      },
    });
  });

  test.each([
    [{ SHOP: 'shopify' }, /SHOP: "shopify" is no shop; write demo, vendure, rest, vtex or tryton/],
    [{ SHOP: 'vendure' }, /SHOP=vendure needs VENDURE_URL, VENDURE_USER/],
    [{ SHOP: 'vtex' }, /SHOP=vtex needs VTEX_ACCOUNT, VTEX_KEY, VTEX_TOKEN/],
    [{ ...VTEX, VTEX_CHANNELS: '1,two' }, /VTEX_CHANNELS: write sales channels, like 1 or 1,2:GB,3:US\+CA/],
    [{ ...VENDURE, VENDURE_USER: '' }, /VENDURE_USER is missing/],
    [{ ...VENDURE, VENDURE_STANDARD: 'standard' }, /VENDURE_STANDARD: write a shipping method and its working days/],
    [{ ...VENDURE, VENDURE_STANDARD: 'standard:3-1' }, /VENDURE_STANDARD: write the fewest working days first/],
  ])('is refused by name: %j', (env, words) => {
    expect(refusal(() => readShop(env, HOUSE))).toMatch(words);
  });

  const composed = (systems: Parameters<typeof readSystems>[2]['systems'], env = {}) =>
    readSystems(env, HOUSE, { systems });
  const AFTERSHIP = { AFTERSHIP_KEY: 'asat_0123456789' };
  const TRYTON = {
    ...{ TRYTON_URL: 'https://erp.shop.example:8000', TRYTON_DATABASE: 'willow' },
    ...{ TRYTON_USER: 'voice', TRYTON_PASSWORD: 'heard-3times' },
  };

  test('is composed in shop.json: orders of one system, what delivery costs of another, and parcels of a third', () => {
    const { SHOP, ...settings } = VENDURE;
    const systems = { orders: 'vendure', rates: 'demo', tracking: 'aftership' } as const;
    expect(composed(systems, { ...settings, ...AFTERSHIP })).toMatchObject({
      orders: { kind: 'vendure', settings: { base: 'https://shop.example' } },
      rates: { kind: 'demo' },
      tracking: { kind: 'aftership', settings: { base: 'https://api.aftership.com' } },
    });
    // The same named twice, or by both, is one.
    expect(composed({ orders: 'vendure', rates: 'vendure' }, VENDURE)).toMatchObject({ rates: null, tracking: null });
    expect(composed({}, {})).toMatchObject({ orders: { kind: 'demo' }, rates: null, tracking: null });
    for (const [file, env] of [
      [{ tracking: 'tryton' }, TRYTON] as const,
      [{}, { ...TRYTON, TRACKING: 'tryton' }] as const,
    ])
      expect(composed(file, env)).toMatchObject({ tracking: { kind: 'tryton', settings: { database: 'willow' } } });
  });

  test.each([
    [{ orders: 'vendure' }, { SHOP: 'demo' }, /SHOP is demo, and systems.orders of shop\/shop.json is vendure: take/],
    [{ orders: 'vendure' }, {}, /systems.orders, vendure in shop\/shop.json, needs VENDURE_URL, VENDURE_USER/],
    [{ rates: 'vendure' }, {}, /systems.rates, vendure in shop\/shop.json, needs VENDURE_URL/],
    [{ tracking: 'aftership' }, {}, /systems.tracking, aftership in shop\/shop.json, needs AFTERSHIP_KEY/],
    [{ tracking: 'aftership' }, { AFTERSHIP_KEY: 'a key' }, /AFTERSHIP_KEY: write an API key that may read trackings/],
    [{ tracking: 'aftership' }, { ...AFTERSHIP, AFTERSHIP_URL: 'here' }, /AFTERSHIP_URL: write an address, like/],
    [{ tracking: 'aftership' }, { AFTERSHIP_URL: 'https://a.example' }, /AFTERSHIP_URL is set, but AFTERSHIP_KEY is/],
    [{}, { TRACKING: 'tryton' }, /TRACKING=tryton needs TRYTON_URL, TRYTON_DATABASE, TRYTON_USER, TRYTON_PASSWORD/],
    [
      {},
      { ...TRYTON, TRACKING: 'tryton', TRYTON_PASSWORD: 'p' },
      /TRYTON_PASSWORD: write the user's password: 4 letters/,
    ],
    [{}, { TRACKING: 'odoo' }, /TRACKING: "odoo" is no system for parcels; write aftership or tryton/],
    [{ tracking: 'aftership' }, { ...AFTERSHIP, TRACKING: 'tryton' }, /TRACKING is tryton, and systems.tracking of/],
  ] as const)('is refused by name where it does not fit together: %j with %j', (systems, env, words) => {
    expect(refusal(() => composed(systems, env))).toMatch(words);
  });
});
