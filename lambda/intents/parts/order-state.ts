/** The state of an order in sentences: the item and day first, then each parcel. */

import type { Order, Parcel, Stage } from '../../services/commerce/orders';
import type { Reply } from '../../vocabulary/outcome';
import { replies } from '../kit/define';

export const PARCEL_SAYS = {
  placed: { order: 'order' },
  placedExpected: { order: 'order', day: 'day' },
  paymentPending: { order: 'order' },
  preparing: { order: 'order' },
  preparingExpected: { order: 'order', day: 'day' },
  shipped: { order: 'order' },
  shippedExpected: { order: 'order', day: 'day' },
  delayed: { order: 'order', promised: 'day' },
  delayedExpected: { order: 'order', promised: 'day', day: 'day' },
  outForDelivery: { order: 'order' },
  outForDeliveryWindow: { order: 'order', window: 'window' },
  readyForPickup: { order: 'order' },
  delivered: { order: 'order' },
  deliveredOn: { order: 'order', day: 'day' },
  cancelled: { order: 'order' },
  returned: { order: 'order' },
  unknown: { order: 'order' },
  parcels: { placed: 'day', count: 'number' },
  parcelPreparing: { products: 'list' },
  parcelShipped: { products: 'list' },
  parcelShippedExpected: { products: 'list', day: 'day' },
  parcelDelayed: { products: 'list', promised: 'day' },
  parcelDelayedExpected: { products: 'list', promised: 'day', day: 'day' },
  parcelOut: { products: 'list' },
  parcelOutWindow: { products: 'list', window: 'window' },
  parcelDelivered: { products: 'list' },
  parcelDeliveredOn: { products: 'list', day: 'day' },
  parcelUnknown: { products: 'list' },
  cardTitle: { number: 'shown' },
  cardParcel: { carrier: 'name', tracking: 'shown' },
} as const;
const say = replies('OrderStatus', PARCEL_SAYS);

/** More parcels than this are counted, and the rest is on the card. */
const SPOKEN_PARCELS = 3;

export function tellOrder(order: Order): readonly Reply[] {
  const [only, ...others] = order.parcels;
  if (order.stage === 'cancelled' || order.stage === 'returned' || !only) return [tellStage(order)];
  if (others.length === 0) return [tellOnly(order, only)];
  const count = { type: 'number', number: order.parcels.length } as const;
  const parcels = order.parcels.slice(0, SPOKEN_PARCELS).map((parcel) => tellParcel(order, parcel));
  const placed = { type: 'day', day: order.placed, today: order.today } as const;
  return [{ ...say('parcels', { placed, count }), spare: true }, ...parcels];
}

function named(order: Order) {
  const product = order.lines[0]?.product.name ?? { title: order.number };
  const { number, placed, today } = order;
  return { type: 'order', number, product, others: order.lines.length - 1, placed, today } as const;
}

/** Before anything is packed: the order's own stage. */
function tellStage(source: Order): Reply {
  const order = named(source);
  const day = source.expected && ({ type: 'day', day: source.expected, today: source.today } as const);
  switch (source.stage) {
    case 'placed':
      return day ? say('placedExpected', { order, day }) : say('placed', { order });
    case 'payment-pending':
      return say('paymentPending', { order });
    case 'preparing':
      return day ? say('preparingExpected', { order, day }) : say('preparing', { order });
    case 'shipped':
      return day ? say('shippedExpected', { order, day }) : say('shipped', { order });
    case 'out-for-delivery':
      return say('outForDelivery', { order });
    case 'ready-for-pickup':
      return say('readyForPickup', { order });
    case 'delivered':
      return say('delivered', { order });
    case 'cancelled':
      return say('cancelled', { order });
    case 'returned':
      return say('returned', { order });
    case 'unknown':
      return say('unknown', { order });
  }
}

const ON_THE_WAY = new Set<Stage>(['placed', 'preparing', 'shipped']);

/** Later than first promised, and not there yet. */
function isDelayed(parcel: Parcel, today: string): boolean {
  if (!parcel.promised || !ON_THE_WAY.has(parcel.stage)) return false;
  return (parcel.expected ?? today) > parcel.promised;
}

function tellOnly(source: Order, parcel: Parcel): Reply {
  const order = named(source);
  const { today } = source;
  const day = parcel.expected && ({ type: 'day', day: parcel.expected, today } as const);
  if (parcel.promised && isDelayed(parcel, today)) {
    const promised = { type: 'day', day: parcel.promised, today } as const;
    return day ? say('delayedExpected', { order, promised, day }) : say('delayed', { order, promised });
  }
  if (parcel.stage === 'out-for-delivery' && parcel.window) {
    return say('outForDeliveryWindow', { order, window: { type: 'window', ...parcel.window } });
  }
  if (parcel.stage === 'delivered' && parcel.deliveredOn) {
    return say('deliveredOn', { order, day: { type: 'day', day: parcel.deliveredOn, today } });
  }
  return tellStage({ ...source, stage: parcel.stage, ...(parcel.expected ? { expected: parcel.expected } : {}) });
}

function tellParcel(order: Order, parcel: Parcel): Reply {
  const { today } = order;
  const names = order.lines.filter(({ product }) => parcel.productIds.includes(product.id));
  const products = {
    type: 'list',
    items: names.map(({ product }) => ({ type: 'product', product: product.name }) as const),
    join: 'and',
  } as const;
  const day = parcel.expected && ({ type: 'day', day: parcel.expected, today } as const);
  if (parcel.promised && isDelayed(parcel, today)) {
    const promised = { type: 'day', day: parcel.promised, today } as const;
    return day
      ? say('parcelDelayedExpected', { products, promised, day })
      : say('parcelDelayed', { products, promised });
  }
  switch (parcel.stage) {
    case 'placed':
    case 'payment-pending':
    case 'preparing':
      return say('parcelPreparing', { products });
    case 'shipped':
      return day ? say('parcelShippedExpected', { products, day }) : say('parcelShipped', { products });
    case 'out-for-delivery':
      return parcel.window
        ? say('parcelOutWindow', { products, window: { type: 'window', ...parcel.window } })
        : say('parcelOut', { products });
    case 'delivered':
      return parcel.deliveredOn
        ? say('parcelDeliveredOn', { products, day: { type: 'day', day: parcel.deliveredOn, today } })
        : say('parcelDelivered', { products });
    default:
      return say('parcelUnknown', { products });
  }
}
