/** Opens demo shops for tests: a fixed day, a clock of their own, and waiting that takes no time. */

import { type DemoShop, type DemoShopOptions, openDemoShop } from '../../../lambda/providers/shop/demo/demo-shop';
import type { Result, ShopperCall } from '../../../lambda/services/commerce/call';
import type { Order } from '../../../lambda/services/commerce/orders';
import type { Proposal } from '../../../lambda/services/commerce/purchases';
import { accepted, callOf } from '../../contracts/shop-trial';

export const DAY = 86_400_000;
/** A Wednesday. */
export const NOON = Date.parse('2026-03-11T12:00:00Z');
export const COFFEE = 'bella-roma-ground';
export const OTHER_COFFEE = 'porto-grigio-ground';

let real = 1_000_000;
export const realNow = () => real;

export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) real += milliseconds;
}

export function open(changes: Partial<DemoShopOptions> = {}): DemoShop {
  return openDemoShop({ file: ':memory:', clock: () => NOON, realNow, wait, ...changes });
}

/** A call by this shopper that has five seconds. */
export function as(name: string, locale = 'en-GB'): ShopperCall {
  return { ...callOf(realNow, { locale }), shopperId: `shopper-${name}`, credential: `demo-${name}` };
}

export function propose(demo: DemoShop, productId: string, name = 'ana', quantity = 1): Promise<Result<Proposal>> {
  return demo.shop.purchases.propose({ lines: [{ productId, quantity }] }, as(name));
}

export async function ordersOf(demo: DemoShop, name = 'ana', limit = 100): Promise<readonly Order[]> {
  return accepted(await demo.shop.history.orders({ limit }, as(name)));
}

/** Every shopper's orders, by the shopper's name. */
export async function everything(demo: DemoShop): Promise<Record<string, readonly Order[]>> {
  const all: Record<string, readonly Order[]> = {};
  for (const { name } of demo.shoppers()) all[name] = await ordersOf(demo, name);
  return all;
}

/** The ids of what is in an order. */
export function idsIn(order: Order | undefined): readonly string[] {
  return order?.lines.map(({ product }) => product.id) ?? [];
}
