/** A real browser for the tests of pages: found on this computer, or the tests say why they are skipped. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { areBuilt } from '../../scripts/build-pages';
import { CHROMIUM } from './browser-place';
import { sharedByRun } from './run/shared';

const ROOT = join(__dirname, '..', '..');
/** `describe` where a browser is; where none is the tests are skipped with a word, but never in CI: there they fail. */
export function describeInBrowser(name: string, tests: () => void): void {
  const why = 'no Chromium found; install it or set CHROMIUM_PATH';
  if (CHROMIUM) describe(name, tests);
  else if (process.env.CI) test(name, () => Promise.reject(new Error(why)));
  else describe.skip(`${name} (skipped: ${why})`, tests);
}

/** The browser of the run, with nothing open in it that another file opened; closing it closes only what is one's own. */
export async function openBrowser(): Promise<Browser> {
  return chromium.connect((await sharedByRun('browser')) ?? '');
}

/** The folder of the built pages, built if need be. In a process of its own: Vite does not run in jest's sandbox. */
export function builtPages(): string {
  const build = ['--import', 'tsx', join(ROOT, 'scripts', 'build-pages.ts')];
  if (!areBuilt()) execFileSync(process.execPath, build, { cwd: ROOT });
  return join(ROOT, 'dist', 'web');
}

const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
/** WCAG 2.2 AA with all it builds on, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of these alone a theme can change what comes out. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

type Only = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };

/** What axe has against the page as it is now: rule and place, one a line. */
export async function barriers(page: Page, only: Only = { type: 'tag', values: RULES }): Promise<readonly string[]> {
  // Through the debugger: the page's own policy lets no foreign script in. Neither its text nor all it is made of goes to
  // the page and back more often than it must: that takes longer than what axe does.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(`${AXE}; undefined`);
  await page.evaluate(SETTLED);
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(only)} }).then(
    ({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ' ' + failureSummary)))`);
}

/** No colour is judged on its way from one theme to the other; what moves for ever has no end to go to. */
const SETTLED = `document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
  .forEach((one) => one.finish())`;

/** The same in the light, and its colours in the dark, too; the page is left in the light. */
export async function barriersInBothThemes(page: Page): Promise<readonly string[]> {
  const found = [...(await barriers(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const one of await barriers(page, { type: 'rule', values: OF_COLOURS })) found.push(`dark: ${one}`);
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Whether anything makes the page wider than its window. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.scrollingElement.scrollWidth > window.innerWidth');
}
