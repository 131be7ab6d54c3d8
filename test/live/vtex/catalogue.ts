/** The catalogue's search and what stands in for a good. Its prices are decimal numbers, alone in all of VTEX. */

import { pathOf, type Sku } from './goods';
import { type Answer, type Asked, answered, type Route } from './wire';
import { ACCOUNT, currencyOf, type World } from './world';

const MOST = 50;
const DEEPEST = 2500;

export function catalogue(world: World): readonly Route[] {
  return [
    { on: 'GET /api/catalog_system/pub/products/search', answer: (asked) => searched(world, asked) },
    {
      on: 'GET /api/catalog_system/pub/category/tree/{levels}',
      answer() {
        const all = new Map(world.shelf.all().map(({ category }) => [category.of ?? category.id, category]));
        return answered([...all].map(([id, { name }]) => ({ id: Number(id), name, hasChildren: false, children: [] })));
      },
    },
    {
      on: 'GET /api/catalog_system/pub/products/crossselling/similars/{productId}',
      answer({ holes, query }) {
        const one = world.shelf.all().find(({ productId }) => productId === holes.productId);
        const alike = world.shelf.all().filter((other) => other.good.kind === one?.good.kind && other !== one);
        return answered(alike.map((sku) => productOf(world, sku, query.get('sc') ?? '1')));
      },
    },
  ];
}

function searched(world: World, { query }: Asked): Answer {
  const { shelf } = world;
  const [from, to] = [Number(query.get('_from') ?? 0), Number(query.get('_to') ?? 9)];
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from;
  if (!isRange || to - from >= MOST || from > DEEPEST) return { status: 400, body: 'Parâmetros inválidos' };
  const words = (query.get('ft') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const filters = query.getAll('fq');
  const names = [...new Set(filters.map((one) => one.split(':')[0]))];
  const alike = names.map((name) => filters.filter((one) => one.startsWith(`${name}:`)));
  const channel = query.get('sc') ?? '1';
  const found = shelf
    .all()
    .filter((sku) => words.every((word) => textOf(sku).includes(word)))
    // Any of those of a name, and of each name one.
    .filter((sku) => alike.every((some) => some.some((one) => isFiltered(sku, one, channel))))
    .sort(orderBy(query.get('O') ?? '', channel));
  const shown = found.slice(from, to + 1).map((sku) => productOf(world, sku, query.get('sc') ?? '1'));
  const status = shown.length < found.length ? 206 : 200;
  return { ...answered(shown, status), headers: { resources: `${from}-${to}/${found.length}` } };
}

const textOf = ({ title, brand, category }: Sku) => `${title} ${brand} ${category.name}`.toLowerCase();

const pricedIn = ({ prices, stock }: Sku, channel: string) => (stock === 0 ? 0 : prices[currencyOf(channel)] / 100);

function orderBy(how: string, channel: string): (one: Sku, other: Sku) => number {
  if (how === 'OrderByNameASC') return (one, other) => one.title.localeCompare(other.title);
  if (how === 'OrderByNameDESC') return (one, other) => other.title.localeCompare(one.title);
  if (how === 'OrderByPriceASC') return (one, other) => pricedIn(one, channel) - pricedIn(other, channel);
  return () => 0;
}

function isFiltered(sku: Sku, filter: string, channel: string): boolean {
  const { skuId, productId, category } = sku;
  const [name = '', value = ''] = filter.split(/:(.*)/s);
  if (name === 'skuId') return value === skuId;
  if (name === 'productId') return value === productId;
  if (name === `isAvailablePerSalesChannel_${channel}`) return value === String(Number(sku.stock > 0));
  const [, low, high] = /^\[([\d.]+) TO ([\d.]+)\]$/.exec(value) ?? [];
  const price = pricedIn(sku, channel);
  // What cannot be had has no price.
  if (name === 'P' && low && high) return price > 0 && price >= Number(low) && price <= Number(high);
  return name === 'C' && pathOf(category).startsWith(value);
}

function productOf({ tax }: World, sku: Sku, salesChannel: string) {
  const { skuId, productId, good, title, brand, category, prices, stock } = sku;
  // A decimal number, here and nowhere else.
  const price = prices[currencyOf(salesChannel)] / 100;
  const image = `https://${ACCOUNT}.example/arquivos/${good.id}.jpg`;
  return {
    ...{ productId, productName: title, brand, brandId: 2000000 + Number(productId), brandImageUrl: '' },
    ...{ linkText: good.id, productReference: good.id, productReferenceCode: null, categoryId: category.id },
    ...{ productTitle: title, metaTagDescription: '', releaseDate: '2024-01-01T00:00:00', description: '' },
    ...{ clusterHighlights: {}, productClusters: {}, searchableClusters: {} },
    ...{ categories: [`/${category.name}/`], categoriesIds: [pathOf(category)] },
    ...{ link: `https://${ACCOUNT}.example/${good.id}/p`, allSpecifications: [], allSpecificationsGroups: [] },
    items: [
      {
        ...{ itemId: skuId, name: title, nameComplete: title, complementName: '', ean: '' },
        ...{ referenceId: [{ Key: 'RefId', Value: good.id }], measurementUnit: 'un', unitMultiplier: 1 },
        ...{ modalType: null, isKit: false, kitItems: [], Videos: [], estimatedDateArrival: null },
        images: [
          {
            ...{ imageId: productId, imageLabel: '', imageTag: '', imageUrl: image, imageText: null },
            imageLastModified: '2024-01-01T00:00:00',
          },
        ],
        sellers: [
          {
            ...{ sellerId: '1', sellerName: 'Willow Market', sellerDefault: true },
            addToCartLink: `https://${ACCOUNT}.example/checkout/cart/add?sku=${skuId}&qty=1&seller=1`,
            commertialOffer: {
              ...offerOf(price, stock, Number(salesChannel)),
              Tax: stock === 0 ? 0 : Math.round(price * 100 * tax.share) / 100,
            },
          },
        ],
      },
    ],
  };
}

function offerOf(price: number, stock: number, salesChannel: number) {
  return {
    ...{ DeliverySlaSamplesPerRegion: {}, Installments: [], DiscountHighLight: [], GiftSkuIds: [], Teasers: [] },
    ...{ PromotionTeasers: [], BuyTogether: [], ItemMetadataAttachment: [], Price: price, ListPrice: price },
    ...{ PriceWithoutDiscount: price, RewardValue: 0, PriceValidUntil: '2030-01-01T00:00:00Z' },
    // What is not there has no price either.
    ...(stock === 0 ? { Price: 0, ListPrice: 0, PriceWithoutDiscount: 0 } : {}),
    ...{ AvailableQuantity: stock, IsAvailable: stock > 0, SaleChannel: salesChannel },
    ...{ DeliverySlaSamples: [], GetInfoErrorMessage: null, CacheVersionUsedToCallCheckout: '1' },
    PaymentOptions: {
      ...{ installmentOptions: [], paymentSystems: [], payments: [], giftCards: [], giftCardMessages: [] },
      ...{ availableAccounts: [], availableTokens: [] },
    },
  };
}
