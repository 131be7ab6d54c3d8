/** The linking page in a real browser: from the app and back to it, without a script, in every language and on the smallest phone. */

import type { Browser, Page } from 'playwright-core';
import { barriersInBothThemes, builtPages, describeInBrowser, openBrowser } from '../kit/browser';
import { CHALLENGE, type LinkServer, REDIRECT, sentBack, serveLinking, serveLinkingWith } from '../kit/link-server';
import { CLIENT, openLyingShop } from '../kit/lying-shop';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', linksAccounts: true });
const SMALL = { width: 320, height: 640 };

describeInBrowser('the linking page', () => {
  let browser: Browser;
  let served: LinkServer;
  beforeAll(async () => {
    served = await serveLinking(at.house, builtPages());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function begins(locale: string): Promise<Page> {
    const context = await browser.newContext({
      locale,
      viewport: SMALL,
      reducedMotion: 'reduce',
      javaScriptEnabled: true,
    });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    const asked = {
      client_id: 'alexa',
      redirect_uri: REDIRECT,
      response_type: 'code',
      scope: 'shop',
      state: 'of the app',
    };
    const proof = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };
    await page.goto(`${served.url}/link/auth?${new URLSearchParams({ ...asked, ...proof })}`);
    return page;
  }

  /** Nothing in anybody's way, and nothing wider than the phone. */
  async function isFit(page: Page): Promise<void> {
    expect(await barriersInBothThemes(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SMALL.width);
  }

  test.each([
    ['en-GB', 'ana.ferri@example.com', 'Link Alexa with Willow Market'],
    ['it-IT', 'bruno.salgado@example.com', 'Collega Alexa a Willow Market'],
  ])('is begun, signed in on and left in %s', async (locale, email, title) => {
    const page = await begins(locale);
    await settles(() => page.title(), title);
    expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
    await isFit(page);
    await page.fill('#email', 'nobody');
    await page.press('#email', 'Enter');
    await page.waitForSelector('[role=alert]');
    await isFit(page);
    await page.fill('#email', email);
    await page.press('#email', 'Enter');
    await page.waitForSelector('#code');
    await isFit(page);
    await page.fill('#code', '000');
    await page.press('#code', 'Enter');
    await page.waitForSelector('[role=alert]');
    await page.fill('#code', (await served.codeOf(email)) ?? '');
    // Amazon's own page is not of this test; that the browser goes there is.
    const onTo = page.waitForRequest((request) => request.url().startsWith(REDIRECT));
    await page.press('#code', 'Enter', { noWaitAfter: true });
    const back = new URL((await onTo).url()).searchParams;
    expect(back.get('state')).toBe('of the app');
    const { access_token: token } = (await (await served.exchange(back.get('code') ?? '')).json()) as {
      access_token: string;
    };
    const heard = await at.speaker({ shopper: locale, token }).hears('OrderStatus');
    expect(heard.card?.type).not.toBe('LinkAccount');
  });

  test('shows what is linked, and unlinks it', async () => {
    const email = 'chiara.montesanti@example.com';
    const linking = served.browser();
    await linking.begins();
    await linking.sends({ step: 'email', email });
    const back = sentBack(await linking.sends({ step: 'code', code: (await served.codeOf(email)) ?? '' }));
    await served.exchange(back.get('code') ?? '');
    const page = await begins('en-GB');
    await page.goto(`${served.url}/link`);
    await page.getByRole('button', { name: 'See what is linked' }).click();
    await page.fill('#email', email);
    await isFit(page);
    await page.press('#email', 'Enter');
    await page.waitForSelector('#code');
    await page.fill('#code', (await served.codeOf(email)) ?? '');
    await page.press('#code', 'Enter');
    await settles(() => page.title(), 'What is linked with Willow Market');
    const unlink = page.getByRole('button', { name: 'Unlink Alexa' });
    await unlink.waitFor();
    await isFit(page);
    await unlink.click();
    await page.getByRole('status').waitFor();
    expect(await unlink.count()).toBe(0);
    await isFit(page);
    await page.getByRole('button', { name: 'Leave this page' }).click();
    await settles(() => page.title(), 'Link Alexa with Willow Market');
  });

  test('says how it is begun, and when it is over', async () => {
    const page = await begins('en-GB');
    await page.goto(`${served.url}/link`);
    await settles(() => page.title(), 'Link Alexa with Willow Market');
    await isFit(page);
    await page.goto(`${served.url}/link/sign-in/none`);
    await settles(() => page.title(), 'This page is over');
    await isFit(page);
  });

  const WHOSE = {
    'en-GB': 'daniel.hartwell@example.com',
    'it-IT': 'nora.pappadelis@example.com',
    'de-DE': 'emma.whitlow@example.com',
    'cs-CZ': 'fionn.bradigan@example.com',
    'pl-PL': 'jonas.kellermark@example.com',
  } as const;

  /** Long words are where a small phone gives way. */
  test.each(Object.entries(WHOSE))(
    'the page of limits is signed in to, refuses and keeps in %s',
    async (locale, email) => {
      const page = await begins(locale);
      await page.goto(`${served.url}/link`);
      await isFit(page);
      await page.goto(`${served.url}/link/limits`);
      expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
      await isFit(page);
      await page.fill('#email', email);
      await page.press('#email', 'Enter');
      await page.waitForSelector('#code');
      await isFit(page);
      await page.fill('#code', (await served.codeOf(email)) ?? '');
      await page.press('#code', 'Enter');
      await page.waitForSelector('#same');
      await isFit(page);
      await page.fill('#day', 'x');
      await page.press('#day', 'Enter');
      await page.waitForSelector('#day[aria-invalid=true]');
      for (const field of ['#code', '#same']) await page.fill(field, '1234');
      await page.press('#same', 'Enter');
      await page.waitForSelector('#code[aria-invalid=true]');
      await isFit(page);
    },
  );

  test('by the shop’s own sign-in the page of limits is come back to, with what only this browser has', async () => {
    const shop = await openLyingShop();
    const openId = { ...CLIENT, issuer: shop.url, claim: 'sub' };
    const there = await serveLinkingWith(at.house, { post: null, pages: builtPages(), openId });
    const page = await begins('en-GB');
    await page.goto(`${there.url}/link/limits`);
    await isFit(page);
    await page.getByRole('link', { name: 'Go on to Willow Market' }).click();
    await page.waitForSelector('#same');
    await isFit(page);
    await page.fill('#order', '30');
    await page.press('#order', 'Enter');
    await page.getByRole('status').waitFor();
    const { most } = await at.house.store.buyingRules.of('shopper-ana');
    expect(most.order).toEqual({ minor: 3_000, currency: 'EUR' });
    expect(page.url()).not.toMatch(/code|state/);
    await there.close();
    await shop.close();
  });
});
