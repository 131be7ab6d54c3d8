/** The goods of the shop, as people say them, and what of them can be had today. */

import type { ShopAdvice } from '../../../services/commerce/advice';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import {
  type Catalogue,
  matchProducts,
  type Offer,
  type Product,
  type StockState,
} from '../../../services/commerce/catalogue';
import { languageOf } from '../../../vocabulary/locales';
import { langOf } from './client';
import { advised, goodsPage, isId, type OfferedGood, type RestGood, type RestStock } from './shapes';
import type { RestWorld } from './world';

/** Ids in one request. */
const AT_ONCE = 50;

export function makeCatalogue(world: RestWorld): Catalogue {
  return {
    edition: (locale) => ['rest', world.settings.base, languageOf(locale)].join(' '),
    async page(after, call) {
      const query = { ...langOf(call), after: after ?? undefined };
      const asked = await world.ask({ path: '/goods', query, shape: goodsPage }, call);
      if (!asked.ok) return asked;
      const { goods, next } = asked.value;
      return ok({ goods: soldIn(world, goods, call), next: goods.length === 0 ? null : next }, asked.asOf);
    },
    async find(said, call) {
      const words = said.trim();
      if (words === '') return ok([], world.now());
      const query = { ...langOf(call), words };
      const asked = await world.ask({ path: '/goods', query, shape: goodsPage }, call);
      return asked.ok ? ok(matchProducts(said, soldIn(world, asked.value.goods, call)), asked.asOf) : asked;
    },
    async byIds(ids, call) {
      const asked = await offered(world, ids, call);
      return asked.ok ? ok(soldIn(world, asked.value, call), asked.asOf) : asked;
    },
    async offers(ids, currency, call) {
      const asked = await offered(world, ids, call);
      if (!asked.ok) return asked;
      const now = asked.value.filter(({ price }) => price.currency === currency);
      return ok(
        now.flatMap((one) => soldIn(world, [one], call).map((product) => offerOf(one, product))),
        asked.asOf,
      );
    },
  };
}

/** In the order of the ids; unknown ones are left out. */
export async function offered(
  world: RestWorld,
  ids: readonly string[],
  call: Call,
): Promise<Result<readonly OfferedGood[]>> {
  const known = [...new Set(ids)].filter(isId);
  if (known.length === 0) return ok([], world.now());
  const some = Array.from({ length: Math.ceil(known.length / AT_ONCE) }, (_, at) =>
    known.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  const asked = await Promise.all(
    some.map((part) =>
      world.ask({ path: '/goods', query: { ...langOf(call), ids: part.join(',') }, shape: goodsPage }, call),
    ),
  );
  const failed = asked.find((one) => !one.ok);
  if (failed && !failed.ok) return failed;
  const all = new Map(asked.flatMap((one) => (one.ok ? one.value.goods.map((good) => [good.id, good] as const) : [])));
  return ok(
    ids.flatMap((id) => all.get(id) ?? []),
    world.now(),
  );
}

export function makeAdvice(world: RestWorld): ShopAdvice {
  const advice = async (wanted: string | undefined, call: Call): Promise<Result<readonly Product[]>> => {
    const query = { ...langOf(call), with: wanted };
    const asked = await world.ask({ path: '/advice', query, shape: advised }, call);
    return asked.ok ? ok(soldIn(world, asked.value.goods, call), asked.asOf) : asked;
  };
  return {
    goesWith: async (productId, call) => (isId(productId) ? advice(productId, call) : ok([], world.now())),
    favourites: (call) => advice(undefined, call),
  };
}

function soldIn(world: RestWorld, goods: readonly RestGood[], { locale }: Call): readonly Product[] {
  return goods.flatMap((good) => soldByVoice(world, good, locale) ?? []);
}

function offerOf({ price, stock }: OfferedGood, product: Product): Offer {
  return { product, price, availability: stateOf(stock) };
}

export function stateOf({ state, backOn }: RestStock): StockState {
  if (state === 'available') return { state };
  return { state, ...(backOn ? { backOn } : {}) };
}

/** null: the merchant does not sell it by voice. */
function soldByVoice({ sayGood }: RestWorld, one: RestGood, locale: string): Product | null {
  const { id, title, categories, options = [], codes = [], kind = id, language, brand, unit, family, picture } = one;
  const raw = {
    ...{ id, title, categories, options, codes },
    ...(language ? { language } : {}),
    ...(brand ? { brand } : {}),
    ...(unit ? { unit } : {}),
  };
  const said = sayGood(raw, locale);
  if (said === null) return null;
  const own = [...categories].reverse().flatMap((name) => (name.trim() ? [name.trim().toLowerCase()] : []));
  return {
    ...{ id, name: said.name, words: [...new Set([...own, ...said.words])], language: said.language },
    // What is of no kind we know is of the shop's own, and else like nothing.
    kind: said.kind === id ? kind : said.kind,
    ...(family ? { family } : {}),
    ...(picture?.startsWith('https://') ? { picture } : {}),
  };
}

/** The same in an order that is there: what was bought has a name, sold by voice or not. */
export function productOf(world: RestWorld, one: RestGood, locale: string): Product {
  const { id, title, kind = id, language = languageOf(locale) } = one;
  const plain = { id, name: { title }, words: [title.toLowerCase()], language, kind };
  return soldByVoice(world, one, locale) ?? plain;
}
