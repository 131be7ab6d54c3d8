/** What a page shows soon: its own answers come when the machine lets them, and a look at one moment is a look too early. */

import type { Page } from 'playwright-core';
import { PAGES_MAY_TAKE } from './patience';

const BETWEEN_MS = 20;

/**
 * Looks again until it is what is wanted; what it is at last is held against it, so that a failure shows the difference.
 * A look that throws saw nothing yet (what it asks about is still to come, or the page is just going to another): the last
 * one's error is the failure's.
 */
export async function settles<T>(look: () => Promise<T>, wanted: NoInfer<T>): Promise<void> {
  const until = performance.now() + PAGES_MAY_TAKE;
  for (;;) {
    const seen = await Promise.allSettled([look()]).then(([one]) => one);
    if (seen.status === 'fulfilled' && JSON.stringify(seen.value) === JSON.stringify(wanted)) return;
    if (performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
      continue;
    }
    if (seen.status === 'rejected') throw seen.reason;
    expect(seen.value).toEqual(wanted);
    return;
  }
}

/** Until this is true in the page. By the debugger: the page's own policy evaluates no text. */
export function becomes(page: Page, expression: string): Promise<void> {
  return settles(() => page.evaluate<boolean>(`!!(${expression})`), true);
}
