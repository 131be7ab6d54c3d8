/** What screens show beside the words: an order on its way, a list of orders, a purchase before its yes, a code to be scanned. */

import type { Order, Stage } from '../../services/commerce/orders';
import type { Proposal } from '../../services/commerce/purchases';
import type { Reply, Screen, ScreenRow } from '../../vocabulary/outcome';
import { type Part, replies } from '../kit/define';
import { orderValue } from './which-order';

const SAYS = {
  order: { day: 'day' },
  orders: {},
  purchase: {},
  scan: {},
  stepPlaced: {},
  stepPacked: {},
  stepOnTheWay: {},
  stepDelivered: {},
  stepReady: {},
  total: { total: 'money', shipping: 'money' },
  delivery: { place: 'place', day: 'day' },
  expected: { day: 'day' },
  yes: {},
  no: {},
} as const;
const say = replies('Screen', SAYS);

export const Screens: Part = { name: 'Screen', personal: false, says: SAYS, asks: {} };

type Bought = Order['lines'][number] | Proposal['lines'][number];

function rowOf({ product, quantity, unitPrice }: Bought): ScreenRow {
  const { name, picture } = product;
  const price = { minor: unitPrice.minor * quantity, currency: unitPrice.currency };
  return {
    label: { type: 'amount', product: name, quantity },
    detail: { type: 'money', money: price },
    ...(picture ? { picture } : {}),
  };
}

/** Steps that are done, by stage; null: the order goes no such way. */
const DONE: Readonly<Record<Stage, number | null>> = {
  placed: 0,
  'payment-pending': 0,
  preparing: 1,
  shipped: 2,
  'out-for-delivery': 2,
  'ready-for-pickup': 2,
  delivered: 3,
  cancelled: null,
  returned: null,
  unknown: null,
};

export function orderScreen(order: Order): Screen {
  const at = DONE[order.stage];
  const { placed, expected, today } = order;
  const isComing = expected !== undefined && at !== null && at < 3;
  return {
    title: say('order', { day: { type: 'day', day: placed, today } }),
    rows: order.lines.map(rowOf),
    foot: isComing ? [say('expected', { day: { type: 'day', day: expected, today } })] : [],
    drawn: at === null ? null : { kind: 'steps', steps: stepsOf(order.stage), at },
  };
}

/** A row for each, the one told first on top; where it is asked which, a touched row is the answer. */
export function ordersScreen(orders: readonly Order[]): Screen {
  return { title: say('orders'), rows: orders.map(rowOfOrder), foot: [], drawn: null };
}

function rowOfOrder(order: Order): ScreenRow {
  const picture = order.lines.find(({ product }) => product.picture)?.product.picture;
  const detail = { type: 'money', money: order.total } as const;
  return { label: orderValue(order), detail, ...(picture ? { picture } : {}) };
}

function stepsOf(stage: Stage): readonly Reply[] {
  const last = stage === 'ready-for-pickup' ? [say('stepReady')] : [say('stepOnTheWay'), say('stepDelivered')];
  return [say('stepPlaced'), say('stepPacked'), ...last];
}

export function purchaseScreen(proposal: Proposal): Screen {
  const { total, shipping, shipTo, arrives, today } = proposal;
  return {
    title: say('purchase'),
    rows: proposal.lines.map(rowOf),
    foot: [
      say('delivery', { place: { type: 'place', label: shipTo.label }, day: { type: 'day', day: arrives, today } }),
      say('total', { total: { type: 'money', money: total }, shipping: { type: 'money', money: shipping } }),
    ],
    drawn: null,
  };
}

/** The card's lines beside the code that opens the same page with the same digits. */
export function codeScreen(address: string, foot: readonly Reply[]): Screen {
  return { title: say('scan'), rows: [], foot, drawn: { kind: 'code', address } };
}
