/** One whole conversation in a real browser: what a shopper corrects and takes back in the chat, on a phone, and what the desk shows of it. */

import type { Page } from 'playwright-core';
import { employ, serveDesk } from '../desk/desk-server';
import { barriersInBothThemes, describeInBrowser, isTooWide } from '../kit/browser';
import { shot, useDeskPages } from '../kit/desk-pages';
import { JPEG } from '../kit/files';
import { openHouse } from '../kit/house';
import { becomes, settles } from '../kit/settles';

const PHONE = { viewport: { width: 375, height: 700 }, hasTouch: true };

describeInBrowser('words of the shopper', () => {
  const at = useDeskPages(async (pages) => {
    const server = await serveDesk(await openHouse({ at: Date.now() }), { pages });
    await employ(server, 'marta');
    return server;
  });
  const chat = (locale = 'en-GB') => at.visit(`/chat?locale=${locale}#token=demo-ana`, PHONE);
  const desk = () => at.desk('marta', { viewport: { width: 1280, height: 900 } });
  async function writes(page: Page, text: string): Promise<void> {
    await page.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    await page.locator('.line--own', { hasText: text }).getByRole('button').first().waitFor();
  }
  const own = (page: Page) => page.locator('.line--own').last();
  const more = (page: Page) => own(page).getByRole('button', { name: 'Change or take back' });

  test('are corrected and taken back by touch and by keyboard, and the desk says who did it', async () => {
    const shopper = await chat();
    await writes(shopper, 'I want to talk to a person');
    const page = await desk();
    await page.locator('.item', { hasText: 'Ana' }).click();
    await page.getByRole('button', { name: 'Take', exact: true }).click();

    await writes(shopper, 'three bags are torn');
    await shopper.getByRole('textbox').fill('begun before');
    await more(shopper).tap();
    expect(await barriersInBothThemes(shopper)).toEqual([]);
    await shot(shopper, 'own-menu-375');
    await own(shopper).getByRole('button', { name: 'Change', exact: true }).tap();
    await shopper.getByText('You are changing a message.').waitFor();
    expect(await shopper.getByRole('textbox').inputValue()).toBe('three bags are torn');
    expect(await barriersInBothThemes(shopper)).toEqual([]);
    await shot(shopper, 'own-changing-375');
    await shopper.getByRole('textbox').fill('two bags are torn');
    await shopper.keyboard.press('Enter');
    await own(shopper).getByText('two bags are torn').waitFor();
    await settles(() => shopper.getByRole('textbox').inputValue(), 'begun before');
    await own(shopper).getByText('(changed)').waitFor();
    await page
      .locator('.line--shopper', { hasText: 'two bags are torn' })
      .getByText(/^Changed by Ana/)
      .waitFor();
    expect(await page.locator('.talk, main').first().innerText()).not.toContain('three bags');
    await shot(page, 'own-changed-desk-1280');

    await more(shopper).focus();
    await shopper.keyboard.press('Enter');
    await becomes(shopper, 'document.activeElement.textContent === "Change"');
    await shopper.keyboard.press('Escape');
    await becomes(shopper, 'document.activeElement.getAttribute("aria-label") === "Change or take back"');
    await shopper.keyboard.press('Enter');
    await becomes(shopper, 'document.activeElement.textContent === "Change"');
    await shopper.keyboard.press('Tab');
    await shopper.keyboard.press('Enter');
    await own(shopper).getByText('Message taken back').waitFor();
    await page
      .locator('.line--shopper', { hasText: 'Message taken back' })
      .getByText(/^Taken back by Ana/)
      .waitFor();
    expect(await page.locator('body').innerText()).not.toContain('two bags');
    expect(await more(shopper).count()).toBe(0);
    expect(await isTooWide(shopper)).toBe(false);
    expect(await barriersInBothThemes(page)).toEqual([]);
    await shot(shopper, 'own-back-375');
    await shot(page, 'own-back-desk-1280');
    await shopper.reload();
    await own(shopper).getByText('Message taken back').waitFor();
    expect(await shopper.locator('.log').innerText()).not.toContain('bags');
  });

  test('that the assistant went by stay, and how to have them erased is said', async () => {
    const shopper = await chat();
    await writes(shopper, 'where is my dog food');
    await more(shopper).tap();
    expect(await own(shopper).getByRole('button', { name: 'Change', exact: true }).count()).toBe(0);
    await own(shopper).getByRole('button', { name: 'Take back', exact: true }).tap();
    await shopper.getByText(/delete my data/).waitFor();
    await shopper.getByText('where is my dog food').waitFor();
    await shot(shopper, 'own-acted-375');
  });

  test('are read in their own direction, and their links as the words around them', async () => {
    const shopper = await chat();
    await writes(shopper, 'I want to talk to a person');
    await shopper.getByRole('textbox').fill('see https://heron-post.example/track');
    await shopper.keyboard.press('Enter');
    await shopper.locator('.line--own a').waitFor();
    await writes(shopper, 'مرحبا، طلبي رقم WM-104230 لم يصل بعد');
    const page = await desk();
    await page.locator('.item', { hasText: 'Ana' }).click();
    await page.locator('.line--shopper', { hasText: 'WM-104230' }).waitFor();
    const colours =
      '((a) => [getComputedStyle(a).color, getComputedStyle(a.parentElement).color])(document.querySelector(".line--own a"))';
    const [link, words] = (await shopper.evaluate(colours)) as readonly string[];
    expect(link).toBe(words);
    expect(await barriersInBothThemes(shopper)).toEqual([]);
    // What is said first stands at the right.
    for (const [one, where] of [
      [shopper, '.line--own'],
      [page, '.line--shopper'],
    ] as const) {
      const places = `(() => {
        const line = [...document.querySelectorAll('${where} .bubble')].at(-1);
        const text = [...line.childNodes].findLast((node) => node.nodeType === 3 && node.data.includes('WM'));
        const at = (word) => { const range = new Range(); const from = text.data.indexOf(word); range.setStart(text, from); range.setEnd(text, from + word.length); return range.getBoundingClientRect().left; };
        return [at('مرحبا'), at('WM')];
      })()`;
      const [hello = 0, order = 0] = (await one.evaluate(places)) as readonly number[];
      expect(hello).toBeGreaterThan(order);
    }
    await shot(shopper, 'own-rtl-375');
    await shot(page, 'own-rtl-desk-1280');
  });

  test('are followed at the desk to the last of them, whatever pictures come between', async () => {
    const shopper = await chat();
    await writes(shopper, 'I want to talk to a person');
    const page = await desk();
    await page.locator('.item', { hasText: 'Ana' }).click();
    await page.getByRole('button', { name: 'Take', exact: true }).click();
    for (let line = 1; line <= 8; line += 1) await writes(shopper, `line ${line}`);
    await shopper
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'bag.jpg', mimeType: 'image/jpeg', buffer: JPEG });
    await page.locator('.line--shopper img').waitFor();
    await writes(shopper, 'the last one');
    await page.locator('.line--shopper', { hasText: 'the last one' }).waitFor();
    for (const one of [page, shopper])
      await becomes(
        one,
        '((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 80)(document.querySelector(".log"))',
      );
  });

  test('are not lost where the network is, while they are being changed', async () => {
    const shopper = await chat();
    await writes(shopper, 'I want to talk to a person');
    await writes(shopper, 'three bags are torn');
    await more(shopper).tap();
    await own(shopper).getByRole('button', { name: 'Change', exact: true }).tap();
    await shopper.context().setOffline(true);
    await shopper.getByRole('textbox').fill('two bags are torn');
    await shopper.keyboard.press('Enter');
    await shopper
      .getByRole('status')
      .getByText(/can't be reached|offline/)
      .first()
      .waitFor();
    expect(await shopper.getByRole('textbox').inputValue()).toBe('two bags are torn');
    await shopper.context().setOffline(false);
    await settles(async () => {
      await shopper.getByRole('textbox').press('Enter');
      return own(shopper).getByText('two bags are torn').count();
    }, 1);
  });
});
