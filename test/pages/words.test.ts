/** The localiser's page in a real browser: words are typed, told what is wrong, heard and saved, and nobody's are lost; a sentence is written from a turn. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';

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

  const welcomed = (page: Page) => page.getByLabel('Reorder.which.help, as it is heard');
  const card = (page: Page) => page.locator('.text--meant', { has: page.getByLabel(/as it is heard$/) });
  const save = (page: Page) => card(page).getByRole('button', { name: 'Save' }).click();
  const WHERE = '/words#language=it&text=Reorder.which.help';

  test('a text is tried while it is typed, and saved when nothing is wrong with it', async () => {
    const page = await open('/words#language=it&text=Reorder.which.reprompt', 320);
    const words = page.getByLabel('Reorder.which.reprompt, as it is heard');
    await words.fill('Quale, {{nobody}}?');
    await page.getByText('{{nobody}}', { exact: false }).last().waitFor();
    await words.fill('Quale ti mando?');
    await page
      .getByRole('img', { name: /seconds in 1 breath/ })
      .first()
      .waitFor();
    const card = page.locator('.text--meant');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Saved, and spoken from now on.').waitFor();
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
    const meant = page.getByLabel('This should have been');
    expect(await meant.inputValue()).toBe('');
    await meant.selectOption('OrderStatus');
    await settles(() => page.getByLabel('as the sentence').inputValue(), 'what became of my stuff then');
    await page.getByText('What changes stands in it as a slot').click();
    await page.locator('#teaching-slots').getByText('{orderNumber}').waitFor();
    await page.getByRole('button', { name: 'Write the sentence' }).click();
    await page.getByText(/^Written: locales\/en\/sentences\.json:\d+$/).waitFor();
    expect(readFileSync(join(locales, 'en/sentences.json'), 'utf8')).toContain('"what became of my stuff then"');
    expect(await page.locator('.keys a').first().getAttribute('href')).toMatch(/^\/words#language=en&text=/);
    await page.context().close();
  });

  test('what is typed and not saved stays through another group, another language and a reload, and is told', async () => {
    const page = await open(WHERE, 390);
    await welcomed(page).fill('Dimmi quale: {{options}}.');
    await page.getByLabel('Where').selectOption('Thanks');
    await page.getByLabel('Language').selectOption('en');
    await page.reload();
    await page.getByRole('link', { name: 'Reorder.which.help (it)' }).click();
    await card(page).getByText('Not saved yet.').waitFor();
    expect(await welcomed(page).inputValue()).toBe('Dimmi quale: {{options}}.');
    expect(await isTooWide(page)).toBe(false);
    await save(page);
    await card(page).getByText('Saved, and spoken from now on.').waitFor();
    expect(await page.getByRole('link', { name: 'Reorder.which.help (it)' }).count()).toBe(0);
    await page.context().close();
  });

  test('a text of one endless word is told of in a few lines, and nothing is told of words that are back as they were', async () => {
    const page = await open(WHERE, 390);
    const before = await welcomed(page).inputValue();
    await welcomed(page).fill('a'.repeat(2_000));
    const complaint = card(page).getByText(/it may take \d+ seconds to say/);
    await complaint.waitFor();
    expect((await complaint.innerText()).length).toBeLessThan(200);
    await page.screenshot({});
    expect(await isTooWide(page)).toBe(false);
    await welcomed(page).fill(before);
    await complaint.waitFor({ state: 'detached' });
    expect(await card(page).getByText('Not saved yet.').count()).toBe(0);
    await page.context().close();
  });

  test('words for friends stand under what they stand for, are told what is wrong with them, heard and saved', async () => {
    const page = await open('/words#language=de&text=Resume.goOn.guide', 390);
    const words = page.getByLabel('Resume.goOn.guide, as it is heard, for a friend');
    await words.waitFor();
    const labels = await page.locator('.text--meant label').allInnerTexts();
    const forms = ['as it is heard', 'as it is read'].flatMap((form) => [form, `${form}, for a friend`]);
    expect(labels).toEqual(forms.map((form) => `Resume.goOn.guide, ${form}`));
    const friends = page.locator('.text--friends', { has: words });
    await words.fill('Sag ja oder nein. Machen Sie da weiter?');
    await friends.getByText('is formal: "Sie"', { exact: false }).waitFor();
    await words.fill('Sag ja oder nein. Machst du da weiter?');
    await friends.getByRole('img', { name: /seconds in 2 breaths/ }).waitFor();
    expect(await isTooWide(page)).toBe(false);
    expect(await barriersInBothThemes(page)).toEqual([]);
    await words.fill(' ');
    await friends.getByText('Not saved yet: with nothing here a friend is told what everybody is told.').waitFor();
    await words.fill('Sag ja oder nein. Machst du da weiter?');
    await friends.getByRole('button', { name: 'Save' }).click();
    await friends.getByText(/^Saved: .*familiarIn/).waitFor();
    const { speech } = JSON.parse(readFileSync(join(locales, 'de/familiar.json'), 'utf8'));
    expect(speech.Resume.goOn.guide).toBe('Sag ja oder nein. Machst du da weiter?');
    await page.context().close();
  });

  test('sentences of which one cannot be read are not said to be heard', async () => {
    const page = await open('/words#language=it&view=sentences&group=Thanks');
    // Whoever pauses is told; nobody has to ask.
    await page.getByLabel(/^Ways to say it/).fill('grazie mille\n(grazie tante');
    await page.getByText('1 of 2 must be mended before any is heard.').waitFor();
    await page.context().close();
  });

  test('of two who write the same text the second is shown the first one’s words, and asked', async () => {
    const [one, other] = [await open(WHERE), await open(WHERE, 390)];
    await welcomed(one).fill('Basta il nome: {{options}}.');
    await welcomed(other).fill('Dimmi il nome: {{options}}.');
    await save(one);
    await card(one).getByText('Saved, and spoken from now on.').waitFor();
    const asked = card(other).getByRole('alert');
    await asked.getByText('Basta il nome: {{options}}.').waitFor();
    expect(await welcomed(other).inputValue()).toBe('Dimmi il nome: {{options}}.');
    expect(readFileSync(join(locales, 'it/speech.json'), 'utf8')).toContain('"Basta il nome: {{options}}."');
    expect(await isTooWide(other)).toBe(false);
    expect(await barriersInBothThemes(other)).toEqual([]);
    await asked.getByRole('button', { name: 'Keep mine' }).click();
    await save(other);
    await card(other).getByText('Saved, and spoken from now on.').waitFor();
    // The first one's page has typed nothing: it shows what is there now.
    await settles(() => welcomed(one).inputValue(), 'Dimmi il nome: {{options}}.');
    for (const page of [one, other]) await page.context().close();
  });

  test('of two who write sentences of one intent nobody loses any', async () => {
    const at = '/words#language=it&view=sentences&group=ShippingCost';
    const [one, other] = [await open(at), await open(at, 390)];
    const typed = (page: Page) => page.getByLabel(/^Ways to say it/);
    const before = await typed(one).inputValue();
    await typed(one).fill(`${before}\nquanto vuole il corriere per me`);
    await typed(other).fill(`${before}\nil corriere quanto mi prende`);
    await one.getByRole('button', { name: 'Save' }).click();
    await one.getByText('Saved, and understood from now on.').waitFor();
    await other.getByText('+ quanto vuole il corriere per me').waitFor();
    expect(await isTooWide(other)).toBe(false);
    await other.getByRole('button', { name: 'Have both' }).click();
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Saved, and understood from now on.').waitFor();
    const { ShippingCost } = JSON.parse(readFileSync(join(locales, 'it/sentences.json'), 'utf8'));
    expect(ShippingCost.slice(-2)).toEqual(['quanto vuole il corriere per me', 'il corriere quanto mi prende']);
    for (const page of [one, other]) await page.context().close();
  });

  test('what is saved beside a broken file is not said to be spoken', async () => {
    const words = join(locales, 'it/words.json');
    const sound = readFileSync(words, 'utf8');
    const page = await open(WHERE);
    await welcomed(page).fill('Mi serve il nome: {{options}}.');
    writeFileSync(words, sound.replace('"hedges"', '"hedge"'));
    await save(page);
    await card(page)
      .getByText(/^Saved, but not spoken until this is mended: .*hedges/)
      .waitFor();
    writeFileSync(words, sound);
    await page.locator('.words-problem').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the console leads to the words of the language it speaks', async () => {
    const page = await open('/');
    await page.getByLabel('Language').selectOption('it-IT');
    await page.getByRole('link', { name: 'its words' }).click();
    await page.getByText('italiano is finished', { exact: false }).waitFor();
    await page.context().close();
  });
});
