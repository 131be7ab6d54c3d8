/** The shopper's orders as the console shows them beside the memory. */

import { callWithin } from '../services/commerce/call';
import type { Order } from '../services/commerce/orders';
import { moneyShown } from '../services/commerce/sums';
import type { SimulatedDevice } from './envelope';
import type { ConsoleHouse } from './house';
import type { ShownOrder } from './protocol';

const SHOWN = 5;
const LOOKED_THROUGH = 30;
const GOODS = 6;
/** A shop that is told to be slow is not waited for. */
const WITHIN_MS = 150;

export async function ordersOf(
  { shopper, locale }: SimulatedDevice,
  house: ConsoleHouse,
): Promise<readonly ShownOrder[] | null> {
  const orders = shopper && (await read({ shopper, locale }, SHOWN, house));
  return orders?.map((order) => shown(order, locale)) ?? null;
}

/**
 * What people call the goods this shopper has bought, or some of the catalogue for whoever has bought nothing: every
 * word of each, the usual one first.
 */
export async function productsOf(
  { shopper, locale }: SimulatedDevice,
  house: ConsoleHouse,
): Promise<readonly (readonly string[])[]> {
  const orders = (shopper && (await read({ shopper, locale }, LOOKED_THROUGH, house))) ?? [];
  const bought = orders.flatMap(({ lines }) => lines.map(({ product }) => product));
  const listed = await house.earshot.goods.some(callWithin(WITHIN_MS, { locale, now: house.now }));
  const goods = bought.length > 0 || !listed.ok ? bought : listed.value;
  const byUsual = new Map(goods.map(({ words }) => [words[0], words] as const));
  return [...byUsual.values()].filter(({ length }) => length > 0).slice(0, GOODS);
}

/** null: the shop does not tell. Goes past whatever watches the calls. */
async function read(
  { shopper, locale }: { readonly shopper: NonNullable<SimulatedDevice['shopper']>; readonly locale: string },
  limit: number,
  { earshot, now }: Pick<ConsoleHouse, 'earshot' | 'now'>,
): Promise<readonly Order[] | null> {
  const call = callWithin(WITHIN_MS, { locale, now });
  const result = await earshot.shop.history.orders(
    { limit },
    { ...call, shopperId: shopper.id, credential: shopper.credential },
  );
  return result.ok ? result.value : null;
}

function shown({ number, placed, stage, lines, total }: Order, locale: string): ShownOrder {
  return {
    number,
    placed,
    stage,
    lines: lines.map(({ product, quantity }) => ({ title: product.name.voiceTitle ?? product.name.title, quantity })),
    total: moneyShown(total, locale),
  };
}
