/** What a shopper has put aside at the shop; each change is all of it or nothing, which the shop sees to. */

import { ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { CartLine, Carts } from '../../../services/commerce/cart';
import type { WantedLine } from '../../../services/commerce/purchases';
import { langOf } from './client';
import { productOf, stateOf } from './goods';
import { cart, isId, type RestCart } from './shapes';
import { caller, type RestWorld } from './world';

export function makeCarts(world: RestWorld): Carts {
  return {
    async contents(call) {
      const who = await caller(world, call);
      if (!who.ok) return who;
      return told(world, await world.ask({ path: pathOf(call), query: langOf(call), shape: cart }, call), call);
    },
    change: (lines, call) => change(world, lines, call),
  };
}

const pathOf = ({ shopperId }: ShopperCall): string => `/shoppers/${encodeURIComponent(shopperId)}/cart`;

function told(world: RestWorld, asked: Result<RestCart>, { locale }: ShopperCall): Result<readonly CartLine[]> {
  if (!asked.ok) return asked;
  const lines = asked.value.lines.map(({ good, stock, ...line }) => {
    return { product: productOf(world, good, locale), ...line, availability: stateOf(stock) };
  });
  return ok(lines, asked.asOf);
}

/** Throws on what no dialogue may ask for. */
async function change(
  world: RestWorld,
  lines: readonly WantedLine[],
  call: ShopperCall,
): Promise<Result<readonly CartLine[]>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const wrong = lines.find(({ quantity }) => !Number.isInteger(quantity) || quantity < 0);
  if (wrong) throw new RangeError(`Nobody can put aside ${wrong.quantity} of something`);
  if (!lines.every(({ productId }) => isId(productId))) return refused({ kind: 'not-found' });
  const max = world.merchant.limits.quantity;
  const big = lines.find(({ quantity }) => quantity > max);
  if (big) return refused({ kind: 'too-many', productId: big.productId, max });
  const path = pathOf(call);
  if (lines.length === 0) return told(world, await world.ask({ path, query: langOf(call), shape: cart }, call), call);
  const body = { lines: lines.map(({ productId, quantity }) => ({ good: productId, quantity })) };
  return told(
    world,
    await world.ask({ path, query: langOf(call), shape: cart, sends: { method: 'PATCH', body } }, call),
    call,
  );
}
