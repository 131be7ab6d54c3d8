/** The localiser's page in a real browser: a text is typed, told what is wrong, heard and saved; a sentence is written from a turn. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';
import { PAGES_MAY_TAKE } from '../kit/patience';

describeInBrowser('the words of a language', () => {
  const root = mkdtempSync(join(tmpdir(), 'earshot-words-'));
  const locales = join(root, 'locales');
  let browser: Browser;
  let server: ConsoleServer;
  beforeAll(async () => {
    for (const folder of ['locales', 'shop'])
      cpSync(join(LOCALES, '..', folder), join(root, folder), { recursive: true });
    browser = await openBrowser();
    server = await serveConsole({ pages: builtPages(), locales });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(root, { recursive: true });
  });

  async function open(path: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    await page.goto(server.link);
    await page.goto(server.url + path);
    return page;
  }

  test('a text is tried while it is typed, and saved when nothing is wrong with it', async () => {
    const page = await open('/words#language=it&text=Reorder.which.reprompt', 320);
    const words = page.getByLabel('Reorder.which.reprompt, as it is heard');
    await words.fill('Quale, {{nobody}}?');
    await page.getByText('{{nobody}}', { exact: false }).last().waitFor();
    await page
      .getByRole('img', { name: /seconds in 1 breath/ })
      .first()
      .waitFor();
    await words.fill('Quale ti mando?');
    const card = page.locator('.text--meant');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Saved to its file.').waitFor();
    expect(readFileSync(join(locales, 'it/speech.json'), 'utf8')).toContain('"Quale ti mando?"');
    await page.screenshot({});
    expect(await isTooWide(page)).toBe(false);
    expect(await barriersInBothThemes(page)).toEqual([]);
    await page.getByRole('tab', { name: 'What shoppers say' }).click();
    await page.getByLabel('Intent').selectOption('Thanks');
    await page.getByRole('button', { name: 'Hear all of them' }).click();
    await page.getByText(/\d+ of \d+ are heard as Thanks/).waitFor();
    await page.screenshot({});
    expect(await isTooWide(page)).toBe(false);
    expect(await barriersInBothThemes(page)).toEqual([]);
    await page.context().close();
  });

  test('what was said and taken otherwise becomes a sentence of what was meant; each reply leads to its words', async () => {
    const page = await open('/');
    await page.getByLabel('What you would say').fill('what became of my stuff then');
    await page.getByLabel('What you would say').press('Enter');
    await page.getByLabel('This should have been').selectOption('OrderStatus');
    await page.getByRole('button', { name: 'Write the sentence' }).click();
    await page.getByText(/^Written: locales\/en\/sentences\.json:\d+$/).waitFor();
    expect(readFileSync(join(locales, 'en/sentences.json'), 'utf8')).toContain('"what became of my stuff then"');
    expect(await page.locator('.keys a').first().getAttribute('href')).toMatch(/^\/words#language=en&text=/);
    await page.context().close();
  });
});
