/**
 * Money that the shop's people gave back in their dashboard: it touches neither the order nor any list that could be asked for,
 * so the orders are walked page by page, round after round.
 */

import * as z from 'zod/mini';
import type { OrderChange } from '../../../services/news/changes';

export const AT_ONCE = 100;

const refund = z.object({ id: z.string(), state: z.string(), updatedAt: z.iso.datetime() });
export const paid = z.object({
  items: z.array(
    z.object({
      ...{ id: z.string(), orderPlacedAt: z.iso.datetime(), customer: z.nullish(z.object({ id: z.string() })) },
      payments: z.nullish(z.array(z.object({ refunds: z.array(refund) }))),
    }),
  ),
});
type Paid = z.infer<typeof paid>['items'][number];

/** `$walked`: placed after that. */
export const PAID = `orders(options: {
    take: ${AT_ONCE}, sort: { orderPlacedAt: ASC, id: ASC }, filter: { orderPlacedAt: { after: $walked } }
  }) { items { id orderPlacedAt customer { id } payments { refunds { id state updatedAt } } } }`;

/** Milliseconds. `placed`: orders of until then are behind it; `since`: older refunds have been told. */
export type Round = { readonly placed: number; readonly since: number; readonly began: number };
export const round = z.object({ placed: z.int(), since: z.int(), began: z.int() });

export function firstRound(now: number, lookBack: number): Round {
  return { placed: 0, since: now - lookBack, began: now };
}

type Walked = {
  readonly page: readonly Paid[];
  readonly after: number;
  readonly now: number;
  readonly lookBack: number;
};

/** Behind this page; where it was the last, the next round begins, for what has been given back since this one began. */
export function nextOf(before: Round, { page, after, now, lookBack }: Walked): Round {
  if (page.length < AT_ONCE) return { placed: 0, since: before.began - lookBack, began: now };
  const last = Date.parse(page.at(-1)?.orderPlacedAt ?? '');
  // More may have been placed in the same moment as the last; where a whole page was, it is gone on behind it.
  return { ...before, placed: last - 1 > after ? last - 1 : last };
}

export function givenBack(page: readonly Paid[], { since }: Round): readonly OrderChange[] {
  return page.flatMap(({ id, customer, payments }): readonly OrderChange[] => {
    const all = (payments ?? []).flatMap(({ refunds }) => refunds);
    const fresh = all.filter(({ updatedAt }) => Date.parse(updatedAt) > since);
    const states = fresh.map((one) => `${one.id}:${one.state}`).sort();
    if (!customer || states.length === 0) return [];
    return [{ key: ['vendure', id, 'refunds', ...states].join(' '), orderId: id, shopperId: customer.id }];
  });
}
