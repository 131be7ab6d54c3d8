/** The shop's own OpenID provider signs in whoever links: a real one, a second oidc-provider on a port of its own. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { type LinkBrowser, type LinkServer, sentBack, serveLinkingWith } from '../kit/link-server';
import { useHouse } from '../kit/use-house';

const at = useHouse({
  ...{ lasts: 'file', linksAccounts: true },
  publicUrl: 'https://talk.willow-market.example',
});
const CLIENT = { clientId: 'earshot', clientSecret: 'a secret of the shop and of nobody else' };
const RELINK = { type: 'LinkAccount' };

/** Who the shop's page finds signed in, and how it lies to us; a test changes it. */
let whose = { sub: 'shopper-ana', email: 'ana.ferri@example.com', email_verified: true };
let lies: (to: URL) => URL = (to) => to;

async function openShop() {
  const { default: OidcProvider } = await import('oidc-provider');
  const server = createServer((req, res) => handler(req, res));
  let handler: (...given: Parameters<ReturnType<Provider['callback']>>) => unknown = () => undefined;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    /** From now on it knows us. */
    register(back: string) {
      const provider = new OidcProvider(issuer, {
        clients: [
          {
            ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [back] },
            token_endpoint_auth_method: 'client_secret_basic',
          },
        ],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        conformIdTokenClaims: false,
        findAccount: () => ({ accountId: whose.sub, claims: async () => whose }),
        pkce: { required: () => true },
        features: { devInteractions: { enabled: false } },
        cookies: { keys: ['of the shop'] },
        interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
      });
      // Everybody who comes is signed in at once, as somebody who was here this morning.
      handler = async (req, res) => {
        if (!req.url?.startsWith('/sign-in/')) return provider.callback()(req, res);
        const { params } = await provider.interactionDetails(req, res);
        const grant = new provider.Grant({ accountId: whose.sub, clientId: String(params.client_id) });
        grant.addOIDCScope(String(params.scope));
        const consent = { grantId: await grant.save() };
        return provider.interactionFinished(req, res, { login: { accountId: whose.sub }, consent });
      };
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Shop = Awaited<ReturnType<typeof openShop>>;
let shop: Shop;
let served: Awaited<ReturnType<typeof serveLinkingWith>>;
let byEmail: Awaited<ReturnType<typeof serveLinkingWith>>;

beforeAll(async () => {
  // The second provider says at length that it is set up for a test only.
  for (const how of ['warn', 'info'] as const) jest.spyOn(console, how).mockImplementation();
  shop = await openShop();
  const openId = { ...CLIENT, issuer: shop.issuer, claim: 'sub' };
  served = await serveLinkingWith(at.house, { post: null, openId });
  byEmail = await serveLinkingWith(at.house, { post: null, openId: { ...openId, claim: 'email' } });
  shop.register(`${served.url}/link/back`);
});
afterAll(async () => {
  await Promise.all([served.close(), byEmail.close(), shop.close()]);
});
beforeEach(() => {
  whose = { sub: 'shopper-ana', email: 'ana.ferri@example.com', email_verified: true };
  lies = (to) => to;
});

type Serving = Pick<LinkServer, 'url' | 'browser' | 'exchange'>;

/** From the app to the shop's page, as the browser goes on by itself, and to whatever comes of it. */
async function signsIn({ url, browser: open }: Serving) {
  const browser = open();
  await browser.begins();
  expect(browser.html).toContain('Go on to Willow Market');
  const back = await throughTheShop(browser);
  expect(back.origin).toBe(url);
  return { browser, back, landed: await browser.go(back.href) };
}

/** Where the shop sends the browser back to. */
async function throughTheShop(browser: LinkBrowser): Promise<URL> {
  const asked = await browser.go(`${browser.at}/shop`);
  const cookies = new Map<string, string>();
  let to = new URL(asked.headers.get('location') ?? '');
  // The shop's own hops, in the same browser.
  while (to.origin === shop.issuer) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const hop = await fetch(to, { redirect: 'manual', headers: { cookie } });
    for (const line of hop.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = hop.headers.get('location');
    if (next === null) throw new Error(`the shop stopped: ${hop.status} ${await hop.text()}`);
    to = new URL(next, to);
  }
  return lies(to);
}

async function linkedBy(serving: Serving): Promise<string> {
  const { landed } = await signsIn(serving);
  const answered = await serving.exchange(sentBack(landed).get('code') ?? '');
  return ((await answered.json()) as { access_token: string }).access_token;
}

const asked = (token: string, account: string) =>
  at.speaker({ shopper: account, token, tolerates: [] }).hears('OrderStatus', { product: 'dog food' });

test('whoever the shop’s own page signs in is linked, by the id they have at the shop', async () => {
  const heard = await asked(await linkedBy(served), 'by-openid');
  expect(heard.say).toMatch(/dog food/i);
  expect(heard.card).not.toEqual(RELINK);
});

test('somebody the shop does not know by it is linked with nothing, and may sign in as somebody else', async () => {
  whose = { ...whose, sub: 'nobody of this shop' };
  const { browser } = await signsIn(served);
  expect(browser.html).toMatch(/find an account to link/);
  expect(browser.html).toContain('Go on to Willow Market');
});

test.each<readonly [string, (to: URL) => URL]>([
  ['another state', (to) => changed(to, 'state', `${'x'.repeat(21)}.${'y'.repeat(43)}`)],
  ['a code of elsewhere', (to) => changed(to, 'code', 'of-elsewhere')],
  ['another issuer', (to) => changed(to, 'iss', 'https://evil.example')],
  ['no issuer', (to) => changed(to, 'iss', null)],
  ['a refusal', (to) => changed(changed(to, 'code', null), 'error', 'access_denied')],
])('%s that comes back links nothing', async (_what, lie) => {
  lies = lie;
  const { landed } = await signsIn(served);
  expect(landed.headers.get('location')).toBeNull();
  at.house.errors.splice(0);
});

test('what came back is good once, and in the browser that began only', async () => {
  const { back } = await signsIn(served);
  const other = served.browser();
  expect((await other.go(back.href)).status).toBe(400);
  const second = served.browser();
  await second.begins();
  const state = back.searchParams.get('state') ?? '';
  // Another's answer, brought to a sign-in of one's own.
  const here = await second.go(
    `${second.at}/back?${new URLSearchParams({ ...Object.fromEntries(back.searchParams), state })}`,
  );
  expect(here.headers.get('location')).toBeNull();
  expect(second.html).toMatch(/weren&#39;t signed in|weren't signed in/);
});

describe('the page of limits', () => {
  const bought = () => at.house.store.buyingRules.of('shopper-ana');

  test('is signed in to there as well, and led to from the speaker', async () => {
    const heard = await at.speaker().hears('VoiceLimits', { limit: { said: 'code', ids: ['code'] } });
    expect(heard.replies).toEqual(['VoiceLimits.codeThere', 'VoiceLimits.inApp']);
    const browser = served.browser();
    await browser.opensLimits();
    expect(browser.html).toContain('href="/link/limits/shop"');
    expect(browser.html).not.toContain('name="same"');
    const back = await throughTheShop(browser);
    await browser.go(back.href);
    // A browser that another site has sent shows its strict cookies from the next page on.
    expect(browser.html).toContain('content="0;url=/link/limits"');
    await browser.opensLimits();
    await browser.sends({ step: 'limits', order: '30', day: '', voice: 'on' });
    expect((await bought()).most.order).toEqual({ minor: 3_000, currency: 'EUR' });
    // The answer was good once.
    const later = served.browser();
    for (const [name, value] of browser.cookies) later.cookies.set(name, value);
    later.cookies.delete('earshot-limits');
    await later.go(back.href);
    expect(later.html).toMatch(/weren&#39;t signed in|weren't signed in/);
    await browser.sends({ step: 'limits', order: '', day: '', voice: 'on' });
  });

  test('is nobody’s by the answer of somebody else, and an answer for it links nothing', async () => {
    const thief = served.browser();
    await thief.opensLimits();
    const back = await throughTheShop(thief);
    // The victim's browser is sent there, without and with a sign-in of its own under way.
    for (const begins of [false, true]) {
      const victim = served.browser();
      await victim.opensLimits();
      if (begins) await throughTheShop(victim);
      await victim.go(back.href);
      expect(victim.html).toMatch(/weren&#39;t signed in|weren't signed in/);
      await victim.opensLimits();
      expect(victim.html).not.toContain('name="same"');
    }
    const linking = served.browser();
    await linking.begins();
    await linking.go(`${linking.at}/back?${back.searchParams}`);
    expect(linking.html).toMatch(/weren&#39;t signed in|weren't signed in/);
  });

  test('says so where the shop’s page refuses, or does not know whom it signed in', async () => {
    whose = { ...whose, sub: 'nobody of this shop' };
    const browser = served.browser();
    await browser.opensLimits();
    await browser.go((await throughTheShop(browser)).href);
    expect(browser.html).toMatch(/find an account to link/);
    lies = (to) => changed(changed(to, 'code', null), 'error', 'access_denied');
    await browser.opensLimits();
    await browser.go((await throughTheShop(browser)).href);
    expect(browser.html).toMatch(/weren&#39;t signed in|weren't signed in/);
    at.house.errors.splice(0);
  });
});

function changed(to: URL, name: string, value: string | null): URL {
  const url = new URL(to);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url;
}

describe('by an address', () => {
  beforeAll(() => shop.register(`${byEmail.url}/link/back`));
  test('only one that the provider has confirmed counts', async () => {
    const heard = await asked(await linkedBy(byEmail), 'by-address');
    expect(heard.card).not.toEqual(RELINK);
    whose = { ...whose, email_verified: false };
    expect((await signsIn(byEmail)).browser.html).toMatch(/find an account to link/);
    at.house.errors.splice(0);
  });
});
