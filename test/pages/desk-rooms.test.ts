/** Who looks after the desk from a phone sees all of it: however long a list is, it is scrolled to, and not cut off. */

import type { Browser, Page } from 'playwright-core';
import { type DeskServer, employ, PASSWORD, serveDesk } from '../desk/desk-server';
import { barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { openHouse } from '../kit/house';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';
import { createTexter } from '../kit/texter';

/** What is taller inside than outside, and does not scroll; a word that ends in dots is meant to. */
const CUT = `[...document.querySelectorAll('main *, [role="dialog"] *')].filter((one) => {
  const { overflowY, textOverflow, position } = getComputedStyle(one);
  const isCut = overflowY === 'hidden' || overflowY === 'clip';
  return isCut && textOverflow !== 'ellipsis' && position !== 'absolute' && one.scrollHeight > one.clientHeight + 1;
}).map((one) => one.className)`;

describeInBrowser('the rooms of the desk', () => {
  let browser: Browser;
  let server: DeskServer;

  beforeAll(async () => {
    browser = await openBrowser();
    const house = await openHouse({ at: Date.now() });
    server = await serveDesk(house, { pages: builtPages() });
    await employ(server, 'boss', 'admin');
    for (let one = 1; one <= 12; one += 1) await employ(server, `agent${one}`, 'agent', `Agent ${one}`);
    for (const shopper of ['ana', 'bruno', 'chiara'])
      await createTexter(house, { shopper }).says('I want to talk to a person');
  });
  afterAll(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await browser.close();
    await server.close();
    await server.house.close();
  });

  test.each([
    ['a phone', { width: 375, height: 760 }],
    ['a desk', { width: 1280, height: 800 }],
  ])('are whole on %s', async (_where, viewport) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page: Page = await context.newPage();
    await page.goto(`${server.url}/desk`);
    await page.getByLabel('Sign-in name').fill('boss');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    for (const place of ['Overview', 'Team', 'Deliveries', 'Conversations']) {
      await page
        .getByRole('button', { name: place, exact: true })
        .or(page.getByRole('link', { name: place, exact: true }))
        .first()
        .click();
      if (place === 'Overview' || place === 'Team') await page.getByText('Agent 12').first().scrollIntoViewIfNeeded();
      await settles(() => page.evaluate(CUT), []);
      expect(await isTooWide(page)).toBe(false);
      if (process.env.EARSHOT_SHOTS)
        await page.screenshot({ path: `${process.env.EARSHOT_SHOTS}/room-${place}-${viewport.width}.png` });
    }
    expect(await barriersInBothThemes(page)).toEqual([]);
  });
});
