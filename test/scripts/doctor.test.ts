/** `npm run doctor`: what it says of the shop as it comes, and what it sees of a server outside. */

import { KeyObject } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { readConfig } from '../../lambda/house/config';
import { readShopFile } from '../../lambda/house/shop-file';
import { files, outside, seen, sidesOf } from '../../scripts/doctor/outside';
import { setUp } from '../../scripts/doctor/set-up';
import { issue, makeKeys, NOW } from '../fixtures/certificate-authority';
import { openS3Server } from '../kit/s3-server';

const place = { root: resolve(__dirname, '..', '..') };
const set = (env: Readonly<Record<string, string>>) =>
  readConfig({ EARSHOT_SECRET: 'thirty-two or more signs, at random', ...env });
const said = (found: readonly { readonly what: string; readonly mend: string }[]) =>
  found.map(({ what, mend }) => `${what} → ${mend}`).join('\n');

test('the sample shop is told all that is still the sample’s, each with its place', () => {
  const text = said(setUp(set({}), place));
  for (const what of [
    /EARSHOT_URL is not set.* → README/,
    /alexaSkillId is null.* → shop\/shop\.json/,
    /SHOP is demo.* → docs\/connect-your-shop\.md/,
    /urls\.privacy\.it is still .* → shop\/shop\.json/,
    /urls\.icons\.small is still/,
    /LINK_SECRET is not set.* → docs\/link-accounts\.md/,
  ])
    expect(text).toMatch(what);
  expect(text).not.toContain('skill.json:');
});

test('an address is one that Amazon can use', () => {
  const about = (url: string) => said(setUp(set({ EARSHOT_URL: url }), place));
  expect(about('http://localhost:3000')).toMatch(/asks for https/);
  expect(about('https://talk.shop.example')).toMatch(/needs a name of your own/);
  expect(about('https://talk.willow-market.com:8443')).toMatch(/takes 443 only/);
  expect(about('https://talk.willow-market.com')).not.toMatch(/EARSHOT_URL/);
});

test('with its own settings a shop hears only what people must do elsewhere', () => {
  const config = set({
    EARSHOT_URL: 'https://talk.willow-market.com',
    LINK_SECRET: 'thirty-two or more signs, at random',
    LINK_VENDORS: 'M1ABCDEFGH23',
  });
  const found = setUp(config, place).filter(({ mend }) => mend.startsWith('docs/link-accounts.md'));
  expect(found.map(({ level }) => level)).toEqual(['mind', 'mind']);
});

test('a shop that does not tell what changes is told how it could', () => {
  const vtex = { SHOP: 'vtex', VTEX_ACCOUNT: 'willowmarket', VTEX_KEY: 'vtexappkey-any', VTEX_TOKEN: 'any-token' };
  const about = (env: Readonly<Record<string, string>>) => said(setUp(set({ ...vtex, ...env }), place));
  expect(about({})).toMatch(/VTEX_HOOK_SECRET, VTEX_FEED or SHOP_CHANGES_SECRET.* → docs\/connect-your-shop\.md/);
  expect(about({ VTEX_FEED: 'off' })).toContain('does not tell');
  expect(about({ VTEX_FEED: 'on' })).not.toContain('does not tell');
  const rest = { SHOP: 'rest', REST_SHOP_URL: 'https://shop.example', REST_SHOP_TOKEN: 'any-token-of-it' };
  expect(about({ ...rest, REST_SHOP_OFFERS: 'cart' })).toContain('changes in REST_SHOP_OFFERS, or SHOP_CHANGES_SECRET');
  expect(about({ ...rest, REST_SHOP_OFFERS: 'cart, changes' })).not.toContain('does not tell');
  expect(about({ VTEX_HOOK_SECRET: 'what a hook shows 1f9c' })).not.toContain('does not tell');
  expect(about({ SHOP_CHANGES_SECRET: 'what a shop signs with 1f9c' })).not.toContain('does not tell');
});

test('a store of files that takes our signature is fine, and any other is told', async () => {
  const s3 = await openS3Server();
  const depot = (more: object = {}) => ({ depot: { ...s3.settings, ...more } });
  expect(await files({ depot: null })).toEqual([]);
  expect(await files(depot())).toEqual([]);
  expect(said(await files(depot({ secret: 'another-secret' })))).toMatch(/403 SignatureDoesNotMatch → S3_/);
  await s3.close();
  expect(said(await files(depot()))).toMatch(/^S3_URL: /);
});

describe('a server outside', () => {
  let close: () => void;
  let url: string;
  beforeAll(async () => {
    const keys = await makeKeys('ec');
    const name = "Let's Encrypt of a test";
    const own = await issue({ name, keys, hosts: ['localhost'] });
    const server = createServer(
      { key: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }), cert: own.pem },
      (req, res) => {
        res.statusCode = req.url === '/alexa' ? 200 : 404;
        res.end();
      },
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `https://localhost:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterAll(() => close());

  test('is seen with its certificate: whose it is, and that nobody trusts it', async () => {
    const one = await seen(url);
    expect(one).toMatchObject({ issuer: expect.stringContaining("Let's Encrypt"), until: expect.any(Number) });
    expect(one.wrong).not.toBeNull();
  });

  test('is judged as Amazon does', async () => {
    const shop = readShopFile();
    const nowhere = Object.fromEntries(Object.keys(shop.urls.privacy).map((one) => [one, `${url}/privacy`]));
    const icons = { small: `${url}/small.png`, large: `${url}/large.png` };
    const urls = { ...shop.urls, privacy: nowhere, terms: nowhere, icons };
    const config = {
      ...set({}),
      publicUrl: url,
      shop: { ...shop, urls },
      linking: { clientSecret: 'x', vendorIds: [] },
    };
    const text = said(await outside(config, () => NOW));
    for (const what of [
      /the certificate of .* is not trusted: .* → README/,
      /Amazon fetches no tokens there → docs\/link-accounts\.md/,
      /\/alexa answers an unsigned request with .*, not 400/,
      /nobody can link → docs\/operate\.md/,
      /\/privacy answers .* → shop\/shop\.json/,
      /\/small\.png.* → shop\/shop\.json, urls\.icons\.small/,
    ])
      expect(text).toMatch(what);
  });
});

test('a picture is measured by its own head', () => {
  const png = Buffer.alloc(24);
  Buffer.from('89504e470d0a1a0a', 'hex').copy(png);
  png.writeUInt32BE(108, 16);
  png.writeUInt32BE(107, 20);
  expect([sidesOf(png), sidesOf(Buffer.from('<svg/>'))]).toEqual([[108, 107], null]);
});
