/** The phone's own sign-in in the web chat: whoever has signed in may order, whoever only joined may not. */

import { createHash, randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { computedHere } from '../../lambda/house/beside';
import { openChat } from '../../lambda/house/chat';
import { readShopFile } from '../../lambda/house/shop-file';
import { barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { openPage } from '../kit/chat-server';
import { LOCALES } from '../kit/house';
import { type LinkBrowser, type LinkServer, sentBack, serveLinking, VERIFIER } from '../kit/link-server';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';
import { useHouse } from '../kit/use-house';

const ANA = 'ana.ferri@example.com';
const RELINK = { type: 'LinkAccount' };
const at = useHouse({ lasts: 'file', linksAccounts: true, publicUrl: 'https://talk.willow-market.example' });
let served: LinkServer;
let closeChat: () => void;

beforeAll(async () => {
  served = await serveLinking(at.house, builtPages());
  const log = { error: (what: object) => void at.house.errors.push(what) };
  const settings = { shop: readShopFile(), locales: LOCALES, pages: builtPages(), log, now: at.house.clock.now };
  const chat = openChat(
    { ...at.house, signsInAt: served.url },
    { ...settings, rhythm: { poll: 20 }, beside: computedHere },
  );
  served.app.use(chat.router);
  closeChat = chat.close;
});
afterAll(async () => {
  closeChat();
  await served.close();
});
// Letters to an address are counted by the hour.
beforeEach(() => at.house.clock.advance(3_700_000));

const asChat = () => ({ client_id: 'chat', redirect_uri: `${served.url}/chat`, state: 'of the page' });

/** What the browser brings back to the chat. */
async function codeFor(email = ANA): Promise<URLSearchParams> {
  const browser: LinkBrowser = served.browser();
  await browser.begins(asChat());
  await browser.sends({ step: 'email', email });
  await browser.sends({ step: 'code', code: (await served.codeOf(email)) ?? '' });
  expect(browser.at).toMatch(/\/chat\?/);
  return new URL(browser.at).searchParams;
}

/** As the page itself, which has no secret. */
function exchange(code: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { client_id, redirect_uri } = asChat();
  const body = { grant_type: 'authorization_code', code, code_verifier: VERIFIER, client_id, redirect_uri, ...more };
  return fetch(`${served.url}/link/token`, { method: 'POST', body: new URLSearchParams(body) });
}

async function signedIn(email = ANA): Promise<string> {
  const back = await codeFor(email);
  expect([back.get('state'), back.get('iss')]).toEqual(['of the page', `${served.url}/link`]);
  const told = (await (await exchange(back.get('code') ?? '')).json()) as Record<string, unknown>;
  // Nothing that would outlive the hour is given to a page.
  expect(told).not.toHaveProperty('refresh_token');
  return String(told.access_token);
}

const texts = async (page: Awaited<ReturnType<typeof openPage>>) =>
  (await page.lines()).map(({ text }) => text).join('\n');

test('whoever has signed in orders, and a guest is offered to sign in', async () => {
  const guest = await openPage(served);
  await guest.says('reorder my coffee');
  expect(await texts(guest)).toContain('Please sign in with your Willow Market account');
  const shopper = await openPage(served, { visitor: guest.visitor, shopper: await signedIn() });
  await shopper.says('reorder my coffee');
  expect(await texts(shopper)).toMatch(/Shall I place/i);
  await shopper.says('yes');
  expect(at.house.orders()).toBe(1);
});

test('a phone that only joined reads along, and orders nothing', async () => {
  const orders = at.house.orders();
  const phone = await openPage(served);
  const tokenHash = createHash('sha256').update(phone.visitor).digest('hex');
  const visitor = await at.house.store.visitors.byToken(tokenHash);
  const contact = { id: visitor?.address ?? '', channel: 'web', locale: 'en-GB' } as const;
  await at.house.reach.join(contact, 'shopper:shopper-ana');
  await at.speaker().hears('ShippingCost');
  expect(await texts(phone)).toContain('delivery');
  await phone.says('reorder my coffee');
  await phone.says('yes');
  expect(await texts(phone)).toContain('Please sign in with your Willow Market account');
  expect(at.house.orders()).toBe(orders);
});

test('a token is good in one browser, in the chat alone, and for an hour', async () => {
  const token = await signedIn();
  const [own, other] = [await openPage(served, { shopper: token }), await openPage(served, { shopper: token })];
  expect(await own.says('hello')).toBe(202);
  expect((await other.post({ id: randomUUID(), text: 'hello' })).status).toBe(401);
  expect((await at.speaker({ shopper: 'house', token }).hears('OrderStatus')).card).toEqual(RELINK);
  at.house.clock.advance(3_600_001);
  expect((await own.post({ id: randomUUID(), text: 'hello' })).status).toBe(401);
});

test('a code is good for the page that began, with what only it knows', async () => {
  for (const more of [
    { code_verifier: 'x'.repeat(50) },
    { client_id: 'console' },
    { redirect_uri: `${served.url}/chat/` },
  ]) {
    const back = await codeFor();
    expect((await exchange(back.get('code') ?? '', more)).status).toBeGreaterThanOrEqual(400);
  }
  const back = await codeFor();
  // Amazon, with its secret, is given nothing for it either.
  expect((await served.exchange(back.get('code') ?? '')).status).toBe(400);
});

test('another site’s page is given nothing for a code', async () => {
  const { client_id, redirect_uri } = asChat();
  const code = (await codeFor()).get('code') ?? '';
  const body = { grant_type: 'authorization_code', code, code_verifier: VERIFIER, client_id, redirect_uri };
  const headers = { origin: 'https://evil.example' };
  const answered = await fetch(`${served.url}/link/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(body),
  });
  expect([answered.ok, answered.headers.get('access-control-allow-origin')]).toEqual([false, null]);
});

test('nobody is sent anywhere else with a code, and none without PKCE', async () => {
  for (const redirect_uri of [`${served.url}/chat/embed.js`, `${served.url}/chat?x=1`, 'https://evil.example/chat']) {
    const answered = await served.browser().begins({ ...asChat(), redirect_uri });
    expect([answered.status, answered.headers.get('location')]).toEqual([400, null]);
  }
  const browser = served.browser();
  await browser.begins({ ...asChat(), code_challenge: null, code_challenge_method: null });
  expect(new URL(browser.at).searchParams.get('error')).toBe('invalid_request');
});

test('what the chat is signed in with is shown among what is linked, and ended there', async () => {
  const email = 'henry.lindo-park@example.com';
  const page = await openPage(served, { shopper: await signedIn(email) });
  expect(await page.says('hello')).toBe(202);
  const browser = served.browser();
  await browser.go(`${served.url}/link/mine`);
  await browser.sends({ step: 'email', email });
  await browser.sends({ step: 'code', code: (await served.codeOf(email)) ?? '' });
  expect(browser.html).toContain('Unlink the web chat');
  const grant = /name="grant" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  await browser.sends({ step: 'unlink', grant });
  expect((await page.post({ id: randomUUID(), text: 'hello' })).status).toBe(401);
  sentBack(await browser.sends({ step: 'cancel' }));
});

describeInBrowser('the page of the chat', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function open(path: string): Promise<Page> {
    const viewport = { width: 320, height: 640 };
    const context = await browser.newContext({ locale: 'en-GB', viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    await page.goto(`${served.url}${path}`);
    return page;
  }

  test('leads to signing in and back, with what was asked in the field, and out again', async () => {
    const orders = at.house.orders();
    const page = await open('/chat');
    await page.getByRole('textbox').fill('reorder my coffee');
    await page.getByRole('textbox').press('Enter');
    const signIn = page.locator('.notice').getByRole('button', { name: 'Sign in' });
    await signIn.waitFor();
    expect([await barriersInBothThemes(page), await isTooWide(page)]).toEqual([[], false]);
    await signIn.click();
    await page.fill('#email', ANA);
    await page.press('#email', 'Enter');
    await page.waitForSelector('#code');
    await page.fill('#code', (await served.codeOf(ANA)) ?? '');
    await page.press('#code', 'Enter');
    await page.getByText('Signed in', { exact: true }).waitFor();
    // No code stays in the address, and nothing was sent that nobody sent.
    expect(page.url()).toBe(`${served.url}/chat`);
    expect(await page.getByRole('textbox').inputValue()).toBe('reorder my coffee');
    await page.getByRole('textbox').press('Enter');
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    // The page shows an earlier "Done", too: what was said at other devices.
    await settles(async () => at.house.orders(), orders + 1);
    await page.getByText('Done').last().waitFor();
    expect([await barriersInBothThemes(page), await isTooWide(page)]).toEqual([[], false]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Guest', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('Guest', { exact: true }).waitFor();
  });

  test('believes no answer it did not ask for: somebody else’s code, or another state', async () => {
    const back = await codeFor('bruno.salgado@example.com');
    const page = await open(`/chat?${back}`);
    await page.getByText("You weren't signed in.").waitFor();
    await page.getByText('Guest', { exact: true }).waitFor();
    expect(page.url()).toBe(`${served.url}/chat`);
    // Nobody has used the code up: the page has not even shown it to anybody.
    expect((await exchange(back.get('code') ?? '')).status).toBe(200);
  });
});
