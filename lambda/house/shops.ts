/** Opens what stands behind the shop's ports. */

import type { DemoHandle } from '../providers/shop/demo/index';
import type { OpenedShop, ShopHouse, ShopKind } from '../services/commerce/shop';

export type { DemoHandle };

/** `demo`: only the demo shop has it, for the console, the tools that play with it, and tests. */
export type HouseShop = OpenedShop & { readonly demo?: DemoHandle };
export type OpenShop = (house: ShopHouse) => Promise<HouseShop>;

/** Each is loaded only where it is chosen: what stands on a native package is not even in a Lambda's bundle. */
const OPENINGS: Readonly<Record<ShopKind, OpenShop>> = {
  demo: async (house) => (await import('../providers/shop/demo/index')).open(house),
};

export function openShop(kind: ShopKind, house: ShopHouse): Promise<HouseShop> {
  return OPENINGS[kind](house);
}
