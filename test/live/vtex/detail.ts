/** An order as VTEX tells it whole. */

import { shareOf } from './delivery';
import {
  estimatedDate,
  isComplete,
  lastChangeOf,
  type Order,
  type Package,
  statusOf,
  totalOf,
  type Wish,
} from './orders';
import { idOf, uuidOf } from './people';
import { totalsOf } from './placed';
import { ACCOUNT, currencyOf, type World } from './world';
import { iso, profileIn, writtenAddress } from './written';

/** What can be called off at the store, and what the shopper's own request can. */
const CANCELLABLE = [
  ...['order-created', 'on-order-completed', 'waiting-for-authorization', 'waiting-for-sellers-confirmation'],
  ...['payment-pending', 'payment-approved', 'authorize-fulfillment', 'waiting-ffmt-authorization'],
  ...['waiting-for-fulfillment', 'window-to-cancel', 'ready-for-handling', 'start-handling', 'handling'],
  ...['ready-for-invoicing', 'invoice', 'request-cancel', 'cancellation-requested'],
];

export function isCancellable(order: Order, at: number): boolean {
  const isSent = order.packages.some(({ type }) => type === 'Output');
  return isComplete(order, at) && CANCELLABLE.includes(statusOf(order, at)) && !isSent;
}

function wishOf(orderId: string, { at, reason, denied }: Wish) {
  return {
    ...{ id: idOf('wish', orderId, String(at)), reason, cancellationRequestDate: iso(at), requestedByUser: true },
    ...{ deniedBySeller: denied !== null, deniedBySellerReason: denied?.why ?? null },
    cancellationRequestDenyDate: denied && iso(denied.at),
  };
}

export function detailOf(world: World, order: Order) {
  const now = world.clock();
  const { orderId, orderGroup, person, payment, cancelled } = order;
  const states = order.states.filter(({ at }) => at <= now);
  const when = (is: string) => states.find((one) => one.is === is)?.at;
  const [authorised, invoiced] = [when('payment-approved'), when('invoiced')];
  const status = statusOf(order, now);
  return {
    ...{ orderId, sequence: order.sequence, marketplaceOrderId: '', sellerOrderId: `00-${orderId}`, affiliateId: '' },
    marketplaceServicesEndpoint: `http://oms.vtexinternal.com.br/api/oms?an=${ACCOUNT}`,
    ...{ origin: 'Marketplace', salesChannel: order.salesChannel, merchantName: null, status },
    ...{
      workflowIsInError: false,
      statusDescription: status,
      value: totalOf(order),
      creationDate: iso(order.createdAt),
    },
    ...{ lastChange: iso(lastChangeOf(order, now)), orderGroup, followUpEmail: person.email, lastMessage: null },
    ...{ hostname: ACCOUNT, isCompleted: isComplete(order, now), roundingError: 0, orderFormId: '' },
    ...{ allowCancellation: isCancellable(order, now), allowEdition: false, isCheckedIn: false },
    ...{ authorizedDate: authorised === undefined ? null : iso(authorised) },
    ...{ invoicedDate: invoiced === undefined ? null : iso(invoiced), cancelReason: cancelled?.reason ?? null },
    ...{ checkedInPickupPointId: null, totals: totalsOf(order) },
    sellers: [{ id: '1', name: 'Willow Market', logo: null, fulfillmentEndpoint: '' }],
    clientPreferencesData: { locale: world.language === 'it' ? 'it-IT' : 'en-GB', optinNewsLetter: false },
    cancellationData: cancelled && {
      ...{ RequestedByUser: cancelled.byUser, RequestedBySystem: false, RequestedBySellerNotification: false },
      ...{ RequestedByPaymentNotification: cancelled.reason === 'payment', Reason: cancelled.reason },
      CancellationDate: iso(cancelled.at),
    },
    cancellationRequests: order.wished.length > 0 ? order.wished.map((wish) => wishOf(orderId, wish)) : null,
    ...{ taxData: null, subscriptionData: null, giftRegistryData: null, marketplace: null, invoiceData: null },
    ...{ commercialConditionData: null, callCenterOperatorData: null, marketplaceItems: [] },
    changesAttachment: changesOf(world, order),
    itemMetadata: { Items: order.lines.map((line) => metadataOf(world, line.skuId)) },
    storePreferencesData: preferencesOf(order),
    customData: order.customApps.length > 0 ? { customApps: order.customApps, customFields: [] } : null,
    openTextField: order.openTextField === null ? null : { value: order.openTextField },
    packageAttachment: { packages: order.packages.map(packageOf) },
    paymentData: { giftCards: [], transactions: [{ ...transactionOf(order), payments: [paymentOf(order)] }] },
    shippingData: shippingOf(order, now),
    ratesAndBenefitsData: { id: 'ratesAndBenefitsData', rateAndBenefitsIdentifiers: [] },
    marketingData: order.coupon === null ? null : { ...NO_MARKETING, coupon: order.coupon },
    clientProfileData: {
      ...{ id: 'clientProfileData', ...profileIn(person), userProfileId: person.userId },
      ...{ userProfileVersion: null, customerClass: null, customerCode: null },
    },
    items: order.lines.map((line, at) => itemOf(world, line, { order, uniqueId: `${payment.transactionId}${at}` })),
  };
}

const NO_MARKETING = {
  ...{ id: 'marketingData', utmSource: '', utmPartner: '', utmMedium: '', utmCampaign: '', utmiCampaign: '' },
  ...{ utmipage: '', utmiPart: '', marketingTags: [] },
};

function metadataOf({ shelf }: World, skuId: string) {
  const sku = shelf.bySku(skuId);
  const name = sku?.title ?? '';
  return {
    ...{
      Id: skuId,
      Seller: '1',
      Name: name,
      SkuName: name,
      ProductId: sku?.productId ?? '',
      RefId: sku?.good.id ?? '',
    },
    ...{ Ean: '', ImageUrl: '', DetailUrl: '', AssemblyOptions: [] },
  };
}

function changesOf({ shelf }: World, { orderId, changed }: Order) {
  if (changed.length === 0) return null;
  return {
    id: 'changeAttachment',
    changesData: changed.map(({ at, reason, gone }) => ({
      ...{ reason, discountValue: 0, incrementValue: 0, itemsAdded: [] },
      itemsRemoved: gone.map(({ skuId, quantity, price }) => {
        return { id: skuId, name: shelf.bySku(skuId)?.title ?? '', quantity, price, unitMultiplier: null };
      }),
      receipt: { date: iso(at), orderId, receipt: uuidOf('change', orderId, String(at)) },
    })),
  };
}

const SYMBOLS = { EUR: '€', GBP: '£', USD: '$' } as const;

function preferencesOf({ salesChannel, address }: Order) {
  const currencyCode = currencyOf(salesChannel);
  return {
    ...{ countryCode: address.country, currencyCode, currencySymbol: SYMBOLS[currencyCode], currencyLocale: 1040 },
    currencyFormatInfo: {
      ...{ CurrencyDecimalDigits: 2, CurrencyDecimalSeparator: ',', CurrencyGroupSeparator: '.', CurrencyGroupSize: 3 },
      StartsWithCurrencySymbol: true,
    },
    timeZone: 'W. Europe Standard Time',
  };
}

function packageOf(one: Package) {
  const { type, courier, invoiceNumber, invoiceValue, trackingNumber, trackingUrl, courierStatus: there } = one;
  return {
    items: one.items.map((item) => ({ ...item, description: null, unitMultiplier: 1 })),
    ...{ courier, invoiceNumber, invoiceValue, invoiceUrl: null, issuanceDate: iso(one.issuedAt), trackingNumber },
    ...{ invoiceKey: null, trackingUrl, embeddedInvoice: '', type, cfop: null, volumes: 1, EnableInferItems: null },
    courierStatus: there && {
      ...{ status: there.events.at(-1)?.description ?? null, finished: there.finished },
      // The year one is how VTEX says never.
      deliveredDate: there.deliveredAt === null ? '0001-01-01T00:00:00' : iso(there.deliveredAt),
      data: there.events.toReversed().map(({ at, city, description }) => ({
        ...{ lastChange: iso(at), createDate: iso(at), city, state: '', description },
      })),
    },
    restitutions: type === 'Input' ? { Refund: { value: invoiceValue, giftCardData: null, items: null } } : {},
  };
}

function transactionOf({ payment }: Order) {
  return { isActive: true, transactionId: payment.transactionId, merchantName: ACCOUNT.toUpperCase() };
}

function paymentOf(order: Order) {
  const { payment, person } = order;
  const card = person.cards.find(({ accountId }) => accountId === payment.accountId);
  const total = totalOf(order);
  return {
    ...{ id: payment.transactionId.slice(0, 16), paymentSystem: payment.paymentSystem, value: total, installments: 1 },
    ...{ paymentSystemName: card?.paymentSystemName ?? 'Promissory', referenceValue: total, cardHolder: null },
    ...{ cardNumber: null, firstDigits: null, lastDigits: card?.cardNumber.slice(-4) ?? null, cvv2: null },
    ...{ expireMonth: null, expireYear: null, url: null, giftCardId: null, giftCardName: null, giftCardCaption: null },
    ...{ redemptionCode: null, group: card ? 'creditCard' : 'promissory', tid: '', dueDate: null },
    connectorResponses: { Tid: '', ReturnCode: null, Message: null, authId: '' },
    ...{ giftCardProvider: null, giftCardAsDiscount: null, koinUrl: null },
    ...{ accountId: payment.accountId, parentAccountId: null, bankIssuedInvoiceIdentificationNumber: null },
    ...{ bankIssuedInvoiceIdentificationNumberFormatted: null, bankIssuedInvoiceBarCodeNumber: null },
    ...{ bankIssuedInvoiceBarCodeType: null, billingAddress: null, paymentOrigin: null },
  };
}

function shippingOf(order: Order, now: number) {
  const { lines, sla, window } = order;
  const promised = estimatedDate(order, now);
  const address = { ...writtenAddress(order.address), versionId: null, entityId: null };
  return {
    ...{ id: 'shippingData', address },
    logisticsInfo: lines.map(({ quantity }, itemIndex) => {
      const price = shareOf(sla.price, lines.length, itemIndex);
      const courier = { courierId: sla.id.toLowerCase(), courierName: sla.courier, accountCarrierName: ACCOUNT };
      return {
        ...{ itemIndex, selectedSla: sla.id, lockTTL: '10d', price, listPrice: price, sellingPrice: price },
        deliveryWindow: window && {
          ...{ startDateUtc: iso(window.from), endDateUtc: iso(window.to), price: 0, lisPrice: 0, tax: 0 },
        },
        ...{ deliveryCompany: sla.courier, shippingEstimate: sla.shippingEstimate },
        ...{ shippingEstimateDate: promised === null ? null : iso(promised), slas: [], shipsTo: [address.country] },
        deliveryIds: [{ ...courier, dockId: '1', quantity, warehouseId: '1_1', kitItemDetails: [] }],
        ...{ deliveryChannels: [{ id: sla.deliveryChannel, stockBalance: 0 }], versionId: null, entityId: null },
        ...{
          deliveryChannel: sla.deliveryChannel,
          selectedDeliveryChannel: sla.deliveryChannel,
          pickupStoreInfo: null,
          addressId: address.addressId,
        },
        ...{ polygonName: null, transitTime: '1bd' },
        pickupPointId: sla.deliveryChannel === 'delivery' ? null : '1_willow',
      };
    }),
    ...{ trackingHints: null, selectedAddresses: [address], contactInformation: [] },
  };
}

type InOrder = { readonly order: Order; readonly uniqueId: string };

function itemOf({ shelf }: World, { skuId, quantity, price }: Order['lines'][number], { order, uniqueId }: InOrder) {
  const sku = shelf.bySku(skuId);
  return {
    ...{ uniqueId, id: skuId, productId: sku?.productId ?? '', ean: null, lockId: uniqueId, quantity, seller: '1' },
    ...{ itemAttachment: { content: {}, name: null }, attachments: [], name: sku?.title ?? '', price },
    ...{ refId: sku?.good.id ?? '', listPrice: price, manualPrice: null, priceTags: [], imageUrl: '', detailUrl: '' },
    ...{ components: [], bundleItems: [], params: [], offerings: [], attachmentOfferings: [], sellerSku: skuId },
    ...{ priceValidUntil: null, commission: 0, tax: Math.round(price * order.taxShare), preSaleDate: null },
    ...{ measurementUnit: 'un', unitMultiplier: 1 },
    additionalInfo: {
      ...{ brandName: sku?.brand ?? '', brandId: '1', categoriesIds: `/${sku?.category.id}/`, productClusterId: '' },
      categories: [{ id: Number(sku?.category.id ?? 0), name: sku?.category.name ?? '' }],
      ...{ commercialConditionId: '1', offeringInfo: null, offeringType: null, offeringTypeId: null },
      dimension: { cubicweight: 1, height: 1, length: 1, weight: 1, width: 1 },
    },
    ...{ sellingPrice: price, isGift: false, shippingPrice: null, rewardValue: 0, freightCommission: 0 },
    priceDefinitions: {
      sellingPrices: [{ value: price, quantity }],
      calculatedSellingPrice: price,
      total: price * quantity,
    },
    ...{ taxCode: null, parentItemIndex: null, parentAssemblyBinding: null, callCenterOperator: null },
    ...{ serialNumbers: null, assemblies: [], costPrice: price },
  };
}
