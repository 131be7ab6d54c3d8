/** Opens what stands behind the shop's ports. */

import type { DemoHandle } from '../providers/shop/demo/index';
import type { OpenedShop, ShopHouse, ShopKind } from '../services/commerce/shop';
import type { ShopMade, ShopSettings } from './settings';

export type { DemoHandle };

/** `demo`: only the demo shop has it, for the console, the tools that play with it, and tests. */
export type HouseShop = OpenedShop & { readonly demo?: DemoHandle };
export type OpenShop = (house: ShopHouse) => Promise<HouseShop>;

/** Each is loaded only where it is chosen: what stands on a native package is not even in a Lambda's bundle. */
const OPENINGS: { readonly [K in ShopKind]: () => Promise<Opening<ShopMade[K]>> } = {
  demo: () => import('../providers/shop/demo/index'),
  vendure: () => import('../providers/shop/vendure/index'),
};

type Opening<S> = { open(settings: S, house: ShopHouse): Promise<HouseShop> };

/** What opens the shop that was chosen. */
export function shopOpener<K extends ShopKind>({ kind, settings }: ShopSettings<K>): OpenShop {
  return async (house) => {
    const { open } = await OPENINGS[kind]();
    return open(settings, house);
  };
}
