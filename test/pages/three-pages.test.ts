/** One conversation on three pages: the shopper's speaker, the person at the desk, the shopper's phone, and back. */

import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { builtPages, describeInBrowser, openBrowser } from '../kit/browser';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { PAGES_MAY_TAKE } from '../kit/patience';

const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 375, height: 700 } };

describeInBrowser('speaker, phone and person', () => {
  let browser: Browser;
  let server: ConsoleServer;
  let pages: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    pages = builtPages();
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serveConsole({ pages });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
    expect(server.house.errors.splice(0)).toEqual([]);
    await server.close();
  });

  async function open(address: string, options: BrowserContextOptions = WIDE): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(new URL(address, server.url).href);
    return page;
  }

  const say = async (speaker: Page, text: string): Promise<string> => {
    const answers = speaker.locator('.reply__words');
    const before = await answers.count();
    await speaker.getByLabel('What you would say').fill(text);
    await speaker.keyboard.press('Enter');
    await answers.nth(before).waitFor();
    return answers.nth(before).innerText();
  };
  const write = async (phone: Page | FrameLocator, text: string): Promise<void> => {
    await phone.getByRole('textbox').fill(text);
    await phone.getByRole('textbox').press('Enter');
  };

  test('begun at the speaker, answered at the desk, read on the phone, and gone on with at the speaker', async () => {
    const speaker = await open(server.link);
    expect(await say(speaker, 'reorder my coffee')).toMatch(/Shall I place this order\?$/);
    expect(await say(speaker, 'I want to talk to a person')).toMatch(/I've passed this on/);
    await say(speaker, 'no');

    const desk = await open(server.link);
    await desk.goto(`${server.url}/desk`);
    await desk.evaluate(`fetch('/console/api/desk', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })`);
    await desk.reload();
    await desk.locator('.item', { hasText: 'Ana' }).click();
    const facts = desk.getByRole('complementary', { name: 'At a glance' });
    await facts.getByText('The shopper asked for a person.').first().waitFor();
    await facts
      .getByText(/Shall I place this order/)
      .first()
      .waitFor();
    await desk.getByRole('button', { name: 'Take', exact: true }).click();
    await desk.getByLabel('Write to the shopper').fill('Hello Ana, Marta here. What can I do for you?');
    await desk.keyboard.press('Control+Enter');

    const phone = await open('/chat?locale=en-GB#token=demo-ana', PHONE);
    await phone.getByText('Hello Ana, Marta here. What can I do for you?').waitFor();
    await write(phone, 'Is the coffee fair trade?');
    await desk.locator('.log').getByText('Is the coffee fair trade?').waitFor();
    await desk.getByLabel('Write to the shopper').fill('It is. I give you back to the assistant now.');
    await desk.keyboard.press('Control+Enter');
    await phone.getByText('It is. I give you back to the assistant now.').waitFor();
    await desk.getByRole('button', { name: 'Return to the bot', exact: true }).click();
    await desk.getByRole('button', { name: 'Really return it?' }).click();
    await phone.getByText(/assistant again/).waitFor();

    expect(await say(speaker, 'open willow market')).toMatch(/Marta has answered you.*Shall I read it to you\?$/);
    expect(await say(speaker, 'yes')).toMatch(/Marta wrote: “It is\..*” .*Shall we go on with it\?$/);
    expect(await say(speaker, 'yes')).toMatch(/coffee.*Shall I (place this order|order it)\?$/);
    expect(await say(speaker, 'yes')).toMatch(/Done\./);
    expect(server.house.orders()).toBe(1);
  });

  test('the console shows speaker, phone and person at once', async () => {
    const page = await open(server.link);
    await say(page, 'where is my dog food');
    await say(page, 'talk to a person');
    await page.getByRole('button', { name: 'Desk', exact: true }).click();
    const desk = page.frameLocator('.desk-frame');
    await desk.locator('.item').first().click();
    await desk.getByRole('button', { name: 'Take', exact: true }).click();
    await desk.getByLabel('Write to the shopper').fill('It comes this afternoon.');
    await desk.getByLabel('Write to the shopper').press('Control+Enter');
    await page.frameLocator('.phone__screen').getByText('It comes this afternoon.').waitFor();
    await page.getByRole('button', { name: 'Behind it', exact: true }).click();
    await page.getByRole('tab', { name: /^Why/ }).waitFor();
  });
});
