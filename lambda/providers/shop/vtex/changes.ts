/** What VTEX tells of orders by itself: a hook that it calls, and a feed that is emptied by whoever reads it. Both are believed only that something has changed. */

import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod/mini';
import { isOneOf } from '../../../http/secrets';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { ChangesPage, ChangesWebhook, OrderChange, OrderChanges } from '../../../services/news/changes';
import { readAs, shapeOf } from '../../../services/shape';
import { instantWritten } from './days';
import type { VtexSettings } from './settings';
import type { VtexWorld } from './world';

/** Where the hook is to call, and the header in which it shows the secret, named as VTEX describes it: it signs nothing, and sends the headers it is given. */
export const HOOK_PATH = '/shop/changes/vtex';
export const HOOK_HEADER = 'key';
/** As many as VTEX gives at once. */
const LOT = 10;

/** Null where neither is set up. */
export function makeChanges(world: VtexWorld): OrderChanges | null {
  const { hookSecrets, feed } = world.settings;
  if (hookSecrets.length === 0 && !feed) return null;
  return {
    ...(hookSecrets.length === 0 ? {} : { webhook: hookOf(world.settings) }),
    // The queue itself knows what was told: no place in it is ours to keep.
    ...(feed ? { since: (_cursor: string | null, call: Call) => nextLot(world, call) } : {}),
    ownerOf: (orderId, call) => ownerOf(world, orderId, call),
  };
}

const id = z.string().check(z.regex(/^[\w-]{1,60}$/));
const text = z.string().check(z.maxLength(100));

/** Before it is set up VTEX asks whether somebody is there: whoever says so and no more is told yes, and nothing comes of it. */
const isPing = shapeOf<{ readonly hookConfig: 'ping' }>(z.strictObject({ hookConfig: z.literal('ping') }));
const event = z.object({
  ...{ OrderId: id, State: z.nullish(text), CurrentChange: text },
  Origin: z.object({ Account: text }),
});
const isEvent = shapeOf<z.infer<typeof event>>(event);

function hookOf({ hookSecrets, account }: VtexSettings): ChangesWebhook {
  return {
    path: HOOK_PATH,
    verify(headers: IncomingHttpHeaders, raw) {
      const body = raw.toString('utf8');
      if (readAs(body, isPing)) return 'good';
      if (!isOneOf(String(headers[HOOK_HEADER] ?? ''), hookSecrets)) return 'forged';
      return readAs(body, isEvent) ? 'good' : 'malformed';
    },
    receive(raw) {
      const told = readAs(raw.toString('utf8'), isEvent);
      // An order of another account is none that this key could ask for.
      if (!told || told.Origin.Account !== account) return [];
      return [changeOf({ orderId: told.OrderId, state: told.State, at: told.CurrentChange })];
    },
  };
}

type Told = { readonly orderId: string; readonly state: string | null | undefined; readonly at: string };

/** The same whether the hook or the feed has told it. Of whose order it is neither says anything. */
function changeOf({ orderId, state, at }: Told): OrderChange {
  return { key: `vtex ${orderId} ${state ?? ''} ${instantWritten(at) ?? at}`, orderId, shopperId: null };
}

const lot = z.array(z.unknown());
const item = z.object({ handle: z.string(), orderId: id, state: z.nullish(text), currentChange: text });

/** What is not settled VTEX tells again, when the time for which it hides it is over. */
async function nextLot(world: VtexWorld, call: Call): Promise<Result<ChangesPage>> {
  const asked = await world.ask({ path: '/api/orders/feed', query: { maxlot: String(LOT) }, shape: lot }, call);
  if (!asked.ok) return asked;
  // What is not understood stays in the queue, and does not stand in the way of the others.
  const items = asked.value.flatMap((one) => item.safeParse(one).data ?? []);
  const handles = items.map(({ handle }) => handle);
  return ok(
    {
      changes: items.map(({ orderId, state, currentChange: at }) => changeOf({ orderId, state, at })),
      ...{ cursor: 'feed', goesOn: asked.value.length === LOT && items.length > 0 },
      async settle(again) {
        if (handles.length === 0) return;
        await world.answer({ path: '/api/orders/feed', method: 'POST', body: { handles }, does: 'writes' }, again);
      },
    },
    asked.asOf,
  );
}

/** The shop's own view of an order has an e-mail that only forwards; the profile is the shopper's, as Master Data knows it too. */
const owned = z.object({
  clientProfileData: z.nullish(z.object({ userProfileId: z.nullish(z.string()) })),
});

/** Whose an order is; nothing of theirs is told that is not in their own list as well. */
async function ownerOf(world: VtexWorld, orderId: string, call: Call): Promise<Result<string | null>> {
  const path = `/api/oms/pvt/orders/${encodeURIComponent(orderId)}`;
  const asked = await world.ask({ path, shape: owned, takes: [404] }, call);
  if (asked.ok) return ok(asked.value.clientProfileData?.userProfileId || null, asked.asOf);
  return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
}
