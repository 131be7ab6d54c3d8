/** What a page shows soon: its own answers come when the machine lets them, and a look at one moment is a look too early. */

import type { Page } from 'playwright-core';
import { PAGES_MAY_TAKE } from './patience';

const BETWEEN_MS = 20;

/** Looks again until it is what is wanted; what it is at last is held against it, so that a failure shows the difference. */
export async function settles<T>(look: () => Promise<T>, wanted: NoInfer<T>): Promise<void> {
  const until = performance.now() + PAGES_MAY_TAKE;
  let seen = await look();
  while (JSON.stringify(seen) !== JSON.stringify(wanted) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    seen = await look();
  }
  expect(seen).toEqual(wanted);
}

/** Until this is true in the page. By the debugger: the page's own policy evaluates no text. */
export function becomes(page: Page, expression: string): Promise<void> {
  return settles(() => page.evaluate<boolean>(`!!(${expression})`), true);
}
