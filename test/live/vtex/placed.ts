/** What VTEX answers to a PUT of an order. */

import { lastChangeOf, type Order, taxOf, totalOf } from './orders';
import { priceOf, writtenSlas } from './quote';
import { ACCOUNT, type World } from './world';
import { iso, profileIn, writtenAddress } from './written';

export function placedOrder(world: World, order: Order) {
  const { orderGroup, payment } = order;
  const total = totalOf(order);
  const paid = { value: total, referenceValue: total, accountId: payment.accountId, bin: null };
  return {
    orderForm: null,
    transactionData: {
      merchantTransactions: [
        {
          ...{ id: ACCOUNT.toUpperCase(), transactionId: payment.transactionId, merchantName: ACCOUNT.toUpperCase() },
          payments: [{ paymentSystem: Number(payment.paymentSystem), ...paid, tokenId: null, ...NO_GIFT }],
        },
      ],
      receiverUri: `https://${ACCOUNT}.vtexpayments.com.br/split/${orderGroup}/payments`,
      gatewayCallbackTemplatePath: `/checkout/gatewayCallback/${orderGroup}/{messageCode}`,
    },
    orders: [orderOf(world, order)],
  };
}

const NO_GIFT = { giftCardRedemptionCode: null, giftCardProvider: null, giftCardId: null };

function orderOf(world: World, order: Order) {
  const { shelf, clock } = world;
  const { orderId, orderGroup, lines, sla, payment, createdAt, person } = order;
  const address = writtenAddress(order.address);
  return {
    ...{ orderId, orderGroup, state: null, isCheckedIn: false, sellerOrderId: `00-${orderId}`, storeId: null },
    ...{ checkedInPickupPointId: null, value: totalOf(order) },
    items: lines.map((line) => {
      const sku = shelf.bySku(line.skuId);
      return {
        ...{ id: line.skuId, productId: sku?.productId ?? '', refId: sku?.good.id ?? '', name: sku?.title ?? '' },
        ...{ skuName: sku?.title ?? '', quantity: line.quantity, seller: '1', sellerChain: ['1'], tax: 0 },
        ...{ price: line.price, listPrice: line.price, sellingPrice: line.price, priceTags: [], bundleItems: [] },
        ...{ measurementUnit: 'un', unitMultiplier: 1, availability: 'available', attachments: [] },
        priceDefinition: priceOf(line.price, line.quantity),
      };
    }),
    sellers: [{ id: '1', name: 'Willow Market', logo: null }],
    totals: totalsOf(order),
    clientProfileData: profileIn(person),
    ratesAndBenefitsData: { rateAndBenefitsIdentifiers: [], teaser: [] },
    shippingData: {
      address,
      logisticsInfo: lines.map((line, itemIndex) => ({
        ...{ itemIndex, selectedSla: sla.id, selectedDeliveryChannel: sla.deliveryChannel },
        ...{ addressId: order.address.addressId, itemId: line.skuId, shipsTo: [order.address.country] },
        ...{ slas: writtenSlas([sla], lines.length, itemIndex), deliveryChannels: [{ id: sla.deliveryChannel }] },
      })),
      ...{ selectedAddresses: [address], availableAddresses: person.addresses.map(writtenAddress) },
    },
    paymentData: {
      giftCards: [],
      transactions: [
        {
          ...{ isActive: true, transactionId: payment.transactionId, merchantName: ACCOUNT.toUpperCase() },
          ...{ payments: [], sharedTransaction: false },
        },
      ],
    },
    ...{ salesChannel: order.salesChannel, followUpEmail: person.email, creationDate: iso(createdAt) },
    ...{ lastChange: iso(lastChangeOf(order, clock())), isCompleted: false, hostName: ACCOUNT, merchantName: null },
    ...{ userType: 'STORE_USER', roundingError: 0, allowEdition: false, allowCancelation: false },
    ...{ isUserDataVisible: true, orderFormCreationDate: iso(createdAt) },
  };
}

export function totalsOf(order: Order) {
  const items = order.lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  return [
    { id: 'Items', name: 'Items Total', value: items },
    { id: 'Discounts', name: 'Discounts Total', value: 0 - order.discount },
    { id: 'Shipping', name: 'Shipping Total', value: order.sla.price },
    { id: 'Tax', name: 'Tax Total', value: taxOf(order) },
  ];
}
