/** What VTEX tells of orders by itself: a hook it calls, and a feed that is emptied by whoever reads it. */

import * as z from 'zod/mini';
import { isComplete, lastChangeOf, type Order, statusOf } from './orders';
import { idOf } from './people';
import { type Answer, answered, type Route, read, refusal } from './wire';
import { ACCOUNT, KEY, type World } from './world';
import { iso } from './written';

const FILTER = z.object({ type: z.enum(['FromWorkflow', 'FromOrders']), status: z.optional(z.array(z.string())) });
const HOOK = z.object({
  filter: FILTER,
  hook: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
const FEED = z.object({
  filter: FILTER,
  queue: z.object({ visibilityTimeoutInSeconds: z.int(), MessageRetentionPeriodInSeconds: z.int() }),
});
/** Whoever takes longer has not heard it. */
const HEARD_WITHIN_MS = 5_000;
const MOST_A_LOT = 10;

type Event = {
  readonly orderId: string;
  readonly state: string;
  readonly lastState: string;
  readonly at: number;
  readonly before: number;
};
type Waiting = { readonly event: Event; readonly handle: string; hiddenUntil: number };

export type News = {
  /** What has happened since it was last asked, told to whoever wants to know: how many have heard each. */
  tell(): Promise<number>;
  readonly routes: readonly Route[];
};

export function createNews(world: World): News {
  let hook: z.infer<typeof HOOK> | null = null;
  let feed: z.infer<typeof FEED> | null = null;
  let queue: Waiting[] = [];
  const told = new Map<string, string>();
  const needs = { role: 'orders' } as const;
  let handles = 0;

  /** Its states of before are of before anybody listened. */
  function look(): readonly Event[] {
    const now = world.clock();
    return world.book.all().flatMap((order): Event[] => {
      const state = isComplete(order, now) ? statusOf(order, now) : '';
      const lastState = told.get(order.orderId) ?? '';
      told.set(order.orderId, state);
      if (state === lastState) return [];
      return [{ orderId: order.orderId, state, lastState, at: lastChangeOf(order, now), before: beforeOf(order, now) }];
    });
  }
  function gather(): readonly Event[] {
    const events = look();
    if (feed) {
      const wanted = feed.filter;
      const fresh = events.filter((one) => isWanted(wanted, one));
      queue = [...queue, ...fresh.map((event) => ({ event, handle: `handle-${++handles}`, hiddenUntil: 0 }))];
    }
    return events;
  }

  const routes: readonly Route[] = [
    {
      on: 'POST /api/orders/hook/config',
      needs,
      async answer({ body }) {
        const wanted = read(HOOK, body);
        // Before anything is told, somebody must be there.
        if (!(await isHeard(wanted.hook, { hookConfig: 'ping' })))
          return refusal(400, '1', 'The hook did not answer 200');
        hook = wanted;
        look();
        return { status: 200 };
      },
    },
    { on: 'GET /api/orders/hook/config', needs, answer: () => (hook ? answered(hook) : { status: 404 }) },
    {
      on: 'DELETE /api/orders/hook/config',
      needs,
      answer() {
        hook = null;
        return { status: 204 };
      },
    },
    {
      on: 'POST /api/orders/feed/config',
      needs,
      answer({ body }) {
        feed = read(FEED, body);
        look();
        return { status: 200 };
      },
    },
    {
      on: 'GET /api/orders/feed',
      needs,
      answer({ query }): Answer {
        const lot = Number(query.get('maxlot') ?? 1);
        if (!feed) return refusal(404, '1', 'There is no feed');
        if (!(lot >= 1 && lot <= MOST_A_LOT)) return refusal(400, '1', 'A lot is of ten at most');
        gather();
        const now = world.clock();
        const seen = queue.filter(({ hiddenUntil }) => hiddenUntil <= now).slice(0, lot);
        for (const one of seen) one.hiddenUntil = now + feed.queue.visibilityTimeoutInSeconds * 1_000;
        return answered(seen.map(writtenItem));
      },
    },
    {
      on: 'POST /api/orders/feed',
      needs,
      answer({ body }) {
        const { handles: done } = read(z.object({ handles: z.array(z.string()) }), body);
        queue = queue.filter(({ handle }) => !done.includes(handle));
        return { status: 200 };
      },
    },
  ];
  return {
    routes,
    async tell() {
      const events = gather();
      if (!hook) return 0;
      const wanted = hook;
      const heard = await Promise.all(
        events.filter((one) => isWanted(wanted.filter, one)).map((one) => isHeard(wanted.hook, hookEvent(one))),
      );
      return heard.filter(Boolean).length;
    },
  };
}

function beforeOf(order: Order, now: number): number {
  const past = order.states.filter(({ at }) => at <= now);
  return past.at(-2)?.at ?? order.createdAt;
}

function isWanted({ status }: z.infer<typeof FILTER>, { state }: Event): boolean {
  return state !== '' && (status === undefined || status.includes(state));
}

function hookEvent({ orderId, state, lastState, at, before }: Event) {
  return {
    ...{ Domain: 'Fulfillment', OrderId: orderId, State: state, LastState: lastState },
    ...{ LastChange: iso(before), CurrentChange: iso(at), Origin: { Account: ACCOUNT, Key: KEY.key } },
  };
}

function writtenItem({ event, handle }: Waiting) {
  const { orderId, state, lastState, at, before } = event;
  return {
    ...{ eventId: idOf('event', orderId, state).toUpperCase(), handle, domain: 'Fulfillment', state, lastState },
    ...{ orderId, lastChange: iso(before), currentChange: iso(at) },
  };
}

async function isHeard({ url, headers }: z.infer<typeof HOOK>['hook'], body: object): Promise<boolean> {
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(HEARD_WITHIN_MS) },
      headers: { 'content-type': 'application/json', ...headers },
    });
    return response.status === 200;
  } catch {
    return false;
  }
}
