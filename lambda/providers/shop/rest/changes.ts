/** What the shop says has changed about orders and their parcels; where each stands is asked for then. */

import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { ChangesPage, OrderChanges } from '../../../services/news/changes';
import { changesPage } from './shapes';
import type { RestWorld } from './world';

/** null: this shop keeps no list of it. */
export function makeChanges(world: RestWorld): OrderChanges | null {
  return world.settings.offers.has('changes') ? { since: (cursor, call) => since(world, cursor, call) } : null;
}

/** A place the shop does not know, or knows no more, may be one of another shop: it is gone on from the end. */
async function since(world: RestWorld, cursor: string | null, call: Call): Promise<Result<ChangesPage>> {
  const asked = await page(world, cursor, call);
  const isLost = cursor !== null && !asked.ok && asked.error.kind === 'not-found';
  return isLost ? page(world, null, call) : asked;
}

async function page(world: RestWorld, cursor: string | null, call: Call): Promise<Result<ChangesPage>> {
  const asked = await world.ask({ path: '/changes', query: { after: cursor ?? undefined }, shape: changesPage }, call);
  if (!asked.ok) return asked;
  const { changes, next, more } = asked.value;
  // Nobody waits to hear what had changed before the first look.
  const told = cursor === null ? [] : changes;
  return ok(
    {
      // The same as it has in a signed request, so that what is told in both ways is told once.
      changes: told.map(({ id, order, shopper }) => ({ key: id, orderId: order, shopperId: shopper })),
      ...{ cursor: next, goesOn: more && next !== cursor },
    },
    asked.asOf,
  );
}
