/** A long queue on the desk's page: shown a page at a time, and right while things change in it. */

import type { Browser, Page } from 'playwright-core';
import { handOffOf } from '../contracts/store-hand-offs';
import { commitOf, packetOf } from '../contracts/store-samples';
import { type DeskServer, employ, PASSWORD, type Sitting, serveDesk, sitDown } from '../desk/desk-server';
import { barriers, builtPages, describeInBrowser, openBrowser } from '../kit/browser';
import { openHouse } from '../kit/house';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { becomes, settles } from '../kit/settles';

describeInBrowser('a long queue', () => {
  let browser: Browser;
  let server: DeskServer;
  let luca: Sitting;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serveDesk(await openHouse(), { pages: builtPages(), rhythm: { poll: 100, settle: 5 } });
    await employ(server, 'marta');
    await employ(server, 'luca');
    luca = await sitDown(server, 'luca');
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
    await server.house.close();
    expect(server.house.errors).toEqual([]);
  });

  /** One that has waited the longer the smaller its number; its name is its number's. */
  async function waits(n: number): Promise<void> {
    const at = server.house.clock.now() - 3_600_000 + n * 1_000;
    const id = idOf(n);
    const { shopper, ...packet } = packetOf(id, at);
    await server.house.store.conversations.commit(
      commitOf(id, 0, {
        handOff: handOffOf(id, { createdAt: at, waitingSince: at }),
        packet: { ...packet, shopper: { ...shopper, name: id } },
      }),
    );
  }
  const idOf = (n: number) => `Shopper ${String(n).padStart(3, '0')}`;

  async function open(): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    await page.goto(`${server.url}/desk`);
    await page.getByLabel('Sign-in name').fill('marta');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await item(page, 0).waitFor();
    return page;
  }
  const item = (page: Page, n: number) => page.locator('.item', { hasText: idOf(n) });
  const items = (count: number) => `document.querySelectorAll('.item').length === ${count}`;
  const count = (what: string) => `document.querySelector('#group-${what} .queue__count')?.textContent`;
  const more = (page: Page) => page.getByRole('button', { name: 'Show more' });

  test('is shown a page at a time, and the focus goes on with it', async () => {
    await Promise.all(Array.from({ length: 120 }, (_, n) => waits(n)));
    const page = await open();
    await settles(() => page.evaluate(items(50)), true);
    await becomes(page, `${count('free')} === '120' && document.title.startsWith('(120) ')`);
    expect(await barriers(page)).toEqual([]);
    await more(page).click();
    await becomes(page, items(100));
    await becomes(page, `document.activeElement.dataset.id === '${idOf(50)}'`);
    await more(page).click();
    await becomes(page, items(120));
    await settles(() => more(page).count(), 0);
  });

  test('is searched by words and state, by keyboard, and comes back as it was', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, n) => waits(n)));
    await luca.takes(idOf(7));
    await luca.act(idOf(7), 'close', { done: 'refunded', topic: 'torn bag' });
    server.house.clock.advance(48 * 3_600_000);
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('TORN ba');
    await becomes(page, items(1));
    await item(page, 7).getByText('torn bag').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('dly');
    await page.getByText('Nothing that is kept matches').waitFor();
    await page.getByLabel('Search all conversations').fill('');
    await page.getByLabel('State').selectOption('ended');
    await becomes(page, items(1));
    await page.getByLabel('State').selectOption('all');
    await becomes(page, items(50));
  });

  test('stays right while others work in it', async () => {
    await Promise.all(Array.from({ length: 120 }, (_, n) => waits(n)));
    const page = await open();
    // Taken by a colleague, in sight and out of it.
    expect((await luca.takes(idOf(3))).status).toBe(200);
    expect((await luca.takes(idOf(80))).status).toBe(200);
    await becomes(page, `${count('free')} === '118' && ${count('others')} === '2'`);
    await becomes(page, items(51));
    // Erased.
    await server.house.store.privacy.erase([idOf(5)], null);
    await becomes(page, `${count('free')} === '117'`);
    await item(page, 5).waitFor({ state: 'detached' });
    // A new one waits behind all that is loaded: it is counted and told, and comes with its page.
    await waits(120);
    await page.getByRole('status').getByText(idOf(120)).waitFor({ state: 'attached' });
    await becomes(page, `${count('free')} === '118'`);
    await settles(() => item(page, 120).count(), 0);
    await more(page).click();
    await becomes(page, items(50 - 2 + 50 + 2));
    await more(page).click();
    await item(page, 120).waitFor();
    await becomes(page, items(120));
  });
});
