/** A long conversation on the chat page, on a phone: it reaches back to its first line, and nobody loses their place in it. */

import type { Browser, Page } from 'playwright-core';
import { commitOf } from '../contracts/store-samples';
import { barriersInBothThemes, builtPages, describeInBrowser, openBrowser } from '../kit/browser';
import { type ChatServer, serveChat } from '../kit/chat-server';
import { MONDAY } from '../kit/house';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY });

describeInBrowser('a long conversation in the chat', () => {
  let browser: Browser;
  let server: ChatServer;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serveChat(at.house, { pages: builtPages() });
    const arrival = { id: 'a', channel: 'web', address: 'a', credential: 'demo-ana', locale: 'en-GB' } as const;
    const { conversationId } = await at.house.app.conversationOf({ ...arrival, deadline: MONDAY + 6_000 });
    const history = Array.from(
      { length: 130 },
      (_, n) =>
        ({
          at: MONDAY + n * 60_000,
          by: 'shopper',
          channel: 'web',
          text: `line ${n}`,
          show: { ref: `r/${n}` },
        }) as const,
    );
    await at.house.store.conversations.commit(commitOf(conversationId, 0, { history: history.slice(0, 65) }));
    await at.house.store.conversations.commit(commitOf(conversationId, 1, { history: history.slice(65) }));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
  });

  test('shows what was said before, where one reads', async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 700 }, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page: Page = await context.newPage();
    const line = (n: number) => page.locator('.bubble').filter({ hasText: new RegExp(`: line ${n}$`) });
    await page.goto(`${server.url}/chat?locale=en-GB#token=demo-ana`);
    await line(129).waitFor();
    expect(await line(79).count()).toBe(0);
    const more = page.getByRole('button', { name: 'Show earlier' });
    await more.scrollIntoViewIfNeeded();
    expect(await barriersInBothThemes(page)).toEqual([]);
    const top = () => line(80).evaluate((bubble) => Math.round(bubble.getBoundingClientRect().top));
    const before = await top();
    await more.click();
    await line(0).waitFor();
    await settles(() => more.count(), 0);
    expect(Math.abs((await top()) - before)).toBeLessThan(60);
    expect(await page.locator('.line--own').count()).toBe(130);
    // What comes next is still told.
    await page.getByRole('textbox').fill('where is my dog food');
    await page.keyboard.press('Enter');
    await page.locator('.line--bot').waitFor();
  });
});
