/** The catalogue's search and what stands in for a good. Its prices are decimal numbers, alone in all of VTEX. */

import type { Sku } from './goods';
import { type Answer, type Asked, answered, type Route } from './wire';
import { ACCOUNT, currencyOf, type World } from './world';

const MOST = 50;
const DEEPEST = 2500;

export function catalogue(world: World): readonly Route[] {
  return [
    { on: 'GET /api/catalog_system/pub/products/search', answer: (asked) => searched(world, asked) },
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
  const found = shelf
    .all()
    .filter((sku) => words.every((word) => textOf(sku).includes(word)))
    .filter((sku) => filters.length === 0 || filters.some((one) => isFiltered(sku, one)));
  const shown = found.slice(from, to + 1).map((sku) => productOf(world, sku, query.get('sc') ?? '1'));
  const status = shown.length < found.length ? 206 : 200;
  return { ...answered(shown, status), headers: { resources: `${from}-${to}/${found.length}` } };
}

const textOf = ({ title, brand, category }: Sku) => `${title} ${brand} ${category.name}`.toLowerCase();

function isFiltered({ skuId, productId, category }: Sku, filter: string): boolean {
  const [name = '', value = ''] = filter.split(/:(.*)/s);
  if (name === 'skuId') return value === skuId;
  if (name === 'productId') return value === productId;
  return name === 'C' && value === `/${category.id}/`;
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
    ...{ categories: [`/${category.name}/`], categoriesIds: [`/${category.id}/`] },
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
