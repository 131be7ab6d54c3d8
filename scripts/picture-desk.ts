/** The pictures of the desk for docs/hand-off.md: a working morning, at 1440 and 375 pixels, by day and by night. */

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { keepPicture } from './picture-kept';

const WAITING = { 'en-GB': 'I want to talk to a person', 'it-IT': 'Vorrei parlare con una persona' } as const;

/** `page`: somebody sits at the desk there already, with Ana's conversation; `folder`: of the docs. */
export async function pictureDesk(
  page: Page,
  { browser, folder }: { readonly browser: Browser; readonly folder: string },
) {
  const origin = new URL(page.url()).origin;
  for (const [locale, text] of Object.entries(WAITING))
    await askForPerson(browser, `${origin}/chat?locale=${locale}`, text);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`${origin}/desk`);
  await page.locator('.item').first().waitFor();
  await page.locator('.item', { hasText: 'Ana' }).first().click();
  await page.getByRole('heading', { name: /^Ana/ }).waitFor();
  for (const tag of ['courier', 'torn bag']) {
    await page.getByRole('combobox', { name: 'Add a tag' }).fill(tag);
    await page.getByRole('button', { name: 'Add a tag' }).click();
    await page.locator('.tags__list', { hasText: tag }).waitFor();
  }
  await page.locator('.notes__field').fill('Second torn bag this month.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.locator('.note__text').waitFor();
  await page.getByRole('heading', { name: /^Ana/ }).focus();
  await page.locator('.facts').evaluate((facts) => facts.scrollTo(0, 0));
  await page.locator('.log .photo img').first().waitFor();
  await keepPicture(page, join(folder, 'desk.png'));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await keepPicture(page, join(folder, 'desk-dark.png'));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 375, height: 812 });
  await keepPicture(page, join(folder, 'desk-narrow.png'));
}

/** A guest in a browser of their own. */
async function askForPerson(browser: Browser, chat: string, text: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
  await page.goto(chat);
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
  await page.locator('#log li', { hasText: /\d{4}-\d{4}/ }).waitFor();
  await page.close();
}
