/** The whole queue of a small house: those under way, then those that have ended since. */

import type { HandOff } from '../../lambda/services/hand-off/hand-offs';
import type { Store } from '../../lambda/services/store';

export async function queued({ queue }: Pick<Store, 'queue'>, endedSince = 0): Promise<readonly HandOff[]> {
  const view = { agentId: '', endedSince, after: null, limit: 100 };
  const pages = [];
  for (const group of ['free', 'others', 'ended'] as const) pages.push(await queue.page({ ...view, group }));
  return pages.flatMap(({ items }) => items.map(({ handOff }) => handOff));
}
