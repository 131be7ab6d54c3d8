/** Which systems stand behind the shop's ports: those of SHOP and TRACKING, or part by part as shop/shop.json names them. */

import type { ShopKind } from '../services/commerce/shop';
import type { TrackingKind } from '../services/commerce/tracking';
import type { Environment, HouseSettings } from '../vocabulary/settings';
import { SettingError } from './read-group';
import {
  chosenShop,
  chosenTracking,
  type ShopSettings,
  shopSettings,
  type TrackingSettings,
  trackingSettings,
} from './settings';
import type { ShopFile } from './shop-file';

/** `orders`: shoppers, goods, orders and all that is done to them, whose ids are one system's own. null: no other than that. */
export type SystemKinds = {
  readonly orders: ShopKind;
  readonly rates: ShopKind | null;
  readonly tracking: TrackingKind | null;
};

/** The same with what each is set up with. */
export type Systems = {
  readonly orders: ShopSettings;
  readonly rates: ShopSettings | null;
  readonly tracking: TrackingSettings | null;
};

type Named = Pick<ShopFile, 'systems'>;

/** Throws `SettingError`. */
export function systemKinds(env: Environment, { systems }: Named): SystemKinds {
  const orders = chosenShop(env, systems.orders ?? 'demo');
  sameIn('SHOP', orders, ['orders', systems.orders]);
  const tracking = chosenTracking(env) ?? systems.tracking ?? null;
  sameIn('TRACKING', tracking, ['tracking', systems.tracking]);
  const rates = systems.rates === orders ? undefined : systems.rates;
  return { orders, rates: rates ?? null, tracking };
}

/** Both may say it, where they say the same. */
function sameIn(name: string, chosen: string | null, [part, inFile]: readonly [keyof SystemKinds, string | undefined]) {
  if (inFile === undefined || inFile === chosen) return;
  const both = `${name} is ${chosen}, and systems.${part} of shop/shop.json is ${inFile}`;
  throw new SettingError(`${both}: take one of the two away`);
}

/** Throws `SettingError`. */
export function readSystems(env: Environment, house: HouseSettings, file: Named): Systems {
  const { orders, rates, tracking } = systemKinds(env, file);
  const from = (named: string) => ({ env, house, named });
  const inFile = (part: keyof SystemKinds, kind: string) => from(`systems.${part}, ${kind} in shop/shop.json,`);
  return {
    orders: shopSettings(orders, file.systems.orders ? inFile('orders', orders) : from(`SHOP=${orders}`)),
    rates: rates && shopSettings(rates, inFile('rates', rates)),
    tracking:
      tracking &&
      trackingSettings(tracking, file.systems.tracking ? inFile('tracking', tracking) : from(`TRACKING=${tracking}`)),
  };
}
