/** The goods of the shop, by the search of its catalogue: a product for each SKU, at the one decimal price VTEX has. */

import { type Call, ok } from '../../../services/commerce/call';
import { type Catalogue, matchProducts, type Offer, type Product } from '../../../services/commerce/catalogue';
import { minorIn } from '../../../services/commerce/sums';
import { languageOf } from '../../../vocabulary/locales';
import { channelIn } from './channels';
import { goodsBy, search, sellerOf, type VtexGood } from './search';
import { goodsPage } from './shelves';
import type { VtexWorld } from './world';

export function makeCatalogue(world: VtexWorld): Catalogue {
  const { base, account } = world.settings;
  const sold = (all: readonly VtexGood[], { locale }: Call) =>
    all.flatMap((one) => soldByVoice(world, one, locale) ?? []);
  return {
    // VTEX writes its goods in the language of the store, whoever asks: what is said of them differs.
    edition: (locale) => ['vtex', base, account, languageOf(locale)].join(' '),
    async page(after, call) {
      const page = await goodsPage(world, after, call);
      return page.ok ? ok({ goods: sold(page.value.found, call), next: page.value.next }, page.asOf) : page;
    },
    async find(said, call) {
      const [word] = said.match(/[\p{L}\p{N}]+/gu)?.sort((one, other) => other.length - one.length) ?? [];
      if (!word) return ok([], world.now());
      const found = await search(world, { ft: word }, call);
      return found.ok ? ok(matchProducts(said, sold(found.value.goods, call)), found.asOf) : found;
    },
    async byIds(ids, call) {
      const found = await goodsBy(world, { ids, channel: null }, call);
      if (!found.ok) return found;
      const all = new Map(sold(found.value, call).map((one) => [one.id, one]));
      return ok(
        ids.flatMap((id) => all.get(id) ?? []),
        found.asOf,
      );
    },
    async offers(ids, currency, call) {
      const channel = await channelIn(world, currency, call);
      if (!channel.ok) return channel;
      if (channel.value === null) return ok([], channel.asOf);
      const found = await goodsBy(world, { ids, channel: channel.value }, call);
      if (!found.ok) return found;
      const byId = new Map(found.value.map((one) => [one.sku.itemId, one]));
      const place = { channel: channel.value, currency };
      const offers = ids.flatMap((id) => byId.get(id) ?? []).flatMap((one) => offerOf(world, one, { ...place, call }));
      return ok(offers, found.asOf);
    },
  };
}

type Offering = { readonly channel: string; readonly currency: string; readonly call: Call };

/** What is sold out has no price at VTEX: it is what it was when it was last for sale, or nothing is said of it. */
function offerOf(world: VtexWorld, one: VtexGood, { channel, currency, call }: Offering): readonly Offer[] {
  const product = soldByVoice(world, one, call.locale);
  const { Price = 0, Tax, AvailableQuantity = 0 } = sellerOf(one.sku)?.commertialOffer ?? {};
  const key = `${channel} ${one.sku.itemId}`;
  const now = Price > 0 ? minorIn(Price + (Tax ?? 0), currency) : null;
  if (now !== null) world.prices.set(key, now);
  const minor = now ?? world.prices.get(key);
  if (product === null || minor === undefined) return [];
  const state = AvailableQuantity > 0 && now !== null ? 'available' : 'sold-out';
  return [{ product, price: { minor, currency }, availability: { state } }];
}

/** As people call it in the language that was asked for; null: the merchant does not sell it by voice. */
export function soldByVoice(world: VtexWorld, { product, sku }: VtexGood, locale: string): Product | null {
  const categories = (product.categories ?? [])[0]?.split('/').flatMap((one) => one.trim() || []) ?? [];
  const good = world.sayGood(
    {
      ...{ id: sku.itemId, title: sku.nameComplete?.trim() || product.productName, categories, options: [] },
      language: languageIn(world),
      codes: [sku.ean, ...(sku.referenceId ?? []).map(({ Value }) => Value)].flatMap((one) => one || []),
      ...(product.brand ? { brand: product.brand } : {}),
    },
    locale,
  );
  if (good === null) return null;
  const picture = sku.images?.[0]?.imageUrl ?? '';
  const own = [categories.at(-1), product.brand].flatMap((word) => (word?.trim() ? [word.trim().toLowerCase()] : []));
  return {
    id: sku.itemId,
    name: good.name,
    language: good.language,
    words: [...new Set([...own, ...good.words])],
    // What is of no kind we know is of the shop's own, and else like nothing.
    kind: good.kind === sku.itemId ? (categories.at(-1)?.toLowerCase() ?? `sku-${sku.itemId}`) : good.kind,
    ...(product.items.length > 1 ? { family: product.productId } : {}),
    ...(picture.startsWith('https://') ? { picture } : {}),
  };
}

/** The one its goods are written in, whoever asks. */
function languageIn({ settings, merchant }: VtexWorld): string {
  return languageOf(settings.language ?? merchant.agentLocale);
}

/** An SKU that is in an order or a quote, and may not be sold any more. */
export type VtexBought = { readonly id: string; readonly title: string; readonly good: VtexGood | undefined };

/** What was bought has a name, sold by voice or not. */
export function productOf(world: VtexWorld, { id, title, good }: VtexBought, locale: string): Product {
  const bare = { id, name: { title }, language: languageIn(world), words: [title.toLowerCase()], kind: `sku-${id}` };
  return (good && soldByVoice(world, good, locale)) ?? bare;
}
