/** What the console lets one do again, in a real browser: send a request, choose a device, open an earlier session, link to a turn. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { barriers, barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';

const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 375, height: 812 } };

describeInBrowser('the console, again', () => {
  let browser: Browser;
  let server: ConsoleServer;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    server = await serveConsole({ pages: builtPages() });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
    expect(server.house.errors.splice(0)).toEqual([]);
  });

  async function open(options: BrowserContextOptions = WIDE): Promise<Page> {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.link);
    await page.getByLabel('What you would say').waitFor();
    return page;
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const answers = (page: Page) => page.locator('.reply__words');
  const behind = (page: Page) => page.locator('#behind');
  const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  const nth = async (page: Page, at: number) => {
    await answers(page).nth(at).waitFor();
    return answers(page).nth(at).innerText();
  };

  async function says(page: Page, text: string): Promise<string> {
    const before = await answers(page).count();
    await page.getByLabel('What you would say').fill(text);
    await page.keyboard.press('Enter');
    return nth(page, before);
  }

  test('a turn is sent again: the same answer, and nothing done twice', async () => {
    const page = await open();
    await says(page, 'reorder my coffee');
    const done = await says(page, 'yes');
    const orders = server.house.orders();
    await tab(page, 'JSON');
    await button(page, 'Send again').click();
    await settles(() => nth(page, 2), done);
    await page.locator('.mine').getByText('once more').waitFor();
    expect(server.house.orders()).toBe(orders);
    await button(page, 'Send as new').click();
    await nth(page, 3);
    expect(await page.locator('.mine').last().innerText()).not.toContain('once more');
  });

  test('a request is edited, and sent', async () => {
    const page = await open();
    await says(page, 'order two bags of dog food');
    await tab(page, 'JSON');
    await button(page, 'Edit').click();
    const text = page.getByLabel('The request, as Alexa would send it');
    await text.fill((await text.inputValue()).replace(/"value": "(2|two)"/, '"value": "4"'));
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Send it').click();
    expect(await nth(page, 1)).toMatch(/four bags/);
  });

  test('a request is pasted where nothing was said, and what is none is told', async () => {
    const page = await open();
    await tab(page, 'JSON');
    await button(page, 'Write a request').click();
    const text = page.getByLabel('The request, as Alexa would send it');
    await text.fill('{ "version": ');
    await button(page, 'Send it').click();
    await page.getByRole('alert').getByText('This is no JSON').waitFor();
    await text.fill('{ "version": "1.0" }');
    await button(page, 'Send it').click();
    await page.getByText('The Alexa door would refuse this request').waitFor();
    const { request } = await server.say({ kind: 'launch' }, { visit: 'elsewhere', speaker: 'elsewhere' });
    await button(page, 'Write a request').click();
    await text.fill(JSON.stringify(request));
    await button(page, 'Send it').click();
    expect(await nth(page, 0)).toMatch(/What would you like to do/);
  });

  test.each([
    { device: 'speaker', tells: false },
    { device: 'screen', tells: true },
  ])('the device $device is what its requests tell', async ({ device, tells }) => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Device' }).selectOption(device);
    await says(page, 'help');
    await tab(page, 'JSON');
    await behind(page).getByText('"LaunchRequest"').or(behind(page).getByText('"IntentRequest"')).first().waitFor();
    expect((await behind(page).textContent())?.includes('Viewport')).toBe(tells);
    await page.reload();
    await settles(() => page.getByRole('combobox', { name: 'Device' }).inputValue(), device);
  });

  test('an earlier session is opened again, and gone on with', async () => {
    const page = await open();
    const first = await says(page, 'reorder my coffee');
    await page.reload();
    await says(page, 'help');
    await button(page, 'Earlier').click();
    await page
      .getByRole('link', { name: /reorder my coffee.*1 turn/ })
      .first()
      .click();
    await page.locator('.mine', { hasText: 'reorder my coffee' }).waitFor();
    await settles(() => nth(page, 0), first);
    await settles(() => answers(page).count(), 1);
    await page.locator('[data-microphone="open"]').waitFor();
    expect(await says(page, 'make it three')).toMatch(/three bags/);
    await button(page, /^New$/).click();
    while (new URL(page.url()).hash !== '') await page.waitForTimeout(20);
  });

  test('a link leads to a turn, in another window as well', async () => {
    const page = await open();
    await says(page, 'what does shipping cost');
    await says(page, 'where is my dog food');
    await button(page, 'The turn before').click();
    const link = await page.getByRole('link', { name: 'Link to this turn' }).getAttribute('href');
    const other = await page.context().newPage();
    await other.goto(new URL(link ?? '', server.url).href);
    await other.locator('.which').getByText('what does shipping cost').waitFor();
    await settles(() => answers(other).count(), 2);
    await says(other, 'help');
    await other.locator('.which').getByText('help').waitFor();
  });

  test('a link to what is gone says so', async () => {
    const page = await open();
    await page.goto(`${server.url}/#visit=nobody&turn=1`);
    await page.getByText('This session is gone').first().waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await says(page, 'help');
  });

  test('all of it is open to everybody where it is narrow, in both themes', async () => {
    const page = await open(NARROW);
    await says(page, 'help');
    await page.reload();
    await button(page, 'Earlier').click();
    await page.locator('.earlier__one').first().waitFor();
    expect([await barriersInBothThemes(page), await isTooWide(page)]).toEqual([[], false]);
    await page.locator('.earlier__one').first().click();
    await nth(page, 0);
    await page.getByRole('tab', { name: 'Behind it' }).click();
    await tab(page, 'JSON');
    expect([await barriersInBothThemes(page), await isTooWide(page)]).toEqual([[], false]);
    await button(page, 'Edit').click();
    expect([await barriersInBothThemes(page), await isTooWide(page)]).toEqual([[], false]);
  });

  test('whoever has no key reads where it is, in both themes', async () => {
    const page = await (await browser.newContext(NARROW)).newPage();
    await page.goto(server.url);
    await page.getByText('npm start').first().waitFor();
    expect([await barriersInBothThemes(page), await isTooWide(page)]).toEqual([[], false]);
  });

  test('a guest links the speaker as Ana, and it goes on with what was asked', async () => {
    const page = await open({ ...WIDE, locale: 'en-GB' });
    await page.getByLabel('Shopper').selectOption('');
    await says(page, 'where is my dog food');
    await page.getByRole('link', { name: 'Link this speaker' }).click();
    await settles(() => page.title(), 'Link Alexa with Willow Market');
    await page.fill('#email', 'ana.ferri@example.com');
    await page.press('#email', 'Enter');
    await page.waitForSelector('#code');
    const code = () => /\b\d{6}\b/.exec(server.letters.at(-1) ?? '')?.[0] ?? '';
    await settles(async () => code().length, 6);
    await page.fill('#code', code());
    await page.press('#code', 'Enter');
    await page.getByText('This speaker is linked').waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, /^Open/).click();
    expect(await nth(page, 1)).toMatch(/Your account is linked\. You wanted to find an order\..*dog food/i);
    // What Alexa is told ends within the hour; the console asks for more as she does.
    server.house.clock.advance(3_700_000);
    await button(page, 'New').click();
    expect(await says(page, 'where is my dog food')).toMatch(/out for delivery/i);
  });
});
