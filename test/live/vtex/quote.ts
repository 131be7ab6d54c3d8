/** What a basket comes to: POST /api/checkout/pub/orderForms/simulation, which writes nothing down. */

import * as z from 'zod/mini';
import { type Sla, shareOf, slasTo } from './delivery';
import type { Sku } from './goods';
import { isSalesChannel, SALES_CHANNELS, type SalesChannel } from './people';
import { type Asked, answered, type Route, read, refusal } from './wire';
import { ACCOUNT, type World } from './world';

const WANTED = z.array(z.object({ id: z.string(), quantity: z.int().check(z.positive()), seller: z.string() }));
const SIMULATED = z.object({
  items: WANTED,
  country: z.optional(z.nullable(z.string())),
  postalCode: z.optional(z.nullable(z.string())),
});

export type Message = {
  readonly code: string;
  readonly text: string;
  readonly status: 'error';
  readonly fields: object;
};
/** `index`: its place in what was asked. */
export type Quoted = {
  readonly sku: Sku;
  readonly index: number;
  readonly quantity: number;
  readonly price: number;
  readonly state: State;
};
type State = 'available' | 'withoutStock' | 'cannotBeDelivered';

export type Quote = {
  readonly lines: readonly Quoted[];
  readonly slas: readonly Sla[];
  readonly messages: readonly Message[];
};

export type Basket = {
  readonly items: readonly { readonly id: string; readonly quantity: number }[];
  readonly salesChannel: SalesChannel;
  /** null: not said where to. */
  readonly country: string | null;
};

/** An SKU that nobody knows is left out and said in a message; of what is short, so much is quoted as there is. */
export function quoteOf({ shelf }: World, { items, salesChannel, country }: Basket): Quote {
  const currency = SALES_CHANNELS[salesChannel];
  const messages: Message[] = [];
  const lines = items.flatMap(({ id, quantity }, at): Quoted[] => {
    const sku = shelf.bySku(id);
    if (!sku) {
      messages.push(said('ORD027', `The product ${id} was not found or does not belong to the sales channel`, { id }));
      return [];
    }
    const fields = { itemIndex: String(at), skuName: sku.title };
    if (sku.stock === 0) messages.push(said('withoutStock', `${sku.title} is out of stock`, fields));
    else if (sku.stock < quantity)
      messages.push(said('itemQuantityNotAvailable', `Only ${sku.stock} of ${sku.title} are left`, fields));
    const state = sku.stock === 0 ? 'withoutStock' : 'available';
    const there = state === 'available' ? Math.min(quantity, sku.stock) : quantity;
    return [{ sku, index: at, quantity: there, price: sku.prices[currency], state }];
  });
  const goods = lines.filter(({ state }) => state === 'available');
  const value = goods.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const slas = country === null || goods.length === 0 ? [] : slasTo(country, value, currency);
  if (country === null || slas.length > 0 || goods.length === 0) return { lines, slas, messages };
  for (const { sku } of goods)
    messages.push(said('cannotBeDelivered', `${sku.title} cannot be delivered there`, { skuName: sku.title }));
  const undeliverable = lines.map((line) =>
    line.state === 'available' ? { ...line, state: 'cannotBeDelivered' as const } : line,
  );
  return { lines: undeliverable, slas, messages };
}

const said = (code: string, text: string, fields: object): Message => ({ code, text, status: 'error', fields });

export function salesChannelIn({ query }: Asked): SalesChannel | null {
  const sc = query.get('sc') ?? '1';
  return isSalesChannel(sc) ? sc : null;
}

export function quoting(world: World): readonly Route[] {
  return [
    {
      on: 'POST /api/checkout/pub/orderForms/simulation',
      answer(asked) {
        const { items, country = null, postalCode = null } = read(SIMULATED, asked.body);
        const salesChannel = salesChannelIn(asked);
        if (!salesChannel) return refusal(400, 'CHK0081', 'Invalid sales channel');
        // Without a postal code nobody knows what brings it.
        const to = postalCode === null ? null : country;
        const quote = quoteOf(world, { items, salesChannel, country: to });
        return answered(written(quote, { country, postalCode, share: world.tax.share }));
      },
    },
  ];
}

type Where = { readonly country: string | null; readonly postalCode: string | null; readonly share: number };

function written({ lines, slas, messages }: Quote, where: Where) {
  const isEmpty = !lines.some(({ state }) => state !== 'withoutStock');
  return {
    items: lines.map((line) => ({ ...writtenLine(line), ...taxed(line, where.share), requestIndex: line.index })),
    // Where nothing can be sold there is nothing here.
    ratesAndBenefitsData: isEmpty ? null : { rateAndBenefitsIdentifiers: [], teaser: [] },
    paymentData: {
      ...{ installmentOptions: [], paymentSystems: isEmpty ? [] : PAYMENT_SYSTEMS, payments: [], giftCards: [] },
      ...{ giftCardMessages: [], availableAccounts: [], availableTokens: [], availableAssociations: {} },
    },
    ...{ selectableGifts: [], marketingData: null, postalCode: where.postalCode, country: where.country ?? '' },
    logisticsInfo: lines.map((line, itemIndex) => ({
      ...{ itemIndex, addressId: null, selectedSla: null, selectedDeliveryChannel: null, quantity: line.quantity },
      shipsTo: SHIPS_TO,
      slas:
        line.state === 'available'
          ? writtenSlas(slas, lines.length, itemIndex).map((one) => ({
              ...one,
              tax: Math.round(one.price * where.share),
            }))
          : [],
      deliveryChannels: [{ id: 'delivery' }, { id: 'pickup-in-point' }],
    })),
    messages,
    ...{ pickupPoints: [], subscriptionData: null, itemMetadata: { items: [] } },
    totals: totalsOf(lines),
  };
}

export const SHIPS_TO = ['AUT', 'BEL', 'DEU', 'ESP', 'FRA', 'GBR', 'GRC', 'IRL', 'ITA', 'NLD', 'PRT', 'USA'];

/** What can be paid with: a card, or later. */
export const PAYMENT_SYSTEMS = [
  { id: 2, name: 'Larkspur', groupName: 'creditCardPaymentGroup' },
  { id: 201, name: 'Promissory', groupName: 'custom201PaymentGroupPaymentGroup' },
].map((one) => ({
  ...one,
  ...{ validator: null, stringId: String(one.id), template: `${one.groupName}-template`, requiresDocument: false },
  ...{ displayDocument: false, isCustom: one.id > 200, description: '', requiresAuthentication: false },
  ...{ dueDate: '2030-01-01T00:00:00Z', availablePayments: null },
}));

export function totalsOf(lines: readonly Quoted[]) {
  const value = lines.reduce((sum, one) => sum + (one.state === 'available' ? one.quantity * one.price : 0), 0);
  return [{ id: 'Items', name: 'Items Total', value }];
}

function writtenLine({ sku, quantity, price, state }: Quoted) {
  const priced = {
    ...{ price, listPrice: price, priceDefinition: priceOf(price, quantity) },
    // It may be a cent off for several: what counts is the definition.
    sellingPrice: quantity % 3 === 0 ? price - 1 : price,
    priceValidUntil: '2030-01-01T00:00:00Z',
  };
  const nothing = { price: null, listPrice: null, sellingPrice: null, priceDefinition: null, priceValidUntil: null };
  return {
    ...{ id: sku.skuId, quantity, seller: '1', sellerChain: ['1'], tax: 0, rewardValue: 0 },
    ...(state === 'withoutStock' ? nothing : priced),
    ...{ offerings: [], priceTags: [], measurementUnit: 'un', unitMultiplier: 1, parentItemIndex: null },
    ...{ parentAssemblyBinding: null, availability: state, catalogProvider: `vrn:catalog:-:${ACCOUNT}` },
  };
}

/** What is on top of a line: a share of it by the store's own rule of two, else the cents of whoever reckons taxes for it. */
function taxed({ sku, index, quantity, price, state }: Quoted, share: number) {
  if (share === 0 || state === 'withoutStock') return {};
  const value = Math.round(price * quantity * share);
  const isPercentual = index % 2 === 1;
  const said = isPercentual ? { rawValue: share, value: 0 } : { rawValue: value / 100, value };
  const name = `tax@price-${sku.skuId}#1`;
  return { tax: 0, priceTags: [{ identifier: sku.skuId, isPercentual, name, ...said }] };
}

export function priceOf(price: number, quantity: number) {
  const total = price * quantity;
  return { calculatedSellingPrice: price, total, sellingPrices: [{ value: price, quantity }] };
}

export function writtenSlas(slas: readonly Sla[], lines: number, at: number) {
  return slas.map((sla) => {
    const isPickup = sla.deliveryChannel === 'pickup-in-point';
    return {
      ...{ id: sla.id, name: sla.id, deliveryChannel: sla.deliveryChannel, shippingEstimate: sla.shippingEstimate },
      deliveryIds: [
        { courierId: sla.id.toLowerCase(), warehouseId: '1_1', dockId: '1', courierName: sla.courier, quantity: 1 },
      ],
      ...{ attachmentOfferings: [], shippingEstimateDate: null, useIndividualShippingEstimates: false },
      ...{ lockTTL: null, availableDeliveryWindows: [], deliveryWindow: null },
      ...{ price: shareOf(sla.price, lines, at), listPrice: shareOf(sla.listPrice, lines, at), tax: 0 },
      pickupStoreInfo: {
        ...{ isPickupStore: isPickup, friendlyName: isPickup ? 'Willow Market' : null, address: null },
        ...{ additionalInfo: null, dockId: null },
      },
      ...{ pickupPointId: isPickup ? '1_willow' : null, pickupDistance: 0, polygonName: '', transitTime: '1bd' },
    };
  });
}
