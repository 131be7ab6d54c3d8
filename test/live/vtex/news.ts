/** What VTEX tells of orders by itself: a hook it calls, and a feed that is emptied by whoever reads it. */

import * as z from 'zod/mini';
import { isComplete, lastChangeOf, type Order, statusOf } from './orders';
import { idOf } from './people';
import { type Answer, answered, type Route, read, refusal } from './wire';
import { ACCOUNT, KEY, type World } from './world';
import { iso } from './written';

/** Of an expression only the one is understood here that every order keeps to once it is one. */
const EVERY = 'isCompleted = true';
const FILTER = z.union([
  z.object({ type: z.literal('FromWorkflow'), status: z.array(z.string()) }),
  z.object({ type: z.literal('FromOrders'), expression: z.literal(EVERY), disableSingleFire: z.literal(true) }),
]);
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
/** A hook that has heard nothing for so long is taken away. */
const SILENT_MS = 3 * 24 * 3_600_000;
const MOST_A_LOT = 10;

type Event = {
  readonly orderId: string;
  readonly state: string;
  readonly lastState: string;
  readonly at: number;
  readonly before: number;
  /** It is another state, and not only another word of its courier. */
  readonly isState: boolean;
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
  /** What the hook has not heard yet, and when it heard something. */
  let unheard: Event[] = [];
  let heardAt = 0;
  const told = new Map<string, { readonly state: string; readonly brought: number }>();
  const needs = { role: 'orders' } as const;
  let handles = 0;

  /** Its states of before are of before anybody listened. */
  function look(): readonly Event[] {
    const now = world.clock();
    return world.book.all().flatMap((order): Event[] => {
      const { orderId } = order;
      const state = isComplete(order, now) ? statusOf(order, now) : '';
      const brought = order.packages.filter(({ courierStatus }) => courierStatus?.finished).length;
      const { state: lastState = '', brought: before = 0 } = told.get(orderId) ?? {};
      told.set(orderId, { state, brought });
      const isState = state !== lastState;
      if (!isState && brought === before) return [];
      const at = isState ? lastChangeOf(order, now) : now;
      return [{ ...{ orderId, state, lastState, isState }, at, before: beforeOf(order, now) }];
    });
  }
  function gather(): void {
    const events = look();
    if (hook) {
      const wanted = hook.filter;
      unheard.push(...events.filter((one) => isWanted(wanted, one)));
    }
    if (feed) {
      const wanted = feed.filter;
      const fresh = events.filter((one) => isWanted(wanted, one));
      queue = [...queue, ...fresh.map((event) => ({ event, handle: `handle-${++handles}`, hiddenUntil: 0 }))];
    }
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
        gather();
        hook = wanted;
        unheard = [];
        heardAt = world.clock();
        return { status: 200 };
      },
    },
    { on: 'GET /api/orders/hook/config', needs, answer: () => (hook ? answered(hook) : refusal(404, '1', 'No hook')) },
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
        gather();
        feed = read(FEED, body);
        return { status: 200 };
      },
    },
    { on: 'GET /api/orders/feed/config', needs, answer: () => (feed ? answered(feed) : refusal(404, '1', 'No feed')) },
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
      gather();
      if (!hook) return 0;
      const { hook: place } = hook;
      const waiting = unheard.splice(0);
      const heard = await Promise.all(waiting.map((one) => isHeard(place, hookEvent(one))));
      // What nobody has taken is told again, until nobody has for too long.
      unheard = waiting.filter((_one, at) => !heard[at]);
      if (heard.includes(true)) heardAt = world.clock();
      if (unheard.length > 0 && world.clock() - heardAt > SILENT_MS) hook = null;
      return heard.filter(Boolean).length;
    },
  };
}

function beforeOf(order: Order, now: number): number {
  const past = order.states.filter(({ at }) => at <= now);
  return past.at(-2)?.at ?? order.createdAt;
}

function isWanted(wanted: z.infer<typeof FILTER>, { state, isState }: Event): boolean {
  if (wanted.type === 'FromOrders') return state !== '';
  return isState && wanted.status.includes(state);
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
    ...{
      eventId: idOf('event', orderId, state, String(at)).toUpperCase(),
      handle,
      domain: 'Fulfillment',
      state,
      lastState,
    },
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
