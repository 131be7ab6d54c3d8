/** The desk's server and a browser before it, for the tests of a file: what opens a page, and what no page may complain of. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type DeskServer, PASSWORD } from '../desk/desk-server';
import { builtPages, openBrowser } from './browser';
import { PAGES_MAY_TAKE } from './patience';

export type DeskPages = {
  readonly server: DeskServer;
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Signed in. */
  desk(name: string, options?: BrowserContextOptions): Promise<Page>;
};

/** Call it once in a `describeInBrowser`. `serve` has the folder of the built pages; each test has a server of its own. */
export function useDeskPages(serve: (pages: string) => Promise<DeskServer>): DeskPages {
  let browser: Browser;
  let server: DeskServer;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serve(builtPages());
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
    await server.house.close();
    expect(complaints.splice(0)).toEqual([]);
    expect(server.house.errors).toEqual([]);
  });

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${server.url}${path}`);
    return page;
  }

  return {
    get server() {
      return server;
    },
    visit,
    async desk(name, options) {
      const page = await visit('/desk', options);
      await page.getByLabel('Sign-in name').fill(name);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      return page;
    },
  };
}

/** Where EARSHOT_SHOTS names a folder, what the page looks like now is kept there. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.EARSHOT_SHOTS) await page.screenshot({ path: `${process.env.EARSHOT_SHOTS}/${name}.png` });
}
