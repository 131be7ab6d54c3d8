/** Opens what stands behind the shop's ports. */

import type { DemoHandle } from '../providers/shop/demo/index';
import type { OpenedShop, ShopCheck, ShopHouse, ShopKind } from '../services/commerce/shop';
import type { OpenedTracking, TrackingKind } from '../services/commerce/tracking';
import type { ShopMade, ShopSettings, TrackingMade, TrackingSettings } from './settings';
import type { Systems } from './systems';

export type { DemoHandle };

/** `demo`: only the demo shop has it, for the console, the tools that play with it, and tests. */
export type HouseShop = OpenedShop & { readonly demo?: DemoHandle };
export type OpenShop = (house: ShopHouse) => Promise<HouseShop>;

/** Each is loaded only where it is chosen: what stands on a native package is not even in a Lambda's bundle. */
const OPENINGS: { readonly [K in ShopKind]: () => Promise<Opening<ShopMade[K], HouseShop>> } = {
  demo: () => import('../providers/shop/demo/index'),
  vendure: () => import('../providers/shop/vendure/index'),
  rest: () => import('../providers/shop/rest/index'),
  vtex: () => import('../providers/shop/vtex/index'),
  tryton: () => import('../providers/shop/tryton/index'),
};
const TRACKING_OPENINGS: { readonly [K in TrackingKind]: () => Promise<Opening<TrackingMade[K], OpenedTracking>> } = {
  aftership: () => import('../providers/tracking/aftership/index'),
  tryton: () => import('../providers/shop/tryton/tracking'),
};

type Opening<S, O> = { open(settings: S, house: ShopHouse): Promise<O> };

/** What opens the shop that was chosen. */
export function shopOpener<K extends ShopKind>({ kind, settings }: ShopSettings<K>): OpenShop {
  return async (house) => {
    const { open } = await OPENINGS[kind]();
    return open(settings, house);
  };
}

/** What opens a shop of several systems as one. */
export function systemsOpener({ orders, rates, tracking }: Systems): OpenShop {
  const openOrders = shopOpener(orders);
  if (!rates && !tracking) return openOrders;
  return async (house) => {
    const [main, delivery, carried] = await Promise.all([
      openOrders(house),
      rates && shopOpener(rates)(house),
      tracking && openTracking(tracking, house),
    ]);
    return {
      ...main,
      shop: {
        ...main.shop,
        ...(delivery ? { rates: delivery.shop.rates } : {}),
        ...(carried ? { tracking: carried.tracking } : {}),
      },
      ...(main.check && carried ? { check: checking(main.check, carried) } : {}),
      async close() {
        await Promise.all([main.close(), delivery?.close()]);
      },
    };
  };
}

function checking(check: ShopCheck, { faults }: OpenedTracking): ShopCheck {
  return {
    ...check,
    faults: async (call) => [...(await check.faults(call)), ...((await faults?.(call)) ?? [])],
  };
}

async function openTracking<K extends TrackingKind>(
  { kind, settings }: TrackingSettings<K>,
  house: ShopHouse,
): Promise<OpenedTracking> {
  const { open } = await TRACKING_OPENINGS[kind]();
  return open(settings, house);
}
