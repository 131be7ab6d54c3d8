/** What a shopper has left in the cart of the shop's pages, as Master Data remembers it: it can be read, and is finished on the shop's own page. */

import * as z from 'zod/mini';
import { ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { CartLine, PageCarts } from '../../../services/commerce/cart';
import type { Offer } from '../../../services/commerce/catalogue';
import { currencyFor } from './accounts';
import { makeCatalogue, productOf } from './catalogue';
import { CUSTOMER_RANGE, SEARCHABLE } from './customers';
import { caller } from './people';
import { goodsBy, isSkuId } from './search';
import type { VtexShopper, VtexWorld } from './world';

/** `rclastcart`: "add?sku=101&qty=2&seller=1&sc=1"; it stays when the cart has become an order, which `checkouttag` says. */
const left = z.object({
  ...{ email: z.nullish(z.string()), rclastcart: z.nullish(z.string()) },
  checkouttag: z.nullish(z.object({ DisplayValue: z.nullish(z.string()) })),
});
const LEFT = z.array(left);

type Line = { readonly sku: string; readonly quantity: number; readonly seller: string };
type Cart = { readonly lines: readonly Line[]; readonly channel: string };
const EMPTY: Cart = { lines: [], channel: '1' };

/** Nobody but the pages may change it: the cart itself belongs to a browser, which no application key can name. */
export function makeCarts(world: VtexWorld): PageCarts {
  return {
    async contents(call) {
      const who = await caller(world, call);
      if (!who.ok) return who;
      const cart = await cartOf(world, who.value, call);
      return cart.ok ? linesOf(world, { who: who.value, cart: cart.value }, call) : cart;
    },
    async page(call) {
      const who = await caller(world, call);
      if (!who.ok) return who;
      const cart = await cartOf(world, who.value, call);
      if (!cart.ok) return cart;
      const { site } = world.merchant;
      if (cart.value.lines.length === 0 || !site.startsWith('https://')) return refused({ kind: 'not-found' });
      return ok({ page: `${new URL(site).origin}/checkout/cart/add?${writtenCart(cart.value)}` }, cart.asOf);
    },
  };
}

async function cartOf(world: VtexWorld, { email }: VtexShopper, call: ShopperCall): Promise<Result<Cart>> {
  if (!SEARCHABLE.test(email)) return ok(EMPTY, world.now());
  const query = { email, _fields: 'email,rclastcart,checkouttag' };
  const path = '/api/dataentities/CL/search';
  const asked = await world.ask({ path, query, headers: CUSTOMER_RANGE, shape: LEFT }, call);
  if (!asked.ok) return asked;
  const one = asked.value.find((found) => found.email?.toLowerCase() === email.toLowerCase());
  const isBought = /^finali[sz]/i.test(one?.checkouttag?.DisplayValue ?? '');
  return ok(one && !isBought ? cartIn(one.rclastcart ?? '') : EMPTY, asked.asOf);
}

/** Each SKU has its quantity and its seller at the same place; what is not so is no line of a cart. */
function cartIn(text: string): Cart {
  const [, query = ''] = /^add\?(.*)$/.exec(text) ?? [];
  const said = new URLSearchParams(query);
  const [skus, counts, sellers] = [said.getAll('sku'), said.getAll('qty'), said.getAll('seller')];
  const lines = skus.flatMap((sku, at): readonly Line[] => {
    const [count = '', seller = '1'] = [counts[at], sellers[at]];
    return isSkuId(sku) && /^[1-9]\d{0,5}$/.test(count) ? [{ sku, quantity: Number(count), seller }] : [];
  });
  const [channel = '1'] = said.getAll('sc');
  return { lines, channel: /^\d{1,6}$/.test(channel) ? channel : '1' };
}

/** Written anew from what was understood of it. */
function writtenCart({ lines, channel }: Cart): string {
  const each = lines.map(
    ({ sku, quantity, seller }) => `sku=${sku}&qty=${quantity}&seller=${encodeURIComponent(seller)}`,
  );
  return [...each, `sc=${channel}`].join('&');
}

type Whose = { readonly who: VtexShopper; readonly cart: Cart };

async function linesOf(
  world: VtexWorld,
  { who, cart }: Whose,
  call: ShopperCall,
): Promise<Result<readonly CartLine[]>> {
  if (cart.lines.length === 0) return ok([], world.now());
  const ids = [...new Set(cart.lines.map(({ sku }) => sku))];
  const [currency, goods] = await Promise.all([
    currencyFor(world, who, call),
    goodsBy(world, { ids, channel: null }, call),
  ]);
  if (!currency.ok) return currency;
  if (!goods.ok) return goods;
  const offers = await makeCatalogue(world).offers(ids, currency.value, call);
  if (!offers.ok) return offers;
  const goodOf = new Map(goods.value.map((one) => [one.sku.itemId, one]));
  const offerOf = new Map(offers.value.map((one) => [one.product.id, one]));
  // What VTEX does not know any more its pages do not show either.
  const lines = ids.flatMap((sku): readonly CartLine[] => {
    const good = goodOf.get(sku);
    if (!good) return [];
    const title = good.sku.nameComplete?.trim() || good.product.productName;
    const product = productOf(world, { id: sku, title, good }, call.locale);
    const quantity = cart.lines.reduce((sum, one) => sum + (one.sku === sku ? one.quantity : 0), 0);
    return [{ product, quantity, ...soldAt(offerOf.get(sku), currency.value) }];
  });
  return ok(lines, offers.asOf);
}

/** What is sold out has no price at VTEX, whose pages show none of it either. */
function soldAt(offer: Offer | undefined, currency: string): Pick<CartLine, 'unitPrice' | 'availability'> {
  if (!offer) return { unitPrice: { minor: 0, currency }, availability: { state: 'sold-out' } };
  return { unitPrice: offer.price, availability: offer.availability };
}
