/** A long conversation on the desk's page: it reaches back to its first line, by keyboard, and nobody loses their place in it. */

import type { Browser, Page } from 'playwright-core';
import { handOffOf } from '../contracts/store-hand-offs';
import { commitOf, packetOf } from '../contracts/store-samples';
import { type DeskServer, employ, PASSWORD, serveDesk } from '../desk/desk-server';
import { barriers, builtPages, describeInBrowser, openBrowser } from '../kit/browser';
import { openHouse } from '../kit/house';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { becomes, settles } from '../kit/settles';

describeInBrowser('a long conversation', () => {
  let browser: Browser;
  let server: DeskServer;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serveDesk(await openHouse(), { pages: builtPages(), rhythm: { poll: 100, settle: 5 } });
    await employ(server, 'marta');
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
    await server.house.close();
    expect(server.house.errors).toEqual([]);
  });

  const PER_TURN = 50;
  /** Line after line, each with its number; the case is of the last one. */
  async function talked(lines: number, textOf = (n: number) => `line number ${n}`): Promise<void> {
    const isFound = textOf(36) !== 'line number 36';
    const { conversations } = server.house.store;
    const at = server.house.clock.now() - lines * 1_000;
    const lineOf = (n: number) =>
      ({
        at: at + n * 1_000,
        by: n % 2 ? 'bot' : 'shopper',
        channel: 'web',
        text: textOf(n),
        show: { ref: `r${n}` },
      }) as const;
    for (let version = 0; version * PER_TURN < lines; version += 1) {
      const numbers = Array.from(
        { length: Math.min(PER_TURN, lines - version * PER_TURN) },
        (_, n) => version * PER_TURN + n,
      );
      // What is said while it is open is what it is found by.
      const isBegun = isFound ? version === 0 : (version + 1) * PER_TURN >= lines;
      const waits = server.house.clock.now() - 500;
      const handOff = { createdAt: waits, waitingSince: waits, conversationId: 'c' };
      const begun = isBegun ? { handOff: handOffOf('the case', handOff), packet: packetOf('the case', waits) } : {};
      await conversations.commit(commitOf('c', version, { history: numbers.map(lineOf), ...begun }));
    }
  }

  async function open(): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    await page.goto(`${server.url}/desk`);
    await page.getByLabel('Sign-in name').fill('marta');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.item').waitFor();
    return page;
  }
  const count = 'document.querySelectorAll(".log .line").length';
  const more = (page: Page) => page.getByRole('button', { name: 'Show earlier' });
  const firstTop = `document.querySelector('.line .bubble').getBoundingClientRect().top`;
  const topOf = (text: string) =>
    `[...document.querySelectorAll('.bubble')].find((one) => one.textContent.endsWith('${text}')).getBoundingClientRect().top`;

  test('shows earlier lines by keyboard, a page at a time, and what was read stays where it was', async () => {
    await talked(820);
    const page = await open();
    await page.locator('.item').click();
    await becomes(page, `${count} === 300`);
    await page.evaluate(`document.querySelector('.log').scrollTop = 0`);
    await more(page).focus();
    const before = await page.evaluate<number>(firstTop);
    await page.keyboard.press('Enter');
    await becomes(page, `${count} === 500`);
    // The line that was the oldest stands where it stood.
    await settles(async () => Math.abs((await page.evaluate<number>(topOf('line number 520'))) - before) < 40, true);
    expect(await barriers(page)).toEqual([]);
    await becomes(page, `document.activeElement.textContent === 'Show earlier'`);
    await page.keyboard.press('Enter');
    await becomes(page, `${count} === 700`);
    await page.keyboard.press('Enter');
    await becomes(page, `${count} === 820`);
    await settles(() => more(page).count(), 0);
    await becomes(page, `document.activeElement.classList.contains('log')`);
    await becomes(page, `document.querySelector('.line .bubble').textContent.endsWith('line number 0')`);
    // What comes meanwhile joins at the end, and nothing that was brought goes.
    await server.house.store.conversations.commit(
      commitOf('c', 17, {
        history: [{ at: server.house.clock.now(), by: 'shopper', channel: 'web', text: 'and this' }],
      }),
    );
    await becomes(page, `${count} === 821`);
  });

  test('a conversation that was found opens where the words stand, however long ago that was', async () => {
    await talked(900, (n) => (n === 36 ? 'the Grÿphon mug is cracked' : `line number ${n}`));
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('gryph crack');
    await page.locator('.item').waitFor();
    await page.locator('.item').click();
    await becomes(page, `document.activeElement.textContent.endsWith('the Grÿphon mug is cracked')`);
    await becomes(
      page,
      `(() => { const one = document.activeElement.getBoundingClientRect(), log = document.querySelector('.log').getBoundingClientRect(); return one.top >= log.top && one.bottom <= log.bottom; })()`,
    );
    expect(await barriers(page)).toEqual([]);
  });
});
