/** The goods of the shop: a product for each variant, called by its title, its kind, its brand and the shelves it lies on. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import { type Catalogue, matchProducts, type Offer, type Product } from '../../../services/commerce/catalogue';
import { languageOf } from '../../../vocabulary/locales';
import { OFFER_FIELDS, type OfferedVariant, offered, VARIANT_FIELDS, type Variant, variant } from './shapes';
import type { VendureWorld } from './world';

/** As many as an administrator may ask for at once. */
const PAGE = 500;

const listed = z.object({ productVariants: z.object({ totalItems: z.int(), items: z.array(variant) }) });
const LIST = `query ($take: Int!, $skip: Int!) {
  productVariants(options: { take: $take, skip: $skip, sort: { id: ASC }, filter: { enabled: { eq: true } } }) {
    totalItems items { ${VARIANT_FIELDS} }
  }
}`;

const offers = z.object({ productVariants: z.object({ items: z.array(offered) }) });
const OFFERS = `query ($ids: [String!]!, $take: Int!) {
  productVariants(options: { take: $take, filter: { enabled: { eq: true }, id: { in: $ids } } }) { items { ${OFFER_FIELDS} } }
}`;

const named = z.object({ productVariants: z.object({ items: z.array(variant) }) });
/** Each word somewhere in the name: Vendure looks for the whole of a text, so the longest of them is looked for. */
const FIND = `query ($word: String!, $take: Int!) {
  productVariants(options: { take: $take, filter: { enabled: { eq: true }, name: { contains: $word } } }) { items { ${VARIANT_FIELDS} } }
}`;
const MOST_FOUND = 100;

export function makeCatalogue(world: VendureWorld): Catalogue {
  const { base, channel, kindFacet } = world.settings;
  const sold = (all: readonly Variant[], { locale }: Call) =>
    all.flatMap((one) => soldByVoice(world, one, locale) ?? []);
  return {
    edition: (locale) => ['vendure', base, channel ?? '', kindFacet, languageOf(locale)].join(' '),
    async page(after, call) {
      const skip = Number(after ?? 0);
      const page = await world.ask({ query: LIST, variables: { take: PAGE, skip }, shape: listed }, call);
      if (!page.ok) return page;
      const { items, totalItems } = page.value.productVariants;
      const to = skip + items.length;
      const next = items.length === 0 || to >= totalItems ? null : String(to);
      return ok({ goods: sold(items, call), next }, page.asOf);
    },
    async find(said, call) {
      const [word] = said.split(/\s+/).sort((one, other) => other.length - one.length);
      if (!word) return ok([], world.now());
      const found = await world.ask({ query: FIND, variables: { word, take: MOST_FOUND }, shape: named }, call);
      return found.ok ? ok(matchProducts(said, sold(found.value.productVariants.items, call)), found.asOf) : found;
    },
    async byIds(ids, call) {
      const found = await offersOf(world, ids, call);
      if (!found.ok) return found;
      const all = sold(found.value, call);
      return ok(
        ids.flatMap((id) => all.find((one) => one.id === id) ?? []),
        found.asOf,
      );
    },
    async offers(ids, currency, call) {
      const found = await offersOf(world, ids, call);
      if (!found.ok) return found;
      const byId = new Map(found.value.map((one) => [one.id, one]));
      const now = ids.flatMap((id) => byId.get(id) ?? []).filter(({ currencyCode }) => currencyCode === currency);
      return ok(
        now.flatMap((one) => sold([one], call).map((product) => offerOf(one, product))),
        found.asOf,
      );
    },
  };
}

/** Today's price and stock of these; unknown ids are left out. */
export async function offersOf(
  world: VendureWorld,
  ids: readonly string[],
  call: Call,
): Promise<Result<readonly OfferedVariant[]>> {
  const known = [...new Set(ids)].filter(isId);
  if (known.length === 0) return ok([], world.now());
  const asked = await world.ask({ query: OFFERS, variables: { ids: known, take: known.length }, shape: offers }, call);
  return asked.ok ? ok(asked.value.productVariants.items, asked.asOf) : asked;
}

/** A number, or a UUID where the shop uses those; nothing else can be an id of its. */
export function isId(id: string): boolean {
  return /^(\d{1,15}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/.test(id);
}

function offerOf(one: OfferedVariant, product: Product): Offer {
  const price = { minor: one.priceWithTax, currency: one.currencyCode };
  return { product, price, availability: { state: isGone(one) ? 'sold-out' : 'available' } };
}

/** Shops show a word or the number that is left. */
export function isGone({ stockLevel }: OfferedVariant): boolean {
  return stockLevel === 'OUT_OF_STOCK' || Number(stockLevel) <= 0;
}

/** As people call it in the language that was asked for; null: the merchant does not sell it by voice. */
export function soldByVoice({ settings, sayGood }: VendureWorld, one: Variant, locale: string): Product | null {
  const values = [...one.product.facetValues, ...one.facetValues];
  const kind = values.find(({ facet }) => facet.code === settings.kindFacet);
  const brand = values.find(({ facet }) => facet.code === BRAND);
  const shelves = one.product.collections.map(({ name }) => name);
  const good = sayGood(
    {
      ...{ id: one.id, title: one.name, language: languageIn(one), codes: [one.sku] },
      categories: [...shelves, ...(kind ? [kind.name] : [])],
      options: one.options.map(({ name, group }) => ({ name: group.name, value: name })),
      ...(brand ? { brand: brand.name } : {}),
    },
    locale,
  );
  if (good === null) return null;
  const own = [kind?.name, ...shelves.reverse(), brand?.name].flatMap((word) => (word?.trim() ? [word.trim()] : []));
  const preview = one.product.featuredAsset?.preview ?? '';
  return {
    id: one.id,
    name: good.name,
    words: [...new Set([...own.map((word) => word.toLowerCase()), ...good.words])],
    language: good.language,
    // What is of no kind we know is of the shop's own, and else like nothing.
    kind:
      good.kind === one.id ? (kind?.code ?? one.product.collections.at(-1)?.slug ?? `variant-${one.id}`) : good.kind,
    ...(one.options.length > 0 ? { family: one.product.id } : {}),
    ...(preview.startsWith('https://') ? { picture: preview } : {}),
  };
}

/** "pt_BR", as Vendure writes it. */
function languageIn({ languageCode }: Variant): string {
  return languageOf(languageCode.replace('_', '-'));
}

/** Nearly every shop calls it so, and the voice does without it where one does not. */
const BRAND = 'brand';

/** The same in an order that is there: what was bought has a name, sold by voice or not. */
export function productOf(world: VendureWorld, one: Variant, locale: string): Product {
  const called = { name: { title: one.name }, words: [one.name.toLowerCase()], language: languageIn(one) };
  return soldByVoice(world, one, locale) ?? { id: one.id, ...called, kind: `variant-${one.id}` };
}
