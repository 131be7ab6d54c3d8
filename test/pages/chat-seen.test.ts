/** What a person wrote is read once the line was on the shopper's screen, and not while the page is behind others. */

import type { Browser, Page } from 'playwright-core';
import { detailOf } from '../../lambda/desk/views';
import { builtPages, describeInBrowser, openBrowser } from '../kit/browser';
import { type ChatServer, serveChat } from '../kit/chat-server';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { queued } from '../kit/queued';
import { settles } from '../kit/settles';
import { useHouse } from '../kit/use-house';

describeInBrowser('what a person wrote', () => {
  const at = useHouse({ staffed: true });
  let browser: Browser;
  let pages: string;
  let server: ChatServer;

  beforeAll(async () => {
    pages = builtPages();
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serveChat(at.house, { pages });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
  });

  /** Behind others until it is brought to the front. */
  async function open(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 375, height: 700 }, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    await page.addInitScript(`
      window.isBehind = false;
      Object.defineProperty(document, 'visibilityState', { get: () => (window.isBehind ? 'hidden' : 'visible') })`);
    await page.goto(`${server.url}/chat?locale=en-GB#token=demo-ana`);
    await page.locator('.head__status--open').waitFor();
    await page.getByRole('textbox').fill('I want to talk to a person');
    await page.getByRole('textbox').press('Enter');
    await page.locator('.line--bot').first().waitFor();
    return page;
  }
  const put = (page: Page, isBehind: boolean) =>
    page.evaluate(`window.isBehind = ${isBehind}; document.dispatchEvent(new Event('visibilitychange'))`);
  /** Whatever was to be told of what is drawn has been told. */
  const drawn = (page: Page) =>
    page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))');
  async function fates(): Promise<readonly unknown[]> {
    const [handOff] = await queued(at.house.store);
    const detail = await detailOf(handOff?.id ?? '', { store: at.house.store, agent: null, unsends: () => false });
    return (detail?.lines ?? []).flatMap(({ sent }) => (sent ? [sent.fate] : []));
  }

  it('waits to be read while the page is behind others, and is read once it is looked at', async () => {
    const page = await open();
    await put(page, true);
    await at.agent().says('It is on its way.');
    await page.getByText('It is on its way.').waitFor();
    await drawn(page);
    expect(await fates()).toEqual(['kept']);
    await put(page, false);
    await settles(fates, ['read']);
  });

  it('is read out at the speaker as well', async () => {
    const page = await open();
    await at.agent().says('It is on its way.');
    await page.getByText('It is on its way.').waitFor();
    await settles(fates, ['read']);
    await at.agent().returns();
    expect((await at.speaker().opens()).asks).toBe('Person.read');
  });

  it('waits to be read below what the shopper looks at', async () => {
    const page = await open();
    await at
      .agent()
      .says('It was packed, and it was picked up, and it was weighed, and it was put on a van. '.repeat(20));
    await settles(fates, ['read']);
    await page.evaluate("document.getElementById('log').scrollTop = 0");
    await page.locator('.log__newest').waitFor();
    await at.agent().says('And it is on its way.');
    await page.getByText('And it is on its way.').waitFor();
    await drawn(page);
    expect(await fates()).toEqual(['read', 'kept']);
    await page.locator('.log__newest').click();
    await settles(fates, ['read', 'read']);
  });
});
