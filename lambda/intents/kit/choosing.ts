/** Choosing among several by ear: three at a time, count first, more on request. */

import * as z from 'zod/mini';
import { type Shape, shapeOf } from '../../services/shape';
import type { Option } from '../../vocabulary/outcome';
import type { ValueOf } from '../../vocabulary/values';

export const PAGE = z.object({ ids: z.array(z.string()), at: z.int() });
export const isPage: Shape<Page> = shapeOf(PAGE);

/** What can be chosen, by id, and where the spoken part begins. */
export type Page = { readonly ids: readonly string[]; readonly at: number };

/** More than three cannot be kept in mind by ear. */
const SPOKEN_AT_ONCE = 3;

/** The next or previous three; past either end it stays. */
export function page(now: Page, to: 'next' | 'previous'): Page {
  const at = now.at + (to === 'next' ? SPOKEN_AT_ONCE : -SPOKEN_AT_ONCE);
  return at < 0 || at >= now.ids.length ? now : { ...now, at };
}

/** The page in values for a "which one?": the three spoken now, and how many come after them. */
export function speak(now: Page, options: readonly Option[]) {
  const spoken = options.slice(now.at, now.at + SPOKEN_AT_ONCE);
  const count: ValueOf<'number'> = { type: 'number', number: options.length - now.at - spoken.length };
  const join = count.number === 0 ? 'or' : 'more';
  const list: ValueOf<'list'> = { type: 'list', items: spoken.map(({ label }) => label), join };
  return { page: { ids: now.ids, at: now.at }, options: spoken, values: { count, options: list } };
}
