/** The console in a real browser: the README's conversation, the switches, what lies behind an answer, and its looks. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';

const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 375, height: 812 } };

/** Where the parts stand that an answer must not move. */
const PLACES = `['.composer', '.deeds', '.phone', '.which', '.top'].map((one) => {
  const { top, left, width, height } = document.querySelector(one).getBoundingClientRect();
  return [one, top, left, width, height];
})`;

/** What of the calls is wider than its place, or lies outside the pane. */
const RUNS_OVER = `[...document.querySelectorAll('#behind .call, #behind .call > *, #behind .chip')].filter((one) => {
  const { left, right } = one.getBoundingClientRect();
  const pane = document.querySelector('#behind').getBoundingClientRect();
  return left < pane.left || right > pane.right || (one.scrollWidth > one.clientWidth + 1 && !one.matches('.call__name, .chip'));
}).map((one) => one.className)`;

describeInBrowser('the console', () => {
  let browser: Browser;
  let pages: string;
  let tests: string;
  let server: ConsoleServer;
  const complaints: string[] = [];

  beforeAll(async () => {
    pages = builtPages();
    browser = await openBrowser();
    tests = mkdtempSync(join(tmpdir(), 'earshot-console-'));
    server = await serveConsole({ pages, tests });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(tests, { recursive: true });
  });
  beforeEach(async () => {
    server.house.clock.advance(60 * 60_000);
    await server.ask('/settings', { fault: null, now: null });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
    expect(server.house.errors.splice(0)).toEqual([]);
  });

  async function open(options: BrowserContextOptions = WIDE, link = server.link): Promise<Page> {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(link);
    await field(page).waitFor();
    return page;
  }

  const field = (page: Page) => page.getByLabel('What you would say');
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const answers = (page: Page) => page.locator('.reply__words');
  const device = (page: Page, how: 'open' | 'closed') => page.locator(`[data-microphone="${how}"]`).waitFor();
  const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  const behind = (page: Page) => page.locator('#behind');
  const chat = (page: Page) => page.frameLocator('.phone__screen');

  async function says(page: Page, text: string): Promise<string> {
    const before = await answers(page).count();
    await field(page).fill(text);
    await page.keyboard.press('Enter');
    await answers(page).nth(before).waitFor();
    return (await answers(page).nth(before).innerText()).replace(/^Speaker:\s*/, '');
  }
  const choosesNarrow = async (page: Page, label: string, value: string) => {
    await button(page, /· en-GB/).click();
    await choose(page, label, value);
    await button(page, /· en-GB/).click();
  };
  const choose = (page: Page, label: string, value: string) =>
    page.getByRole('combobox', { name: label }).selectOption(value);

  test.each([
    {
      locale: 'en-GB',
      order: ['reorder my coffee', 'make it three', 'yes'],
      ask: ['where is my dog food', 'what does shipping cost', 'I want to talk to a person', 'no'],
      heard: [/two bags/, /three bags/, /^Done/, /out for delivery/, /3 euros 90/, /Your reference is/, /their answer/],
    },
    {
      locale: 'it-IT',
      order: ['riordina il mio caffè', 'fanne tre', 'sì'],
      ask: ["dov'è il cibo per il cane", 'quanto costa la spedizione', 'voglio parlare con una persona', 'no'],
      heard: [/due sacchetti/, /tre sacchetti/, /^Fatto/, /in consegna/, /3 euro e 90/, /riferimento/, /rispondono/],
    },
  ])('holds the README’s conversation typed in $locale', async ({ locale, order, ask, heard }) => {
    // Of its own: what was bought last is what is offered next.
    const own = await serveConsole({ pages });
    const page = await open(WIDE, own.link);
    await choose(page, 'Language', locale);
    const said: string[] = [];
    for (const text of order) said.push(await says(page, text));
    await device(page, 'closed');
    await page.getByText('In the Alexa app').waitFor();
    for (const text of ask) said.push(await says(page, text));
    heard.forEach((words, at) => {
      expect(said[at]).toMatch(words);
    });
    await device(page, 'closed');
    await page.context().close();
    await own.close();
    expect(own.house.errors).toEqual([]);
  });

  test('shows the microphone, the seconds and the breaths of an answer', async () => {
    const page = await open();
    await says(page, 'reorder my coffee');
    await device(page, 'open');
    await page.getByRole('status').filter({ hasText: 'Microphone open' }).waitFor();
    await page.getByRole('img', { name: /^\d+\.\d seconds in 4 breaths/ }).waitFor();
    await button(page, 'Stay silent').click();
    await page.getByText('said by the device itself').waitFor();
    await button(page, 'Stay silent').click();
    await device(page, 'closed');
    await settles(() => button(page, 'Stay silent').isDisabled(), true);
  });

  test('shows why, the JSON both ways, the calls, the rules and the memory', async () => {
    const page = await open();
    await says(page, 'order two bags of dog food');
    await behind(page).getByText('accepted').waitFor();
    expect(await behind(page).innerText()).toMatch(/product\s+dog food[\s\S]+quantity\s+2/);
    await tab(page, 'JSON');
    await behind(page).getByText('"IntentRequest"').waitFor();
    await behind(page)
      .getByText(/<speak>/)
      .first()
      .waitFor();
    await tab(page, 'Calls');
    await behind(page).getByText('purchases.propose').first().waitFor();
    await tab(page, 'Rules');
    await behind(page)
      .getByText(/rules (hold|object)/)
      .waitFor();
    await tab(page, 'Memory');
    await behind(page).getByText('Purchase.confirm').first().waitFor();
    await behind(page).getByText('out for delivery').waitFor();
  });

  test('looks at an earlier turn, and returns to the newest when something is said', async () => {
    const page = await open();
    await says(page, 'what does shipping cost');
    await says(page, 'where is my dog food');
    await button(page, 'The turn before').click();
    await page.locator('.which').getByText('what does shipping cost').waitFor();
    await says(page, 'help');
    await page.locator('.which').getByText('help').waitFor();
  });

  test('offers the substitute when the goods are sold out', async () => {
    const page = await open();
    await choose(page, 'Shopper', 'daniel');
    await choose(page, 'Trouble in the shop', 'sold-out');
    await expect(says(page, 'reorder my coffee')).resolves.toMatch(/./);
    await choose(page, 'Shopper', 'ana');
    expect(await says(page, 'reorder my coffee')).toMatch(/is out of .+ Would you like/);
    await choose(page, 'Trouble in the shop', 'down');
    await says(page, 'where is my dog food');
    await tab(page, 'Calls');
    await behind(page).getByText('unavailable').first().waitFor();
  });

  test('moves the shop’s days by its clock', async () => {
    const page = await open();
    const days = page.getByRole('textbox', { name: 'Shop’s clock' });
    const before = await days.inputValue();
    expect(await says(page, 'reorder my cat food')).toContain('on Tuesday');
    await button(page, '+ 1 day').click();
    await page.locator('.clock.switch--alarm').waitFor();
    expect(Date.parse(await days.inputValue()) - Date.parse(before)).toBe(24 * 60 * 60_000);
    await button(page, /^New$/).click();
    expect(await says(page, 'reorder my cat food')).not.toContain('on Tuesday');
    await button(page, /^Now$/).click();
    await page.locator('.clock:not(.switch--alarm)').waitFor();
    await settles(() => days.inputValue(), before);
  });

  test('counts days from the shop’s own day, wherever the browser is', async () => {
    const page = await open({ ...WIDE, timezoneId: 'Pacific/Auckland' });
    const days = page.getByRole('textbox', { name: 'Shop’s clock' });
    await days.fill('2026-12-31T23:59');
    await page.locator('.clock.switch--alarm').waitFor();
    await button(page, '+ 1 day').click();
    while ((await days.inputValue()) !== '2027-01-01T23:59') await page.waitForTimeout(20);
  });

  test('shows the same conversation on the shopper’s phone, and another one for another shopper', async () => {
    const page = await open();
    await choose(page, 'Shopper', 'chiara');
    await chat(page).getByRole('textbox').waitFor();
    await says(page, 'reorder my olive oil');
    await says(page, 'yes');
    await page.getByText('In the Alexa app').waitFor();
    await chat(page).getByText('at the speaker').first().waitFor();
    await chat(page)
      .getByText(/WM-\d+/)
      .first()
      .waitFor();
    await choose(page, 'Shopper', 'nora');
    await page.getByRole('heading', { name: 'Nora’s phone' }).waitFor();
    await chat(page).getByRole('textbox').waitFor();
    await settles(() => chat(page).getByText('at the speaker').count(), 0);
    await settles(() => answers(page).count(), 0);
  });

  test('tries a sentence by one click', async () => {
    const page = await open();
    await button(page, 'How to say it').first().click();
    const sample = page.locator('.sample').first();
    const text = await sample.innerText();
    await sample.click();
    await answers(page).first().waitFor();
    await page.locator('.mine').getByText(text).waitFor();
    await behind(page).getByText('Reorder').first().waitFor();
  });

  test('saves the conversation as a test', async () => {
    const page = await open();
    await choose(page, 'Shopper', 'nora');
    await says(page, 'what does shipping cost');
    await button(page, 'Save as test').click();
    await page.getByLabel('What the test is called').fill('asks for the price');
    await button(page, /^Save$/).click();
    await page.getByText('Saved as test/conversations/asks-for-the-price.yaml').first().waitFor();
    expect(readdirSync(tests)).toContain('asks-for-the-price.yaml');
  });

  test('can be used by keyboard alone', async () => {
    const page = await open();
    await field(page).focus();
    await page.keyboard.type('what does shipping cost');
    await page.keyboard.press('Enter');
    await answers(page).first().waitFor();
    await page.keyboard.press('ArrowUp');
    await settles(() => field(page).inputValue(), 'what does shipping cost');
    await page.getByRole('tab', { name: 'Why' }).focus();
    await page.keyboard.press('ArrowRight');
    await settles(() => page.getByRole('tab', { name: 'JSON' }).getAttribute('aria-selected'), 'true');
    await button(page, 'How to say it').focus();
    await page.keyboard.press('Enter');
    await page.locator('.drawer').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    await settles(() => page.evaluate("document.activeElement.textContent.includes('How to say it')"), true);
  });

  test('is open to everybody in both themes', async () => {
    const page = await open(WIDE);
    await choose(page, 'Shopper', 'kate');
    await choose(page, 'Trouble in the shop', 'price-changed');
    expect(await barriersInBothThemes(page)).toEqual([]);
    await says(page, 'reorder my coffee');
    for (const name of ['Why', 'JSON', 'Calls', 'Rules', 'Memory']) {
      await tab(page, name);
      expect([name, await barriersInBothThemes(page)]).toEqual([name, []]);
    }
    await button(page, 'How to say it').click();
    await page.locator('.sample').first().waitFor();
    expect(await barriersInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await button(page, 'Save as test').click();
    expect(await barriersInBothThemes(page)).toEqual([]);
  });

  test('shows one pane at a time on a phone, in both themes', async () => {
    const page = await open(NARROW);
    await says(page, 'what does shipping cost');
    expect(await barriersInBothThemes(page)).toEqual([]);
    await button(page, /· en-GB/).click();
    await page.getByRole('combobox', { name: 'Trouble in the shop' }).waitFor();
    expect(await barriersInBothThemes(page)).toEqual([]);
    for (const name of ['Phone', 'Behind it', 'Speaker']) {
      await page.getByRole('tab', { name }).click();
      expect([name, await isTooWide(page)]).toEqual([name, false]);
      expect([name, await barriersInBothThemes(page)]).toEqual([name, []]);
      await settles(() => page.locator('.pane:visible').count(), 1);
    }
  });

  test('hides nothing under anything where it is narrow', async () => {
    const page = await open(NARROW);
    await choosesNarrow(page, 'Trouble in the shop', 'declined');
    await says(page, 'reorder my coffee');
    await says(page, 'yes');
    await page.getByRole('tab', { name: 'Behind it' }).click();
    for (const name of ['Why', 'JSON', 'Calls', 'Rules', 'Memory']) {
      await tab(page, name);
      await page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).waitFor();
    }
    await tab(page, 'Calls');
    await behind(page).locator('.call__error').first().waitFor();
    expect(await page.evaluate(RUNS_OVER)).toEqual([]);
    await page.getByRole('tab', { name: 'Desk' }).click();
    await settles(() => button(page, 'Behind it').count(), 0);
  });

  test('runs nothing over the edge of what is behind an answer', async () => {
    const page = await open();
    await choose(page, 'Trouble in the shop', 'declined');
    await says(page, 'reorder my coffee');
    await says(page, 'yes');
    await tab(page, 'Calls');
    await behind(page).locator('.call__error').first().waitFor();
    expect(await page.evaluate(RUNS_OVER)).toEqual([]);
  });

  test('lets one go on typing beside an open drawer', async () => {
    const page = await open(NARROW);
    await says(page, 'what does shipping cost');
    await button(page, 'Save as test').click();
    await page.getByLabel('What the test is called').waitFor();
    await says(page, 'help');
  });

  test('does not move what stands when an answer comes', async () => {
    const page = await open();
    const places = () => page.evaluate(PLACES);
    const before = await places();
    await says(page, 'reorder my coffee');
    expect(await places()).toEqual(before);
  });
});
