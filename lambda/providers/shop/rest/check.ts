/** What `npm run shop -- check` asks besides the ports: whether the shop answers as the document says, and offers what is set. */

import { type Call, ok } from '../../../services/commerce/call';
import type { ShopCheck } from '../../../services/commerce/shop';
import { admitted, shopperBy } from './people';
import { OFFERINGS } from './settings';
import { changesPage, shop } from './shapes';
import type { RestWorld } from './world';

export function makeCheck(world: RestWorld): ShopCheck {
  const { settings } = world;
  return {
    async faults(call) {
      const asked = await world.ask({ path: '/shop', shape: shop }, call);
      if (!asked.ok) return [world.trouble() ?? `REST_SHOP_URL: ${settings.base} does not answer`];
      const { offers } = asked.value;
      const lacking = [...settings.offers].filter((one) => !offers.includes(one));
      const unused = OFFERINGS.filter((one) => offers.includes(one) && !settings.offers.has(one));
      const lost = settings.offers.has('changes') ? await changesFault(world, call) : null;
      return [
        ...(lost ? [lost] : []),
        ...(lacking.length > 0 ? [`REST_SHOP_OFFERS: the shop does not offer ${lacking.join(', ')}`] : []),
        ...(unused.length > 0 ? [`REST_SHOP_OFFERS: the shop offers ${unused.join(', ')} too; add it there`] : []),
      ];
    },
    async shopperBy(email, call) {
      const found = await shopperBy(world, email, call);
      return found.ok ? ok(found.value && admitted(world, found.value), found.asOf) : found;
    },
    async may(kind) {
      const may = settings.offers.has(kind);
      return ok({ may, setting: `REST_SHOP_OFFERS: add ${kind} where the shop does it` }, world.now());
    },
    // A quote leaves nothing at the shop.
    tidy: async () => {},
  };
}

/** null: it says what has changed. */
async function changesFault(world: RestWorld, call: Call): Promise<string | null> {
  const asked = await world.ask({ path: '/changes', shape: changesPage }, call);
  if (asked.ok) return null;
  return (
    world.trouble() ?? 'REST_SHOP_OFFERS: GET /changes does not say where to go on; answer it, or leave changes out'
  );
}
