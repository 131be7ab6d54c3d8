/** One whole conversation in a real browser: what an agent changes and takes back, at the desk and in the shopper's chat. */

import type { Page } from 'playwright-core';
import { employ, serveDesk } from '../desk/desk-server';
import { barriersInBothThemes, describeInBrowser, isTooWide } from '../kit/browser';
import { shot, useDeskPages } from '../kit/desk-pages';
import { openHouse } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { becomes, settles } from '../kit/settles';
import { createWriter, settle } from '../kit/writer';

const PHONE = { viewport: { width: 375, height: 700 } };
const FRIDAY = 'Your bag comes on Friday.';
const MONDAY = 'Your bag comes on Monday.';

const email = createPostBox('email');
const translator = { translate: async (texts: readonly string[]) => texts.map((text) => `[${text}]`) };

describeInBrowser('words of a person', () => {
  const at = useDeskPages(async (pages) => {
    const server = await serveDesk(await openHouse({ at: Date.now(), channels: [email] }), { pages, translator });
    await employ(server, 'marta');
    return server;
  });
  const chat = () => at.visit('/chat?locale=en-GB#token=demo-ana', PHONE);
  const desk = () => at.desk('marta', { viewport: { width: 1440, height: 900 } });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const last = (page: Page) => page.locator('.line--person').last();

  test('are changed and taken back by keyboard, and read so in the chat, there and when it is opened anew', async () => {
    const page = await desk();
    const shopper = await chat();
    await shopper.getByRole('textbox').fill('I want to talk to a person');
    await shopper.keyboard.press('Enter');
    await page.locator('.item', { hasText: 'Ana' }).click();
    await button(page, 'Take').click();
    const field = page.getByLabel('Write to the shopper');
    for (const text of [FRIDAY, 'The coupon is SORRY10X.']) {
      await field.fill(text);
      await field.press('Control+Enter');
      await shopper.getByText(text).waitFor();
    }
    await shot(page, 'desk-own-1440');

    await page.locator('.line--person').first().getByRole('button', { name: 'Change' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const words = dialog.getByLabel('What it says from now on');
    expect(await words.inputValue()).toBe(FRIDAY);
    await words.fill(MONDAY);
    expect(await barriersInBothThemes(page)).toEqual([]);
    await shot(page, 'desk-change-1440');
    await dialog.getByRole('button', { name: 'Change it' }).click();
    await page.getByRole('status').getByText('The message is changed.').waitFor();
    await shopper.getByText(MONDAY).waitFor();
    await shopper.locator('.line--person', { hasText: '(changed)' }).waitFor();
    expect(await shopper.locator('.log').innerText()).not.toContain('Friday');
    await becomes(page, 'document.activeElement !== document.body');

    await last(page).getByRole('button', { name: 'Take back' }).click();
    await dialog.getByText('This can’t be undone').waitFor();
    expect(await barriersInBothThemes(page)).toEqual([]);
    await shot(page, 'desk-back-1440');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await last(shopper).innerText()).toContain('SORRY10X');
    await last(page).getByRole('button', { name: 'Take back' }).click();
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await shopper.getByText('Marta took this message back').waitFor();
    expect(await shopper.locator('.log').innerText()).not.toContain('SORRY10X');
    await page.getByRole('status').getByText('The message is taken back.').waitFor();
    await last(page).getByText('Taken back by Marta').click();
    await last(page).getByText('The coupon is SORRY10X.').waitFor();
    await settles(() => last(page).getByRole('button', { name: 'Take back' }).count(), 0);
    expect(await barriersInBothThemes(page)).toEqual([]);
    expect(await barriersInBothThemes(shopper)).toEqual([]);
    await shot(page, 'desk-done-1440');
    await shot(shopper, 'chat-375');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shopper.emulateMedia({ colorScheme: 'dark' });
    await shot(page, 'desk-done-dark');
    await shot(shopper, 'chat-dark');
    await page.setViewportSize({ width: 375, height: 740 });
    await shot(page, 'desk-375');
    expect([await isTooWide(page), await isTooWide(shopper)]).toEqual([false, false]);

    const anew = await chat();
    await anew.getByText('Marta took this message back').waitFor();
    expect(await anew.locator('.log').innerText()).toContain(MONDAY);
    expect(await anew.locator('.log').innerText()).not.toMatch(/Friday|SORRY10X/);
  });

  test('that went by e-mail are said to stay there before anything is done, and are corrected instead', async () => {
    const writer = createWriter(at.server.house, email, 'ana@home.example');
    await writer.writes('I want to talk to a person');
    const page = await desk();
    await page.locator('.item').first().click();
    await button(page, 'Take').click();
    const field = page.getByLabel('Write to the shopper');
    await field.fill(FRIDAY);
    await field.press('Control+Enter');
    await page.locator('.line--person').getByText(FRIDAY).waitFor();
    await settle(at.server.house);
    await page.locator('.fate').getByText('Sent').waitFor();
    await last(page).getByRole('button', { name: 'Take back' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It has been sent by e-mail and cannot be taken back').waitFor();
    expect(await barriersInBothThemes(page)).toEqual([]);
    await shot(page, 'desk-stays-1440');
    await page.setViewportSize({ width: 320, height: 640 });
    await shot(page, 'desk-stays-320');
    expect(await isTooWide(page)).toBe(false);
    await dialog.getByRole('button', { name: 'Correct it instead' }).click();
    await dialog.getByText('stays there. A correction follows').waitFor();
    await dialog.getByLabel('What it says from now on').fill(MONDAY);
    await dialog.getByRole('button', { name: 'Send the correction' }).click();
    await page.locator('.line--person').getByText(MONDAY).waitFor();
    await settle(at.server.house);
    expect(email.sent.at(-1)).toMatchObject({ by: 'person', text: expect.stringContaining(MONDAY) });
  });

  test('are translated as they read now, and not as they read before', async () => {
    const page = await desk();
    const shopper = await at.visit('/chat?locale=it-IT#token=demo-ana', PHONE);
    await shopper.getByRole('textbox').fill('Vorrei parlare con una persona');
    await shopper.keyboard.press('Enter');
    await page.locator('.item', { hasText: 'Ana' }).click();
    await button(page, 'Take').click();
    await button(page, 'Show a translation').click();
    const field = page.getByLabel('Write to the shopper');
    await field.fill('Arriva venerdì.');
    await field.press('Control+Enter');
    await page.getByText('[Arriva venerdì.]').waitFor();
    await last(page).getByRole('button', { name: 'Change' }).click();
    await page.getByRole('dialog').getByLabel('What it says from now on').fill('Arriva lunedì.');
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByText('[Arriva lunedì.]').waitFor();
    expect(await last(page).locator('.line__translated').innerText()).not.toContain('venerdì');
    await last(page).getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await last(page).getByText('Message taken back').waitFor();
    expect(await last(page).locator('.line__translated').count()).toBe(0);
    await shopper.getByText('Marta ha ritirato questo messaggio').waitFor();
    await shot(shopper, 'chat-it');
  });
});
