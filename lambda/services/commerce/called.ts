/** A shop whose goods go by what the shopper's language calls them too, whatever language the shop writes. */

import type { Call, Result } from './call';
import type { CartLine } from './cart';
import type { Product } from './catalogue';
import type { Order } from './orders';
import type { Shop } from './shop';

/** The name and the title stay as the shop writes them. */
export type CallGood = (product: Product, locale: string) => Product;

export function called(shop: Shop, callGood: CallGood): Shop {
  const { catalogue, history, purchases, cart, advice } = shop;
  const good = (call: Call) => (product: Product) => callGood(product, call.locale);
  // What keeps its name is the very same, with all it stands in: a turn looks at a hundred orders of a shopper.
  const line = <L extends { readonly product: Product }>(one: L, call: Call): L => {
    const product = callGood(one.product, call.locale);
    return product === one.product ? one : { ...one, product };
  };
  const lines = <T extends { readonly lines: readonly L[] }, L extends { readonly product: Product }>(
    one: T,
    call: Call,
  ): T => {
    const renamed = one.lines.map((each) => line(each, call));
    return renamed.every((each, at) => each === one.lines[at]) ? one : { ...one, lines: renamed };
  };
  const products = async (asked: Promise<Result<readonly Product[]>>, call: Call) =>
    mapped(await asked, (all) => all.map(good(call)));
  const inCart = async (asked: Promise<Result<readonly CartLine[]>>, call: Call) =>
    mapped(await asked, (all) => all.map((one) => line(one, call)));
  return {
    ...shop,
    catalogue: {
      edition: (locale) => catalogue.edition(locale),
      page: async (after, call) =>
        mapped(await catalogue.page(after, call), (page) => ({ ...page, goods: page.goods.map(good(call)) })),
      find: (said, call) => products(catalogue.find(said, call), call),
      byIds: (ids, call) => products(catalogue.byIds(ids, call), call),
      offers: async (ids, currency, call) =>
        mapped(await catalogue.offers(ids, currency, call), (all) => all.map((one) => line(one, call))),
    },
    history: {
      orders: async (query, call) =>
        mapped(await history.orders(query, call), (all) => all.map((order): Order => lines(order, call))),
    },
    purchases: {
      ...purchases,
      propose: async (wanted, call) =>
        mapped(await purchases.propose(wanted, call), (proposal) => lines(proposal, call)),
      place: async (proposal, call) => mapped(await purchases.place(proposal, call), (order) => lines(order, call)),
      reconcile: async (id, call) =>
        mapped(await purchases.reconcile(id, call), (order) => order && lines(order, call)),
      substitutes: (wanted, alike, call) => products(purchases.substitutes(wanted, alike, call), call),
    },
    ...(cart && {
      cart: {
        contents: (call) => inCart(cart.contents(call), call),
        ...('page' in cart
          ? { page: (call) => cart.page(call) }
          : { change: (wanted, call) => inCart(cart.change(wanted, call), call) }),
      },
    }),
    ...(advice && {
      advice: {
        goesWith: (id, call) => products(advice.goesWith(id, call), call),
        favourites: (call) => products(advice.favourites(call), call),
      },
    }),
  };
}

function mapped<T, U>(result: Result<T>, to: (value: T) => U): Result<U> {
  return result.ok ? { ...result, value: to(result.value) } : result;
}
